import type { FieldsByKind } from "../generated/fields.ts";
import type { KindId } from "../generated/kinds.ts";
import { isIsoDate } from "./dates.ts";
import type { Plain, RecordFacts } from "./model.ts";
import { isOnlyPlaceholder } from "./placeholders.ts";
import { type FieldInfo, kindInfo } from "./registry.ts";
import { isNoValue } from "./values.ts";

type PlainMap = { readonly [key: string]: Plain };

const isMap = (value: Plain): value is PlainMap => typeof value === "object" && value !== null && !Array.isArray(value);

function readText(value: Plain): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** A name in a list of people or references; words that say there is none are none. */
function readName(value: Plain): string | undefined {
  if (isMap(value)) {
    const name = readText(value.name ?? value.id ?? null);
    const role = readText(value.role ?? null);
    return name !== undefined && role !== undefined ? `${name} (${role})` : (name ?? role);
  }
  const text = readText(value);
  return text === undefined || isNoValue(text) || isOnlyPlaceholder(text) ? undefined : text;
}

function readFields(fields: readonly FieldInfo[], value: PlainMap): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const field of fields) {
    const raw = value[field.name];
    const read = raw === undefined || raw === null ? undefined : readValue(field, raw);
    if (read !== undefined) out[field.name] = read;
  }
  return out;
}

function readMap(field: FieldInfo, value: Plain): unknown {
  if (field.nested === undefined) return isMap(value) ? value : undefined;
  if (isMap(value)) return readFields(field.nested, value);
  const text = readText(value);
  const first = field.nested.find((f) => f.type === "text" || f.type === "ref") ?? field.nested[0];
  return text === undefined || first === undefined || isNoValue(text) ? undefined : { [first.name]: text };
}

/** A field as each item of its list is; undefined for a field that is no list. */
const itemOf = (field: FieldInfo): FieldInfo | undefined =>
  field.type === "maps" ? { ...field, type: "map" } : field.element;

function readList(item: FieldInfo, value: Plain): unknown {
  return (Array.isArray(value) ? (value as readonly Plain[]) : [value])
    .map((v) => readValue(item, v))
    .filter((v) => v !== undefined);
}

/** `{ iso-42001: [5.2] }`; a bare list stands under the empty name, to be read as citations are. */
function readSatisfies(value: Plain): Record<string, readonly string[]> {
  const strings = (v: Plain) => (Array.isArray(v) ? v : [v]).map(readName).filter((s) => s !== undefined);
  if (!isMap(value)) return { "": strings(value) };
  return Object.fromEntries(Object.entries(value).map(([standard, v]) => [standard, strings(v)]));
}

/** A value as its field's type; undefined when it is something else. */
function readValue(field: FieldInfo, value: Plain): unknown {
  const item = itemOf(field);
  if (item !== undefined) return readList(item, value);
  switch (field.type) {
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "number":
    case "integer":
      if (typeof value === "number") return value;
      return field.scale ? readName(value) : undefined;
    case "date":
      return typeof value === "string" && isIsoDate(value) ? value : undefined;
    case "enum":
      return readEnum(field, value);
    case "map":
      return readMap(field, value);
    case "satisfies":
      return readSatisfies(value);
    case "person":
    case "ref":
    case "provision":
    case "path":
      return readName(value);
    default:
      return readText(value);
  }
}

function readEnum(field: FieldInfo, value: Plain): string | undefined {
  if (typeof value !== "string") return undefined;
  if (field.values?.some((v) => v.value === value)) return value;
  return field.open ? readName(value) : undefined;
}

const memo = new WeakMap<RecordFacts, Record<string, unknown>>();

/**
 * The fields of a record by schema type: only values that are what the schema says are there; a single value stands as a
 * list of one where the schema has a list; "none" and placeholders are left out of names and references. Empty when the
 * record is of another kind.
 */
export function fieldsOf<K extends KindId>(record: RecordFacts, kind: K): Partial<FieldsByKind[K]> {
  if (record.kind !== kind) return {};
  let fields = memo.get(record);
  if (fields === undefined) {
    fields = readFields(kindInfo(kind).fields, record.plain);
    memo.set(record, fields);
  }
  return fields as Partial<FieldsByKind[K]>;
}
