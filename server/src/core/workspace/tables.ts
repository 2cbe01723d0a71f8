import type { KindId } from "../generated/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import type { FileFacts, Reference } from "./api.ts";
import { referencesOf } from "./references.ts";

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A multimap whose lists are sorted when read. */
class Bucket<T> {
  readonly #items = new Map<string, Set<T>>();
  readonly #sorted = new Map<string, readonly T[]>();
  readonly #order: (a: T, b: T) => number;

  constructor(order: (a: T, b: T) => number) {
    this.#order = order;
  }

  add(key: string, item: T): void {
    const set = this.#items.get(key);
    if (set) set.add(item);
    else this.#items.set(key, new Set([item]));
    this.#sorted.delete(key);
  }

  remove(key: string, item: T): void {
    const set = this.#items.get(key);
    set?.delete(item);
    if (set?.size === 0) this.#items.delete(key);
    this.#sorted.delete(key);
  }

  get(key: string): readonly T[] {
    let list = this.#sorted.get(key);
    if (!list) {
      list = [...(this.#items.get(key) ?? [])].sort(this.#order);
      this.#sorted.set(key, list);
    }
    return list;
  }

  keys(): string[] {
    return [...this.#items.keys()];
  }

  /** Forgets sorted lists, for when the order inside a file has changed. */
  resort(): void {
    this.#sorted.clear();
  }
}

/** The names under which reads of the index are written down. */
export const keys = {
  config: "config",
  ids: "ids",
  files: "files",
  matrices: "matrices",
  today: "today",
  id: (id: string): string => `id:${id.toLowerCase()}`,
  kind: (kind: KindId): string => `kind:${kind}`,
  ref: (id: string): string => `ref:${id.toLowerCase()}`,
  addressing: (standard: string, provision: string): string => `addr:${standard}:${provision}`,
  citing: (standard: string, provision: string): string => `cite:${standard}:${provision}`,
  mentioning: (id: string): string => `mention:${id.toLowerCase()}`,
  file: (path: string): string => `file:${path}`,
  own: (path: string): string => `own:${path}`,
  exists: (path: string): string => `exists:${path}`,
  named: (name: string): string => `named:${name.toLowerCase()}`,
  source: (path: string): string => `source:${path}`,
  text: (path: string): string => `text:${path}`,
  history: (path: string): string => `history:${path}`,
};

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
  readonly citing = new Bucket<FileFacts>((a, b) => byText(a.path, b.path));
  readonly mentioning = new Bucket<FileFacts>((a, b) => byText(a.path, b.path));
  readonly #matrices = new Map<string, FileFacts>();
  #sortedFiles: readonly FileFacts[] | undefined;
  #ids: readonly string[] | undefined;
  readonly #referencesOf = new Map<RecordFacts, Reference[]>();

  file(path: string): FileFacts | undefined {
    return this.#files.get(path);
  }

  /** Governed files in path order. */
  files(): readonly FileFacts[] {
    this.#sortedFiles ??= [...this.#files.values()].filter((f) => f.governed).sort((a, b) => byText(a.path, b.path));
    return this.#sortedFiles;
  }

  /** Files that give a risk matrix, in path order. */
  withMatrix(): readonly FileFacts[] {
    return [...this.#matrices.values()].sort((a, b) => byText(a.path, b.path));
  }

  /** Every id in use, as first written, sorted. */
  ids(): readonly string[] {
    this.#ids ??= this.byId
      .keys()
      .map((key) => this.byId.get(key)[0]?.id ?? key)
      .sort(byText);
    return this.#ids;
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
    this.#updateCites(before, next, changed);
    this.#updateMentions(before, next, changed);
    this.#updateMatrices(before, next, changed);
    return changed;
  }

  #updateMatrices(before: FileFacts | undefined, next: FileFacts | undefined, changed: Set<string>): void {
    if (next?.matrices) this.#matrices.set(next.path, next);
    else if (before?.matrices) this.#matrices.delete(before.path);
    const same =
      before?.matrices === next?.matrices &&
      before?.own === next?.own &&
      before?.template === next?.template &&
      before?.mentions.join() === next?.mentions.join();
    if ((before?.matrices || next?.matrices) && !same) changed.add(keys.matrices);
  }

  #updateRecords(before: readonly RecordFacts[], next: readonly RecordFacts[], changed: Set<string>): void {
    const kept = new Set(next);
    const old = new Set(before);
    for (const record of before) if (!kept.has(record)) this.#remove(record, changed);
    next.forEach((record, i) => {
      this.#rank.set(record, i);
    });
    for (const record of next) if (!old.has(record)) this.#add(record, changed);
    if (this.#orderChanged(before, next, kept, old)) {
      for (const bucket of [this.byId, this.ofKind, this.addressing, this.references]) bucket.resort();
      for (const record of next) for (const key of keysOf(record)) changed.add(key);
    }
  }

  /** Whether records that stayed now stand in another order. */
  #orderChanged(
    before: readonly RecordFacts[],
    next: readonly RecordFacts[],
    kept: Set<RecordFacts>,
    old: Set<RecordFacts>,
  ): boolean {
    const a = before.filter((r) => kept.has(r));
    const b = next.filter((r) => old.has(r));
    return a.some((r, i) => r !== b[i]);
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
    this.#note(record, changed);
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
    this.#note(record, changed);
  }

  #note(record: RecordFacts, changed: Set<string>): void {
    for (const key of keysOf(record)) changed.add(key);
    if (record.id) this.#ids = undefined;
  }

  #updateCites(before: FileFacts | undefined, next: FileFacts | undefined, changed: Set<string>): void {
    for (const { standard, provision } of before?.cites ?? []) {
      this.citing.remove(`${standard}:${provision}`, before as FileFacts);
      changed.add(keys.citing(standard, provision));
    }
    for (const { standard, provision } of next?.cites ?? []) {
      this.citing.add(`${standard}:${provision}`, next as FileFacts);
      changed.add(keys.citing(standard, provision));
    }
  }

  #updateMentions(before: FileFacts | undefined, next: FileFacts | undefined, changed: Set<string>): void {
    for (const id of before?.mentions ?? []) {
      this.mentioning.remove(id, before as FileFacts);
      changed.add(keys.mentioning(id));
    }
    for (const id of next?.mentions ?? []) {
      this.mentioning.add(id, next as FileFacts);
      changed.add(keys.mentioning(id));
    }
  }
}

function keysOf(record: RecordFacts): string[] {
  const out: string[] = [];
  if (record.id) out.push(keys.id(record.id), keys.ids);
  if (record.kind) out.push(keys.kind(record.kind));
  for (const { standard, provision } of record.addresses) out.push(keys.addressing(standard, provision));
  for (const { id } of referencesOf(record)) out.push(keys.ref(id));
  return out;
}
