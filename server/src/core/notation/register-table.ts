import type { KindId } from "../generated/kinds.ts";
import { type ColumnsHint, type FieldInfo, kindForColumns, kindInfo } from "../records/kinds.ts";
import type { BlockData, Problem } from "../syntax/document.ts";
import type { Plain, RecordData } from "../records/model.ts";
import { cellsOf } from "../syntax/markdown-table.ts";
import { shiftValue } from "../syntax/values.ts";
import { once } from "../text/once.ts";
import { Recurring } from "../text/recurring.ts";
import type { Span } from "../text/span.ts";
import { BlockBuilder } from "./block-builder.ts";
import { buildRecord, byName, plainOf, type ReadField } from "./record-builder.ts";
import { type RereadRegister, rereadable } from "./reread-record.ts";
import type { ReadSetting } from "./setting.ts";
import { typeText } from "./typed-text.ts";
import { visibleText } from "./visible-text.ts";
import type { RecordAndBlock } from "./yaml-record.ts";

/** A column of a register: its label as shown, and the field it means. */
export interface Column {
  readonly label: string;
  readonly name: string;
  readonly info: FieldInfo | undefined;
}

/** A register's columns, recognised by its header row. */
export interface Register {
  readonly kind: KindId;
  readonly columns: readonly Column[];
  /** Identifies the header among all headers. */
  readonly key: string;
}

/** Recognises a register by its labels; undefined for any other table. */
export function readRegister(labels: readonly string[], hint: ColumnsHint): Register | undefined {
  const match = kindForColumns(labels, hint);
  if (!match) return undefined;
  const info = kindInfo(match.kind);
  const columns = labels.map((label, i) => {
    const name = match.columns[i];
    return { label, name: name ?? label, info: name === undefined ? undefined : info.field(name) };
  });
  return {
    kind: match.kind,
    columns,
    key: `${match.kind}\u0000${columns.map((c) => `${c.label}\u0001${c.name}`).join("\u0000")}`,
  };
}

/** The labels of a Markdown table's columns, from its header row. */
export const tableLabels = (header: string): string[] =>
  cellsOf(header, { start: 0, end: header.length }).map((cell) => visibleText(header.slice(cell.start, cell.end)).text);

/**
 * A row of a register table, `source` being its text; only its block where it is no record (a subtitle, a sum, a template's loop).
 * @param again how its fields are read again where the record is kept for readings to come, by which there may be thousands of them
 */
export function readRow(
  source: string,
  register: Register,
  setting: ReadSetting,
  again?: RereadRegister,
): RecordAndBlock | BlockData {
  const cells = cellsOf(source, { start: 0, end: source.length });
  const fields = readCells(source, cells, register, setting);
  const block = rowBlock(source, cells, fields, register, setting);
  if (isNoRecord(source, fields)) return block;
  const span = { start: 0, end: source.length };
  const data = buildRecord({
    kind: register.kind,
    notation: "table-row",
    fields,
    source,
    span,
    columns: register.columns.length,
  });
  if (!again) return { data, block };
  const plain = { ...data.plain, ...wordsOf(data, source, cells, register, setting) };
  return { data: rereadable({ ...data, plain }, source, again), block };
}

/** So many words are known of a column: more than it has where it says the same again and again. */
const MOST_WORDS = 1024;
/** Longer ones are seldom the same. */
const LONGEST_WORD = 40;
const wordsIn = once((_column: Column) => new Recurring<Plain | undefined>(MOST_WORDS));

/** What the cells mean that say what others of their columns say: of a long register it is kept once. */
function wordsOf(
  { fields }: RecordData,
  source: string,
  cells: readonly Span[],
  register: Register,
  setting: ReadSetting,
): { [field: string]: Plain } {
  const words: { [field: string]: Plain } = {};
  cells.slice(0, register.columns.length).forEach((cell, i) => {
    const column = register.columns[i] as Column;
    const { name, info } = column;
    if (!info || name === "id" || cell.end - cell.start > LONGEST_WORD || fields.get(name)?.keySpan !== cell) return;
    const text = source.slice(cell.start, cell.end);
    const plain = wordsIn(column).get(text, (kept) => plainOf(typeText(info, kept, setting)));
    if (plain !== undefined) words[name] = plain;
  });
  return words;
}

const readCells = (source: string, cells: readonly Span[], register: Register, setting: ReadSetting): ReadField[] =>
  cells
    .slice(0, register.columns.length)
    .map((cell, i) => readCell(source, cell, register.columns[i] as Column, setting));

/** Reads the fields of a register's rows again. */
export const fieldsOfRows = (register: Register, setting: ReadSetting): RereadRegister => ({
  kind: register.kind,
  again: (source) =>
    byName(readCells(source, cellsOf(source, { start: 0, end: source.length }), register, setting)).fields,
});

function readCell(source: string, cell: Span, column: Column, setting: ReadSetting): ReadField {
  const { label, name, info } = column;
  const value = shiftValue(typeText(info, source.slice(cell.start, cell.end), setting), cell.start);
  return { field: { name, known: info !== undefined, label, keySpan: cell, value }, info };
}

/** A template's expression with a filter: its pipe is no cell's border, and what stands where cannot be told. */
const FILTERED = /\{\{[^{}|]*\|[^{}]*\}\}/;

/** A template's statement: what stands on the line depends on a program. */
const hasStatement = (source: string): boolean => {
  const open = source.indexOf("{%");
  return open >= 0 && source.includes("%}", open + 2);
};

/** Rows of a template's loop, subtitles across the table, and sums. */
function isNoRecord(source: string, fields: readonly ReadField[]): boolean {
  if (hasStatement(source) || !source.includes("|") || FILTERED.test(source)) return true;
  const filled = fields.filter(({ field }) => field.value.type !== "empty");
  const first = filled[0]?.field;
  if (first?.value.type !== "scalar") return false;
  if (/^(?:sub-?)?totals?\b|^sum\b|^average\b/i.test(first.value.text)) return true;
  const isKey = first.name === "id" || first.name === "control";
  return filled.length === 1 && fields.length > 2 && !(isKey && /\d/.test(first.value.text));
}

function rowBlock(
  source: string,
  cells: readonly Span[],
  fields: readonly ReadField[],
  register: Register,
  setting: ReadSetting,
): BlockData {
  const builder = new BlockBuilder({ standards: setting.standards, place: "prose" });
  for (const { field, info } of fields) {
    if (info) builder.field(info, field.value, source);
    else builder.prose(source.slice(field.keySpan.start, field.keySpan.end), field.keySpan.start);
  }
  const problem = raggedRow(source, cells, register.columns.length);
  if (problem) builder.problems([problem]);
  return withTitle(builder.build(source), fields);
}

/** The control's title stands in the cell beside its number. */
function withTitle(block: BlockData, fields: readonly ReadField[]): BlockData {
  const title = fields.find(({ field }) => field.name === "title")?.field.value;
  const number = fields.find(({ field, info }) => field.name === "control" && info?.type === "provision")?.field.value;
  if (title?.type !== "scalar" || number?.type !== "scalar") return block;
  const citations = block.citations.map((citation) =>
    citation.title || citation.span.start < number.span.start || citation.span.end > number.span.end
      ? citation
      : { ...citation, title: { span: title.span, text: title.text } },
  );
  return { ...block, citations };
}

function raggedRow(source: string, cells: readonly Span[], columns: number): Problem | undefined {
  if (cells.length === columns || !source.includes("|") || /\{[{%]/.test(source)) return undefined;
  const more = cells.length > columns;
  const extra = more ? (cells[columns] as Span) : undefined;
  const last = cells.at(-1) as Span;
  const span = extra
    ? { start: extra.start, end: Math.max(last.end, extra.start + 1) }
    : { start: 0, end: source.length };
  return {
    code: "ragged-table-row",
    span: { start: Math.min(span.start, source.length), end: Math.min(span.end, source.length) },
    message: `This row has ${cells.length} ${cells.length === 1 ? "cell" : "cells"} and the table ${columns} columns, so ${more ? "what stands last is not shown" : "its last columns stay empty"}.`,
    help: more
      ? "Remove the cells that are too many; a pipe that belongs to a value is written as \\|."
      : "Add the missing cells, empty where there is nothing to say.",
    ...(more ? {} : { fix: addCells(source, columns - cells.length) }),
  };
}

/** Empty cells at the row's end; where no pipe stands there, the first closes the last cell. */
function addCells(source: string, count: number): NonNullable<Problem["fix"]> {
  const end = source.trimEnd().length;
  const pipes = source.trimEnd().endsWith("|") ? count : count + 1;
  const title = count === 1 ? "Add an empty cell at the end" : `Add ${count} empty cells at the end`;
  return { title, edits: [{ span: { start: end, end }, newText: " |".repeat(pipes) }] };
}
