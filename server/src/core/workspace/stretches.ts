import type { Block, BlockData, Document, Heading } from "../syntax/document.ts";
import { cellsOf } from "../syntax/markdown-table.ts";
import { once } from "../text/once.ts";

/** A table, row by row with its header first, or one other block of a Markdown document, with the heading above it. */
export type Stretch =
  | { readonly type: "table"; readonly heading: Heading | undefined; readonly rows: readonly Block[] }
  | { readonly type: "prose"; readonly heading: Heading | undefined; readonly block: Block };

const cells = once(({ text }: BlockData): readonly string[] =>
  cellsOf(text, { start: 0, end: text.length }).map((cell) => text.slice(cell.start, cell.end)),
);

/** The texts of a row's cells, as written. */
export const cellTexts = ({ data }: Block): readonly string[] => cells(data);

/** A row of a table; a table that was read as a form is one block. */
const isRow = ({ text }: BlockData): boolean => text.startsWith("|") && !text.includes("\n");

/** The tables and other blocks of a Markdown document, headings themselves left out, in order. */
export function* stretchesOf({ blocks, headings, text }: Document): Generator<Stretch> {
  let h = -1;
  let rows: Block[] = [];
  let end = 0;
  for (const block of blocks) {
    const { base, data } = block;
    const row = isRow(data);
    // Rows that follow one another have one line break between them.
    if (rows.length > 0 && (!row || (base - end > 1 && /\n[ \t\r]*\n/.test(text.slice(end, base))))) {
      yield { type: "table", heading: headings[h], rows };
      rows = [];
    }
    end = base + data.text.length;
    if (row) {
      rows.push(block);
    } else if (data.heading) {
      while (h + 1 < headings.length && (headings[h + 1] as Heading).span.start <= base) h++;
    } else yield { type: "prose", heading: headings[h], block };
  }
  if (rows.length > 0) yield { type: "table", heading: headings[h], rows };
}
