import { looksLikeId, normalizeId } from "../../../records/ids.ts";
import { distance, nearest } from "../../../records/nearest.ts";

interface Parts {
  readonly prefix: string;
  readonly number: string;
}

function partsOf(id: string): Parts | undefined {
  const normal = normalizeId(id);
  const number = /(?<!\d)\d+$/.exec(normal)?.[0];
  return number === undefined ? undefined : { prefix: normal.slice(0, normal.length - number.length), number };
}

const sorted = (digits: string): string => [...digits].sort().join("");

/** Whether one of two ids is a slip for the other: another spelling of the prefix or of the number, or digits swapped. The next number is none. */
function isSlip(a: Parts, b: Parts): boolean {
  if (Number(a.number) === Number(b.number)) return distance(a.prefix, b.prefix, 2) <= 1;
  return a.prefix === b.prefix && a.number.length === b.number.length && sorted(a.number) === sorted(b.number);
}

type Known = { readonly id: string; readonly parts: Parts };

/** Ids by what a slip leaves as it is: the number's value, or prefix and digits. */
const lookups = new WeakMap<readonly string[], ReadonlyMap<string, readonly Known[]>>();

const keysOf = ({ prefix, number }: Parts): string[] => [`= ${Number(number)}`, `~ ${prefix} ${sorted(number)}`];

function lookupOf(ids: readonly string[]): ReadonlyMap<string, readonly Known[]> {
  let lookup = lookups.get(ids);
  if (!lookup) {
    const made = new Map<string, Known[]>();
    for (const id of ids) {
      const parts = partsOf(id);
      for (const key of parts ? keysOf(parts) : []) {
        const list = made.get(key);
        if (list) list.push({ id, parts: parts as Parts });
        else made.set(key, [{ id, parts: parts as Parts }]);
      }
    }
    lookup = made;
    lookups.set(ids, lookup);
  }
  return lookup;
}

/**
 * The id that was most likely meant by one that no record has; undefined when none is near.
 * @param ids all ids; what is made of a list is kept for the next question about the same list
 * @param own the id of the record that asks, which is never the answer
 */
export function nearestId(text: string, ids: readonly string[], own?: string): string | undefined {
  if (!looksLikeId(normalizeId(text))) return nearest(text, own === undefined ? ids : ids.filter((id) => id !== own));
  const parts = partsOf(text);
  if (!parts) return undefined;
  const lookup = lookupOf(ids);
  for (const key of keysOf(parts)) {
    const found = lookup.get(key)?.find((known) => known.id !== own && isSlip(parts, known.parts));
    if (found) return found.id;
  }
  return undefined;
}
