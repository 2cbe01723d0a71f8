import type { KindId } from "../generated/kinds.ts";
import { groupsForLabel, type NamedGroup, partForLabel } from "../records/groups.ts";
import type { Entry, Field, MapValue } from "../records/model.ts";
import type { ReadField, ReadGroup } from "./record-builder.ts";
import type { ReadSetting } from "./setting.ts";
import { typeYaml } from "./typed.ts";

/** What a mapping is as each group of fields that its key may name; undefined where it is none. */
export function readGroups(
  kind: KindId | undefined,
  entry: Entry,
  source: string,
  setting: ReadSetting,
): readonly ReadGroup[] | undefined {
  if (kind === undefined || entry.value.type !== "map") return undefined;
  const { value } = entry;
  const read = groupsForLabel(kind, entry.key)
    .map((named) => readGroup(kind, named, entry, value, source, setting))
    .filter(({ fields }) => fields.some(({ info }) => info));
  return read.length > 0 ? read : undefined;
}

function readGroup(
  kind: KindId,
  { group, rank }: NamedGroup,
  { key: label, keySpan: labelSpan }: Entry,
  map: MapValue,
  source: string,
  setting: ReadSetting,
): ReadGroup {
  const stands = { name: group.name, label, keySpan: labelSpan, span: map.span };
  const taken = new Set<string>();
  const fields = map.entries.map(({ key, keySpan, value }): ReadField => {
    const part = partForLabel(kind, group, key);
    const info = part && !taken.has(part.name) ? part : undefined;
    if (info) taken.add(info.name);
    const name = info?.name ?? `${label}.${key}`;
    const typed = typeYaml(info, value, source, setting);
    return { field: { name, known: info !== undefined, label: key, keySpan, value: typed, group: stands }, info };
  });
  return { rank, fields };
}

/**
 * The fields of a record with those that stand in groups in their places. Fields of the record's own go first, and of several mappings the
 * likelier: one of whose fields any stands elsewhere is left whole, as it is another judgement than the one that is read.
 */
export function withGroups(fields: readonly ReadField[]): readonly ReadField[] {
  if (!haveGroups(fields)) return fields;
  const taken = new Set(fields.flatMap(({ field, groups }) => (groups ? [] : [field.name])));
  const chosen = new Map<ReadField, ReadGroup>();
  for (const read of fields.filter(({ groups }) => groups).sort(inTurn)) {
    const group = read.groups?.find((one) => one.fields.every(({ field }) => !field.known || !taken.has(field.name)));
    if (!group) continue;
    chosen.set(read, group);
    for (const { field } of group.fields) taken.add(field.name);
  }
  return fields.flatMap((read) => chosen.get(read)?.fields ?? (read.groups ? whole(read) : [read]));
}

function haveGroups(fields: readonly ReadField[]): boolean {
  for (let i = 0; i < fields.length; i++) if (fields[i]?.groups) return true;
  return false;
}

/** Mappings that can be one group only go first, and of those the likelier label. */
const inTurn = (a: ReadField, b: ReadField): number =>
  (a.groups?.length ?? 0) - (b.groups?.length ?? 0) || (a.groups?.[0]?.rank ?? 0) - (b.groups?.[0]?.rank ?? 0);

/** A mapping that is not read, under its own key. */
function whole({ field }: ReadField): ReadField {
  const unread: Field = { ...field, name: field.label, known: false };
  return { field: unread, info: undefined };
}
