import type { Span } from "../text/span.ts";
import type { Link } from "./document.ts";

/** What stands inside a stretch of Markdown prose. Offsets into the stretch. */
export interface Inline {
  /** The stretch with code, link targets, addresses and HTML comments blanked out, offsets unchanged: what may be read as prose. */
  readonly prose: string;
  readonly links: readonly Link[];
}

/** Something of all that is found: brackets that end in no target are prose. */
const ANYTHING = /`|\][(:]|<(?:!--|https?:)|https?:\/\//;
const STOPS = /[\\`[\]]|<!--|<https?:|https?:\/\//g;
const DEFINITION = /^[ >]{0,8}\[[^\]\n]{1,200}\]:[ \t]*<?([^\s<>]+)/gm;
const FILE_PATH =
  /^(?:\.{0,2}\/)?[\w.@-]{1,100}(?:\/[\w.@-]{1,100})*\.(?:md|ya?ml|csv|json|xlsx?|docx?|pdf|txt|ipynb|parquet|html?)(?:#[\w/.~-]*)?$/i;

const NONE: readonly never[] = [];

/** Whether a stretch holds no links, code, addresses or comments: it is prose as it stands. */
export const isProse = (text: string): boolean => !ANYTHING.test(text);

/** Links, images, code and comments of a stretch of Markdown. Linear in its length. */
export function scanInline(text: string): Inline {
  if (isProse(text)) return { prose: text, links: NONE };
  return new InlineScanner(text).scan();
}

class InlineScanner {
  readonly #text: string;
  readonly #links: Link[] = [];
  readonly #hidden: Span[] = [];
  readonly #open: { readonly at: number; readonly image: boolean }[] = [];
  #runs: Map<number, number[]> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): Inline {
    STOPS.lastIndex = 0;
    let at = 0;
    for (let match = next(this.#text, at); match; match = next(this.#text, at)) {
      at = this.#take(match.index, match[0]);
    }
    this.#definitions();
    return { prose: blank(this.#text, this.#hidden), links: this.#links.sort((a, b) => a.span.start - b.span.start) };
  }

  /** Takes what starts at `at`; gives where to go on. */
  #take(at: number, token: string): number {
    switch (token) {
      case "\\":
        return at + 2;
      case "`":
        return this.#code(at);
      case "[":
        this.#open.push({ at, image: this.#text[at - 1] === "!" });
        return at + 1;
      case "]":
        return this.#closeBracket(at);
      case "<!--":
        return this.#hideTo(at, "-->");
      default:
        return token.startsWith("<") ? this.#hideTo(at, ">") : this.#address(at);
    }
  }

  #hideTo(at: number, closing: string): number {
    const close = this.#text.indexOf(closing, at);
    const end = close < 0 ? this.#text.length : close + closing.length;
    this.#hidden.push({ start: at, end });
    return end;
  }

  #address(at: number): number {
    let end = at;
    while (end < this.#text.length && !/[\s<>)\]|"'`]/.test(this.#text[end] as string)) end++;
    this.#hidden.push({ start: at, end });
    return end;
  }

  #code(at: number): number {
    const length = runLength(this.#text, at);
    const close = this.#closingRun(at + length, length);
    if (close === undefined) return at + length;
    const inner = { start: at + length, end: close };
    this.#hidden.push({ start: at, end: close + length });
    const target = this.#text.slice(inner.start, inner.end);
    if (FILE_PATH.test(target)) this.#links.push({ span: inner, target, kind: "code" });
    return close + length;
  }

  /** The next run of exactly `length` backticks at or after `from`. */
  #closingRun(from: number, length: number): number | undefined {
    this.#runs ??= backtickRuns(this.#text);
    const starts = this.#runs.get(length) ?? [];
    while (starts.length > 0 && (starts.at(-1) as number) < from) starts.pop();
    return starts.at(-1);
  }

  #closeBracket(at: number): number {
    const open = this.#open.pop();
    if (!open || this.#text[at + 1] !== "(") return at + 1;
    const target = linkTarget(this.#text, at + 2);
    if (!target) return at + 1;
    const { span, end } = target;
    this.#hidden.push({ start: open.at, end: open.at + 1 }, { start: at, end });
    const written = this.#text.slice(span.start, span.end);
    if (written !== "") this.#links.push({ span, target: written, kind: open.image ? "image" : "markdown" });
    return end;
  }

  #definitions(): void {
    if (!this.#text.includes("]:")) return;
    for (const match of this.#text.matchAll(DEFINITION)) {
      const target = match[1] as string;
      const start = match.index + match[0].length - target.length;
      const span = { start, end: start + target.length };
      this.#hidden.push(span);
      if (!/^\^/.test(match[0].trimStart().slice(1))) this.#links.push({ span, target, kind: "markdown" });
    }
  }
}

function next(text: string, at: number): RegExpExecArray | null {
  STOPS.lastIndex = at;
  return STOPS.exec(text);
}

function runLength(text: string, at: number): number {
  let end = at;
  while (text[end] === "`") end++;
  return end - at;
}

/** Where runs of backticks start, by their length, the last one first. */
function backtickRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const match of text.matchAll(/`+/g)) {
    const starts = runs.get(match[0].length);
    if (starts) starts.push(match.index);
    else runs.set(match[0].length, [match.index]);
  }
  for (const starts of runs.values()) starts.reverse();
  return runs;
}

/** The longest link target that is read. */
const MAX_TARGET = 800;

/** The target of an inline link whose parenthesis opens just before `from`. */
export function linkTarget(text: string, from: number): { readonly span: Span; readonly end: number } | undefined {
  let start = from;
  while (text[start] === " " || text[start] === "\n") start++;
  const angled = text[start] === "<";
  const last = Math.min(text.length, start + MAX_TARGET);
  let end = angled ? start + 1 : start;
  let depth = 0;
  for (; end < last; end++) {
    const c = text[end] as string;
    if (angled ? c === ">" || c === "\n" : c === " " || c === "\n" || c === "\t") break;
    if (!angled && c === "(") depth++;
    if (!angled && c === ")" && depth-- === 0) break;
  }
  const span = angled ? { start: start + 1, end } : { start, end };
  const close = afterTitle(text, angled ? end + 1 : end);
  return close === undefined ? undefined : { span, end: close };
}

/** The end of the link after its optional title. */
function afterTitle(text: string, from: number): number | undefined {
  const rest = text.slice(from, from + 500);
  const match = /^[ \t\n]*(?:(?:"[^"]*"|'[^']*')[ \t\n]*)?\)/.exec(rest);
  return match ? from + match[0].length : undefined;
}

/** `text` with the spans blanked out; line breaks stay. */
export function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const out: string[] = [];
  let at = 0;
  for (const span of sorted) {
    if (span.end <= at) continue;
    const start = Math.max(at, span.start);
    const cut = text.slice(start, span.end);
    const isOneLine = !cut.includes("\n") && !cut.includes("\r");
    out.push(text.slice(at, start), isOneLine ? " ".repeat(cut.length) : cut.replace(/[^\r\n]/g, " "));
    at = span.end;
  }
  out.push(text.slice(at));
  return out.join("");
}
