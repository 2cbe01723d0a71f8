import type { KindId } from "../generated/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import { slipKeys, withSlipKey } from "../records/slips.ts";
import type { FileFacts, Reference } from "./api.ts";
import { stretchBetween } from "../text/stretch.ts";
import { referencesOf } from "./references.ts";

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Several items of one key, and their list in order as last asked for, with what has come and gone since. */
interface Several<T> {
  readonly items: Set<T>;
  list: readonly T[] | undefined;
  come: Set<T> | undefined;
  gone: Set<T> | undefined;
}

/** So many new items are put into a list each by itself; more are sorted with the others. */
const FEW = 24;

/**
 * A multimap whose lists are sorted when read, and after a small change mended. Most keys have one item, and there are many keys: such a
 * key keeps the list that is read and nothing else.
 */
class Bucket<T> {
  readonly #kept = new Map<string, readonly [T] | Several<T>>();
  /** Empty lists that were read: a list is the same object as long as it is the same, as things are remembered by it. */
  readonly #empty = new Map<string, readonly T[]>();
  readonly #order: (a: T, b: T) => number;

  constructor(order: (a: T, b: T) => number) {
    this.#order = order;
  }

  add(key: string, item: T): void {
    const kept = this.#kept.get(key);
    if (!kept) this.#kept.set(key, [item]);
    else if (isOne(kept)) {
      const items = new Set([kept[0], item]);
      if (items.size > 1) this.#kept.set(key, { items, list: undefined, come: undefined, gone: undefined });
    } else if (!kept.items.has(item)) {
      kept.items.add(item);
      if (kept.list) kept.come = (kept.come ?? new Set()).add(item);
    }
  }

  remove(key: string, item: T): void {
    const kept = this.#kept.get(key);
    if (!kept) return;
    if (isOne(kept)) {
      if (kept[0] === item) this.#kept.delete(key);
    } else if (kept.items.delete(item)) {
      if (kept.items.size === 0) this.#kept.delete(key);
      else if (kept.list && !kept.come?.delete(item)) kept.gone = (kept.gone ?? new Set()).add(item);
    }
  }

  get(key: string): readonly T[] {
    const kept = this.#kept.get(key);
    if (!kept) return this.#none(key);
    if (isOne(kept)) return kept;
    if (!kept.list || (kept.come?.size ?? 0) > FEW) kept.list = [...kept.items].sort(this.#order);
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

  #mended(list: readonly T[], { come, gone }: Several<T>): T[] {
    const mended = gone?.size ? list.filter((item) => !gone.has(item)) : [...list];
    for (const item of come ?? []) {
      let [low, high] = [0, mended.length];
      while (low < high) {
        const mid = (low + high) >> 1;
        if (this.#order(mended[mid] as T, item) > 0) high = mid;
        else low = mid + 1;
      }
      mended.splice(low, 0, item);
    }
    return mended;
  }

  keys(): string[] {
    return [...this.#kept.keys()];
  }

  /** Forgets sorted lists, for when the order inside a file has changed. */
  resort(): void {
    for (const kept of this.#kept.values()) if (!isOne(kept)) kept.list = undefined;
  }
}

const isOne = <T>(kept: readonly [T] | Several<T>): kept is readonly [T] => Array.isArray(kept);

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
    const [was, is] = [before && this.#of(before), next && this.#of(next)];
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

/** The names under which reads of the index are written down. */
export const keys = {
  config: "config",
  ids: "ids",
  files: "files",
  matrices: "matrices",
  hands: "hands",
  today: "today",
  alike: (slipKey: string): string => `alike:${slipKey}`,
  id: (id: string): string => `id:${id.toLowerCase()}`,
  kind: (kind: KindId): string => `kind:${kind}`,
  ref: (id: string): string => `ref:${id.toLowerCase()}`,
  addressing: (standard: string, provision: string): string => `addr:${standard}:${provision}`,
  citing: (provision: string): string => `cite:${provision}`,
  mentioning: (id: string): string => `mention:${id.toLowerCase()}`,
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

/** The tables over all files of one AIMS; updated by difference, each update says which keys it changed. */
export class Tables {
  readonly #files = new Map<string, FileFacts>();
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
  readonly #referencesOf = new Map<RecordFacts, Reference[]>();

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
    return this.byId.get(id)[0]?.id;
  }

  /** Puts `next` in the place of what is known of `path` and returns the keys whose answer has changed. Equal facts change nothing. */
  update(path: string, next: FileFacts | undefined): Set<string> {
    const changed = new Set<string>();
    const before = this.#files.get(path);
    if (before === next) return changed;
    if (next) this.#files.set(path, next);
    else this.#files.delete(path);
    if (before?.governed || next?.governed) {
      this.#sortedFiles = undefined;
      changed.add(keys.files);
    }
    changed.add(keys.file(path));
    if (before?.own !== next?.own) changed.add(keys.own(path));
    this.#updateRecords(before?.records ?? [], next?.records ?? [], changed);
    this.#updateCites(path, before, next, changed);
    this.#updateMentions(path, before, next, changed);
    if (this.withMatrix.update(before, next)) changed.add(keys.matrices);
    if (this.withHands.update(before, next)) changed.add(keys.hands);
    return changed;
  }

  #updateRecords(before: readonly RecordFacts[], next: readonly RecordFacts[], changed: Set<string>): void {
    if (before === next) return;
    const stretch = stretchBetween(before.length, next.length, (i, j) => before[i] === next[j]);
    const was = before.slice(stretch.start, stretch.before);
    const is = next.slice(stretch.start, stretch.after);
    const [old, kept] = [new Set(was), new Set(is)];
    const ids = new Set([...was, ...is].flatMap(({ id }) => id?.toLowerCase() ?? []));
    const written = new Map([...ids].map((id) => [id, this.#written(id)]));
    for (const record of was) if (!kept.has(record)) this.#remove(record, changed);
    const until = before.length === next.length ? stretch.after : next.length;
    for (let i = stretch.start; i < until; i++) this.#rank.set(next[i] as RecordFacts, i);
    for (const record of is) if (!old.has(record)) this.#add(record, changed);
    if (isReordered(was, is, old, kept)) {
      for (const bucket of [this.byId, this.ofKind, this.addressing, this.references]) bucket.resort();
      for (const record of is) for (const key of keysOf(record)) changed.add(key);
    }
    for (const [id, before] of written) this.#updateId(id, before, changed);
  }

  /** @param before how the id was written */
  #updateId(id: string, before: string | undefined, changed: Set<string>): void {
    const now = this.#written(id);
    if (now === before) return;
    this.#ids = undefined;
    this.#foundAlike.clear();
    changed.add(keys.ids);
    for (const key of slipKeys(id)) {
      changed.add(keys.alike(key));
      if (now === undefined) this.#alike?.remove(key, id);
      else this.#alike?.add(key, id);
    }
  }

  #add(record: RecordFacts, changed: Set<string>): void {
    if (record.id) this.byId.add(record.id.toLowerCase(), record);
    if (record.kind) this.ofKind.add(record.kind, record);
    for (const { standard, provision } of record.addresses) this.addressing.add(`${standard}:${provision}`, record);
    const references = referencesOf(record).map(({ field, id }) => ({
      id: id.toLowerCase(),
      reference: { from: record, field },
    }));
    for (const { id, reference } of references) this.references.add(id, reference);
    this.#referencesOf.set(
      record,
      references.map((r) => r.reference),
    );
    for (const key of keysOf(record)) changed.add(key);
  }

  #remove(record: RecordFacts, changed: Set<string>): void {
    if (record.id) this.byId.remove(record.id.toLowerCase(), record);
    if (record.kind) this.ofKind.remove(record.kind, record);
    for (const { standard, provision } of record.addresses) this.addressing.remove(`${standard}:${provision}`, record);
    const references = this.#referencesOf.get(record) ?? [];
    referencesOf(record).forEach(({ id }, i) => {
      const reference = references[i];
      if (reference) this.references.remove(id.toLowerCase(), reference);
    });
    this.#referencesOf.delete(record);
    this.#rank.delete(record);
    for (const key of keysOf(record)) changed.add(key);
  }

  #updateCites(path: string, before: FileFacts | undefined, next: FileFacts | undefined, changed: Set<string>): void {
    const names = (facts: FileFacts | undefined): readonly string[] =>
      facts?.cites.map(({ standard, provision }) => `${standard}:${provision}`) ?? [];
    if (before?.cites === next?.cites) return;
    for (const name of updatePaths(this.citing, path, names(before), names(next))) changed.add(keys.citing(name));
  }

  #updateMentions(
    path: string,
    before: FileFacts | undefined,
    next: FileFacts | undefined,
    changed: Set<string>,
  ): void {
    if (before?.mentions === next?.mentions) return;
    const ids = updatePaths(this.mentioning, path, before?.mentions ?? [], next?.mentions ?? []);
    for (const id of ids) changed.add(keys.mentioning(id));
  }
}

/** Notes under `next` that a file names these, and no longer those of `before`; gives what is new or gone. */
function updatePaths(
  bucket: Bucket<string>,
  path: string,
  before: readonly string[],
  next: readonly string[],
): readonly string[] {
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

function keysOf(record: RecordFacts): string[] {
  const out: string[] = [];
  if (record.id) out.push(keys.id(record.id));
  if (record.kind) out.push(keys.kind(record.kind));
  for (const { standard, provision } of record.addresses) out.push(keys.addressing(standard, provision));
  for (const { id } of referencesOf(record)) out.push(keys.ref(id));
  return out;
}
