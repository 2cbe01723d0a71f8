import type { RawFinding } from "./rule.ts";

/** So many alike findings of one record are told one by one: a reader who has seen them knows what is wrong. */
export const MOST = 100;

/**
 * What is found in the items of one record one by one, and of those beyond the first hundred one finding that says how many they are.
 * A record may have a hundred thousand of a kind.
 * @param rest given the first that is not told by itself and how many there are with it; undefined where nothing is said of them
 */
export function tellFew<T>(
  items: readonly T[],
  each: (item: T) => RawFinding | undefined,
  rest: (first: T, count: number) => RawFinding | undefined,
): RawFinding[] {
  const told = items.slice(0, MOST).flatMap((item) => each(item) ?? []);
  const others = items.length - MOST;
  const last = others > 0 ? rest(items[MOST] as T, others) : undefined;
  return last ? [...told, { ...last, others }] : told;
}
