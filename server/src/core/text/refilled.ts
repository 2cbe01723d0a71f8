/**
 * A list that is made anew from its start and is mostly what it was before. It begins as a copy of that, so that only what differs is put
 * in and a long list does not grow item by item.
 */
export class Refilled<T> {
  readonly #items: T[];
  #length = 0;

  constructor(before: readonly T[] = []) {
    this.#items = before.slice();
  }

  /** What stood before where the next item is put. */
  get next(): T | undefined {
    return this.#items[this.#length];
  }

  put(item: T): void {
    this.#items[this.#length++] = item;
  }

  /** Leaves at the next place what stood there. There has to be something. */
  keep(): void {
    this.#length++;
  }

  /** The list up to where it was filled. What is put later is in it, too. */
  filled(): readonly T[] {
    this.#items.length = this.#length;
    return this.#items;
  }
}
