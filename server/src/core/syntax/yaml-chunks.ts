import type { Span } from "../text/span.ts";

/** A stretch of a YAML document that can be read by itself: one top-level entry, or one item of a top-level register. */
export interface Chunk extends Span {
  /** `entry`: `key: …`; `head`: a key whose list items follow as chunks of their own; `item`: one of them, or of a document that is a list; `other`: neither, or a document that cannot be split. */
  readonly type: "entry" | "head" | "item" | "other";
}

/** One document of a YAML file (they are separated by lines of three dashes), split for reading. */
export interface ChunkedDocument {
  /** From after the `---` line to the next. */
  readonly span: Span;
  readonly chunks: readonly Chunk[];
}

const NEWLINE = 10;
const DASH = 45;
const HASH = 35;

/** Splits a YAML text at its documents, and each document at its top-level entries and register items. `start` and `end` bound the text looked at. */
export function chunkYaml(text: string, start = 0, end = text.length): ChunkedDocument[] {
  return documentSpans(text, start, end).map((span) => ({
    span,
    chunks: mustReadWhole(text, span) ? [{ type: "other", ...span }] : new Chunker(text, span).chunks(),
  }));
}

/** A line that may end a document or be a directive. */
const MARKED = /\n(?:---|\.\.\.|%)/g;

/** The documents of a YAML text. Directives (`%YAML`) belong to none. */
function documentSpans(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (let line = start; line < end; line = nextMarked(text, line, end)) {
    const marker = markerAt(text, line);
    if (!marker && text.charCodeAt(line) !== 37) continue;
    if (marker) spans.push({ start: from, end: line });
    from = marker ? line + 3 : nextLine(text, line, end);
  }
  spans.push({ start: Math.min(from, end), end });
  return spans.length > 1 ? spans.filter((span, i) => i > 0 || hasContent(text, span)) : spans;
}

function nextMarked(text: string, at: number, end: number): number {
  MARKED.lastIndex = at;
  return MARKED.test(text) ? Math.min(text.lastIndexOf("\n", MARKED.lastIndex - 1) + 1, end) : end;
}

function markerAt(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (c !== DASH && c !== 46) return false;
  if (!text.startsWith(c === DASH ? "---" : "...", at)) return false;
  const after = text.charCodeAt(at + 3);
  return Number.isNaN(after) || after === NEWLINE || after === 13 || after === 32 || after === 9;
}

/** Whether anything but blank lines and comments stands in the span. */
export const hasContent = (text: string, { start, end }: Span): boolean => contentLine(text, start, end) < end;

/** Where the first line starts on which more than a comment stands; `end` where there is none. */
function contentLine(text: string, from: number, end: number): number {
  for (let line = from; line < end; line = nextLine(text, line, end)) {
    const first = firstNonBlank(text, line, end);
    const c = text.charCodeAt(first);
    if (first < end && !isLineEnd(c) && c !== HASH) return line;
  }
  return end;
}

/** Anchors tie stretches together, so a document with one is read in one piece. */
function mustReadWhole(text: string, span: Span): boolean {
  const source = text.slice(span.start, span.end);
  return source.includes("&") && /(?:^|[:\-?,[{])[ \t]*&[\w-]+(?=[\s,\]}]|$)/m.test(source);
}

function nextLine(text: string, at: number, end: number): number {
  const next = text.indexOf("\n", at);
  return next < 0 || next + 1 > end ? end : next + 1;
}

const isLineEnd = (code: number) => code === NEWLINE || code === 13 || Number.isNaN(code);

function firstNonBlank(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9)) i++;
  return i;
}

const isDashItem = (text: string, at: number) => {
  if (text.charCodeAt(at) !== DASH) return false;
  const after = text.charCodeAt(at + 1);
  return after === 32 || after === 9 || isLineEnd(after);
};

/** What begins with `key:`, up to the colon. */
const KEYED = /(?:"[^"\n]*"|'[^'\n]*'|(?!["'?\-,[\]{}#&*!|>%@`]))[^\n]*?:(?=[ \t\r\n]|$)/y;

/** Where the colon is of the `key:` with which a line begins at `at`; -1 where it begins with none. */
function keyColon(text: string, at: number): number {
  KEYED.lastIndex = at;
  if (!KEYED.test(text)) return -1;
  const colon = KEYED.lastIndex - 1;
  return text.slice(at, colon).includes(" #") ? -1 : colon;
}

/** The first line whose content stands no deeper than in this column. */
function shallowLine(column: number): RegExp {
  let made = SHALLOW[column];
  if (!made) {
    made = new RegExp(`\\n[ \\t]{0,${column}}[^ \\t\\r\\n#]`, "g");
    SHALLOW[column] = made;
  }
  return made;
}

const SHALLOW: RegExp[] = [];
/** Lists that stand further to the right are not split. */
const FARTHEST = 40;
/** A line that begins a top-level entry or item, or goes on with a text. */
const TOP = /\n[^ \t#\]}\r\n]/g;

/** Splits one document. */
class Chunker {
  readonly #text: string;
  readonly #span: Span;

  constructor(text: string, span: Span) {
    this.#text = text;
    this.#span = span;
  }

  chunks(): Chunk[] {
    const starts = this.#startsIndented() ? [] : this.#topLevelStarts();
    const structured = starts.some((at) => isDashItem(this.#text, at) || keyColon(this.#text, at) >= 0);
    if (!structured) return [{ type: "other", ...this.#span }];
    const chunks: Chunk[] = [];
    for (let i = 0; i < starts.length; i++) {
      const start = i === 0 ? this.#span.start : (starts[i] as number);
      const end = starts[i + 1] ?? this.#span.end;
      this.#split(start, starts[i] as number, end, chunks);
    }
    return chunks;
  }

  /** Whether the first line with content is indented: such a document has its top level elsewhere. */
  #startsIndented(): boolean {
    const line = contentLine(this.#text, this.#span.start, this.#span.end);
    return line < this.#span.end && firstNonBlank(this.#text, line, this.#span.end) > line;
  }

  /** Offsets of the lines that begin a top-level entry or item. A dash below a key is the key's. */
  #topLevelStarts(): number[] {
    const text = this.#text;
    const end = this.#span.end;
    const starts: number[] = [];
    let list: boolean | undefined;
    TOP.lastIndex = this.#span.start;
    for (let line = this.#span.start; line < end; line = TOP.test(text) ? TOP.lastIndex - 1 : end) {
      const c = text.charCodeAt(line);
      if (c === 32 || c === 9 || c === HASH || c === 93 || c === 125 || isLineEnd(c)) continue;
      const dash = c === DASH && isDashItem(text, line);
      list ??= dash;
      if (dash === list || !dash) starts.push(line);
    }
    return starts;
  }

  #split(start: number, at: number, end: number, out: Chunk[]): void {
    const text = this.#text;
    if (text.charCodeAt(at) === DASH && isDashItem(text, at)) {
      out.push({ type: "item", start, end });
      return;
    }
    const colon = keyColon(text, at);
    const items =
      colon >= 0 && isKeyAlone(text, at, colon, end) ? this.#itemStarts(nextLine(text, at, end), end) : NONE;
    const type = colon < 0 ? "other" : items.length > 0 ? "head" : "entry";
    out.push({ type, start, end: items[0] ?? end });
    for (let i = 0; i < items.length; i++)
      out.push({ type: "item", start: items[i] as number, end: items[i + 1] ?? end });
  }

  /** The lines with the dashes of the list of mappings that starts here; none where it is something else or cannot be split safely. */
  #itemStarts(from: number, end: number): readonly number[] {
    const text = this.#text;
    const line = contentLine(text, from, end);
    const first = firstNonBlank(text, line, end);
    const column = first - line;
    if (line === end || column > FARTHEST || !isDashItem(text, first) || !startsMapping(text, first + 1, end))
      return NONE;
    const starts = [line];
    const shallow = shallowLine(column);
    shallow.lastIndex = first;
    while (shallow.test(text)) {
      const at = shallow.lastIndex - 1;
      if (at >= end) break;
      const start = text.lastIndexOf("\n", at) + 1;
      if (at - start < column || !isDashItem(text, at)) return NONE;
      starts.push(start);
    }
    return starts;
  }
}

const NONE: readonly never[] = [];

/** Whether nothing but a comment follows the key on its line. */
function isKeyAlone(text: string, at: number, colon: number, end: number): boolean {
  // Most values begin with a sign of ASCII behind one blank.
  const c = text.charCodeAt(colon + 2);
  if (c > 32 && c < 127 && c !== HASH && colon + 2 < end && text.charCodeAt(colon + 1) === 32) return false;
  const line = text.slice(at, nextLine(text, at, end));
  return /:[ \t]*(?:[ \t]#[^\r\n]*)?\r?\n?$/.test(line) && !/:[ \t]+[^#\s]/.test(line);
}

function startsMapping(text: string, at: number, end: number): boolean {
  const first = firstNonBlank(text, at, end);
  return first >= end || isLineEnd(text.charCodeAt(first)) || keyColon(text, first) >= 0;
}
