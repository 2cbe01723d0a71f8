import type { FieldInfo } from "../records/kinds.ts";
import type { MapValue, ScalarValue, Value } from "../records/model.ts";
import { vocabulary } from "../records/vocabulary.ts";
import { normalizeLabel } from "../records/words.ts";
import { once } from "../text/once.ts";

/** By type of field, the keys by which a mapping says what it is; normalised, the likeliest first. */
const keysOf = once(
  (said: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly string[]> =>
    new Map(Object.entries(said).map(([type, keys]) => [type, keys.map(normalizeLabel)])),
);

/** The word by which a mapping says what it is where a field of this type asks for one; undefined where it says none. */
export function saidBy(type: FieldInfo["type"], map: MapValue): ScalarValue | undefined {
  const keys = keysOf(vocabulary().said_by).get(type) ?? [];
  let found: ScalarValue | undefined;
  let best = keys.length;
  for (const { key, value } of map.entries) {
    const rank = value.type === "scalar" && value.text !== "" ? keys.indexOf(normalizeLabel(key)) : -1;
    if (value.type !== "scalar" || rank < 0 || rank >= best) continue;
    found = value;
    best = rank;
  }
  return found;
}

/** What a point of a list says: its words, the word by which a mapping says what it is, or else the point as it is written. */
export function pointAsText(item: Value, source: string): string {
  const word = item.type === "map" ? saidBy("text", item) : item;
  if (word?.type === "scalar") return word.text;
  return item.type === "empty" ? "" : source.slice(item.span.start, item.span.end).replace(/\s+/g, " ").trim();
}

/** Whether a value holds more than its words say, so that it cannot be written anew from these. */
export const saysMore = (value: Value): boolean =>
  value.type === "list" ? value.items.some(saysMore) : value.type === "scalar" && value.of !== undefined;
