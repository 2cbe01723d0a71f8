import type { KindId } from "../generated/kinds.ts";
import type { Entry, Field } from "../records/model.ts";
import { shiftValue } from "../syntax/values.ts";
import { shift } from "../text/span.ts";
import { fieldFor, type ReadField } from "./record-builder.ts";
import type { ReadSetting } from "./setting.ts";
import { typeYaml } from "./typed.ts";

/** An entry of a YAML mapping as a field of `kind`. */
export function readEntry(kind: KindId | undefined, entry: Entry, source: string, setting: ReadSetting): ReadField {
  const { name, info } = fieldFor(kind, entry.key);
  const value = typeYaml(info, entry.value, source, setting);
  // A key that is the schema's own name is kept as that one string, not once more in every record.
  const label = entry.key === name ? name : entry.key;
  return { field: { name, known: info !== undefined, label, keySpan: entry.keySpan, value }, info };
}

/** `field` with its spans moved by `by` offsets. */
export function shiftReadField({ field, info }: ReadField, by: number): ReadField {
  if (by === 0) return { field, info };
  const moved: Field = {
    name: field.name,
    known: field.known,
    label: field.label,
    keySpan: shift(field.keySpan, by),
    value: shiftValue(field.value, by),
  };
  return { field: moved, info };
}
