import type { KindId } from "../generated/kinds.ts";
import type { Entry, Field, RecordData, Value } from "../records/model.ts";
import type { BlockData, Problem } from "../syntax/document.ts";
import { shiftEntry } from "../syntax/values.ts";
import { shift } from "../text/span.ts";
import { BlockBuilder } from "./block-builder.ts";
import { buildRecord, fieldFor, type ReadField } from "./record-builder.ts";
import type { ReadSetting } from "./setting.ts";
import { typeYaml } from "./typed.ts";

/** A record with the block of text it was read from; the spans of both are relative to the same base. */
export interface RecordAndBlock {
  readonly data: RecordData;
  readonly block: BlockData;
}

/** An entry of a YAML mapping as a field of `kind`. */
export function readEntry(kind: KindId | undefined, entry: Entry, source: string, setting: ReadSetting): ReadField {
  const { name, info } = fieldFor(kind, entry.key);
  const value = typeYaml(info, entry.value, source, setting);
  return { field: { name, known: info !== undefined, label: entry.key, keySpan: entry.keySpan, value }, info };
}

/** A mapping in a register as a record. `source` is the text of its part, `marker` the entry that says its kind, if one does. */
export function readItem(
  kind: KindId | undefined,
  value: Extract<Value, { type: "map" }>,
  source: string,
  problems: readonly Problem[],
  setting: ReadSetting,
): RecordAndBlock {
  const marker = value.entries.find((entry) => entry.key === "aims" && entry.value.type === "scalar");
  const entries = value.entries.filter((entry) => entry !== marker);
  const fields = entries.map((entry) => readEntry(kind, entry, source, setting));
  const data = buildRecord({
    kind,
    ...(marker?.value.type === "scalar" ? { kindText: marker.value.text, kindSpan: marker.value.span } : {}),
    notation: "yaml-item",
    fields,
    source,
    span: value.span,
  });
  return { data, block: fieldsBlock(fields, source, problems, data, setting) };
}

/** The block of a stretch of YAML that is the fields of a record. */
export function fieldsBlock(
  fields: readonly ReadField[],
  source: string,
  problems: readonly Problem[],
  data: RecordData | undefined,
  setting: ReadSetting,
): BlockData {
  const builder = new BlockBuilder();
  for (const { field, info } of fields) builder.field(info, field.value, source, { setting, place: "prose" });
  builder.problems.push(...withoutTold(problems, data));
  return builder.build(source);
}

/** A field of the record that stands twice is told by the record itself (`duplicates`). */
function withoutTold(problems: readonly Problem[], data: RecordData | undefined): readonly Problem[] {
  if (!data || data.duplicates.length === 0) return problems;
  const told = new Set(data.duplicates.map((field) => field.keySpan.start));
  return problems.filter((problem) => problem.code !== "duplicate-field" || !told.has(problem.span.start));
}

/** `field` with its spans moved by `by` offsets. */
export function shiftReadField({ field, info }: ReadField, by: number): ReadField {
  if (by === 0) return { field, info };
  const { value } = shiftEntry({ key: "", keySpan: field.keySpan, value: field.value }, by);
  const moved: Field = { ...field, keySpan: shift(field.keySpan, by), value };
  return { field: moved, info };
}
