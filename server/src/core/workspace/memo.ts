/**
 * A small memo table in the manner of compilers' query engines: a computation's reads are written down while it runs,
 * and its result stands until something it read has changed.
 */
export interface Entry<T> {
  readonly value: T;
  readonly reads: ReadonlySet<string>;
  /** Set when something read has changed or the entry was dropped. */
  stale: boolean;
  /** Told once, when the entry goes stale through a change. */
  readonly onStale: (() => void) | undefined;
}

const NO_READS: ReadonlySet<string> = new Set();

export class Memo {
  readonly #readers = new Map<string, Set<Entry<unknown>>>();
  readonly #derived = new Map<string, Entry<unknown>>();
  readonly #open: Set<string>[] = [];
  #runs = 0;

  /** How many computations ran so far; for tests that count work. */
  get runs(): number {
    return this.#runs;
  }

  /** Writes down that the computation under way has read `key`. */
  read(key: string): void {
    this.#open[this.#open.length - 1]?.add(key);
  }

  /** Runs `compute`, writing down its reads; they are not those of a computation around it. */
  run<T>(compute: () => T, onStale?: () => void): Entry<T> {
    const reads = new Set<string>();
    this.#open.push(reads);
    this.#runs++;
    let value: T;
    try {
      value = compute();
    } finally {
      this.#open.pop();
    }
    const entry: Entry<T> = { value, reads: reads.size === 0 ? NO_READS : reads, stale: false, onStale };
    for (const key of reads) {
      const readers = this.#readers.get(key);
      if (readers) readers.add(entry);
      else this.#readers.set(key, new Set([entry]));
    }
    return entry;
  }

  /**
   * The value of a named computation, computed at most once until something it read changes. Whoever asks for it goes stale
   * with it, whether that is another named computation or one that was run.
   */
  derived<T>(name: string, compute: () => T): T {
    const key = `derived:${name}`;
    let entry = this.#derived.get(name) as Entry<T> | undefined;
    if (!entry || entry.stale) {
      entry = this.run(compute, () => this.invalidate([key]));
      this.#derived.set(name, entry);
    }
    this.read(key);
    return entry.value;
  }

  /** Forgets an entry nobody wants any more. */
  drop(entry: Entry<unknown>): void {
    entry.stale = true;
    for (const key of entry.reads) {
      const readers = this.#readers.get(key);
      readers?.delete(entry);
      if (readers?.size === 0) this.#readers.delete(key);
    }
  }

  /** Marks everything that read one of `keys` as stale. */
  invalidate(keys: Iterable<string>): void {
    for (const key of keys) {
      const readers = this.#readers.get(key);
      if (!readers) continue;
      for (const entry of [...readers]) {
        if (entry.stale) continue;
        this.drop(entry);
        entry.onStale?.();
      }
    }
  }
}
