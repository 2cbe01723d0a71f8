import type { Entry, Value } from "../records/model.ts";
import type { Span } from "../text/span.ts";
import { withoutLastBreaks } from "./values.ts";

/** Thrown and caught in this file only: the text is not as simple as this reader wants it. */
class NotSimple extends Error {}
const NOT_SIMPLE = new NotSimple();

const SPACE = 32;
const DASH = 45;
const HASH = 35;
const COLON = 58;
/** Characters with which no plain scalar starts here; some could, in other YAML. */
const INDICATORS = new Set("-?:,[]{}#&*!|>'\"%@`<=~");
const KEY = /^[A-Za-z_][\w ./()-]*$/;
const NUMBER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const WORDS: ReadonlyMap<string, boolean> = new Map([
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
]);
const NULLS: ReadonlySet<string> = new Set(["null", "Null", "NULL"]);
/** Words that another reading of YAML takes for numbers. */
const ODD = /^(?:0[xo]|[-+]?\.(?:inf|nan)$)/i;
const MAX_DEPTH = 12;
/** Up to so many keys a look along them is quicker than a set. */
const FEW = 24;

/**
 * Reads the YAML that people mostly write: mappings and lists in block style, scalars of one line, short lists in
 * brackets, literal blocks. Undefined for anything else, which is left to the library; where it answers, it answers
 * what the library would, several times as fast.
 */
export function parseSimpleYaml(text: string): Value | undefined {
  if (text.includes("\t") || text.includes("\ufeff")) return undefined;
  try {
    return new SimpleReader(text).read();
  } catch (error) {
    if (error instanceof NotSimple) return undefined;
    throw error;
  }
}

interface Line extends Span {
  readonly indent: number;
}

class SimpleReader {
  readonly #text: string;
  readonly #lines: readonly Line[];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lines = contentLines(text);
  }

  read(): Value | undefined {
    const first = this.#lines[0];
    if (!first) throw NOT_SIMPLE;
    const value = this.#block(first.indent, 0);
    if (this.#at < this.#lines.length) throw NOT_SIMPLE;
    return value;
  }

  /** The mapping or list whose lines have this indentation. */
  #block(indent: number, depth: number): Value {
    if (depth > MAX_DEPTH) throw NOT_SIMPLE;
    const line = this.#lines[this.#at] as Line;
    return isDash(this.#text, line.start, line.end) ? this.#list(indent, depth) : this.#map(indent, depth, []);
  }

  #list(indent: number, depth: number): Value {
    const items: Value[] = [];
    const start = (this.#lines[this.#at] as Line).start;
    for (let line = this.#lines[this.#at]; line?.indent === indent; line = this.#lines[this.#at]) {
      if (!isDash(this.#text, line.start, line.end)) break;
      items.push(this.#item(line, depth));
    }
    this.#mustDedent(indent);
    return { type: "list", span: { start, end: (items.at(-1) as Value).span.end }, items };
  }

  #item(line: Line, depth: number): Value {
    let at = line.start + 1;
    while (at < line.end && this.#text.charCodeAt(at) === SPACE) at++;
    if (at >= line.end || this.#text.charCodeAt(at) === HASH || isDash(this.#text, at, line.end)) throw NOT_SIMPLE;
    const column = line.indent + at - line.start;
    const colon = keyEnd(this.#text, at, line.end);
    if (colon >= 0)
      return this.#map(column, depth + 1, [
        this.#entry({ start: at, end: line.end, indent: column }, colon, depth + 1),
      ]);
    this.#at++;
    const value = this.#inline(at, line.end, line.indent);
    this.#mustDedent(line.indent);
    return value;
  }

  #map(indent: number, depth: number, entries: Entry[]): Value {
    let seen: Set<string> | undefined;
    const isSeen = (key: string): boolean => {
      if (entries.length < FEW) return entries.some((entry) => entry.key === key);
      seen ??= new Set(entries.map((entry) => entry.key));
      return seen.has(key);
    };
    for (let line = this.#lines[this.#at]; line?.indent === indent; line = this.#lines[this.#at]) {
      if (isDash(this.#text, line.start, line.end)) break;
      const colon = keyEnd(this.#text, line.start, line.end);
      if (colon < 0) throw NOT_SIMPLE;
      const entry = this.#entry(line, colon, depth);
      if (isSeen(entry.key)) throw NOT_SIMPLE;
      seen?.add(entry.key);
      entries.push(entry);
    }
    this.#mustDedent(indent);
    const [first, last] = [entries[0] as Entry, entries.at(-1) as Entry];
    const end = Math.max(last.keySpan.end, last.value.span.end);
    return { type: "map", span: { start: first.keySpan.start, end }, entries };
  }

  #mustDedent(indent: number): void {
    const line = this.#lines[this.#at];
    if (line && (line.indent > indent || (line.indent === indent && !isDash(this.#text, line.start, line.end))))
      throw NOT_SIMPLE;
  }

  #entry(line: Line, colon: number, depth: number): Entry {
    const key = this.#text.slice(line.start, colon);
    if (!KEY.test(key) || key.endsWith(" ")) throw NOT_SIMPLE;
    this.#at++;
    let at = colon + 1;
    while (at < line.end && this.#text.charCodeAt(at) === SPACE) at++;
    const keySpan = { start: line.start, end: colon };
    const value = at < line.end ? this.#inline(at, line.end, line.indent) : this.#below(line.indent, at, depth);
    return { key, keySpan, value };
  }

  /** The value on the lines after `key:`; a list may stand in the key's own column. */
  #below(indent: number, at: number, depth: number): Value {
    const next = this.#lines[this.#at];
    if (!next || next.indent < indent) return { type: "empty", span: { start: at, end: at } };
    if (next.indent > indent) return this.#block(next.indent, depth + 1);
    if (isDash(this.#text, next.start, next.end)) return this.#listInColumn(indent, depth + 1);
    return { type: "empty", span: { start: at, end: at } };
  }

  #listInColumn(indent: number, depth: number): Value {
    const items: Value[] = [];
    const start = (this.#lines[this.#at] as Line).start;
    for (let line = this.#lines[this.#at]; line?.indent === indent; line = this.#lines[this.#at]) {
      if (!isDash(this.#text, line.start, line.end)) break;
      items.push(this.#item(line, depth));
    }
    return { type: "list", span: { start, end: (items.at(-1) as Value).span.end }, items };
  }

  /** A value that starts on the key's line; `indent` is the column of the key or dash. */
  #inline(at: number, lineEnd: number, indent: number): Value {
    const c = this.#text[at] as string;
    if (c === "|") return this.#literal(at, lineEnd, indent);
    const next = this.#lines[this.#at];
    if (next && next.indent > indent) throw NOT_SIMPLE;
    if (c === '"' || c === "'") return this.#quoted(at, lineEnd, c);
    if (c === "[") return this.#flow(at, lineEnd);
    return this.#plain(at, withoutComment(this.#text, at, lineEnd));
  }

  #plain(at: number, end: number): Value {
    const text = this.#text.slice(at, end);
    if (INDICATORS.has(text[0] as string) && !NUMBER.test(text)) throw NOT_SIMPLE;
    if (text.includes(": ") || text.endsWith(":") || ODD.test(text)) throw NOT_SIMPLE;
    return scalarOf(text, { start: at, end });
  }

  #quoted(at: number, lineEnd: number, quote: string): Value {
    const close = this.#text.indexOf(quote, at + 1);
    if (close < 0 || close >= lineEnd) throw NOT_SIMPLE;
    const text = this.#text.slice(at + 1, close);
    if (text.includes("\\")) throw NOT_SIMPLE;
    const after = this.#text.slice(close + 1, lineEnd);
    if (after !== "" && !/^ +#|^ +$/.test(after)) throw NOT_SIMPLE;
    return { type: "scalar", span: { start: at, end: close + 1 }, text, plain: text };
  }

  /** `[a, "b", 3]` on one line, no brackets in it. */
  #flow(at: number, lineEnd: number): Value {
    const end = withoutComment(this.#text, at, lineEnd);
    const inside = this.#text.slice(at + 1, end - 1);
    if (this.#text[end - 1] !== "]" || end - 1 <= at || /[[\]{}#&*!|>%@`?\\]/.test(inside)) throw NOT_SIMPLE;
    const items: Value[] = [];
    if (inside.trim() === "") return { type: "list", span: { start: at, end }, items };
    let from = at + 1;
    for (const part of inside.split(",")) {
      items.push(this.#flowItem(part, from));
      from += part.length + 1;
    }
    return { type: "list", span: { start: at, end }, items };
  }

  #flowItem(part: string, from: number): Value {
    const text = part.trim();
    const start = from + part.length - part.trimStart().length;
    const quote = text[0];
    if (quote === undefined || text.includes(":")) throw NOT_SIMPLE;
    if (quote !== '"' && quote !== "'") return this.#plain(start, start + text.length);
    const inner = text.slice(1, -1);
    if (text.length < 2 || text.at(-1) !== quote || inner.includes(quote)) throw NOT_SIMPLE;
    return { type: "scalar", span: { start, end: start + text.length }, text: inner, plain: inner };
  }

  /** `|` with lines of text below. What chomping does to its end does not matter: line breaks there are left out. */
  #literal(at: number, lineEnd: number, indent: number): Value {
    if (!/^\|[-+]?(?: +(?:#.*)?)?$/.test(this.#text.slice(at, lineEnd))) throw NOT_SIMPLE;
    const first = this.#lines[this.#at];
    const from = this.#text.indexOf("\n", lineEnd) + 1;
    if (!first || first.indent <= indent || from === 0) throw NOT_SIMPLE;
    const { text, end } = literalText(this.#text, from, first.indent, indent);
    while (this.#at < this.#lines.length && (this.#lines[this.#at] as Line).start < end) this.#at++;
    return { type: "scalar", span: { start: at, end }, text, plain: text };
  }
}

/** Lines with content, comments left out. */
function contentLines(text: string): Line[] {
  const lines: Line[] = [];
  const returns = text.includes("\r");
  for (let start = 0; start < text.length; ) {
    let stop = text.indexOf("\n", start);
    if (stop < 0) stop = text.length;
    let end = stop;
    if (end > start && text.charCodeAt(end - 1) === 13) end--;
    let at = start;
    while (at < end && text.charCodeAt(at) === SPACE) at++;
    if (returns && text.slice(start, end).includes("\r")) throw NOT_SIMPLE;
    if (at < end && text.charCodeAt(at) !== HASH) lines.push({ start: at, end, indent: at - start });
    start = stop + 1;
  }
  return lines;
}

/** The lines of a literal block from `from` on. Comments below it, and lines less indented than its text, are not simple. */
function literalText(text: string, from: number, column: number, parent: number): { text: string; end: number } {
  const lines: string[] = [];
  let end = from;
  for (let start = from; start < text.length; ) {
    let stop = text.indexOf("\n", start);
    if (stop < 0) stop = text.length;
    const line = text.slice(start, stop).replace(/\r$/, "");
    const depth = line.length - line.trimStart().length;
    if (line.trim() !== "") {
      if (depth < column) {
        if (depth > parent || line[depth] === "#") throw NOT_SIMPLE;
        break;
      }
      end = start + line.trimEnd().length;
    } else if (line.length > 0) throw NOT_SIMPLE;
    lines.push(line.slice(column));
    start = stop + 1;
  }
  if (lines.some((line) => line !== line.trimEnd())) throw NOT_SIMPLE;
  return { text: withoutLastBreaks(lines.join("\n")), end };
}

function isDash(text: string, at: number, end: number): boolean {
  return text.charCodeAt(at) === DASH && (at + 1 >= end || text.charCodeAt(at + 1) === SPACE);
}

/** Where the colon of `key:` is; -1 where the line has none. */
function keyEnd(text: string, at: number, end: number): number {
  for (let i = at; i < end; i++) {
    if (text.charCodeAt(i) === COLON && (i + 1 >= end || text.charCodeAt(i + 1) === SPACE)) return i;
  }
  return -1;
}

/** The end of a value on its line, the comment after it and the blanks before that left out. */
function withoutComment(text: string, at: number, lineEnd: number): number {
  let end = at;
  while (end < lineEnd && !(text.charCodeAt(end) === SPACE && text.charCodeAt(end + 1) === HASH)) end++;
  while (end > at && text.charCodeAt(end - 1) === SPACE) end--;
  return end;
}

function scalarOf(text: string, span: Span): Value {
  if (NULLS.has(text)) return { type: "empty", span };
  const word = WORDS.get(text);
  if (word !== undefined) return { type: "scalar", span, text, plain: word };
  const number = NUMBER.test(text) ? Number(text) : Number.NaN;
  return { type: "scalar", span, text, plain: Number.isFinite(number) ? number : text };
}
