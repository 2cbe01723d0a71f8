/** Paths in the order in which they were last of use, up to a measure: those beyond it are let go, the last one used never. */
export class AtHand {
  readonly #sizes = new Map<string, number>();
  readonly #most: number;
  #size = 0;

  /** @param most what the sizes of all paths may come to */
  constructor(most: number) {
    this.#most = most;
  }

  has(path: string): boolean {
    return this.#sizes.has(path);
  }

  /** Notes that `path` is of use; returns the paths whose turn to go has come. */
  use(path: string, size = 1): string[] {
    this.delete(path);
    this.#sizes.set(path, size);
    this.#size += size;
    const gone: string[] = [];
    for (const oldest of this.#sizes.keys()) {
      if (this.#size <= this.#most || oldest === path) break;
      this.delete(oldest);
      gone.push(oldest);
    }
    return gone;
  }

  delete(path: string): void {
    this.#size -= this.#sizes.get(path) ?? 0;
    this.#sizes.delete(path);
  }
}
