import type { Document } from "../../../syntax/document.ts";
import { cellsOf } from "../../../syntax/markdown-table.ts";
import { canonicalLevel } from "../../../records/values.ts";
import { type Span, shift } from "../../../text/span.ts";
import { stretchesOf } from "../../../workspace/stretches.ts";
import { bandWord } from "../../../workspace/bands.ts";

/** One number of a summary: how many risks it says there are of a level, or in all (`total`). */
export interface Count {
  readonly level: string;
  readonly word: string;
  readonly count: number;
  /** Where the digits stand, absolute. */
  readonly at: Span;
}

/** The counts of one table, with the words around it that say what was counted. */
export interface Summary {
  readonly counts: readonly Count[];
  readonly about: string;
}

interface Cell {
  readonly text: string;
  readonly at: Span;
}

const COUNT_HEADER =
  /^(?:count|number|number of risks?|no\.?|#|no\.? of risks?|risks?|risk count|total|qty|quantity|how many|open risks?)$/i;
const MOST_ROWS = 12;

const plain = (text: string): string => text.replace(/[*_`]/g, "").trim();

function levelOf(text: string): { level: string; word: string } | undefined {
  if (/^\W{0,6}(?:total|all|sum)(?: risks?)?\W{0,4}$/iu.test(text)) return { level: "total", word: "all" };
  const word = bandWord(text);
  return word === undefined ? undefined : { level: canonicalLevel(word), word };
}

function countOf(name: string, cell: Cell | undefined): Count | undefined {
  const found = levelOf(name);
  const digits = cell && /^\W{0,4}(\d{1,4})\W{0,4}$/.exec(cell.text);
  if (!found || !cell || !digits) return undefined;
  const start = cell.at.start + cell.text.indexOf(digits[1] as string);
  return { ...found, count: Number(digits[1]), at: { start, end: start + (digits[1] as string).length } };
}

/** Counts of a table that has a level in each row, or a level above each number. */
function countsIn(rows: readonly (readonly Cell[])[]): Count[] | undefined {
  const [header, ...body] = rows;
  if (!header || body.length === 0 || body.length > MOST_ROWS) return undefined;
  const across = header.filter(({ text }) => levelOf(plain(text))).length;
  if (across > 1 && body.length === 1) return header.flatMap(({ text }, i) => countOf(plain(text), body[0]?.[i]) ?? []);
  const column = header.findIndex(({ text }) => COUNT_HEADER.test(plain(text)));
  if (column < 1) return undefined;
  const counts = body.map((row) => countOf(plain(row[0]?.text ?? ""), row[column]));
  return counts.every((c) => c !== undefined) ? (counts as Count[]) : undefined;
}

/** Tables of a Markdown document that count risks by level. */
export function* summariesIn(document: Document): Generator<Summary> {
  for (const stretch of stretchesOf(document)) {
    if (stretch.type !== "table" || stretch.rows.length > MOST_ROWS + 1) continue;
    const rows = stretch.rows.map(({ base, data: { text } }) =>
      cellsOf(text, { start: 0, end: text.length }).map((at) => ({
        at: shift(at, base),
        text: text.slice(at.start, at.end),
      })),
    );
    const counts = countsIn(rows);
    if (!counts || counts.filter(({ level }) => level !== "total").length < 2) continue;
    const words = [rows[0] ?? [], rows.length === 2 ? (rows[1] ?? []) : []].flat();
    yield { counts, about: `${stretch.heading?.title ?? ""} ${words.map((c) => c.text).join(" ")}` };
  }
}
