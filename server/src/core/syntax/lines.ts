/** Where each line of a text starts and where its content ends; a lighter sibling of `LineIndex` for readers that go line by line. */
export interface Lines {
  readonly count: number;
  /** Offset of the first character of line `i`. */
  readonly start: readonly number[];
  /** Offset after the last character of line `i`, its line break not included. */
  readonly end: readonly number[];
}

/**
 * The lines of `text` that start from offset `from` on and before `to`; they end with LF, CRLF or a lone CR. A text that ends in a line break
 * has no empty last line.
 */
export function linesOf(text: string, from = 0, to = text.length): Lines {
  const start: number[] = [];
  const end: number[] = [];
  let lf = -1;
  let cr = -1;
  for (let at = from; at < to; ) {
    if (lf < at) lf = found(text.indexOf("\n", at));
    if (cr < at) cr = found(text.indexOf("\r", at));
    start.push(at);
    const stop = Math.min(lf, cr, text.length);
    end.push(stop);
    at = stop === cr && lf === cr + 1 ? stop + 2 : stop + 1;
  }
  return { count: start.length, start, end };
}

/** Behind the end of any text. */
const NOWHERE = 0x3fffffff;
const found = (index: number) => (index < 0 ? NOWHERE : index);

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
