import type { KindId } from "../generated/kinds.ts";
import type { Field, Plain } from "../records/model.ts";
import type { Document } from "../syntax/document.ts";
import { readFrontMatter } from "../syntax/front-matter.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { ifOnlyFields, ifOnlyRecords } from "./write-check.ts";
import { absolute, type Target, targetOf } from "./write-context.ts";
import { addCsvRows, addToCsv, clearCsv, setCsv } from "./write-csv.ts";
import { addHeadingRecords } from "./write-heading.ts";
import { addLabelled, removeLabelled, setLabelled } from "./write-labelled.ts";
import { addTableRows, addToRow, clearTableCell, setTableCell } from "./write-table.ts";
import { addYaml, addYamlEntries, addYamlItems, removeYaml, setYaml } from "./write-yaml.ts";

export { headerToFrontMatter, newDocument } from "./write-document.ts";
export { addSections, type NewSection } from "./write-sections.ts";

/** How a field, or a record's next field, is written. */
type Hand = "yaml" | "labelled" | "cell" | "csv";

/** The YAML at the top of a Markdown document. */
function frontMatterOf({ doc, text }: Target): Span | undefined {
  if (doc.language !== "markdown") return undefined;
  return readFrontMatter(text, text.charCodeAt(0) === 0xfeff ? 1 : 0)?.yaml;
}

function handOf(target: Target, field: Field | undefined): Hand {
  switch (target.data.notation) {
    case "yaml":
    case "yaml-item":
    case "yaml-block":
      return "yaml";
    case "table-row":
      return "cell";
    case "csv-row":
      return "csv";
    case "control-header":
    case "heading":
      return "labelled";
    case "front-matter":
    case "model-card": {
      const yaml = frontMatterOf(target);
      const at = field && absolute(target, field.keySpan).start;
      return yaml && (at === undefined || (at >= yaml.start && at < yaml.end)) ? "yaml" : "labelled";
    }
  }
}

/**
 * The edits that give a field of a record a value, wherever and however the record is written; a field it does not have
 * is added. Everything else stays as it is. Undefined where the record is gone, its notation has no room for the field, or the text
 * is such that something else would change with it.
 */
export function setField(doc: Document, record: number, field: string, value: Plain): TextEdit[] | undefined {
  const target = targetOf(doc, record);
  const standing = target?.data.fields.get(field);
  if (!target) return undefined;
  if (!standing) return addFields(doc, record, { [field]: value });
  return ifOnlyFields(doc, record, { [field]: value }, editsToSet(target, standing, value));
}

function editsToSet(target: Target, standing: Field, value: Plain): TextEdit[] | undefined {
  switch (handOf(target, standing)) {
    case "yaml":
      return setYaml(target, standing, value);
    case "labelled":
      return setLabelled(target, standing, value);
    case "cell":
      return setTableCell(target, standing, value);
    case "csv":
      return setCsv(target, standing, value);
  }
}

/** The edits that remove a field; in a table, where the column belongs to all rows, they empty its cell. */
export function removeField(doc: Document, record: number, field: string): TextEdit[] | undefined {
  const target = targetOf(doc, record);
  const standing = target?.data.fields.get(field);
  if (!target || !standing) return undefined;
  return ifOnlyFields(doc, record, { [field]: undefined }, editsToRemove(target, standing));
}

function editsToRemove(target: Target, standing: Field): TextEdit[] | undefined {
  switch (handOf(target, standing)) {
    case "yaml":
      return removeYaml(target, standing);
    case "labelled":
      return removeLabelled(target, standing);
    case "cell":
      return clearTableCell(target, standing);
    case "csv":
      return clearCsv(target, standing);
  }
}

/** The edits that add fields a record does not have, blank where the value is `""` or null; fields it has are left alone. */
export function addFields(
  doc: Document,
  record: number,
  fields: Readonly<Record<string, Plain>>,
): TextEdit[] | undefined {
  const target = targetOf(doc, record);
  if (!target) return undefined;
  const missing = Object.fromEntries(Object.entries(fields).filter(([name]) => !target.data.fields.has(name)));
  if (Object.keys(missing).length === 0) return [];
  return ifOnlyFields(doc, record, missing, editsToAdd(target, missing));
}

function editsToAdd(target: Target, missing: Readonly<Record<string, Plain>>): TextEdit[] | undefined {
  switch (handOf(target, undefined)) {
    case "yaml":
      return addYaml(target, missing, frontMatterOf(target));
    case "labelled":
      return addLabelled(target, missing);
    case "cell":
      return addToRow(target, missing);
    case "csv":
      return addToCsv(target, missing);
  }
}

/**
 * The edits that add entries to a list of mappings that a record has, after the last one. Undefined where the field has no entry yet
 * or its notation holds no such list.
 */
export function addEntries(
  doc: Document,
  record: number,
  field: string,
  entries: readonly Readonly<Record<string, Plain>>[],
): TextEdit[] | undefined {
  const target = targetOf(doc, record);
  const standing = target?.data.fields.get(field);
  if (!target || !standing || handOf(target, standing) !== "yaml") return undefined;
  return ifOnlyFields(doc, record, { [field]: entries as Plain }, addYamlEntries(target, standing, entries));
}

/**
 * The edits that add records of a kind to the register that holds the record at `beside`, below its last one. Undefined where that
 * record is gone, or is one that stands in no register, and where the text is such that something else would change.
 */
export function addRecords(
  doc: Document,
  beside: number,
  kind: KindId,
  records: readonly Readonly<Record<string, Plain>>[],
): TextEdit[] | undefined {
  const target = targetOf(doc, beside);
  if (!target) return undefined;
  if (records.length === 0) return [];
  const last = targetOf(doc, lastBeside(doc, beside)) ?? target;
  return ifOnlyRecords(doc, kind, records.length, editsToAddRecords(target, last, records));
}

function editsToAddRecords(
  target: Target,
  last: Target,
  records: readonly Readonly<Record<string, Plain>>[],
): TextEdit[] | undefined {
  switch (target.data.notation) {
    case "yaml-item":
      return addYamlItems(last, records);
    case "table-row":
      return addTableRows(target, records);
    case "csv-row":
      return addCsvRows(target, records);
    case "heading":
      return addHeadingRecords(target, last, records);
    default:
      return undefined;
  }
}

/** The last record of the run of records of one kind and notation that `at` is in. */
function lastBeside({ records }: Document, at: number): number {
  const here = records[at]?.data;
  let last = at;
  while (records[last + 1]?.data.kind === here?.kind && records[last + 1]?.data.notation === here?.notation) last++;
  return last;
}
