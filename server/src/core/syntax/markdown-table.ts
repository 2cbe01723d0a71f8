import type { Span } from "../text/span.ts";
import { trimEnd, trimStart } from "./markdown-lines.ts";

const [PIPE, BACKSLASH] = [124, 92];

/** The spans of a table row's cells, surrounding blanks not included; an empty cell is where its text would go. A pipe after a backslash separates nothing. */
export function cellsOf(text: string, row: Span): Span[] {
  const cells: Span[] = [];
  const line = text.slice(row.start, row.end);
  let end = line.length;
  let from = line.charCodeAt(0) === PIPE ? 1 : 0;
  if (end > from && line.charCodeAt(end - 1) === PIPE && line.charCodeAt(end - 2) !== BACKSLASH) end--;
  for (let at = from; from <= end; ) {
    const pipe = line.indexOf("|", at);
    const to = pipe < 0 || pipe > end ? end : pipe;
    at = to + 1;
    if (to < end && line.charCodeAt(to - 1) === BACKSLASH) continue;
    cells.push(trimCell(text, row.start + from, row.start + to));
    from = at;
  }
  return cells;
}

function trimCell(text: string, from: number, to: number): Span {
  const start = trimStart(text, from, to);
  if (start < to) return { start, end: trimEnd(text, start, to) };
  const at = to > from ? from + 1 : from;
  return { start: at, end: at };
}

/** How many cells a row has. */
export function columnsOf(text: string, row: Span): number {
  return cellsOf(text, row).length;
}

/** Whether the row is one of dashes and colons, as stands under a table's header. */
export function isDelimiterRow(text: string, row: Span): boolean {
  return /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/.test(text.slice(row.start, row.end));
}
