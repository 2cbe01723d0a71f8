/** The one stretch in which two lists differ: what stands before it is the same in both, and so is what stands behind. */
export interface Stretch {
  /** Where it starts, in both. */
  readonly start: number;
  /** Where it ends in the list before. */
  readonly before: number;
  /** Where it ends in the list after. */
  readonly after: number;
}

/**
 * The stretch in which a list of `after` items differs from one of `before` items.
 * @param same whether item `i` of the list before is item `j` of the list after
 */
export function stretchBetween(before: number, after: number, same: (i: number, j: number) => boolean): Stretch {
  const most = Math.min(before, after);
  let start = 0;
  while (start < most && same(start, start)) start++;
  let [i, j] = [before, after];
  while (i > start && j > start && same(i - 1, j - 1)) {
    i--;
    j--;
  }
  return { start, before: i, after: j };
}

/** `list` with `items` in the place of the stretch that differs. */
export const spliced = <T>(list: readonly T[], { start, before }: Stretch, items: readonly T[]): T[] =>
  list.slice(0, start).concat(items, list.slice(before));
