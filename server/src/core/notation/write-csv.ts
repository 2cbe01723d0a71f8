import type { Field, Plain } from "../records/model.ts";
import { type CsvTable, readCsv } from "../syntax/csv.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { readRegister } from "./register-table.ts";
import { baseName } from "./source.ts";
import { absolute, infoOf, type Target } from "./write-context.ts";
import { cellText } from "./write-values.ts";

const tableOf = ({ text }: Target): CsvTable => readCsv(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);

/** A cell's text, quoted where it must be, or where `like`, the cell it replaces, is. */
function csvCell(text: string, delimiter: string, like = ""): string {
  const must = text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text);
  return must || like.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Sets a field of a CSV row. */
export function setCsv(target: Target, field: Field, value: Plain): TextEdit[] {
  const { delimiter } = tableOf(target);
  const span = absolute(target, field.keySpan);
  const old = target.text.slice(span.start, span.end);
  const said = cellText(infoOf(target.data.kind, field.name), value, old.replace(/^"/, ""));
  return [{ span, newText: csvCell(said, delimiter, old) }];
}

/** Empties a cell. */
export function clearCsv(target: Target, field: Field): TextEdit[] {
  return [{ span: absolute(target, field.keySpan), newText: "" }];
}

/** Adds fields to a row: in missing cells where the file has the column, else as new columns. */
export function addToCsv(target: Target, fields: Readonly<Record<string, Plain>>): TextEdit[] | undefined {
  const { delimiter, rows } = tableOf(target);
  const [header, ...body] = rows;
  const names = columnNames(target);
  if (!header) return undefined;
  const fresh = Object.keys(fields).filter((name) => !names.includes(name));
  const append = (span: Span, cells: readonly string[]): TextEdit => ({
    span: { start: span.end, end: span.end },
    newText: cells.map((cell) => delimiter + csvCell(cell, delimiter)).join(""),
  });
  const said = (name: string | undefined) =>
    name !== undefined && name in fields ? cellText(infoOf(target.data.kind, name), fields[name] as Plain) : "";
  const edits = fresh.length > 0 ? [append(header, fresh)] : [];
  for (const row of body) {
    const own = row.start === target.base;
    if (!own && fresh.length === 0) continue;
    const missing = names.slice(row.cells.length);
    const cells = [...missing, ...fresh].map((name) => (own ? said(name) : ""));
    if (cells.length > 0) edits.push(append(row, cells));
  }
  return edits;
}

/** The field each column holds. */
function columnNames(target: Target): (string | undefined)[] {
  const labels = tableOf(target).rows[0]?.cells.map((cell) => cell.text) ?? [];
  const register = readRegister(labels, { title: baseName(target.doc.path).replace(/[-_.]+/g, " ") });
  return labels.map((_, i) => register?.columns[i]?.name);
}

/** Adds rows at the end of the file. */
export function addCsvRows(target: Target, records: readonly Readonly<Record<string, Plain>>[]): TextEdit[] {
  const { delimiter, rows } = tableOf(target);
  const names = columnNames(target);
  const { text, newline, data } = target;
  const lines = records.map((record) =>
    names
      .map((name) =>
        csvCell(
          name !== undefined && name in record ? cellText(infoOf(data.kind, name), record[name] as Plain) : "",
          delimiter,
        ),
      )
      .join(delimiter),
  );
  const at = rows.at(-1)?.end ?? text.length;
  return [{ span: { start: at, end: at }, newText: lines.map((line) => newline + line).join("") }];
}
