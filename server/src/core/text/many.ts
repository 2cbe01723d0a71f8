/** Adds items to a list, however many: of arguments that are spread there may be some hundred thousand only, and a file may hold more. */
export function addAll<T>(to: T[], items: Iterable<T>): void {
  for (const item of items) to.push(item);
}

/**
 * The place of the first item of a list in order that is `far` enough; how many there are if none is. Those behind it are, too.
 * @param from where to begin in the list
 * @param to where to end, not included; given if none before it is far enough
 */
export function firstWhere<T>(items: readonly T[], far: (item: T) => boolean, from = 0, to = items.length): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (far(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The least of numbers, however many; infinite where there is none. */
export function least(numbers: Iterable<number>): number {
  let found = Number.POSITIVE_INFINITY;
  for (const number of numbers) if (number < found) found = number;
  return found;
}

/** The greatest of numbers, however many; negative infinite where there is none. */
export function greatest(numbers: Iterable<number>): number {
  let found = Number.NEGATIVE_INFINITY;
  for (const number of numbers) if (number > found) found = number;
  return found;
}
