/** A list in order: most lists that are read are so already, which is found out sooner, and are given back; of others a sorted copy is. */
export function inOrder<T>(list: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  for (let i = 1; i < list.length; i++) {
    if (compare(list[i - 1] as T, list[i] as T) > 0) return list.slice().sort(compare);
  }
  return list;
}

/** The same of what has a place in a text, by that. */
export const inTextOrder = <T extends { readonly base: number }>(list: readonly T[]): readonly T[] =>
  inOrder(list, (a, b) => a.base - b.base);
