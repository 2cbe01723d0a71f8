import { type FieldInfo, kindInfo } from "../records/kinds.ts";
import type { Plain, RecordFacts } from "../records/model.ts";
import { once } from "../text/once.ts";

const cache = new WeakMap<RecordFacts, readonly { readonly field: string; readonly id: string }[]>();
const NONE: readonly never[] = [];

const isReference = ({ type }: FieldInfo): boolean => type === "ref" || type === "refs";
const mayHold = (field: FieldInfo): boolean => isReference(field) || field.nested?.some(mayHold) === true;

/** Of some fields, those in which references may stand. */
const referring = once((fields: readonly FieldInfo[]): readonly FieldInfo[] => fields.filter(mayHold));

/** The ids a record names in its typed reference fields, nested ones included, in the schema's order. `field` is the top-level field. */
export function referencesOf(record: RecordFacts): readonly { readonly field: string; readonly id: string }[] {
  let found = cache.get(record);
  if (!found) {
    found = record.kind ? collect(kindInfo(record.kind).fields, record.plain) : NONE;
    cache.set(record, found);
  }
  return found;
}

function collect(
  fields: readonly FieldInfo[],
  plain: { readonly [field: string]: Plain },
): { field: string; id: string }[] {
  const out: { field: string; id: string }[] = [];
  for (const field of referring(fields)) {
    const value = plain[field.name];
    if (value !== undefined && value !== null)
      for (const id of idsIn(field, value)) out.push({ field: field.name, id });
  }
  return out;
}

function idsIn(field: FieldInfo, value: Plain): string[] {
  if (isReference(field)) {
    const items = Array.isArray(value) ? value : [value];
    return items.filter((item): item is string => typeof item === "string" && item !== "");
  }
  if (!field.nested) return [];
  const items = Array.isArray(value) ? value : [value];
  return items.flatMap((item) =>
    item !== null && typeof item === "object" && !Array.isArray(item)
      ? collect(field.nested ?? [], item as { readonly [key: string]: Plain }).map((r) => r.id)
      : [],
  );
}
