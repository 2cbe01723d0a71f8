import type { FieldInfo } from "../records/kinds.ts";
import type { Plain, PlacedRecord } from "../records/model.ts";
import type { Document } from "../syntax/document.ts";
import { applyEdits, type TextEdit } from "../text/edit.ts";
import { readAgain } from "./read.ts";
import type { ReadSetting } from "./setting.ts";
import { typeText } from "./typed-text.ts";
import { infoOf } from "./write-context.ts";
import { isBlankValue } from "./write-values.ts";

/**
 * The edits, if the document they leave says of one record the fields given, and of all else what it said before. Texts that are
 * half written or broken can be read in ways no edit of theirs foresees; of those nothing is written.
 * @param fields what is written: blank for a field that only has to be there, undefined for one that has to be gone
 */
export function ifOnlyFields(
  doc: Document,
  record: number,
  fields: Readonly<Record<string, Plain | undefined>>,
  edits: TextEdit[] | undefined,
): TextEdit[] | undefined {
  if (!edits || edits.length === 0) return edits;
  const next = readAgain(doc, applyEdits(doc.text, edits));
  const { records, setting } = next;
  const others = Object.keys(fields);
  const same = (after: PlacedRecord, i: number): boolean =>
    saysTheSame(doc.records[i], after, i === record ? others : []);
  if (records.length !== doc.records.length || !records.every(same) || breaks(next, doc)) return undefined;
  return Object.entries(fields).every(([name, value]) => says(records[record], name, value, setting))
    ? edits
    : undefined;
}

/** The edits, if the document they leave has so many more records of the kind in one place, and says of the others what it said. */
export function ifOnlyRecords(
  doc: Document,
  kind: string,
  count: number,
  edits: TextEdit[] | undefined,
): TextEdit[] | undefined {
  if (!edits) return undefined;
  const next = readAgain(doc, applyEdits(doc.text, edits));
  const { records } = next;
  if (records.length !== doc.records.length + count || breaks(next, doc)) return undefined;
  const differs = records.findIndex((after, i) => !saysTheSame(doc.records[i], after));
  const come = records.slice(differs, differs + count);
  const rest = records.slice(differs + count);
  const kept = rest.every((after, i) => saysTheSame(doc.records[differs + i], after));
  return kept && come.every(({ data }) => data.kind === kind) ? edits : undefined;
}

/** The edits, if the document they leave has so many more headings, and its records say what they said. */
export function ifOnlySections(doc: Document, count: number, edits: TextEdit[]): TextEdit[] | undefined {
  const next = readAgain(doc, applyEdits(doc.text, edits));
  const { records, headings } = next;
  if (headings.length !== doc.headings.length + count || records.length !== doc.records.length) return undefined;
  return records.every((after, i) => saysTheSame(doc.records[i], after)) && !breaks(next, doc) ? edits : undefined;
}

/** The edits, if the document they leave has no more in it that is wrong as text. */
export function ifSound(doc: Document, edits: TextEdit[]): TextEdit[] | undefined {
  return breaks(readAgain(doc, applyEdits(doc.text, edits)), doc) ? undefined : edits;
}

/** Whether more of a document is wrong as text than of what it was before. */
const breaks = (after: Document, before: Document): boolean => syntaxProblems(after) > syntaxProblems(before);

const syntaxProblems = ({ blocks, problems }: Document): number =>
  [...problems, ...blocks.flatMap(({ data }) => data.problems)].filter(({ code }) => code === "invalid-syntax").length;

/** Whether two readings of a record say the same, some fields aside. */
function saysTheSame(a: PlacedRecord | undefined, b: PlacedRecord, aside: readonly string[] = []): boolean {
  if (!a || a.data === b.data) return a !== undefined;
  const said = ({ data }: PlacedRecord): string =>
    JSON.stringify([data.kind, Object.entries(data.plain).filter(([name]) => !aside.includes(name))]);
  return said(a) === said(b);
}

function says(record: PlacedRecord | undefined, name: string, value: Plain | undefined, setting: ReadSetting): boolean {
  const field = record?.data.fields.get(name);
  const empty = field === undefined || field.value.type === "empty";
  if (value === undefined) return empty || (record?.data.duplicates.length ?? 0) > 0;
  const nothing = saysNothing(infoOf(record?.data.kind, name), value, setting);
  if (!field || empty) return field !== undefined && nothing;
  // An unticked box says nothing in Markdown and is a word like any other in YAML.
  return !nothing || (field.value.type === "scalar" && field.value.text === value);
}

/** Whether a value is blank, or a word for that, such as a dash. */
const saysNothing = (info: FieldInfo | undefined, value: Plain, setting: ReadSetting): boolean =>
  isBlankValue(value) || (typeof value === "string" && typeText(info, value, setting).type === "empty");
