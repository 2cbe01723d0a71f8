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

/** Something at its place in a document. */
interface Placed {
  readonly data: object;
}

const looked = new WeakMap<
  readonly Placed[],
  { readonly before: WeakRef<readonly Placed[]>; readonly stretch: Stretch }
>();

/** The stretch in which one list of what stands in a document differs from another, wherever it stands there; looked for once. */
export function changedStretch(before: readonly Placed[], after: readonly Placed[]): Stretch {
  const known = looked.get(after);
  if (known?.before.deref() === before) return known.stretch;
  const stretch = stretchBetween(before.length, after.length, (i, j) => {
    const [was, is] = [before[i], after[j]];
    return was === is || was?.data === is?.data;
  });
  looked.set(after, { before: new WeakRef(before), stretch });
  return stretch;
}

/** The stretch that holds both of two stretches in which two lists differ, one in one way and the other in another. */
export function joinedStretch(a: Stretch, b: Stretch): Stretch {
  const less = Math.max(a.before, b.before) - a.before;
  return { start: Math.min(a.start, b.start), before: a.before + less, after: a.after + less };
}

/** Puts `items` in the place of the stretch of `list` that differs; nothing as long as the list is made where as many come as go. */
export function splice<T>(list: T[], { start, before }: Omit<Stretch, "after">, items: readonly T[]): void {
  const rest = items.length === before - start ? undefined : list.slice(before);
  if (rest) list.length = start;
  for (let i = 0; i < items.length; i++) list[start + i] = items[i] as T;
  if (rest) for (const item of rest) list.push(item);
}

/** `list` with `items` in the place of the stretch that differs. */
export function spliced<T>(list: readonly T[], stretch: Stretch, items: readonly T[]): T[] {
  const copy = list.slice();
  splice(copy, stretch, items);
  return copy;
}
