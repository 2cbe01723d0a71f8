import { detached } from "./detached.ts";

const LONGEST = 120;

/** What was made of short texts that recur, so many at once. */
export class Recurring<T> {
  readonly #known = new Map<string, { readonly made: T }>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** What `make` gave for an equal text before, or gives now. `make` is given a text that does not hold on to the file it was cut from. */
  get(text: string, make: (text: string) => T): T {
    if (text.length > LONGEST) return make(text);
    let entry = this.#known.get(text);
    if (!entry) {
      if (this.#known.size >= this.#most) this.#known.clear();
      const kept = detached(text);
      entry = { made: make(kept) };
      this.#known.set(kept, entry);
    }
    return entry.made;
  }
}
