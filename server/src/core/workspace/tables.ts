import type { KindId } from "../generated/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import { slipKeys, withSlipKey } from "../records/slips.ts";
import type { FileFacts, Reference } from "./api.ts";
import { firstWhere } from "../text/many.ts";
import { stretchBetween } from "../text/stretch.ts";
import { referencesOf } from "./references.ts";

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A few items of one key, and their list in order as last asked for. */
interface Some<T> {
  readonly few: T[];
  list: readonly T[] | undefined;
}

/** Many items of one key, and their list in order as last asked for, with what has come and gone since. */
interface Many<T> {
  readonly items: Set<T>;
  list: readonly T[] | undefined;
  come: Set<T> | undefined;
  gone: Set<T> | undefined;
}

type One<T> = [T];

/** A key of so many items is one of a few; a look along them is quicker than a set, and smaller. */
const FEW = 8;
/** So many new items are put into a list each by itself; more are sorted with the others. */
const FEW_NEW = 24;

/**
 * A multimap whose lists are sorted when read, and after a small change mended. Most keys have one item, and there are many keys: such a
 * key keeps the list that is read and nothing else.
 */
class Bucket<T> {
  readonly #kept = new Map<string, One<T> | Some<T> | Many<T>>();
  /** Empty lists that were read: a list is the same object as long as it is the same, as things are remembered by it. */
  readonly #empty = new Map<string, readonly T[]>();
  readonly #order: (a: T, b: T) => number;

  constructor(order: (a: T, b: T) => number) {
    this.#order = order;
  }

  add(key: string, item: T): void {
    const kept = this.#kept.get(key);
    if (!kept) this.#kept.set(key, [item]);
    else if (Array.isArray(kept)) {
      if (kept[0] !== item) this.#kept.set(key, { few: [kept[0], item], list: undefined });
    } else if ("few" in kept) this.#addToSome(key, kept, item);
    else {
      const before = kept.items.size;
      if (kept.items.add(item).size > before && kept.list) kept.come = (kept.come ?? new Set()).add(item);
    }
  }

  #addToSome(key: string, kept: Some<T>, item: T): void {
    const { few } = kept;
    if (few.includes(item)) return;
    few.push(item);
    if (few.length <= FEW) kept.list = undefined;
    else this.#kept.set(key, { items: new Set(few), list: undefined, come: undefined, gone: undefined });
  }

  remove(key: string, item: T): void {
    const kept = this.#kept.get(key);
    if (!kept) return;
    if (Array.isArray(kept)) {
      if (kept[0] === item) this.#kept.delete(key);
    } else if ("few" in kept) {
      const at = kept.few.indexOf(item);
      if (at < 0) return;
      kept.few.splice(at, 1);
      kept.list = undefined;
      if (kept.few.length === 0) this.#kept.delete(key);
    } else if (kept.items.delete(item)) {
      if (kept.items.size === 0) this.#kept.delete(key);
      else if (kept.list && !kept.come?.delete(item)) kept.gone = (kept.gone ?? new Set()).add(item);
    }
  }

  get(key: string): readonly T[] {
    const kept = this.#kept.get(key);
    if (!kept) return this.#none(key);
    if (Array.isArray(kept)) return kept;
    if ("few" in kept) {
      kept.list ??= kept.few.slice().sort(this.#order);
      return kept.list;
    }
    if (!kept.list || (kept.come?.size ?? 0) > FEW_NEW) kept.list = [...kept.items].sort(this.#order);
    else if (kept.come?.size || kept.gone?.size) kept.list = this.#mended(kept.list, kept);
    kept.come = undefined;
    kept.gone = undefined;
    return kept.list;
  }

  #none(key: string): readonly T[] {
    let empty = this.#empty.get(key);
    if (!empty) {
      empty = [];
      this.#empty.set(key, empty);
    }
    return empty;
  }

  #mended(list: readonly T[], { come, gone }: Many<T>): T[] {
    const mended = gone?.size ? list.filter((item) => !gone.has(item)) : [...list];
    for (const item of come ?? []) {
      const at = firstWhere(mended, (other) => this.#order(other, item) > 0);
      mended.splice(at, 0, item);
    }
    return mended;
  }

  /** The first item of a key's list. */
  first(key: string): T | undefined {
    const kept = this.#kept.get(key);
    return kept && (Array.isArray(kept) ? kept[0] : this.get(key)[0]);
  }

  keys(): string[] {
    return [...this.#kept.keys()];
  }

  /** Forgets sorted lists, for when the order inside a file has changed. */
  resort(): void {
    for (const kept of this.#kept.values()) if (!Array.isArray(kept)) kept.list = undefined;
  }
}

/** The files of which something rare is known, in path order. */
class FilesWith {
  readonly #files = new Map<string, FileFacts>();
  /** What of a file matters here; undefined for a file that has nothing to do with it. */
  readonly #of: (facts: FileFacts) => readonly unknown[] | undefined;
  #list: readonly FileFacts[] | undefined;

  constructor(of: (facts: FileFacts) => readonly unknown[] | undefined) {
    this.#of = of;
  }

  /** Puts `next` in the place of `before`; whether anything that matters is another. */
  update(before: FileFacts | undefined, next: FileFacts | undefined): boolean {
    const was = before && this.#of(before);
    const is = next && this.#of(next);
    if (!was && !is) return false;
    if (next && is) this.#files.set(next.path, next);
    else if (before) this.#files.delete(before.path);
    const same = was?.length === is?.length && was?.every((part, i) => part === is?.[i]) === true;
    if (!same) this.#list = undefined;
    return !same;
  }

  list(): readonly FileFacts[] {
    this.#list ??= [...this.#files.values()].sort((a, b) => byText(a.path, b.path));
    return this.#list;
  }
}

/** The names under which reads of the index are written down; ids in small letters, provisions with their standard. */
export const keys = {
  config: "config",
  ids: "ids",
  files: "files",
  matrices: "matrices",
  hands: "hands",
  today: "today",
  alike: (slipKey: string): string => `alike:${slipKey}`,
  id: (id: string): string => `id:${id}`,
  kind: (kind: KindId): string => `kind:${kind}`,
  ref: (id: string): string => `ref:${id}`,
  addressing: (provision: string): string => `addr:${provision}`,
  citing: (provision: string): string => `cite:${provision}`,
  mentioning: (id: string): string => `mention:${id}`,
  file: (path: string): string => `file:${path}`,
  own: (path: string): string => `own:${path}`,
  exists: (path: string): string => `exists:${path}`,
  named: (name: string): string => `named:${name.toLowerCase()}`,
  source: (path: string): string => `source:${path}`,
  text: (path: string): string => `text:${path}`,
  history: (path: string): string => `history:${path}`,
};

/** So many times the ids are looked along for those that are alike. */
const SEVERAL = 40;

/** Where keys whose answer has changed are noted; undefined where nobody is to be told them. */
type Changed = Set<string> | undefined;
const NO_KEYS: ReadonlySet<string> = new Set();

/** The tables over all files of one AIMS; updated by difference, each update says which keys it changed. */
export class Tables {
  readonly #files = new Map<string, FileFacts>();
  /** Places of records in their files; those of the first are left out. */
  readonly #rank = new Map<RecordFacts, number>();
  readonly #order = (a: RecordFacts, b: RecordFacts): number =>
    byText(a.path, b.path) || (this.#rank.get(a) ?? 0) - (this.#rank.get(b) ?? 0);
  readonly byId = new Bucket<RecordFacts>(this.#order);
  readonly ofKind = new Bucket<RecordFacts>(this.#order);
  readonly addressing = new Bucket<RecordFacts>(this.#order);
  readonly references = new Bucket<Reference>((a, b) => this.#order(a.from, b.from) || byText(a.field, b.field));
  readonly citing = new Bucket<string>(byText);
  readonly mentioning = new Bucket<string>(byText);
  /** Files that give a risk matrix. */
  readonly withMatrix = new FilesWith(
    ({ matrices, own, template, mentions }) => matrices && [matrices, own, template, mentions.join()],
  );
  /** Files that say who does, answers for or signs what. */
  readonly withHands = new FilesWith(({ hands }) => hands && [hands]);
  #sortedFiles: readonly FileFacts[] | undefined;
  #ids: readonly string[] | undefined;
  /** Ids in small letters by what a slip leaves of them; made when it has been asked for often, as it is as large as all ids. */
  #alike: Bucket<string> | undefined;
  /** What was found by looking along the ids as they are now. */
  readonly #foundAlike = new Map<string, readonly string[]>();
  #lookedAlong = 0;

  file(path: string): FileFacts | undefined {
    return this.#files.get(path);
  }

  /** Governed files in path order. */
  files(): readonly FileFacts[] {
    this.#sortedFiles ??= [...this.#files.values()].filter((f) => f.governed).sort((a, b) => byText(a.path, b.path));
    return this.#sortedFiles;
  }

  /** Every id in use, as first written, sorted. */
  ids(): readonly string[] {
    this.#ids ??= this.byId
      .keys()
      .map((key) => this.#written(key) ?? key)
      .sort(byText);
    return this.#ids;
  }

  /** Ids in use, as first written, that have this among their `slipKeys`. */
  alike(slipKey: string): readonly string[] {
    return this.#withSlipKey(slipKey).map((id) => this.#written(id) ?? id);
  }

  #withSlipKey(slipKey: string): readonly string[] {
    const known = this.#foundAlike.get(slipKey);
    if (known) return known;
    if (!this.#alike && this.#lookedAlong++ < SEVERAL) {
      const found = withSlipKey(this.byId.keys(), slipKey).sort(byText);
      this.#foundAlike.set(slipKey, found);
      return found;
    }
    if (!this.#alike) {
      this.#alike = new Bucket(byText);
      for (const id of this.byId.keys()) for (const key of slipKeys(id)) this.#alike.add(key, id);
    }
    return this.#alike.get(slipKey);
  }

  /** An id as it is first written; undefined when it is not in use. */
  #written(id: string): string | undefined {
    return this.byId.first(id)?.id;
  }

  /**
   * Puts `next` in the place of what is known of `path` and returns the keys whose answer has changed. Equal facts change nothing.
   * @param told whether anybody is to be told the keys; while nobody has read any, they need not be put together
   */
  update(path: string, next: FileFacts | undefined, told = true): ReadonlySet<string> {
    const changed: Changed = told ? new Set<string>() : undefined;
    const before = this.#files.get(path);
    if (before === next) return NO_KEYS;
    if (next) this.#files.set(path, next);
    else this.#files.delete(path);
    if (before?.governed || next?.governed) {
      this.#sortedFiles = undefined;
      changed?.add(keys.files);
    }
    changed?.add(keys.file(path));
    if (before?.own !== next?.own) changed?.add(keys.own(path));
    this.#updateRecords(before?.records ?? [], next?.records ?? [], changed);
    this.#updateCites(path, before, next, changed);
    this.#updateMentions(path, before, next, changed);
    if (this.withMatrix.update(before, next)) changed?.add(keys.matrices);
    if (this.withHands.update(before, next)) changed?.add(keys.hands);
    return changed ?? NO_KEYS;
  }

  #updateRecords(before: readonly RecordFacts[], next: readonly RecordFacts[], changed: Changed): void {
    if (before === next) return;
    if (before.length === 0) {
      this.#addAll(next, changed);
      return;
    }
    const stretch = stretchBetween(before.length, next.length, (i, j) => before[i] === next[j]);
    const was = before.slice(stretch.start, stretch.before);
    const is = next.slice(stretch.start, stretch.after);
    const [old, kept] = [new Set(was), new Set(is)];
    const ids = new Set([...was, ...is].flatMap(({ id }) => id?.toLowerCase() ?? []));
    const written = new Map([...ids].map((id) => [id, this.#written(id)]));
    for (const record of was) if (!kept.has(record)) this.#remove(record, changed);
    const until = before.length === next.length ? stretch.after : next.length;
    for (let i = stretch.start; i < until; i++) this.#setRank(next[i] as RecordFacts, i);
    for (const record of is) if (!old.has(record)) this.#add(record, changed);
    if (isReordered(was, is, old, kept)) {
      for (const bucket of [this.byId, this.ofKind, this.addressing, this.references]) bucket.resort();
      for (const record of is) noteKeys(record, changed);
    }
    for (const [id, before] of written) this.#updateId(id, before, changed);
  }

  /** Takes in the records of a file of which none are known. How an id was written is asked once, however many records have it. */
  #addAll(records: readonly RecordFacts[], changed: Changed): void {
    if (!changed && !this.#alike) {
      for (let i = 0; i < records.length; i++) {
        this.#setRank(records[i] as RecordFacts, i);
        this.#add(records[i] as RecordFacts, changed);
      }
      this.#forgetIds();
      return;
    }
    const written = new Map<string, string | undefined>();
    for (const { id } of records) {
      const key = id?.toLowerCase();
      if (key && !written.has(key)) written.set(key, this.#written(key));
    }
    records.forEach((record, i) => {
      this.#setRank(record, i);
      this.#add(record, changed);
    });
    for (const [id, before] of written) this.#updateId(id, before, changed);
  }

  /** The place of a record among those of its file, if it is one. */
  place(record: RecordFacts): number | undefined {
    const rank = this.#rank.get(record) ?? 0;
    return this.#files.get(record.path)?.records[rank] === record ? rank : undefined;
  }

  #setRank(record: RecordFacts, rank: number): void {
    if (rank > 0) this.#rank.set(record, rank);
    else this.#rank.delete(record);
  }

  /** @param before how the id was written */
  #updateId(id: string, before: string | undefined, changed: Changed): void {
    const now = this.#written(id);
    if (now === before) return;
    this.#forgetIds();
    if (!changed && !this.#alike) return;
    changed?.add(keys.ids);
    for (const key of slipKeys(id)) {
      changed?.add(keys.alike(key));
      if (now === undefined) this.#alike?.remove(key, id);
      else this.#alike?.add(key, id);
    }
  }

  /** Forgets what was put together of the ids in use. */
  #forgetIds(): void {
    this.#ids = undefined;
    if (this.#foundAlike.size > 0) this.#foundAlike.clear();
  }

  #add(record: RecordFacts, changed: Changed): void {
    if (record.id) this.byId.add(record.id.toLowerCase(), record);
    if (record.kind) this.ofKind.add(record.kind, record);
    for (const { standard, provision } of record.addresses) this.addressing.add(`${standard}:${provision}`, record);
    for (const reference of referencesOf(record)) this.references.add(reference.id.toLowerCase(), reference);
    noteKeys(record, changed);
  }

  #remove(record: RecordFacts, changed: Changed): void {
    if (record.id) this.byId.remove(record.id.toLowerCase(), record);
    if (record.kind) this.ofKind.remove(record.kind, record);
    for (const { standard, provision } of record.addresses) this.addressing.remove(`${standard}:${provision}`, record);
    for (const reference of referencesOf(record)) this.references.remove(reference.id.toLowerCase(), reference);
    this.#rank.delete(record);
    noteKeys(record, changed);
  }

  #updateCites(path: string, before: FileFacts | undefined, next: FileFacts | undefined, changed: Changed): void {
    if (before?.cites === next?.cites) return;
    const names = (facts: FileFacts | undefined): readonly string[] =>
      facts?.cites.map(({ standard, provision }) => `${standard}:${provision}`) ?? [];
    for (const name of updatePaths(this.citing, path, names(before), names(next))) changed?.add(keys.citing(name));
  }

  #updateMentions(path: string, before: FileFacts | undefined, next: FileFacts | undefined, changed: Changed): void {
    if (before?.mentions === next?.mentions) return;
    const ids = updatePaths(this.mentioning, path, before?.mentions ?? [], next?.mentions ?? []);
    for (const id of ids) changed?.add(keys.mentioning(id));
  }
}

/** Notes under `next` that a file names these, and no longer those of `before`; gives what is new or gone. */
function updatePaths(
  bucket: Bucket<string>,
  path: string,
  before: readonly string[],
  next: readonly string[],
): readonly string[] {
  if (before.length === 0) {
    for (const name of next) bucket.add(name, path);
    return next;
  }
  const [old, now] = [new Set(before), new Set(next)];
  const [gone, come] = [before.filter((name) => !now.has(name)), next.filter((name) => !old.has(name))];
  for (const name of gone) bucket.remove(name, path);
  for (const name of come) bucket.add(name, path);
  return [...gone, ...come];
}

/** Whether records that stayed now stand in another order. */
function isReordered(
  before: readonly RecordFacts[],
  next: readonly RecordFacts[],
  old: ReadonlySet<RecordFacts>,
  kept: ReadonlySet<RecordFacts>,
): boolean {
  const stayed = next.filter((record) => old.has(record));
  return before.filter((record) => kept.has(record)).some((record, i) => record !== stayed[i]);
}

function noteKeys(record: RecordFacts, changed: Changed): void {
  if (!changed) return;
  if (record.id) changed.add(keys.id(record.id.toLowerCase()));
  if (record.kind) changed.add(keys.kind(record.kind));
  for (const { standard, provision } of record.addresses) changed.add(keys.addressing(`${standard}:${provision}`));
  for (const { id } of referencesOf(record)) changed.add(keys.ref(id.toLowerCase()));
}
