import type { Position, Range, Span } from "./span.ts";

/** Where each line of one text starts; turns offsets into positions and back. Lines are looked for as far as somebody asks. */
export class LineIndex {
  readonly #starts = [0];
  readonly #text: string;
  /** Where the line begins up to which lines are known; behind the text's end once all are. */
  #known = 0;
  /** The next CR. */
  #cr: number;

  /** @param text the text to index; lines end with LF, CRLF or a lone CR. */
  constructor(text: string) {
    this.#text = text;
    this.#cr = text.indexOf("\r");
  }

  /** Looks for all lines that start at or before `offset`, and for so many at least. */
  #lookFor(offset: number, lines = 0): void {
    const text = this.#text;
    while (this.#known <= text.length && (this.#known <= offset || this.#starts.length < lines)) {
      const lf = text.indexOf("\n", this.#known);
      const stop = lf < 0 ? text.length : lf;
      for (; this.#cr >= 0 && this.#cr < stop; this.#cr = text.indexOf("\r", this.#cr + 1))
        if (this.#cr + 1 !== lf) this.#starts.push(this.#cr + 1);
      this.#known = stop + 1;
      if (lf >= 0) this.#starts.push(this.#known);
    }
  }

  /** How many lines there are; a text that ends in a line break has an empty last line. */
  get lineCount(): number {
    this.#lookFor(this.#text.length);
    return this.#starts.length;
  }

  /** The offset at which `line` starts; the text's end for a line past the last. */
  lineStart(line: number): number {
    if (line < 0) return 0;
    this.#lookFor(0, line + 1);
    return this.#starts[line] ?? this.#text.length;
  }

  /** The offset at which `line`'s content ends, its line break not included. */
  lineEnd(line: number): number {
    let end = this.lineStart(line + 1);
    if (line + 1 < this.#starts.length) {
      if (this.#text.charCodeAt(end - 1) === 10) end--;
      if (end > this.lineStart(line) && this.#text.charCodeAt(end - 1) === 13) end--;
    }
    return end;
  }

  /** The position of `offset`; offsets outside the text are moved to its nearest end. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    this.#lookFor(at);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if ((this.#starts[mid] as number) <= at) low = mid;
      else high = mid - 1;
    }
    return { line: low, character: at - (this.#starts[low] as number) };
  }

  /** The offset of `position`; a character past the line's end means the line's end. */
  offset(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.#starts.length) this.#lookFor(0, position.line + 1);
    if (position.line >= this.#starts.length) return this.#text.length;
    const start = this.lineStart(position.line);
    return Math.min(start + Math.max(0, position.character), this.lineEnd(position.line));
  }

  /** The range of `span`. */
  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  /** The span of `range`. */
  span(range: Range): Span {
    return { start: this.offset(range.start), end: this.offset(range.end) };
  }
}
