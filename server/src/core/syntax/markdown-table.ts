import type { Span } from "../text/span.ts";

/** The spans of a table row's cells, surrounding blanks not included; an empty cell is where its text would go. A pipe after a backslash separates nothing. */
export function cellsOf(text: string, row: Span): Span[] {
  const cells: Span[] = [];
  let start = row.start;
  let end = row.end;
  if (text.charCodeAt(start) === 124) start++;
  if (end > start && text.charCodeAt(end - 1) === 124 && text.charCodeAt(end - 2) !== 92) end--;
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && (text.charCodeAt(i) !== 124 || text.charCodeAt(i - 1) === 92)) continue;
    cells.push(trimCell(text, from, i));
    from = i + 1;
  }
  return cells;
}

function trimCell(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  if (start === end) {
    const at = to > from ? from + 1 : from;
    return { start: at, end: at };
  }
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

const isBlank = (code: number) => code === 32 || code === 9;

/** How many cells a row has. */
export function columnsOf(text: string, row: Span): number {
  return cellsOf(text, row).length;
}

/** Whether the row is one of dashes and colons, as stands under a table's header. */
export function isDelimiterRow(text: string, row: Span): boolean {
  const source = text.slice(row.start, row.end);
  if (!/^[|\-: \t]+$/.test(source) || !source.includes("-")) return false;
  return cellsOf(text, row).every((cell) => /^:?-+:?$/.test(text.slice(cell.start, cell.end)));
}
