import type { Block, BlockData, Document, Heading } from "../../../syntax/document.ts";
import { cellsOf } from "../../../syntax/markdown-table.ts";
import { once } from "../../../text/once.ts";
import { canonicalLevel } from "../../../records/values.ts";
import { type Span, shift } from "../../../text/span.ts";
import { bandWord } from "../../../workspace/bands.ts";
import { stretchesOf } from "../../../workspace/stretches.ts";
import { addAll } from "../../../text/many.ts";

/** One number of a summary: how many risks it says there are of a level, or in all (`total`). */
export interface Count {
  readonly level: string;
  readonly word: string;
  readonly count: number;
  /** Where the digits stand, absolute. */
  readonly at: Span;
}

/** The counts of one table or list, with the words around it that say what was counted. */
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
/** A stretch of prose longer than this is no list of counts. */
const LONGEST_LIST = 300;

const plain = (text: string): string => text.replace(/[*_`]/g, "").trim();

function levelOf(text: string): { level: string; word: string } | undefined {
  if (/^\W{0,6}(?:total|all|sum)(?: (?:number of )?risks?)?\W{0,4}$/iu.test(text))
    return { level: "total", word: "all" };
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

const LABELLED = /^[ \t>*+-]{0,8}([^:=\n\d]{2,40}?)\s?[:=–]\*{0,2}\s?(\*{0,2}\d{1,4}\*{0,2})(?: risks?)?\.?$/i;

/** Counts of a stretch of prose that consists of nothing else: `High: 3`, `High: 3, Medium: 2`. Spans relative to it. */
const countsOfProse = once(({ text }: BlockData): readonly Count[] => {
  const counts: Count[] = [];
  let start = 0;
  for (const part of text.slice(0, LONGEST_LIST).split(/(?<=[,;|·\n])/)) {
    const said = part.replace(/[,;|·\n]$/, "").trim();
    const m = LABELLED.exec(said);
    const digits = m?.[2] ?? "";
    const from = start + part.indexOf(said) + said.lastIndexOf(digits);
    const count = m && countOf(plain(m[1] as string), { text: digits, at: { start: from, end: from + digits.length } });
    if (count) counts.push(count);
    else if (said !== "") return [];
    start += part.length;
  }
  return text.length > LONGEST_LIST ? [] : counts;
});

const isSummary = (counts: readonly Count[] | undefined): counts is readonly Count[] =>
  counts !== undefined && counts.filter(({ level }) => level !== "total").length > 1;

const cellsAt = ({ base, data }: Block): Cell[] =>
  cellsOf(data.text, { start: 0, end: data.text.length }).map((at) => ({
    at: shift(at, base),
    text: data.text.slice(at.start, at.end),
  }));

/** Tables, and lists in prose, of a Markdown document that count risks by level. */
export function* summariesIn(document: Document): Generator<Summary> {
  let list: Count[] = [];
  let heading: Heading | undefined;
  for (const stretch of stretchesOf(document)) {
    const found = stretch.type === "prose" ? countsOfProse(stretch.block.data) : [];
    if (found.length === 0 || stretch.heading !== heading) {
      if (isSummary(list)) yield { counts: list, about: heading?.title ?? "" };
      list = [];
    }
    heading = stretch.heading;
    if (stretch.type === "prose") {
      const { base } = stretch.block;
      addAll(
        list,
        found.map((one) => ({ ...one, at: shift(one.at, base) })),
      );
    } else if (stretch.rows.length > 1 && stretch.rows.length <= MOST_ROWS + 1) {
      const rows = stretch.rows.map(cellsAt);
      const counts = countsIn(rows);
      const words = [rows[0] ?? [], rows.length === 2 ? (rows[1] ?? []) : []].flat();
      if (isSummary(counts)) yield { counts, about: `${heading?.title ?? ""} ${words.map((c) => c.text).join(" ")}` };
    }
  }
  if (isSummary(list)) yield { counts: list, about: heading?.title ?? "" };
}
