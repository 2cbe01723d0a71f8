import type { Position, Range, Span } from "./span.ts";

/** Where each line of one text starts; turns offsets into positions and back. */
export class LineIndex {
  readonly #starts: number[];
  readonly #text: string;

  /** @param text the text to index; lines end with LF, CRLF or a lone CR. */
  constructor(text: string) {
    this.#text = text;
    this.#starts = [0];
    let cr = text.indexOf("\r");
    for (let at = 0; ; ) {
      const lf = text.indexOf("\n", at);
      const stop = lf < 0 ? text.length : lf;
      for (; cr >= 0 && cr < stop; cr = text.indexOf("\r", cr + 1)) if (cr + 1 !== lf) this.#starts.push(cr + 1);
      if (lf < 0) break;
      at = lf + 1;
      this.#starts.push(at);
    }
  }

  /** How many lines there are; a text that ends in a line break has an empty last line. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The offset at which `line` starts; the text's end for a line past the last. */
  lineStart(line: number): number {
    return line < 0 ? 0 : (this.#starts[line] ?? this.#text.length);
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
