/** One line of block YAML taken apart by its looks; columns count from the line's start. */
export interface YamlLine {
  readonly text: string;
  /** Columns of the dashes that open items on this line. */
  readonly dashes: readonly number[];
  /** Column of the first character after indentation and dashes; the line's length when there is none. */
  readonly column: number;
  readonly key: YamlKey | undefined;
  /** Neither blank nor a comment. */
  readonly content: boolean;
}

/** A key on a line with the colon after it. */
export interface YamlKey {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly colon: number;
  /** What follows the colon, trimmed. */
  readonly value: string;
}

const isBlank = (c: string | undefined): boolean => c === undefined || c === " " || c === "\t";

/** Takes one line (without its line break) apart. */
export function readLine(text: string): YamlLine {
  const dashes: number[] = [];
  let at = skipBlanks(text, 0);
  while (text[at] === "-" && isBlank(text[at + 1])) {
    dashes.push(at);
    at = skipBlanks(text, at + 1);
  }
  const content = at < text.length ? text[at] !== "#" : dashes.length > 0;
  return { text, dashes, column: at, key: content ? readKey(text, at) : undefined, content };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text[at])) at++;
  return at;
}

function readKey(text: string, from: number): YamlKey | undefined {
  const first = text[from];
  if (first === undefined || "#[]{},&*!|>%@`".includes(first)) return undefined;
  const quoted = first === '"' || first === "'";
  const colon = quoted ? colonAfterQuote(text, from, first) : plainColon(text, from);
  if (colon === undefined) return undefined;
  const end = text.slice(0, colon).trimEnd().length;
  const name = quoted ? text.slice(from + 1, end - 1) : text.slice(from, end);
  return { name, start: from, end, colon, value: text.slice(colon + 1).trim() };
}

function colonAfterQuote(text: string, from: number, quote: string): number | undefined {
  const close = text.indexOf(quote, from + 1);
  const colon = close < 0 ? -1 : skipBlanks(text, close + 1);
  return text[colon] === ":" && isBlank(text[colon + 1]) ? colon : undefined;
}

function plainColon(text: string, from: number): number | undefined {
  for (let i = from; i < text.length; i++) {
    if (text[i] === ":" && isBlank(text[i + 1])) return i;
    if (text[i] === "#" && isBlank(text[i - 1])) return undefined;
  }
  return undefined;
}

/** Offset after a value on its line: trailing blanks and a comment are not part of it. */
export function valueEnd(text: string, from: number): number {
  let quote = "";
  for (let i = from; i < text.length; i++) {
    const c = text[i] as string;
    if (quote !== "") {
      if (c === "\\" && quote === '"') i++;
      else if (c === quote) quote = "";
    } else if ((c === '"' || c === "'") && (i === from || "[{, ".includes(text[i - 1] as string))) quote = c;
    else if (c === "#" && isBlank(text[i - 1])) return text.slice(0, i).trimEnd().length;
  }
  return Math.max(from, text.trimEnd().length);
}

/** Walks the lines of a text up or down from the one that holds an offset, within `[from, to)`. */
export class LineWalk {
  readonly #text: string;
  readonly #from: number;
  readonly #to: number;

  constructor(text: string, from: number, to: number) {
    this.#text = text;
    this.#from = from;
    this.#to = to;
  }

  /** Start of the line that holds `offset`. */
  start(offset: number): number {
    return offset <= this.#from ? this.#from : Math.max(this.#from, this.#text.lastIndexOf("\n", offset - 1) + 1);
  }

  /** The line that starts at `start`, without its line break. */
  line(start: number): string {
    const line = this.#text.slice(start, this.#endOf(start));
    return line.endsWith("\r") ? line.slice(0, -1) : line;
  }

  /** Column of the first character of the line that starts at `start`. */
  indent(start: number): number {
    let at = start;
    while (this.#text[at] === " ") at++;
    return at - start;
  }

  /** Whether the line that starts at `start` begins with a dash at a column. */
  opensItem(start: number, column: number): boolean {
    return this.#text[start + column] === "-" && isBlank(this.#text[start + column + 1]?.replace(/[\r\n]/, " "));
  }

  #endOf(start: number): number {
    const newline = this.#text.indexOf("\n", start);
    return newline < 0 || newline > this.#to ? this.#to : newline;
  }

  /** Starts of the lines above the one that starts at `start`, nearest first. */
  *above(start: number): Generator<number> {
    for (let at = start; at > this.#from; ) {
      at = this.start(at - 1);
      yield at;
    }
  }

  /** Starts of the lines below. */
  *below(start: number): Generator<number> {
    for (let at = this.#endOf(start) + 1; at < this.#to; at = this.#endOf(at) + 1) yield at;
  }
}
