import { firstWhere } from "./many.ts";

/** Something at its place in a text. */
interface Placed<D> {
  readonly base: number;
  readonly data: D;
}

/** Places of a list, the end not included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const NONE: readonly never[] = [];

/**
 * A list of what stands in a text that is made anew from its start and is mostly what it was before. It begins as a copy of that, so that
 * only what differs is put in, a long list does not grow item by item, and what stands where it stood is the same object as before.
 */
export class Refilled<D> {
  readonly #before: readonly Placed<D>[];
  readonly #items: Placed<D>[];
  #length = 0;

  constructor(before: readonly Placed<D>[] = NONE) {
    this.#before = before;
    this.#items = before.slice();
  }

  get length(): number {
    return this.#length;
  }

  /** @param place where in the list it is to stand: at its end, or where room was left */
  put(base: number, data: D, place = this.#length++): void {
    const was = this.#items[place];
    if (was?.data !== data || was.base !== base) this.#items[place] = { base, data };
  }

  /** Leaves room for what is put in later; gives its place in the list. */
  leaveRoom(): number {
    return this.#length++;
  }

  /**
   * Puts in again what stood in a stretch of the text before, which stands `by` further back now.
   * @param within the places before among which it is, in the order of their bases
   */
  again(within: Range, { start, end }: Range, by: number): void {
    const [before, items] = [this.#before, this.#items];
    const from = firstWhere(before, ({ base }) => base >= start, within.start, within.end);
    const to = firstWhere(before, ({ base }) => base >= end, from, within.end);
    if (by === 0 && from === this.#length) {
      this.#length += to - from;
      return;
    }
    for (let i = from; i < to; i++) {
      const placed = before[i] as Placed<D>;
      items[this.#length++] = by === 0 ? placed : { base: placed.base + by, data: placed.data };
    }
  }

  /** The list up to where it was filled. What is put later is in it, too. */
  filled(): readonly Placed<D>[] {
    if (this.#items.length > this.#length) this.#items.length = this.#length;
    return this.#items;
  }
}
