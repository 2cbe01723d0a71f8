/** Paths in the order in which they were last of use, and no more of them than a number: the others are let go. */
export class AtHand {
  readonly #paths = new Set<string>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /** Notes that `path` is of use; returns the paths whose turn to go has come. */
  use(path: string): string[] {
    this.#paths.delete(path);
    this.#paths.add(path);
    const gone: string[] = [];
    for (const oldest of this.#paths) {
      if (this.#paths.size <= this.#most) break;
      this.#paths.delete(oldest);
      gone.push(oldest);
    }
    return gone;
  }

  delete(path: string): void {
    this.#paths.delete(path);
  }
}
