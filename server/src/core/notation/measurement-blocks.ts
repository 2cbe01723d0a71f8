import type { Entry, MapValue, RecordData, ScalarValue, Value } from "../records/model.ts";
import { type FieldInfo, kindInfo } from "../records/kinds.ts";
import { buildRecord, type ReadField } from "./record-builder.ts";
import type { ReadSetting } from "./setting.ts";
import { readEntry } from "./yaml-entry.ts";

/** A field without the measurements written inside it, and those; all spans relative to the same base. */
export interface FieldAndMeasurements {
  readonly read: ReadField;
  readonly measurements: readonly RecordData[];
}

/** Keys that name what was measured, the surest first. */
const NAMES = ["metric", "name", "type"] as const;
/** Keys of which a mapping has at least one where it is a measurement. */
const NUMBERS: ReadonlySet<string> = new Set(["value", "threshold", "source"]);
/** A results file below the folder, with or without a place in it. */
const RESULTS_FILE = /^[^:]{1,300}\.(?:json|csv)(?:#|$)/i;

/** Whether measurements may be written inside any of the fields. */
export function anyHoldsMeasurements(fields: readonly ReadField[]): boolean {
  for (let i = 0; i < fields.length; i++) if (fields[i]?.info?.holds === "measurement") return true;
  return false;
}

/**
 * Takes the measurements out of a field that may hold some (`metrics` and `measures` of an assessment, those of a card): each is a record
 * of its own and is read and checked as one. What is left says which they are (id or name) and whatever else the field is for.
 * @param source the text that the spans of the field count in
 */
export function takeMeasurements(read: ReadField, source: string, setting: ReadSetting): FieldAndMeasurements {
  const { info, field } = read;
  if (info?.holds !== "measurement") return { read, measurements: [] };
  const blocks: Block[] = [];
  const left = info.type === "map" ? field.value : without(field.value, info, blocks);
  if (info.type === "map") collectResults(field.value, undefined, blocks);
  const measurements = blocks.map(({ entries, map }) => {
    const fields = entries.map((entry) => readEntry(kindInfo("measurement"), entry, source, setting));
    return buildRecord({ kind: "measurement", notation: "yaml-block", fields, source, span: map.span });
  });
  const value = left ?? { type: "empty" as const, span: field.value.span };
  return { read: measurements.length === 0 ? read : { info, field: { ...field, value } }, measurements };
}

interface Block {
  readonly map: MapValue;
  readonly entries: readonly Entry[];
}

const entryOf = (map: MapValue, key: string): Entry | undefined => map.entries.find((entry) => entry.key === key);

const nameOf = (map: MapValue): Entry | undefined =>
  NAMES.map((key) => entryOf(map, key)).find((entry) => entry?.value.type === "scalar");

/** Entries of a measurement, the one that names what was measured under its own name. */
function measured(map: MapValue, keep: (entry: Entry) => boolean): Entry[] {
  const name = nameOf(map);
  const known = (NAMES as readonly string[]).slice(1);
  return map.entries.flatMap((entry) => {
    if (entry === name) return [{ ...entry, key: "metric" }];
    return known.includes(entry.key) || !keep(entry) ? [] : [entry];
  });
}

/** What is left of a value when its measurements are taken out; undefined where nothing is. */
function without(value: Value, info: FieldInfo, blocks: Block[]): Value | undefined {
  if (value.type === "list")
    return { ...value, items: value.items.flatMap((item) => without(item, info, blocks) ?? []) };
  if (value.type !== "map") return value;
  const beside = info.nested?.filter(({ name }) => name !== "metric").map(({ name }) => name) ?? [];
  if (value.entries.some(({ key }) => NUMBERS.has(key))) {
    blocks.push({ map: value, entries: measured(value, ({ key }) => !beside.includes(key)) });
    if (info.nested)
      return { ...value, entries: value.entries.filter(({ key }) => info.nested?.some(({ name }) => name === key)) };
    return info.type === "refs" ? scalarOf(entryOf(value, "id")) : scalarOf(nameOf(value));
  }
  const entries = value.entries.flatMap((entry): Entry[] => {
    if (entry.key !== "metric" || entry.value.type !== "map") return [entry];
    blocks.push({ map: entry.value, entries: measured(entry.value, () => true) });
    const name = scalarOf(nameOf(entry.value));
    return name ? [{ ...entry, value: name }] : [];
  });
  return { ...value, entries };
}

const scalarOf = (entry: Entry | undefined): ScalarValue | undefined =>
  entry?.value.type === "scalar" ? entry.value : undefined;

/**
 * The results of a card's `model-index` that are bound to something: a results file in the repository, or a threshold. All others are
 * figures for the hub's leader boards, of which nobody said what they are to be held against.
 * @param around where the results around a metric say that they come from; one place in a file speaks for one metric
 */
function collectResults(value: Value, around: Entry | undefined, blocks: Block[]): void {
  if (value.type === "list") for (const item of value.items) collectResults(item, around, blocks);
  if (value.type !== "map") return;
  const source = resultsFile(entryOf(value, "source")) ?? around;
  if (entryOf(value, "value") && nameOf(value) && (source || entryOf(value, "threshold"))) {
    const known = measured(value, ({ key }) => (NUMBERS.has(key) ? key !== "source" : BOUND.has(key)));
    blocks.push({ map: value, entries: source ? [...known, source] : known });
    return;
  }
  const metrics = entryOf(value, "metrics")?.value;
  const several = metrics?.type === "list" && metrics.items.length > 1;
  for (const { value: inner } of value.entries) collectResults(inner, several ? undefined : source, blocks);
}

/** Fields of a measurement that a card's results may have beside the hub's own. */
const BOUND: ReadonlySet<string> = new Set([
  "id",
  "groups",
  "unit",
  "system",
  "system_version",
  "measured_on",
  "measured_by",
]);

/** `source`, or the `url` in it, where that is a results file. */
function resultsFile(entry: Entry | undefined): Entry | undefined {
  const url = entry?.value.type === "map" ? entryOf(entry.value, "url") : entry;
  return url?.value.type === "scalar" && RESULTS_FILE.test(url.value.text) ? { ...url, key: "source" } : undefined;
}
