import type { Block, BlockData, Document, Heading } from "../syntax/document.ts";
import { cellsOf } from "../syntax/markdown-table.ts";
import { once } from "../text/once.ts";

/** Of so many rows of a table nobody looks at more: it holds records, and no matrix, summary or list of duties. */
const MOST_ROWS = 256;

/**
 * A table, row by row with its header first, or one other block of a Markdown document, with the heading above it. Of a longer table than
 * anybody asks for its first 256 rows are given.
 */
export type Stretch =
  | { readonly type: "table"; readonly heading: Heading | undefined; readonly rows: readonly Block[] }
  | { readonly type: "prose"; readonly heading: Heading | undefined; readonly block: Block };

const cells = once(({ text }: BlockData): readonly string[] =>
  cellsOf(text, { start: 0, end: text.length }).map((cell) => text.slice(cell.start, cell.end)),
);

/** The texts of a row's cells, as written. */
export const cellTexts = ({ data }: Block): readonly string[] => cells(data);

/** A row of a table; a table that was read as a form is one block. */
const isRow = ({ text }: BlockData): boolean => text.charCodeAt(0) === BAR && !text.includes("\n");
const BAR = 124;

/** What a block is: a row that follows another of its table, the first row of a table, or something else. */
const [FOLLOWS, STARTS, ELSE] = [0, 1, 2];

function markOf({ blocks, text }: Document, i: number): number {
  const block = blocks[i];
  if (!block || !isRow(block.data)) return ELSE as number;
  const before = i > 0 ? blocks[i - 1] : undefined;
  if (!before || !isRow(before.data)) return STARTS as number;
  const end = before.base + before.data.text.length;
  // Rows that follow one another have one line break between them.
  return (block.base - end > 1 && /\n[ \t\r]*\n/.test(text.slice(end, block.base)) ? STARTS : FOLLOWS) as number;
}

const known = new WeakMap<Document, Uint8Array>();

/** What each block of a document is; of one that follows another version of it, looked at only where the two differ. */
function marksOf(document: Document): Uint8Array {
  let marks = known.get(document);
  if (!marks) {
    marks = new Uint8Array(document.blocks.length);
    for (let i = 0; i < marks.length; i++) marks[i] = markOf(document, i);
    known.set(document, marks);
  }
  return marks;
}

/** Takes over what is known of the version before, so that `stretchesOf` costs little after an edit. */
export function followStretches(document: Document, previous: Document): void {
  const before = known.get(previous);
  if (!before || known.has(document)) return;
  const [was, is] = [previous.blocks, document.blocks];
  const moved = document.text.length - previous.text.length;
  let start = 0;
  while (start < was.length && start < is.length && isSame(was[start], is[start], 0)) start++;
  let [i, j] = [was.length, is.length];
  for (; i > start && j > start && isSame(was[i - 1], is[j - 1], moved); j--) i--;
  const marks = new Uint8Array(is.length);
  marks.set(before.subarray(0, start));
  marks.set(before.subarray(i), j);
  // What stands behind the stretch may have another block before it.
  for (let at = start; at <= j && at < is.length; at++) marks[at] = markOf(document, at);
  known.set(document, marks);
}

const isSame = (a: Block | undefined, b: Block | undefined, moved: number): boolean =>
  (a === b && moved === 0) || (a !== undefined && b !== undefined && a.data === b.data && a.base + moved === b.base);

/** The tables and other blocks of a Markdown document, headings themselves left out, in order. */
export function* stretchesOf(document: Document): Generator<Stretch> {
  const { blocks, headings } = document;
  const marks = marksOf(document);
  let h = -1;
  for (let i = 0; i < marks.length; i++) {
    if (marks[i] !== ELSE) {
      const from = i;
      while (marks[i + 1] === FOLLOWS) i++;
      yield { type: "table", heading: headings[h], rows: blocks.slice(from, Math.min(i + 1, from + MOST_ROWS)) };
      continue;
    }
    const block = blocks[i] as Block;
    if (!block.data.heading) yield { type: "prose", heading: headings[h], block };
    else while (h + 1 < headings.length && (headings[h + 1] as Heading).span.start <= block.base) h++;
  }
}
