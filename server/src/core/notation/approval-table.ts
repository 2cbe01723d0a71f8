import { readDate } from "../records/dates.ts";
import { namesSomebody } from "../records/people.ts";
import { isUnsigned, SIGNATURE_COLUMN } from "../records/signatures.ts";
import type { MarkdownBlock, MarkdownTable } from "../syntax/markdown-blocks.ts";
import { cellsOf } from "../syntax/markdown-table.ts";
import type { Span } from "../text/span.ts";
import type { LabelledValue } from "./labelled-lines.ts";
import { visibleText } from "./visible-text.ts";

const NAME = /^(?:name|person|approver|signatory|who)\b/i;
const DATE = /^(?:date|day|signed on|approved on|approval date|datum)\b/i;
const APPROVED = /^(?:approved|authori[sz]ed|freigegeben|genehmigt|approuvé)(?![\p{L}])/iu;
/** Such a table names those who wrote, checked and approved a document, and no more. */
const MOST_ROWS = 12;

interface Cell {
  readonly text: string;
  readonly span: Span;
}

/**
 * Who approved the document and when, as its one table of approvals says: a row `Approved by — Director | Ada Lind | 14 August 2026` below
 * columns for names and dates, of several the last by date. Nothing where there are several such tables, or one who was to approve has not.
 */
export function approvalIn(text: string, blocks: readonly MarkdownBlock[]): readonly LabelledValue[] {
  let only: readonly LabelledValue[] | undefined;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as MarkdownBlock;
    const found = block.type === "table" ? approvalOf(text, block) : undefined;
    if (found && only) return NONE;
    only ??= found;
  }
  return only ?? NONE;
}

const NONE: readonly never[] = [];

/** Undefined for any other table. */
function approvalOf(text: string, table: MarkdownTable): readonly LabelledValue[] | undefined {
  if (table.rows.length > MOST_ROWS) return undefined;
  const header = cellsIn(text, table.header);
  const column = (pattern: RegExp): number => header.findIndex((cell) => pattern.test(cell.text));
  const [name, date, signature] = [column(NAME), column(DATE), column(SIGNATURE_COLUMN)];
  if (name < 1 || date < 1) return undefined;
  const rows = table.rows.map((row) => cellsIn(text, row)).filter(([first]) => first && APPROVED.test(first.text));
  if (rows.length === 0) return undefined;
  let last: { readonly day: string; readonly values: readonly LabelledValue[] } | undefined;
  for (const row of rows) {
    const [as, by, on] = [row[0], row[name], row[date]];
    const read = on && readDate(on.text);
    const isSigned = signature < 0 || !isUnsigned(row[signature]?.text ?? "");
    if (!as || !by || !on || !read || !("iso" in read) || !isSigned || !namesSomebody(by.text)) return NONE;
    if (last && last.day >= read.iso) continue;
    const values = [labelled("Approved by", as, by), labelled("Approved on", header[date] ?? as, on)];
    last = { day: read.iso, values };
  }
  return last?.values;
}

const labelled = (label: string, { span: labelSpan }: Cell, { span: value }: Cell): LabelledValue => ({
  label,
  labelSpan,
  value,
});

const cellsIn = (text: string, row: Span): Cell[] =>
  cellsOf(text, row).map((span) => ({ span, text: visibleText(text.slice(span.start, span.end)).text }));
