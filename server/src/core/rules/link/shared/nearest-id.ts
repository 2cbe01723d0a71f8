import { looksLikeId, normalizeId } from "../../../records/ids.ts";
import { distance, nearest } from "../../../records/nearest.ts";

interface Parts {
  readonly prefix: string;
  readonly number: string;
}

function partsOf(id: string): Parts | undefined {
  const normal = normalizeId(id);
  const number = /\d+$/.exec(normal)?.[0];
  return number === undefined ? undefined : { prefix: normal.slice(0, normal.length - number.length), number };
}

const sorted = (digits: string): string => [...digits].sort().join("");

/** Whether one of two ids is a slip for the other: another spelling of the prefix or of the number, or digits swapped. The next number is none. */
function isSlip(a: Parts, b: Parts): boolean {
  if (Number(a.number) === Number(b.number)) return distance(a.prefix, b.prefix, 2) <= 1;
  return a.prefix === b.prefix && a.number.length === b.number.length && sorted(a.number) === sorted(b.number);
}

/** The id that was most likely meant by one that no record has; undefined when none is near. */
export function nearestId(text: string, ids: readonly string[]): string | undefined {
  if (!looksLikeId(normalizeId(text))) return nearest(text, ids);
  const own = partsOf(text);
  return (
    own &&
    ids.find((id) => {
      const parts = partsOf(id);
      return parts !== undefined && isSlip(own, parts);
    })
  );
}
