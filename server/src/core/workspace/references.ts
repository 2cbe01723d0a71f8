import { type FieldInfo, kindInfo } from "../records/kinds.ts";
import type { Plain, RecordFacts } from "../records/model.ts";
import { once } from "../text/once.ts";
import type { Reference } from "./api.ts";

const cache = new WeakMap<RecordFacts, readonly Reference[]>();
const NONE: readonly never[] = [];

const isReference = ({ type }: FieldInfo): boolean => type === "ref" || type === "refs";
const mayHold = (field: FieldInfo): boolean => isReference(field) || field.nested?.some(mayHold) === true;

/** Of some fields, those in which references may stand. */
const referring = once((fields: readonly FieldInfo[]): readonly FieldInfo[] => fields.filter(mayHold));

/** The ids a record names in its typed reference fields, nested ones included, in the schema's order; the same objects whenever it is asked. */
export function referencesOf(record: RecordFacts): readonly Reference[] {
  let found = cache.get(record);
  if (!found) {
    found = record.kind ? collect(record, kindInfo(record.kind).fields) : NONE;
    if (found !== NONE) cache.set(record, found);
  }
  return found;
}

function collect(from: RecordFacts, fields: readonly FieldInfo[]): readonly Reference[] {
  const out: Reference[] = [];
  for (const field of referring(fields)) {
    const value = from.plain[field.name];
    if (value !== undefined && value !== null)
      for (const id of idsIn(field, value)) out.push({ from, field: field.name, id });
  }
  return out.length > 0 ? out : NONE;
}

function idsIn(field: FieldInfo, value: Plain): string[] {
  const items: readonly Plain[] = Array.isArray(value) ? value : [value];
  if (isReference(field)) return items.filter((item): item is string => typeof item === "string" && item !== "");
  const nested = field.nested && referring(field.nested);
  if (!nested) return [];
  return items.flatMap((item) =>
    item !== null && typeof item === "object" && !Array.isArray(item)
      ? nested.flatMap((inner) => {
          const value = (item as { readonly [key: string]: Plain })[inner.name];
          return value === undefined || value === null ? [] : idsIn(inner, value);
        })
      : [],
  );
}
