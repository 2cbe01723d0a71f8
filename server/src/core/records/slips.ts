import { normalizeId } from "./ids.ts";
import { distance } from "./nearest.ts";

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

/** What a slip leaves as it is, the number's value or prefix and digits: two ids of which one is a slip for the other share one of these. */
export function slipKeys(id: string): string[] {
  const parts = partsOf(id);
  return parts ? [`= ${Number(parts.number)}`, `~ ${parts.prefix} ${sorted(parts.number)}`] : [];
}

/** Whether one of two ids is a slip for the other: another spelling of the prefix or of the number, or digits swapped. The next number is none. */
export function isSlip(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (!a || !b) return false;
  if (Number(a.number) === Number(b.number)) return distance(a.prefix, b.prefix, 2) <= 1;
  return a.prefix === b.prefix && a.number.length === b.number.length && sorted(a.number) === sorted(b.number);
}
