import type { Span } from "../text/span.ts";
import { type Steps, toEnd } from "../text/to-end.ts";

/** One cell of a CSV row. */
export interface CsvCell {
  /** The cell as written, quotes included, surrounding blanks not. */
  readonly span: Span;
  /** Its value, quotes taken off. */
  readonly text: string;
  readonly quoted: boolean;
}

/** One row; a quoted cell may go over several lines. */
export interface CsvRow extends Span {
  readonly cells: readonly CsvCell[];
}

/** A CSV text as read (RFC 4180). */
export interface CsvTable {
  readonly delimiter: "," | ";" | "\t";
  /** Rows with content, the header first. */
  readonly rows: readonly CsvRow[];
  /** Where a quote opens that is never closed. */
  readonly unclosed: Span | undefined;
}

/** Reads a CSV text from offset `from` on, its delimiter guessed from the header line. Never throws. */
export const readCsv = (text: string, from = 0): CsvTable => toEnd(readingCsv(text, from));

/** So many rows are read at a step. */
const AT_A_TIME = 2048;

/** The same in steps of some milliseconds. */
export function* readingCsv(text: string, from = 0): Steps<CsvTable> {
  const delimiter = delimiterOf(text, from);
  const rows: CsvRow[] = [];
  const reader = new CsvReader(text, delimiter, from);
  for (let row = reader.row(); row; row = reader.row()) {
    if (row.cells.some((cell) => cell.text !== "")) rows.push(row);
    if (rows.length % AT_A_TIME === AT_A_TIME - 1) yield;
  }
  return { delimiter, rows, unclosed: reader.unclosed };
}

function delimiterOf(text: string, from: number): CsvTable["delimiter"] {
  const eol = text.slice(from, from + 10_000).search(/[\r\n]/);
  const header = text.slice(from, eol < 0 ? from + 10_000 : from + eol).replace(/"[^"]*"/g, "");
  const count = (c: string) => header.split(c).length;
  if (count(";") > count(",") && count(";") >= count("\t")) return ";";
  return count("\t") > count(",") ? "\t" : ",";
}

class CsvReader {
  unclosed: Span | undefined;
  readonly #text: string;
  readonly #delimiter: string;
  #at: number;

  constructor(text: string, delimiter: string, from: number) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#at = from;
  }

  row(): CsvRow | undefined {
    const start = this.#at;
    if (start >= this.#text.length) return undefined;
    const cells = [this.#cell()];
    while (this.#text[this.#at] === this.#delimiter) {
      this.#at++;
      cells.push(this.#cell());
    }
    const end = this.#at;
    if (this.#text[this.#at] === "\r") this.#at++;
    if (this.#text[this.#at] === "\n") this.#at++;
    return { start, end, cells };
  }

  #cell(): CsvCell {
    let start = this.#at;
    while (this.#text[start] === " ") start++;
    return this.#text[start] === '"' ? this.#quoted(start) : this.#plain(start);
  }

  #plain(from: number): CsvCell {
    const text = this.#text;
    let end = this.#at;
    while (end < text.length && text[end] !== this.#delimiter && text[end] !== "\n" && text[end] !== "\r") end++;
    this.#at = end;
    let start = Math.min(from, end);
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    return { span: { start, end }, text: text.slice(start, end), quoted: false };
  }

  #quoted(start: number): CsvCell {
    const text = this.#text;
    let value = "";
    let from = start + 1;
    let close = text.indexOf('"', from);
    while (close >= 0 && text[close + 1] === '"') {
      value += text.slice(from, close + 1);
      from = close + 2;
      close = text.indexOf('"', from);
    }
    if (close < 0) return this.#open(start);
    value += text.slice(from, close);
    const end = close + 1;
    this.#at = end;
    while (this.#at < text.length && !this.#stopsAt(this.#at)) this.#at++;
    return { span: { start, end }, text: value, quoted: true };
  }

  /** A quote that is never closed is read to the end of its line only, so that one slip does not hide all rows below. */
  #open(start: number): CsvCell {
    this.unclosed ??= { start, end: start + 1 };
    this.#at = start;
    return this.#plain(start);
  }

  #stopsAt(at: number): boolean {
    const c = this.#text[at];
    return c === this.#delimiter || c === "\n" || c === "\r";
  }
}

const isBlank = (code: number) => code === 32 || code === 9;
