import type { Span } from "../text/span.ts";
import { LineWalk } from "./yaml-lines.ts";

/** A cell of a Markdown table or a CSV file in which something can be written. */
export interface CellSpot {
  /** Header cells as plain words. */
  readonly labels: readonly string[];
  /** Number of the cell's column. */
  readonly column: number;
  /** All cells of the row as plain words. */
  readonly row: readonly string[];
  /** The cell without its padding; where an empty cell's text would go. */
  readonly span: Span;
  /** The cell has no text and no space before the spot. */
  readonly tight: boolean;
  /** From the header to the row's end. */
  readonly table: Span;
}

/** Cells of one table line: spans relative to the line, padding included. Escaped pipes part nothing. */
export function splitRow(line: string): Span[] {
  const cells: Span[] = [];
  const from = (/^\s*\|?/.exec(line) as RegExpExecArray)[0].length;
  let start = from;
  for (let i = from; i < line.length; i++) {
    if (line[i] === "\\") i++;
    else if (line[i] === "|") {
      cells.push({ start, end: i });
      start = i + 1;
    }
  }
  if (line.slice(start).trim() !== "" || cells.length === 0) cells.push({ start, end: line.length });
  return cells;
}

const words = (text: string): string => text.replace(/[*_`]/g, "").replace(/\\\|/g, "|").trim();

const isDelimiter = (line: string): boolean => line.includes("-") && line.includes("|") && /^[\s|:-]+$/.test(line);

/** The cell of a Markdown table an offset stands in; undefined outside tables and in their header. */
export function tableCellAt(text: string, offset: number): CellSpot | undefined {
  const walk = new LineWalk(text, 0, text.length);
  const start = walk.start(offset);
  const line = walk.line(start);
  if (!line.includes("|") || isDelimiter(line)) return undefined;
  const header = headerAbove(walk, start);
  if (header === undefined) return undefined;
  const at = offset - start;
  const cells = splitRow(line);
  const index = cells.findIndex((cell) => cell.start <= at && at <= cell.end);
  const open = at > (cells.at(-1)?.end ?? 0);
  const cell = index >= 0 ? cells[index] : open ? { start: at, end: at } : undefined;
  if (!cell) return undefined;
  const headerLine = walk.line(header);
  const text_ = line.slice(cell.start, cell.end);
  const lead = text_.length - text_.trimStart().length;
  const filled = text_.trim() !== "";
  const from = filled ? cell.start + lead : at;
  const to = filled ? cell.start + text_.trimEnd().length : at;
  return {
    labels: splitRow(headerLine).map((c) => words(headerLine.slice(c.start, c.end))),
    column: index >= 0 ? index : cells.length,
    row: cells.map((c) => words(line.slice(c.start, c.end))),
    span: { start: start + Math.min(from, at), end: start + Math.max(to, at) },
    tight: !filled && line[at - 1] === "|",
    table: { start: header, end: start + line.length },
  };
}

/** Start of the header line of the table a line belongs to. */
function headerAbove(walk: LineWalk, start: number): number | undefined {
  let delimiter = false;
  for (const at of walk.above(start)) {
    const line = walk.line(at);
    if (delimiter) return line.includes("|") ? at : undefined;
    if (!line.includes("|")) return undefined;
    delimiter = isDelimiter(line);
  }
  return undefined;
}

/** The cell of a CSV text an offset stands in; undefined in the header. */
export function csvCellAt(text: string, offset: number): CellSpot | undefined {
  const separator = separatorOf(text);
  const header = csvRow(text, text.startsWith("\uFEFF") ? 1 : 0, separator);
  let row = header;
  while (row.end < offset && row.next < text.length) row = csvRow(text, row.next, separator);
  if (row.end < offset && text.endsWith("\n"))
    row = { cells: [{ start: offset, end: offset }], end: offset, next: offset };
  if (row.start === header.start || offset < (row.cells[0]?.start ?? 0)) return undefined;
  const column = row.cells.findIndex((cell) => cell.start <= offset && offset <= cell.end);
  const cell = row.cells[column];
  if (!cell) return undefined;
  return {
    labels: header.cells.map((c) => csvText(text.slice(c.start, c.end))),
    column,
    row: row.cells.map((c) => csvText(text.slice(c.start, c.end))),
    span: cell,
    tight: false,
    table: { start: header.start ?? 0, end: row.end },
  };
}

interface CsvRow {
  readonly cells: readonly Span[];
  readonly start?: number;
  readonly end: number;
  readonly next: number;
}

/** Comma, semicolon or tab: the one met most in the first line. */
function separatorOf(text: string): string {
  const line = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  const count = (c: string): number => line.split(c).length;
  return [",", ";", "\t"].reduce((best, c) => (count(c) > count(best) ? c : best));
}

function csvRow(text: string, start: number, separator: string): CsvRow {
  const cells: Span[] = [];
  let from = start;
  let quoted = false;
  let i = start;
  for (; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === separator) {
      cells.push({ start: from, end: i });
      from = i + 1;
    } else if (c === "\n" || c === "\r") break;
  }
  cells.push({ start: from, end: i });
  const next = text.startsWith("\r\n", i) ? i + 2 : i + 1;
  return { cells, start, end: i, next };
}

const csvText = (cell: string): string => {
  const text = cell.trim();
  return text.startsWith('"') ? text.replace(/^"|"$/g, "").replace(/""/g, '"') : text;
};

/** The separator of a CSV text, for writing into it. */
export const csvSeparator = separatorOf;
