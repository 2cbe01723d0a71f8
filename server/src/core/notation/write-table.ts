import type { Field, Plain } from "../records/model.ts";
import { type MarkdownTable, scanMarkdown } from "../syntax/markdown-blocks.ts";
import { cellsOf } from "../syntax/markdown-table.ts";
import type { Document } from "../syntax/document.ts";
import { readFrontMatter } from "../syntax/front-matter.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { readRegister, tableLabels } from "./register-table.ts";
import { setCell } from "./write-cell.ts";
import { absolute, infoOf, labelOf, lineEnd, lineStart, type Target } from "./write-context.ts";
import { cellText, escapeCell } from "./write-values.ts";

/** Sets a field that stands in a table's cell. */
export function setTableCell(target: Target, field: Field, value: Plain): TextEdit[] {
  const old = absolute(target, field.value.span);
  const like = manner(target, field, old);
  return [setCell(target.text, old, escapeCell(cellText(infoOf(target.data.kind, field.name), value, like)))];
}

/** The old text, or where there is none that of another row's cell of the same column: how values are written here. */
function manner({ doc, text, data }: Target, field: Field, old: Span): string {
  if (old.end > old.start) return text.slice(old.start, old.end);
  for (const { base, data: other } of doc.records) {
    const sibling =
      other.notation === data.notation && other.kind === data.kind ? other.fields.get(field.name) : undefined;
    if (sibling?.value.type === "scalar")
      return text.slice(base + sibling.value.span.start, base + sibling.value.span.end);
  }
  return "";
}

/** Empties a cell; the column belongs to the other rows too. */
export function clearTableCell(target: Target, field: Field): TextEdit[] {
  const cell = absolute(target, field.keySpan);
  return [setCell(target.text, cell, "")];
}

/** The table a row stands in. */
export function tableAt(doc: Document, at: number): MarkdownTable | undefined {
  const { text } = doc;
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const from = readFrontMatter(text, start)?.body ?? start;
  for (const block of scanMarkdown(text, at >= from ? from : start)) {
    if (block.type === "table" && block.start <= at && at <= block.end) return block;
  }
  return undefined;
}

/** Adds fields to a row: in its own missing cells where the table has the column, else as new columns of the whole table. */
export function addToRow(target: Target, fields: Readonly<Record<string, Plain>>): TextEdit[] | undefined {
  const table = tableAt(target.doc, target.base);
  if (!table) return undefined;
  const { text, data } = target;
  const labels = tableLabels(text.slice(table.header.start, table.header.end));
  const known = columnNames(target, labels);
  const fresh = Object.keys(fields).filter((name) => !known.includes(name));
  const rows = [table.header, table.delimiter, ...table.rows];
  const own = rows.find((row) => row.start === target.base);
  const edits: TextEdit[] = [];
  for (const [i, row] of rows.entries()) {
    const cells = cellsOf(text, row).length;
    const texts = fresh.map((name) => {
      const label = escapeCell(labelOf(data.kind, name));
      const value = escapeCell(cellText(infoOf(data.kind, name), fields[name] as Plain));
      const width = Math.max(3, label.length, value.length);
      if (i === 1) return "-".repeat(width);
      return (i === 0 ? label : row === own ? value : "").padEnd(width);
    });
    const missing =
      i > 1 ? labels.slice(cells).map((_, at) => missingCell(target, row === own, known[cells + at], fields)) : [];
    const added = fresh.length > 0 ? [...missing, ...texts] : row === own ? missing : [];
    if (added.length > 0) edits.push(appendCells(text, row, added));
  }
  return edits;
}

function missingCell(
  { data }: Target,
  own: boolean,
  name: string | undefined,
  fields: Readonly<Record<string, Plain>>,
): string {
  const value = own && name !== undefined ? fields[name] : undefined;
  return value === undefined ? "" : escapeCell(cellText(infoOf(data.kind, name as string), value));
}

/** The field each column holds, as far as the row's record knows; by the register's header for columns the row has no cell for. */
function columnNames({ data }: Target, labels: readonly string[]): (string | undefined)[] {
  const byLabel = new Map([...data.fields.values()].map((field) => [field.label, field.name]));
  const register = data.kind && readRegister(labels, { docKind: undefined, title: data.kind.replaceAll("-", " ") });
  return labels.map((label, i) => byLabel.get(label) ?? (register ? register.columns[i]?.name : undefined));
}

function appendCells(text: string, row: Span, cells: readonly string[]): TextEdit {
  const closed = text[row.end - 1] === "|" && text[row.end - 2] !== "\\";
  const at = { start: row.end, end: row.end };
  const joined = cells.join(" | ");
  return { span: at, newText: closed ? ` ${joined} |` : ` | ${joined}`.trimEnd() };
}

/** Adds rows below the last row of the table that holds the target. */
export function addTableRows(
  target: Target,
  records: readonly Readonly<Record<string, Plain>>[],
): TextEdit[] | undefined {
  const table = tableAt(target.doc, target.base);
  if (!table) return undefined;
  const { text, newline } = target;
  const labels = tableLabels(text.slice(table.header.start, table.header.end));
  const names = columnNames(target, labels);
  const last = table.rows.at(-1) ?? table.delimiter;
  const prefix = text.slice(lineStart(text, last.start), last.start).replace(/[^>\s]/g, " ");
  const widths = widthsOf(text, table);
  const bare = text[table.header.start] !== "|";
  const lines = records.map((record) => {
    const cells = names.map((name, i) => rowCell(target, name, record).padEnd(widths[i] ?? 0));
    return bare ? cells.join(" | ") : `| ${cells.join(" | ")} |`;
  });
  const at = lineEnd(text, last.end);
  return [{ span: { start: at, end: at }, newText: lines.map((line) => newline + prefix + line).join("") }];
}

function rowCell(
  { data, doc, text }: Target,
  name: string | undefined,
  record: Readonly<Record<string, Plain>>,
): string {
  const value = name === undefined ? undefined : record[name];
  if (name === undefined || value === undefined) return "";
  const sibling = doc.records.find(
    ({ data: other }) => other.kind === data.kind && other.fields.get(name)?.value.type === "scalar",
  );
  const like = sibling?.data.fields.get(name)?.value.span;
  const manner = sibling && like ? text.slice(sibling.base + like.start, sibling.base + like.end) : "";
  return escapeCell(cellText(infoOf(data.kind, name), value, manner));
}

/** The width of each column where header and delimiter row are aligned; nothing where they are not. */
function widthsOf(text: string, table: MarkdownTable): number[] {
  const outer = (row: Span) =>
    text
      .slice(row.start, row.end)
      .replace(/^\||\|$/g, "")
      .split(/(?<!\\)\|/)
      .map((cell) => cell.length);
  const delimiter = outer(table.delimiter);
  const last = outer(table.rows.at(-1) ?? table.header);
  const aligned = delimiter.length === last.length && delimiter.every((width, i) => width === last[i]);
  return aligned ? delimiter.map((width) => Math.max(0, width - 2)) : [];
}
