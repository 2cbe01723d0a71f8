import type { Entry, Value } from "../records/model.ts";
import { remembering } from "../text/remember.ts";
import type { Span } from "../text/span.ts";
import { withoutLastBreaks } from "./values.ts";

/** Thrown and caught in this file only: the text is not as simple as this reader wants it. */
class NotSimple extends Error {}
const NOT_SIMPLE = new NotSimple();

const SPACE = 32;
const DASH = 45;
const HASH = 35;
const COMMA = 44;
const COLON = 58;
/** Characters with which no plain scalar starts here; some could, in other YAML. */
const INDICATORS = new Set("-?:,[]{}#&*!|>'\"%@`<=~");
/** With one of these every number begins. */
const NUMERIC = new Set("+-.0123456789");
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

class SimpleReader {
  readonly #text: string;
  readonly #returns: boolean;
  /** The line that is next: where its content starts and ends, and how many blanks stand before it. */
  #start = 0;
  #end = 0;
  #indent = 0;
  /** Where the line after it starts; behind the text's end once there is no line left. */
  #after = 0;
  /** Where a comment stands next that has something before it. */
  #comment = -1;

  constructor(text: string) {
    this.#text = text;
    this.#returns = text.includes("\r");
  }

  read(): Value | undefined {
    this.#next();
    if (!this.#hasLine) throw NOT_SIMPLE;
    const value = this.#block(this.#indent, 0);
    if (this.#hasLine) throw NOT_SIMPLE;
    return value;
  }

  get #hasLine(): boolean {
    return this.#indent >= 0;
  }

  /** Goes on to the next line with content; comments have none. */
  #next(): void {
    const text = this.#text;
    for (let start = this.#after; start < text.length; ) {
      let stop = text.indexOf("\n", start);
      if (stop < 0) stop = text.length;
      let end = stop;
      if (end > start && text.charCodeAt(end - 1) === 13) end--;
      let at = start;
      while (at < end && text.charCodeAt(at) === SPACE) at++;
      if (this.#returns && text.slice(start, end).includes("\r")) throw NOT_SIMPLE;
      if (at < end && text.charCodeAt(at) !== HASH) {
        this.#start = at;
        this.#end = end;
        this.#indent = at - start;
        this.#after = stop + 1;
        return;
      }
      start = stop + 1;
    }
    this.#indent = -1;
    this.#after = text.length + 1;
  }

  get #isDash(): boolean {
    return isDash(this.#text, this.#start, this.#end);
  }

  /** The mapping or list whose lines have this indentation. */
  #block(indent: number, depth: number): Value {
    if (depth > MAX_DEPTH) throw NOT_SIMPLE;
    return this.#isDash ? this.#list(indent, depth) : this.#map(indent, depth, []);
  }

  #list(indent: number, depth: number): Value {
    const list = this.#listInColumn(indent, depth);
    this.#mustDedent(indent);
    return list;
  }

  #item(depth: number): Value {
    const [start, end, indent] = [this.#start, this.#end, this.#indent];
    let at = start + 1;
    while (at < end && this.#text.charCodeAt(at) === SPACE) at++;
    if (at >= end || this.#text.charCodeAt(at) === HASH || isDash(this.#text, at, end)) throw NOT_SIMPLE;
    const column = indent + at - start;
    const colon = keyEnd(this.#text, at, end);
    if (colon >= 0) return this.#map(column, depth + 1, [this.#entry(at, end, column, colon, depth + 1)]);
    this.#next();
    const value = this.#inline(at, end, indent);
    this.#mustDedent(indent);
    return value;
  }

  #map(indent: number, depth: number, entries: Entry[]): Value {
    let seen: Set<string> | undefined;
    while (this.#indent === indent && !this.#isDash) {
      const colon = keyEnd(this.#text, this.#start, this.#end);
      if (colon < 0) throw NOT_SIMPLE;
      const entry = this.#entry(this.#start, this.#end, indent, colon, depth);
      if (entries.length >= FEW) seen ??= new Set(entries.map(({ key }) => key));
      if (seen ? seen.has(entry.key) : hasKey(entries, entry.key)) throw NOT_SIMPLE;
      seen?.add(entry.key);
      entries.push(entry);
    }
    this.#mustDedent(indent);
    const [first, last] = [entries[0] as Entry, entries[entries.length - 1] as Entry];
    const end = Math.max(last.keySpan.end, last.value.span.end);
    return { type: "map", span: { start: first.keySpan.start, end }, entries };
  }

  #mustDedent(indent: number): void {
    if (this.#indent > indent || (this.#indent === indent && !this.#isDash)) throw NOT_SIMPLE;
  }

  #entry(start: number, end: number, indent: number, colon: number, depth: number): Entry {
    const key = simpleKey(this.#text.slice(start, colon));
    if (key === undefined) throw NOT_SIMPLE;
    this.#next();
    let at = colon + 1;
    while (at < end && this.#text.charCodeAt(at) === SPACE) at++;
    const keySpan = { start, end: colon };
    const value = at < end ? this.#inline(at, end, indent) : this.#below(indent, at, depth);
    return { key, keySpan, value };
  }

  /** The value on the lines after `key:`; a list may stand in the key's own column. */
  #below(indent: number, at: number, depth: number): Value {
    if (this.#indent > indent) return this.#block(this.#indent, depth + 1);
    if (this.#indent === indent && this.#isDash) return this.#listInColumn(indent, depth + 1);
    return { type: "empty", span: { start: at, end: at } };
  }

  #listInColumn(indent: number, depth: number): Value {
    const items: Value[] = [];
    const start = this.#start;
    while (this.#indent === indent && this.#isDash) items.push(this.#item(depth));
    return { type: "list", span: { start, end: (items[items.length - 1] as Value).span.end }, items };
  }

  /** A value that starts on the key's line; `indent` is the column of the key or dash. */
  #inline(at: number, lineEnd: number, indent: number): Value {
    const c = this.#text[at] as string;
    if (c === "|") return this.#literal(at, lineEnd, indent);
    if (this.#indent > indent) throw NOT_SIMPLE;
    if (c === '"' || c === "'") return this.#quoted(at, lineEnd, c);
    if (c === "[") return this.#flow(at, lineEnd);
    return this.#plain(at, this.#withoutComment(at, lineEnd));
  }

  /** The end of a value on its line, the comment after it and the blanks before that left out. */
  #withoutComment(at: number, lineEnd: number): number {
    if (this.#comment < at) {
      const found = this.#text.indexOf(" #", at);
      this.#comment = found < 0 ? this.#text.length : found;
    }
    let end = Math.min(lineEnd, this.#comment);
    while (end > at && this.#text.charCodeAt(end - 1) === SPACE) end--;
    return end;
  }

  #plain(at: number, end: number): Value {
    const text = this.#text.slice(at, end);
    const first = text[0] as string;
    const odd = NUMERIC.has(first);
    if (INDICATORS.has(first) && !(odd && NUMBER.test(text))) throw NOT_SIMPLE;
    if (text.includes(": ") || text.endsWith(":") || (odd && ODD.test(text))) throw NOT_SIMPLE;
    return scalarOf(text, { start: at, end }, odd);
  }

  #quoted(at: number, lineEnd: number, quote: string): Value {
    const close = closingQuote(this.#text, at, quote);
    if (close < 0 || close >= lineEnd) throw NOT_SIMPLE;
    const inner = this.#text.slice(at + 1, close);
    const text = inner.includes("\\") ? withoutEscapes(inner, quote) : inner;
    const after = this.#text.slice(close + 1, lineEnd);
    if (after !== "" && !/^ +#|^ +$/.test(after)) throw NOT_SIMPLE;
    return { type: "scalar", span: { start: at, end: close + 1 }, text, plain: text };
  }

  /** `[a, "b", 3]` on one line, no brackets in it. */
  #flow(at: number, lineEnd: number): Value {
    const end = this.#withoutComment(at, lineEnd);
    const inside = this.#text.slice(at + 1, end - 1);
    if (this.#text[end - 1] !== "]" || end - 1 <= at || /[[\]{}#&*!|>%@`?\\]/.test(inside)) throw NOT_SIMPLE;
    const items: Value[] = [];
    if (this.#behindBlanks(at + 1, end - 1) === end - 1) return { type: "list", span: { start: at, end }, items };
    for (let from = at + 1; from < end; ) {
      const to = this.#find(COMMA, from, end - 1);
      items.push(this.#flowItem(from, to));
      from = to + 1;
    }
    return { type: "list", span: { start: at, end }, items };
  }

  #flowItem(from: number, to: number): Value {
    const start = this.#behindBlanks(from, to);
    let end = to;
    while (end > start && this.#text.charCodeAt(end - 1) === SPACE) end--;
    if (start === end) throw NOT_SIMPLE;
    const quote = this.#text[start];
    if (quote !== '"' && quote !== "'") return this.#plainItem(start, end);
    const inner = this.#text.slice(start + 1, end - 1);
    if (end - start < 2 || this.#text[end - 1] !== quote || inner.includes(quote) || inner.includes(":"))
      throw NOT_SIMPLE;
    return { type: "scalar", span: { start, end }, text: inner, plain: inner };
  }

  #plainItem(start: number, end: number): Value {
    if (this.#find(COLON, start, end) < end) throw NOT_SIMPLE;
    return this.#plain(start, end);
  }

  /** Where a character stands first; `to` where it does not. */
  #find(code: number, from: number, to: number): number {
    let at = from;
    while (at < to && this.#text.charCodeAt(at) !== code) at++;
    return at;
  }

  #behindBlanks(from: number, to: number): number {
    let at = from;
    while (at < to && this.#text.charCodeAt(at) === SPACE) at++;
    return at;
  }

  /** `|` with lines of text below. What chomping does to its end does not matter: line breaks there are left out. */
  #literal(at: number, lineEnd: number, indent: number): Value {
    if (!/^\|[-+]?(?: +(?:#.*)?)?$/.test(this.#text.slice(at, lineEnd))) throw NOT_SIMPLE;
    const from = this.#text.indexOf("\n", lineEnd) + 1;
    if (this.#indent <= indent || from === 0) throw NOT_SIMPLE;
    const { text, end } = literalText(this.#text, from, this.#indent, indent);
    while (this.#hasLine && this.#start < end) this.#next();
    return { type: "scalar", span: { start: at, end }, text, plain: text };
  }
}

/** Where the quote is that ends what a quote begins; -1 where there is none. */
function closingQuote(text: string, at: number, quote: string): number {
  let close = text.indexOf(quote, at + 1);
  while (quote === '"' && close >= 0 && isEscaped(text, close)) close = text.indexOf(quote, close + 1);
  return close;
}

/** Whether the character has a backslash before it that has none of its own. */
function isEscaped(text: string, at: number): boolean {
  let count = 0;
  while (text[at - 1 - count] === "\\") count++;
  return count % 2 === 1;
}

/** Quoted text in which backslashes stand; those before anything but quotes and backslashes are not simple. */
function withoutEscapes(inner: string, quote: string): string {
  if (quote === "'") return inner;
  return inner.replace(/\\(.)/g, (_, escaped: string) => {
    if (escaped !== '"' && escaped !== "\\") throw NOT_SIMPLE;
    return escaped;
  });
}

/** A key, as one string wherever it stands; undefined for one that is not simple. */
const simpleKey = remembering((text) => (KEY.test(text) && !text.endsWith(" ") ? text : undefined));

function hasKey(entries: readonly Entry[], key: string): boolean {
  for (const entry of entries) if (entry.key === key) return true;
  return false;
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

/** @param odd whether it begins like a number */
function scalarOf(text: string, span: Span, odd: boolean): Value {
  if (text.length === 4 || text.length === 5) {
    if (NULLS.has(text)) return { type: "empty", span };
    const word = WORDS.get(text);
    if (word !== undefined) return { type: "scalar", span, text, plain: word };
  }
  const number = odd && NUMBER.test(text) ? Number(text) : Number.NaN;
  return { type: "scalar", span, text, plain: Number.isFinite(number) ? number : text };
}
