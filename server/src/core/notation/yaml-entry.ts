import type { KindInfo } from "../records/kinds.ts";
import type { Entry, Field } from "../records/model.ts";
import { shiftValue } from "../syntax/values.ts";
import { shift } from "../text/span.ts";
import { readGroups } from "./field-groups.ts";
import { fieldFor, type ReadField, type ReadGroup } from "./record-builder.ts";
import type { ReadSetting } from "./setting.ts";
import { typeYaml } from "./typed.ts";

/** An entry of a YAML mapping as a field of `kind`. */
export function readEntry(kind: KindInfo | undefined, entry: Entry, source: string, setting: ReadSetting): ReadField {
  const { key, keySpan } = entry;
  const own = kind?.byName.get(key);
  const { name, info } = own ? { name: own.name, info: own } : fieldFor(kind?.id, key);
  const value = typeYaml(info, entry.value, source, setting);
  // A key that is the schema's own name is kept as that one string, not once more in every record.
  const field = { name, known: info !== undefined, label: key === name ? name : key, keySpan, value };
  const groups = entry.value.type === "map" ? readGroups(kind?.id, entry, source, setting) : undefined;
  return groups ? { field, info, groups } : { field, info };
}

/** `field` with its spans moved by `by` offsets. */
export function shiftReadField(read: ReadField, by: number): ReadField {
  if (by === 0) return read;
  const { field, info, groups } = read;
  const moved = shiftField(field, by);
  if (!groups) return { field: moved, info };
  const fields = (group: ReadGroup) => group.fields.map((inner) => shiftReadField(inner, by));
  return { field: moved, info, groups: groups.map((group) => ({ rank: group.rank, fields: fields(group) })) };
}

function shiftField({ name, known, label, keySpan, value, group }: Field, by: number): Field {
  const moved: Field = { name, known, label, keySpan: shift(keySpan, by), value: shiftValue(value, by) };
  if (!group) return moved;
  return { ...moved, group: { ...group, keySpan: shift(group.keySpan, by), span: shift(group.span, by) } };
}
