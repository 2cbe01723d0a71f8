/** How well a word fits, best first: the whole id, its beginning, the beginning of a word, a part of one, letters in this order. */
const TIERS = 5;

/** The items that fit best; of those that fit alike the first. */
export class Best<T> {
  readonly #tiers: T[][] = Array.from({ length: TIERS }, () => []);
  readonly #most: number;
  /** Items of this tier and worse ones are wanted no more: there are enough of better ones. */
  wanted = TIERS;

  constructor(most: number) {
    this.#most = most;
  }

  add(tier: number, item: T): void {
    this.#tiers[tier]?.push(item);
    let count = 0;
    for (let i = 0; i < this.wanted; i++) {
      count += this.#tiers[i]?.length ?? 0;
      if (count >= this.#most) this.wanted = i;
    }
  }

  all(): T[] {
    return this.#tiers.flat().slice(0, this.#most);
  }
}

/**
 * The tier of a word in what has this id and text, all in small letters; one that is not below `wanted` where it does not fit, or
 * not better than that.
 */
export function tierOf(id: string, text: string, word: string, wanted: number): number {
  if (id === word) return 0;
  if (wanted <= 1) return TIERS;
  const at = text.indexOf(word);
  if (at === 0) return 1;
  if (wanted <= 2) return TIERS;
  if (at > 0) return startsWord(text, word, at) ? 2 : 3;
  if (wanted <= 4) return TIERS;
  let from = 0;
  for (const letter of word) {
    const next = text.indexOf(letter, from);
    if (next < 0) return TIERS;
    from = next + letter.length;
  }
  return 4;
}

function startsWord(text: string, word: string, first: number): boolean {
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return true;
  }
  return false;
}
