import type { PlacedRecord } from "../records/model.ts";
import { type CsvCell, type CsvRow, readingCsv } from "../syntax/csv.ts";
import type { Block, Problem } from "../syntax/document.ts";
import { shiftValue } from "../syntax/values.ts";
import type { Steps } from "../text/to-end.ts";
import { BlockBuilder } from "./block-builder.ts";
import { buildRecord, type ReadField } from "./record-builder.ts";
import { namedStandard } from "./other-standard.ts";
import { type Column, readRegister, type Register } from "./register-table.ts";
import type { ReadSetting } from "./setting.ts";
import { baseName, type Contents, NOT_GOVERNED, type Source } from "./source.ts";
import { isTemplatePath } from "./template.ts";
import { typeCsv } from "./typed-text.ts";
import type { RecordAndBlock } from "./yaml-record.ts";

/** So many rows are read at a step. */
const AT_A_TIME = 512;

/** Reads a CSV file: a register, inside an AIMS, when its columns are a kind's. */
export function* readCsvRegister(source: Source): Steps<Contents> {
  if (!source.setting.inAims) return NOT_GOVERNED;
  const { rows, unclosed } = yield* readingCsv(source.text, source.start);
  const [header, ...body] = rows;
  const labels = header?.cells.map((cell) => cell.text) ?? [];
  const title = baseName(source.path).replace(/[-_.]+/g, " ");
  const register = labels.length > 1 ? readRegister(labels, { title }) : undefined;
  if (!register || (register.kind === "control" && namedStandard(title, source.setting) === "other"))
    return NOT_GOVERNED;
  const records: PlacedRecord[] = [];
  const blocks: Block[] = [];
  for (const row of body) {
    const base = row.start;
    const { data, block } = readCsvRow(source, row, register);
    records.push({ base, data });
    blocks.push({ base, data: block });
    if (blocks.length % AT_A_TIME === 0) yield;
  }
  const problems = unclosed ? [...source.problems, unclosedQuote(unclosed)] : source.problems;
  return { governed: true, template: isTemplatePath(source.path), records, blocks, problems };
}

const unclosedQuote = (span: Problem["span"]): Problem => ({
  code: "invalid-syntax",
  span,
  message: "The quote that opens this cell is never closed, so the cell is read to the end of its line.",
  help: 'Add the closing quote, or write a quote that belongs to the text as "".',
});

function readCsvRow({ text, setting, memo }: Source, row: CsvRow, register: Register): RecordAndBlock {
  return memo.space(`csv ${register.key}`).get(text.slice(row.start, row.end), (source) => {
    const fields = row.cells
      .slice(0, register.columns.length)
      .map((cell, i) => readCell(cell, row.start, register.columns[i] as Column, setting));
    const data = buildRecord({
      kind: register.kind,
      notation: "csv-row",
      fields,
      source,
      span: { start: 0, end: source.length },
      columns: register.columns.length,
    });
    const builder = new BlockBuilder({ standards: setting.standards, place: "prose" });
    for (const { field, info } of fields) builder.field(info, field.value, source);
    const problem = ragged(row, register, source);
    if (problem) builder.problems([problem]);
    return { data, block: builder.build(source) };
  });
}

function readCell(cell: CsvCell, base: number, { label, name, info }: Column, setting: ReadSetting): ReadField {
  const start = cell.span.start - base;
  const keySpan = { start, end: cell.span.end - base };
  const value = shiftValue(typeCsv(info, cell, setting), start);
  return { field: { name, known: info !== undefined, label, keySpan, value }, info };
}

function ragged(row: CsvRow, register: Register, source: string): Problem | undefined {
  const expected = register.columns.length;
  if (row.cells.length === expected) return undefined;
  return {
    code: "ragged-table-row",
    span: { start: 0, end: source.length },
    message: `This row has ${row.cells.length} ${row.cells.length === 1 ? "cell" : "cells"} and the header ${expected}, so values may stand under the wrong column.`,
    help: "Add or remove a cell, and put a value that holds the separator in double quotes.",
  };
}
