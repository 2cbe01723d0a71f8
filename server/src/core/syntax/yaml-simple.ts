import type { Entry, ScalarValue, Value } from "../records/model.ts";
import { detached } from "../text/detached.ts";
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
/** With one of these every number begins. */
const NUMERIC = new Set("+-.0123456789");
const STRAY_RETURN = /\r(?!\n|$)/;
/** Lines without content, and the blanks before some. */
const SKIPPED = /(?: *(?:#[^\n]*)?\r?\n)* *(?:(?:#[^\n]*|\r)$)?/y;
/** `key:` with the blanks that follow, where a line begins so. */
const KEYED = /[A-Za-z_](?:[\w ./()-]*[\w./()-])?:(?: +|(?=[\r\n]|$))/y;
/** A plain scalar up to the end of its line that is told by its first look: neither an indicator nor a number, comment or mapping. */
const PLAIN = /[^-?:,[\]{}#&*!|>'"%@`<=~+.0-9\s](?:[^:#\r\n]*[^:#\s])?(?=[\r\n]|$)/y;
/** A number, date or the like up to the end of its line. */
const FIGURES = /(?!0[xo])\d[\w.-]*(?=[\r\n]|$)/iy;
const NUMBER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const WORDS: ReadonlyMap<string, boolean> = new Map([
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
]);
const NULLS: ReadonlySet<string> = new Set(["null", "Null", "NULL"]);
/** Of those above. */
const LONGEST_WORD = 5;
/** Words that another reading of YAML takes for numbers. */
const ODD = /^(?:0[xo]|[-+]?\.(?:inf|nan)$)/i;
const LETTER = /^[A-Za-z]/;
const BLANK = /^ *$/;
const MAX_DEPTH = 12;
/** More than is read of any document; expressions that repeat along a text of many times that length run out of stack. */
const LONGEST = 1_000_000;
/** Up to so many keys a look along them is quicker than a set. */
const FEW = 24;

/**
 * Reads the YAML that people mostly write: mappings and lists in block style, scalars of one line, short lists in
 * brackets, literal blocks. Undefined for anything else, which is left to the library; where it answers, it answers
 * what the library would, several times as fast.
 */
export function parseSimpleYaml(text: string): Value | undefined {
  if (text.length > LONGEST || text.includes("\t") || text.includes("\ufeff")) return undefined;
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
  /** Whether it begins with the dash of an item. */
  #dash = false;
  /** Where a comment stands next that has something before it. */
  #comment = -1;

  constructor(text: string) {
    this.#text = text;
    this.#returns = text.includes("\r");
  }

  read(): Value | undefined {
    if (this.#returns && STRAY_RETURN.test(this.#text)) throw NOT_SIMPLE;
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
    SKIPPED.lastIndex = this.#after;
    const at = this.#after < text.length && SKIPPED.test(text) ? SKIPPED.lastIndex : text.length;
    if (at === text.length) {
      this.#indent = -1;
      this.#after = text.length + 1;
      return;
    }
    let stop = text.indexOf("\n", at);
    if (stop < 0) stop = text.length;
    const end = this.#returns && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    this.#dash = text.charCodeAt(at) === DASH && isDash(text, at, end);
    this.#start = at;
    this.#end = end;
    this.#indent = at - text.lastIndexOf("\n", at) - 1;
    this.#after = stop + 1;
  }

  /** The mapping or list whose lines have this indentation. */
  #block(indent: number, depth: number): Value {
    if (depth > MAX_DEPTH) throw NOT_SIMPLE;
    return this.#dash ? this.#list(indent, depth) : this.#map(indent, depth, []);
  }

  #list(indent: number, depth: number): Value {
    const list = this.#listInColumn(indent, depth);
    this.#mustDedent(indent);
    return list;
  }

  #item(depth: number): Value {
    const start = this.#start;
    const end = this.#end;
    const indent = this.#indent;
    let at = start + 1;
    while (at < end && this.#text.charCodeAt(at) === SPACE) at++;
    if (at >= end || this.#text.charCodeAt(at) === HASH || isDash(this.#text, at, end)) throw NOT_SIMPLE;
    const column = indent + at - start;
    const entry = this.#entry(at, end, column, depth + 1);
    if (entry) return this.#map(column, depth + 1, [entry]);
    if (hasKey(this.#text, at, end)) throw NOT_SIMPLE;
    this.#next();
    const value = this.#inline(at, end, indent);
    this.#mustDedent(indent);
    return value;
  }

  #map(indent: number, depth: number, entries: Entry[]): Value {
    const keys = entries.map(({ key }) => key);
    let seen: Set<string> | undefined;
    while (this.#indent === indent && !this.#dash) {
      const entry = this.#entry(this.#start, this.#end, indent, depth);
      if (!entry) throw NOT_SIMPLE;
      const { key } = entry;
      if (keys.length >= FEW) seen ??= new Set(keys);
      if (seen ? seen.has(key) : keys.includes(key)) throw NOT_SIMPLE;
      if (seen) seen.add(key);
      else keys.push(key);
      entries.push(entry);
    }
    this.#mustDedent(indent);
    const { start } = (entries[0] as Entry).keySpan;
    const last = entries[entries.length - 1] as Entry;
    const end = Math.max(last.keySpan.end, last.value.span.end);
    return { type: "map", span: { start, end }, entries };
  }

  #mustDedent(indent: number): void {
    if (this.#indent > indent || (this.#indent === indent && !this.#dash)) throw NOT_SIMPLE;
  }

  /** The entry that begins at `start`; undefined where no simple key does. */
  #entry(start: number, end: number, indent: number, depth: number): Entry | undefined {
    const text = this.#text;
    KEYED.lastIndex = start;
    if (!KEYED.test(text)) return undefined;
    const at = KEYED.lastIndex;
    const colon = text.indexOf(":", start);
    const written = text.slice(start, colon);
    const key = KEYS.get(written) ?? newKey(written);
    this.#next();
    const keySpan = { start, end: colon };
    const value = at < end ? this.#inline(at, end, indent) : this.#below(indent, at, depth);
    return { key, keySpan, value };
  }

  /** The value on the lines after `key:`; a list may stand in the key's own column. */
  #below(indent: number, at: number, depth: number): Value {
    if (this.#indent > indent) return this.#block(this.#indent, depth + 1);
    if (this.#indent === indent && this.#dash) return this.#listInColumn(indent, depth + 1);
    return { type: "empty", span: { start: at, end: at } };
  }

  #listInColumn(indent: number, depth: number): Value {
    const items: Value[] = [];
    const start = this.#start;
    while (this.#indent === indent && this.#dash) items.push(this.#item(depth));
    return { type: "list", span: { start, end: (items[items.length - 1] as Value).span.end }, items };
  }

  /** A value that starts on the key's line; `indent` is the column of the key or dash. */
  #inline(at: number, lineEnd: number, indent: number): Value {
    const text = this.#text;
    PLAIN.lastIndex = at;
    if (PLAIN.test(text)) {
      if (this.#indent > indent) throw NOT_SIMPLE;
      const word = text.slice(at, lineEnd);
      const span = { start: at, end: lineEnd };
      return word.length > LONGEST_WORD ? { type: "scalar", span, text: word, plain: word } : wordOf(word, span);
    }
    FIGURES.lastIndex = at;
    const isFigure = isDigit(text.charCodeAt(at)) && FIGURES.test(text);
    if (isFigure && this.#indent <= indent) return figureOf(text.slice(at, lineEnd), { start: at, end: lineEnd });
    const c = text[at] as string;
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
    const span = { start: at, end };
    if (!odd) return wordOf(text, span);
    return figureOf(text, span);
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
    if (BLANK.test(inside)) return { type: "list", span: { start: at, end }, items };
    const first = at + 1;
    for (let from = 0; from <= inside.length; ) {
      const comma = inside.indexOf(",", from);
      const to = comma < 0 ? inside.length : comma;
      items.push(this.#flowItem(first + from, first + to));
      from = to + 1;
    }
    return { type: "list", span: { start: at, end }, items };
  }

  #flowItem(from: number, to: number): Value {
    const text = this.#text;
    let start = from;
    let end = to;
    while (start < end && text.charCodeAt(start) === SPACE) start++;
    while (end > start && text.charCodeAt(end - 1) === SPACE) end--;
    if (start === end) throw NOT_SIMPLE;
    const quote = text[start];
    const isQuoted = quote === '"' || quote === "'";
    const inner = isQuoted ? text.slice(start + 1, end - 1) : text.slice(start, end);
    if (inner.includes(":")) throw NOT_SIMPLE;
    if (!isQuoted) return LETTER.test(inner) ? wordOf(inner, { start, end }) : this.#plain(start, end);
    if (end - start < 2 || text[end - 1] !== quote || inner.includes(quote)) throw NOT_SIMPLE;
    return { type: "scalar", span: { start, end }, text: inner, plain: inner };
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

/** Keys, each as one string wherever it stands. */
const KEYS = new Map<string, string>();
const MOST_KEYS = 4096;
const LONGEST_KEY = 120;

function newKey(written: string): string {
  if (written.length > LONGEST_KEY) return written;
  if (KEYS.size >= MOST_KEYS) KEYS.clear();
  const key = detached(written);
  KEYS.set(key, key);
  return key;
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

/** Whether the line has a `key:`. */
function hasKey(text: string, at: number, end: number): boolean {
  for (let i = at; i < end; i++) {
    if (text.charCodeAt(i) === COLON && (i + 1 >= end || text.charCodeAt(i + 1) === SPACE)) return true;
  }
  return false;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** What begins like a number. */
function figureOf(text: string, span: Span): ScalarValue {
  const number = NUMBER.test(text) ? Number(text) : Number.NaN;
  return { type: "scalar", span, text, plain: Number.isFinite(number) ? number : text };
}

/** What does not begin like a number: a text, unless it is a word for yes, no or nothing. */
function wordOf(text: string, span: Span): Value {
  if (text.length === 4 || text.length === LONGEST_WORD) {
    if (NULLS.has(text)) return { type: "empty", span };
    const word = WORDS.get(text);
    if (word !== undefined) return { type: "scalar", span, text, plain: word };
  }
  return { type: "scalar", span, text, plain: text };
}
