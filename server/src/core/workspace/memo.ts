import { exact } from "../text/exact.ts";
import type { Writable } from "../text/writable.ts";
import { type Parting, Parts } from "./parts.ts";

/**
 * A small memo table in the manner of compilers' query engines: a computation's reads are written down while it runs,
 * and its result stands until something it read has changed.
 */
export interface Entry<T> {
  readonly value: T;
  /** What was read, each with all that read it; of most computations one thing or nothing. */
  readonly reads: Readers | readonly Readers[];
  /** Whether something read has changed or the entry was dropped. */
  readonly stale: boolean;
  /** Told once, with the value, when the entry goes stale through a change. */
  readonly onStale: ((value: never) => void) | undefined;
}

/** An entry as the table itself may change it. */
type Own<T> = Writable<Entry<T>>;

/** So many readers of a key are looked along; a set is made for more only. */
const FEW = 12;

const FORGOTTEN = -1;

/** Those that read one key. Most keys have a single reader or a few, and there are many keys. */
class Readers {
  readonly key: string;
  /** The computation that read it last, by its number; `FORGOTTEN` once it was forgotten, as nobody read the key any more. */
  lastRun = 0;
  #readers: Entry<unknown> | Entry<unknown>[] | Set<Entry<unknown>> | undefined;

  constructor(key: string) {
    this.key = key;
  }

  get none(): boolean {
    return this.#readers === undefined;
  }

  add(entry: Entry<unknown>): void {
    const readers = this.#readers;
    if (readers === undefined) this.#readers = entry;
    else if (readers instanceof Set) readers.add(entry);
    else if (!Array.isArray(readers)) this.#readers = readers === entry ? entry : [readers, entry];
    else if (readers.includes(entry)) return;
    else if (readers.length < FEW) readers.push(entry);
    else this.#readers = new Set([...readers, entry]);
  }

  delete(entry: Entry<unknown>): void {
    const readers = this.#readers;
    if (readers instanceof Set) {
      readers.delete(entry);
      if (readers.size === 0) this.#readers = undefined;
    } else if (Array.isArray(readers)) {
      const at = readers.indexOf(entry);
      if (at >= 0) readers.splice(at, 1);
      if (readers.length === 0) this.#readers = undefined;
    } else if (readers === entry) this.#readers = undefined;
  }

  all(): Entry<unknown>[] {
    const readers = this.#readers;
    if (readers === undefined) return [];
    return readers instanceof Set || Array.isArray(readers) ? [...readers] : [readers];
  }
}

/** A computation under way. */
interface Open {
  /** Its number. */
  readonly run: number;
  /** What it has read, each once, or once more where another ran in between; undefined for nothing yet, as most read nothing. */
  reads: Readers[] | undefined;
}

/** Whether a computation has read anything. */
export const hasRead = ({ reads }: Entry<unknown>): boolean => !Array.isArray(reads) || reads.length > 0;

const readersIn = (reads: Entry<unknown>["reads"]): readonly Readers[] => (reads instanceof Readers ? [reads] : reads);
const kept = (reads: readonly Readers[]): Entry<unknown>["reads"] =>
  reads.length === 1 ? (reads[0] as Readers) : exact(reads);

const NO_READS: readonly Readers[] = [];

const derivedKey = (name: string): string => `derived:${name}`;

/** The same entry with another value. */
function refilled<T>(entry: Own<unknown>, value: T, onStale: (value: T) => void): Entry<T> {
  entry.value = value;
  entry.onStale = onStale;
  return entry as Entry<T>;
}

export class Memo {
  readonly #readers = new Map<string, Readers>();
  readonly #derived = new Map<string, Entry<unknown>>();
  readonly #parts = new Map<string, Parts>();
  /** Of named computations whose values were not kept from the run of the tool before: what they hung on. */
  readonly #hollow = new Map<string, Entry<undefined>>();
  /** Names of parts that have to be worked out again. */
  readonly #outdated = new Set<string>();
  /** The computations under way. */
  readonly #open: Open[] = [];
  /** What the innermost of them read last: most often it is read again. */
  #last: string | undefined;
  #runs = 0;

  /** How many computations ran so far; for tests that count work. */
  get runs(): number {
    return this.#runs;
  }

  /** Whether anything that was computed hangs on a key. */
  get isRead(): boolean {
    return this.#readers.size > 0;
  }

  /** What anything that was computed hangs on. */
  keys(): Iterable<string> {
    return this.#readers.keys();
  }

  /** Writes down that the computation under way has read `key`. */
  read(key: string): void {
    if (key === this.#last || this.#open.length === 0) return;
    this.#last = key;
    const innermost = this.#open[this.#open.length - 1] as Open;
    const readers = this.#of(key);
    if (readers.lastRun === innermost.run) return;
    readers.lastRun = innermost.run;
    innermost.reads ??= [];
    innermost.reads.push(readers);
  }

  /** Runs `compute`, writing down its reads; they are not those of a computation around it. */
  run<T>(compute: () => T, onStale?: () => void): Entry<T> {
    if (this.#open.length === 0) this.refresh();
    return this.#compute(compute, onStale);
  }

  #compute<T>(compute: () => T, onStale: ((value: T) => void) | undefined): Entry<T> {
    this.#last = undefined;
    const open: Open = { run: ++this.#runs, reads: undefined };
    this.#open.push(open);
    let value: T;
    try {
      value = compute();
    } finally {
      this.#open.pop();
      this.#last = undefined;
    }
    return this.#enter(value, this.#readIn(open), onStale);
  }

  /** What a computation has read, each once. */
  #readIn({ run, reads }: Open): Entry<unknown>["reads"] {
    if (!reads) return NO_READS;
    // Others that ran meanwhile may have read the same, and what was read may have been forgotten.
    let alone = run === this.#runs;
    for (const { lastRun } of reads) if (lastRun !== run) alone = false;
    return alone ? kept(reads) : this.#allOf(new Set(reads.map(({ key }) => key)));
  }

  #allOf(keys: Iterable<string>): Entry<unknown>["reads"] {
    const found: Readers[] = [];
    for (const key of keys) found.push(this.#of(key));
    return kept(found);
  }

  #of(key: string): Readers {
    let readers = this.#readers.get(key);
    if (!readers) {
      readers = new Readers(key);
      this.#readers.set(key, readers);
    }
    return readers;
  }

  #enter<T>(value: T, reads: Entry<T>["reads"], onStale: ((value: T) => void) | undefined): Entry<T> {
    const entry: Entry<T> = { value, reads, stale: false, onStale };
    for (const readers of readersIn(reads)) readers.add(entry);
    return entry;
  }

  /** Keys that entries read, each once. */
  keysOf(entries: Iterable<Entry<unknown>>): string[] {
    const read = new Set<string>();
    for (const { reads } of entries) for (const { key } of readersIn(reads)) read.add(key);
    return [...read];
  }

  /** An entry as it was saved: it goes stale when one of `keys` changes. */
  restore<T>(value: T, keys: readonly string[], onStale: (value: T) => void): Entry<T> {
    return this.#enter(value, this.#allOf(keys), onStale);
  }

  /** The named computations that hold, with the keys they read, and the names of those that give parts. */
  names(): { readonly derived: ReadonlyMap<string, readonly string[]>; readonly parts: readonly string[] } {
    const derived = new Map<string, readonly string[]>();
    for (const [name, entry] of [...this.#hollow, ...this.#derived])
      if (!entry.stale) derived.set(name, this.keysOf([entry]));
    return { derived, parts: [...this.#parts.keys()] };
  }

  /** Takes over what a named computation of an earlier run of the tool read: whoever read it goes stale with it, though it has no value yet. */
  restoreDerived(name: string, keys: readonly string[]): void {
    const known = this.#hollow.get(name);
    const read = known ? [...new Set([...this.keysOf([known]), ...keys])] : keys;
    if (known) this.drop(known);
    this.#hollow.set(
      name,
      this.restore(undefined, read, () => this.invalidate([derivedKey(name)])),
    );
  }

  /** Works out a computation that gives parts, before anybody asks: from now on it is known which parts a change makes others. */
  startPart(name: string, parting: Parting): void {
    if (!this.#parts.has(name)) this.#start(name, parting);
  }

  /** Puts one entry in the place of some whose values nobody needs any more: it goes stale when one of them would have. */
  merge<T>(entries: Iterable<Entry<unknown>>, value: T, onStale: (value: T) => void): Entry<T> {
    const all = [...entries];
    const [only] = all;
    if (only && all.length === 1 && !only.stale) return refilled(only, value, onStale);
    const merged = this.restore(value, this.keysOf(all), onStale);
    for (const entry of all) this.drop(entry);
    return merged;
  }

  /**
   * The value of a named computation, computed at most once until something it read changes. Whoever asks for it goes stale
   * with it, whether that is another named computation or one that was run.
   */
  derived<T>(name: string, compute: () => T): T {
    if (this.#open.length === 0) this.refresh();
    const key = derivedKey(name);
    let entry = this.#derived.get(name) as Entry<T> | undefined;
    if (!entry || entry.stale) {
      const hollow = this.#hollow.get(name);
      if (hollow) this.drop(hollow);
      this.#hollow.delete(name);
      entry = this.run(compute, () => this.invalidate([key]));
      this.#derived.set(name, entry);
    }
    this.read(key);
    return entry.value;
  }

  /**
   * One of the parts of what a named computation gives: it reads much, but whoever asks for a part goes stale only when that part has other
   * items than before.
   */
  part<T extends object>(name: string, key: string, parting: Parting<T>): readonly T[] {
    const known = this.#parts.get(name);
    if (known) this.#renew(name, known);
    const parts = known ?? this.#start(name, parting as Parting);
    this.read(`part:${name}:${key}`);
    return parts.of(key) as readonly T[];
  }

  /** Nobody has read any of its parts, but for what an earlier run of the tool left, for which they are as they were. */
  #start(name: string, parting: Parting): Parts {
    const runs = {
      run: <T>(compute: () => T, onStale: (value: T) => void): Entry<T> => this.#compute(compute, onStale),
      drop: (entry: Entry<unknown>): void => this.drop(entry),
    };
    const parts = new Parts(parting, runs, () => this.#outdated.add(name));
    this.#parts.set(name, parts);
    parts.renew();
    return parts;
  }

  #renew(name: string, parts: Parts): void {
    if (this.#outdated.delete(name)) this.invalidate(parts.renew().map((key) => `part:${name}:${key}`));
  }

  /** Finds out which parts have changed, so that what is stale is known to be. To be called before asking what is. */
  refresh(): void {
    for (const name of [...this.#outdated]) {
      const known = this.#parts.get(name);
      if (known) this.#renew(name, known);
    }
  }

  /** Forgets an entry nobody wants any more. */
  drop(entry: Entry<unknown>): void {
    (entry as Own<unknown>).stale = true;
    for (const readers of readersIn(entry.reads)) {
      readers.delete(entry);
      if (!readers.none || this.#readers.get(readers.key) !== readers) continue;
      this.#readers.delete(readers.key);
      readers.lastRun = FORGOTTEN;
    }
  }

  /** Marks everything that read one of `keys` as stale. */
  invalidate(keys: Iterable<string>): void {
    for (const key of keys) {
      const readers = this.#readers.get(key);
      if (!readers) continue;
      for (const entry of readers.all()) {
        if (entry.stale) continue;
        this.drop(entry);
        (entry.onStale as ((value: unknown) => void) | undefined)?.(entry.value);
      }
    }
  }
}
