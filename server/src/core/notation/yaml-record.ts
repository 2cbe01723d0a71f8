import type { KindId } from "../generated/kinds.ts";
import { kindInfo } from "../records/kinds.ts";
import type { Entry, RecordData, Value } from "../records/model.ts";
import type { BlockData, Problem } from "../syntax/document.ts";
import { BlockBuilder } from "./block-builder.ts";
import { buildRecord, mayHaveGaps, type ReadField } from "./record-builder.ts";
import { withGroups } from "./field-groups.ts";
import { anyHoldsMeasurements, takeMeasurements } from "./measurement-blocks.ts";
import type { ReadSetting } from "./setting.ts";
import { readEntry } from "./yaml-entry.ts";

/** A record with the block of text it was read from; the spans of both are relative to the same base. */
export interface RecordAndBlock {
  readonly data: RecordData;
  readonly block: BlockData;
  /** Measurements written inside the record; their text is in the block. */
  readonly measurements?: readonly RecordData[];
}

/** A mapping in a register as a record. `source` is the text of its part, `marker` the entry that says its kind, if one does. */
export function readItem(
  kind: KindId | undefined,
  value: Extract<Value, { type: "map" }>,
  source: string,
  problems: readonly Problem[],
  setting: ReadSetting,
): RecordAndBlock {
  const { entries } = value;
  const info = kind && kindInfo(kind);
  const read: ReadField[] = [];
  let marker: Entry | undefined;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as Entry;
    if (!marker && entry.key === "aims" && entry.value.type === "scalar") marker = entry;
    else read.push(readEntry(info, entry, source, setting));
  }
  const fields = withGroups(read);
  const gaps = mayHaveGaps(fields, source);
  const taken = anyHoldsMeasurements(fields)
    ? fields.map((field) => takeMeasurements(field, source, setting))
    : undefined;
  const data = buildRecord({
    kind,
    kindText: marker?.value.type === "scalar" ? marker.value.text : undefined,
    kindSpan: marker?.value.span,
    notation: "yaml-item",
    fields: taken?.map(({ read }) => read) ?? fields,
    source,
    span: value.span,
    gaps,
  });
  const block = fieldsBlock(fields, source, problems, data, setting, gaps);
  return taken ? { data, block, measurements: taken.flatMap(({ measurements }) => measurements) } : { data, block };
}

/**
 * The block of a stretch of YAML that is the fields of a record.
 * @param gaps whether placeholders may stand in it (`mayHaveGaps`)
 */
export function fieldsBlock(
  fields: readonly ReadField[],
  source: string,
  problems: readonly Problem[],
  data: RecordData | undefined,
  setting: ReadSetting,
  gaps: boolean,
): BlockData {
  const builder = new BlockBuilder({ standards: setting.standards, place: "prose" }, gaps);
  for (let i = 0; i < fields.length; i++) {
    const { field, info, groups } = fields[i] as ReadField;
    if (!groups) builder.field(info, field.value, source);
    else for (const { field, info } of groups[0]?.fields ?? []) builder.field(info, field.value, source);
  }
  if (problems.length > 0) builder.problems(withoutTold(problems, data));
  return builder.build(source);
}

/** A field of the record that stands twice is told by the record itself (`duplicates`). */
function withoutTold(problems: readonly Problem[], data: RecordData | undefined): readonly Problem[] {
  if (!data || data.duplicates.length === 0) return problems;
  const told = new Set(data.duplicates.map((field) => field.keySpan.start));
  return problems.filter((problem) => problem.code !== "duplicate-field" || !told.has(problem.span.start));
}
