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

/** The documents of a YAML text. Directives (`%YAML`) belong to none. */
function documentSpans(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (let line = start; line < end; line = nextLine(text, line, end)) {
    const marker = markerAt(text, line);
    if (!marker && text.charCodeAt(line) !== 37) continue;
    if (marker) spans.push({ start: from, end: line });
    from = marker ? line + 3 : nextLine(text, line, end);
  }
  spans.push({ start: Math.min(from, end), end });
  return spans.length > 1 ? spans.filter((span, i) => i > 0 || hasContent(text, span)) : spans;
}

function markerAt(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (c !== DASH && c !== 46) return false;
  if (!text.startsWith(c === DASH ? "---" : "...", at)) return false;
  const after = text.charCodeAt(at + 3);
  return Number.isNaN(after) || after === NEWLINE || after === 13 || after === 32 || after === 9;
}

/** Whether anything but blank lines and comments stands in the span. */
export function hasContent(text: string, span: Span): boolean {
  for (let line = span.start; line < span.end; line = nextLine(text, line, span.end)) {
    const first = firstNonBlank(text, line, span.end);
    if (first < span.end && !isLineEnd(text.charCodeAt(first)) && text.charCodeAt(first) !== HASH) return true;
  }
  return false;
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

/** Whether a line that starts at `at` starts with `key:`. */
function startsWithKey(text: string, at: number, end: number): boolean {
  const first = text[at] as string;
  if ("?-,[]{}#&*!|>%@`".includes(first)) return false;
  let i = at;
  if (first === '"' || first === "'") {
    i = text.indexOf(first, at + 1);
    if (i < 0) return false;
  }
  for (const lineEnd = nextLine(text, at, end); i < lineEnd; i++) {
    if (text.charCodeAt(i) !== 58) continue;
    const after = text.charCodeAt(i + 1);
    if (i + 1 >= end || after === 32 || after === 9 || isLineEnd(after)) return !text.slice(at, i).includes(" #");
  }
  return false;
}

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
    const structured = starts.some((at) => isDashItem(this.#text, at) || startsWithKey(this.#text, at, this.#span.end));
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
    const { start, end } = this.#span;
    for (let line = start; line < end; line = nextLine(this.#text, line, end)) {
      const first = firstNonBlank(this.#text, line, end);
      const c = this.#text.charCodeAt(first);
      if (first < end && !isLineEnd(c) && c !== HASH) return first > line;
    }
    return false;
  }

  /** Offsets of the lines that begin a top-level entry or item. A dash below a key is the key's. */
  #topLevelStarts(): number[] {
    const text = this.#text;
    const end = this.#span.end;
    const starts: number[] = [];
    let list: boolean | undefined;
    for (let line = this.#span.start; line < end; line = nextLine(text, line, end)) {
      const c = text.charCodeAt(line);
      if (c === 32 || c === 9 || c === HASH || c === 93 || c === 125 || isLineEnd(c)) continue;
      const dash = isDashItem(text, line);
      list ??= dash;
      if (dash === list || !dash) starts.push(line);
    }
    return starts;
  }

  #split(start: number, at: number, end: number, out: Chunk[]): void {
    const text = this.#text;
    if (isDashItem(text, at)) out.push({ type: "item", start, end });
    else if (!startsWithKey(text, at, end)) out.push({ type: "other", start, end });
    else if (!keyAlone(text, at, end)) out.push({ type: "entry", start, end });
    else {
      const items = this.#itemStarts(nextLine(text, at, end), end);
      out.push({ type: items.length > 0 ? "head" : "entry", start, end: items[0] ?? end });
      for (let i = 0; i < items.length; i++)
        out.push({ type: "item", start: items[i] as number, end: items[i + 1] ?? end });
    }
  }

  /** The lines with the dashes of the list of mappings that starts here; none where it is something else or cannot be split safely. */
  #itemStarts(from: number, end: number): number[] {
    const text = this.#text;
    const starts: number[] = [];
    let indent = -1;
    for (let line = from; line < end; line = nextLine(text, line, end)) {
      const first = firstNonBlank(text, line, end);
      if (first >= end || isLineEnd(text.charCodeAt(first)) || text.charCodeAt(first) === HASH) continue;
      const depth = first - line;
      if (indent < 0) {
        if (!isDashItem(text, first) || !startsMapping(text, first + 1, end)) return [];
        indent = depth;
      }
      if (depth < indent) return [];
      if (depth > indent) continue;
      if (!isDashItem(text, first)) return [];
      starts.push(line);
    }
    return starts;
  }
}

/** Whether nothing but a comment follows the key on its line. */
function keyAlone(text: string, at: number, end: number): boolean {
  const line = text.slice(at, nextLine(text, at, end));
  return /:[ \t]*(?:[ \t]#[^\r\n]*)?\r?\n?$/.test(line) && !/:[ \t]+[^#\s]/.test(line);
}

function startsMapping(text: string, at: number, end: number): boolean {
  const first = firstNonBlank(text, at, end);
  if (first >= end || isLineEnd(text.charCodeAt(first))) return true;
  return startsWithKey(text, first, end);
}
