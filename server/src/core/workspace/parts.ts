import type { Entry } from "./memo.ts";

/** A computation that says of each of many items which parts it is in. */
export interface Parting<T extends object = object> {
  /** All items, in the order in which a part has them. */
  items(): readonly T[];
  /** Keys of the parts an item is in, each once. */
  keys(item: T): readonly string[];
}

/** What runs a computation and tells once when it goes stale. */
export interface Runs {
  run<T>(compute: () => T, onStale: (value: T) => void): Entry<T>;
  drop(entry: Entry<unknown>): void;
}

interface Placed {
  readonly item: object;
  readonly keys: readonly string[];
}

const NONE: readonly never[] = [];

/** Items in parts. It is known of each item what its place hangs on, so that after a change only the items it concerns are placed anew. */
export class Parts {
  readonly #parting: Parting;
  readonly #runs: Runs;
  readonly #outdated: () => void;
  readonly #parts = new Map<string, readonly object[]>();
  readonly #placed = new Map<object, Entry<Placed>>();
  /** Items that have to be placed anew. */
  readonly #stale = new Set<object>();
  #items: Entry<readonly object[]> | undefined;
  /** Places of the items among each other, while parts are brought up to date. */
  #ranks: ReadonlyMap<object, number> | undefined;

  /** @param outdated told when there is something to `renew` */
  constructor(parting: Parting, runs: Runs, outdated: () => void) {
    this.#parting = parting;
    this.#runs = runs;
    this.#outdated = outdated;
  }

  of(key: string): readonly object[] {
    return this.#parts.get(key) ?? NONE;
  }

  /** Brings all up to date; gives the keys of parts that have other items than before, or the same in another order. */
  renew(): string[] {
    const concerned = new Set<string>();
    const isNew = !this.#items || this.#items.stale;
    if (isNew) this.#takeItems(concerned);
    const come = new Map<string, object[]>();
    for (const item of this.#stale) this.#place(item, concerned, come);
    this.#stale.clear();
    // Where items stand among each other may be another with another list of them.
    if (isNew) for (const [key, items] of this.#parts) if (items.length > 1) concerned.add(key);
    const changed = [...concerned].filter((key) => this.#update(key, come.get(key) ?? NONE));
    this.#ranks = undefined;
    return changed;
  }

  #takeItems(concerned: Set<string>): void {
    const entry = this.#runs.run(() => this.#parting.items(), this.#outdated);
    const now = new Set(entry.value);
    this.#items = entry;
    for (const [item, placed] of this.#placed) {
      if (now.has(item)) continue;
      this.#runs.drop(placed);
      this.#placed.delete(item);
      this.#stale.delete(item);
      for (const key of placed.value.keys) concerned.add(key);
    }
    for (const item of now) if (!this.#placed.has(item)) this.#stale.add(item);
  }

  #place(item: object, concerned: Set<string>, come: Map<string, object[]>): void {
    const before = this.#placed.get(item)?.value.keys ?? NONE;
    const placed = this.#runs.run(() => ({ item, keys: this.#parting.keys(item) }), this.#hasGoneStale);
    this.#placed.set(item, placed);
    for (const key of before) if (!placed.value.keys.includes(key)) concerned.add(key);
    for (const key of placed.value.keys) {
      if (before.includes(key)) continue;
      concerned.add(key);
      const others = come.get(key);
      if (others) others.push(item);
      else come.set(key, [item]);
    }
  }

  readonly #hasGoneStale = ({ item }: Placed): void => {
    this.#stale.add(item);
    this.#outdated();
  };

  /** Puts together a part of what of it stayed and what has come; whether it is another than before. */
  #update(key: string, come: readonly object[]): boolean {
    const before = this.of(key);
    const stayed = before.filter((item) => this.#placed.get(item)?.value.keys.includes(key));
    const items = this.#inOrder([...stayed, ...come]);
    if (items.length === before.length && items.every((item, i) => item === before[i])) return false;
    if (items.length > 0) this.#parts.set(key, items);
    else this.#parts.delete(key);
    return true;
  }

  #inOrder(items: object[]): object[] {
    if (items.length < 2) return items;
    this.#ranks ??= new Map((this.#items?.value ?? NONE).map((item, rank) => [item, rank]));
    const ranks = this.#ranks;
    return items.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  }
}
