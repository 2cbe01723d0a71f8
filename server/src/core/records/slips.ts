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

const ZERO = 48;

const sorted = (digits: string): string => [...digits].sort().join("");

/** What a slip leaves as it is, the number's value or prefix and digits: two ids of which one is a slip for the other share one of these. */
export function slipKeys(id: string): string[] {
  const parts = partsOf(id);
  return parts ? [`= ${Number(parts.number)}`, `~ ${parts.prefix} ${sorted(parts.number)}`] : [];
}

/** Equal for numbers of the same digits, and for few others. */
function weigh(text: string, length: number): number {
  let sum = 0;
  for (let i = text.length - length; i < text.length; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return -1;
    sum += digit * digit * digit;
  }
  return sum;
}

/** Whether the number at the end of a text is this one, zeros before it aside. */
function endsInValue(text: string, number: string): boolean {
  if (!text.endsWith(number)) return false;
  let before = text.length - number.length - 1;
  while (text.charCodeAt(before) === ZERO) before--;
  return !/\d/.test(text.charAt(before));
}

/** Of many ids those that have `slipKey` among their `slipKeys`; those that end otherwise are passed over at a glance. */
export function withSlipKey(ids: Iterable<string>, slipKey: string): string[] {
  const number = slipKey.slice(slipKey.lastIndexOf(" ") + 1);
  const weight = weigh(number, number.length);
  // Of a longer number its value is not how it ends.
  const isLong = !/^\d{1,15}$/.test(number);
  const ends = slipKey.startsWith("=")
    ? (id: string): boolean => isLong || endsInValue(id, number)
    : (id: string): boolean => weigh(id, number.length) === weight;
  const found: string[] = [];
  for (const id of ids) if (ends(id.trimEnd()) && slipKeys(id).includes(slipKey)) found.push(id);
  return found;
}

/** Whether one of two ids is a slip for the other: another spelling of the prefix or of the number, or digits swapped. The next number is none. */
export function isSlip(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (!a || !b) return false;
  if (Number(a.number) === Number(b.number)) return distance(a.prefix, b.prefix, 2) <= 1;
  return a.prefix === b.prefix && a.number.length === b.number.length && sorted(a.number) === sorted(b.number);
}
