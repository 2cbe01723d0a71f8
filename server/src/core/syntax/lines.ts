/** Behind the end of any text. */
const NOWHERE = 0x3fffffff;

/** Where a character stands next from an offset on; behind the end of any text where it does not. */
export function nextOf(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from);
  return at < 0 ? NOWHERE : at;
}

/**
 * The lines of a text one after another, the last one read at hand; a lighter sibling of `LineIndex` for readers that go line by line. They
 * end with LF, CRLF or a lone CR. A text that ends in a line break has no empty last line.
 */
export class LineReader {
  /** Offset of the line's first character. */
  start = 0;
  /** Offset after the line's last character, its line break not included. */
  end = 0;
  /** Where the next line starts. */
  next: number;
  readonly #text: string;
  readonly #to: number;
  /** The next LF and the next CR, looked for once. */
  #lf = -1;
  #cr = -1;

  /** Reads the lines that start from offset `from` on and before `to`. */
  constructor(text: string, from = 0, to = text.length) {
    this.#text = text;
    this.next = from;
    this.#to = to;
  }

  get isDone(): boolean {
    return this.next >= this.#to;
  }

  /** Reads the next line; false where there is none. */
  read(): boolean {
    const start = this.next;
    if (start >= this.#to) return false;
    if (this.#lf < start) this.#lf = nextOf(this.#text, "\n", start);
    if (this.#cr < start) this.#cr = nextOf(this.#text, "\r", start);
    let end = this.#lf < this.#text.length ? this.#lf : this.#text.length;
    let next = end + 1;
    if (this.#cr < end) {
      end = this.#cr;
      if (this.#cr + 1 !== this.#lf) next = end + 1;
    }
    this.start = start;
    this.end = end;
    this.next = next;
    return true;
  }

  /** A reader of the lines behind this one. */
  ahead(): LineReader {
    const reader = new LineReader(this.#text, this.next, this.#to);
    reader.#lf = this.#lf;
    reader.#cr = this.#cr;
    return reader;
  }
}

/**
 * The text with every line break one that all readers know, offsets unchanged: a lone CR, which is a break to YAML, Markdown and editors,
 * becomes LF, and the CRs that stand before CRLF in files that were converted twice become blanks.
 */
export function knownBreaks(text: string): string {
  if (!text.includes("\r") || !/\r(?!\n)/.test(text)) return text;
  return text.replace(/\r+\n?/g, (run) =>
    run.endsWith("\n") ? `${" ".repeat(run.length - 2)}\r\n` : "\n".repeat(run.length),
  );
}
