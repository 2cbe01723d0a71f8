import { readDocument } from "../notation/read.ts";
import type { Plain } from "../records/model.ts";
import { readFacts } from "./facts.ts";

/** A file as it was at a commit that touched it. */
export interface Version {
  /** Short id of the commit. */
  readonly commit: string;
  /** ISO date of the commit. */
  readonly date: string;
  readonly text: string;
}

/** Fields of a record as they were. */
export type OldFields = { readonly [field: string]: Plain };

const read = new WeakMap<Version, ReadonlyMap<string, OldFields>>();

/** The key by which a record is found again in an older version: its kind and id, or that it is the document's own. */
export const keyOf = (kind: string | undefined, id: string | undefined, own: boolean): string | undefined =>
  id !== undefined ? `${kind ?? ""} ${id.toLowerCase()}` : own ? `${kind ?? ""} own` : undefined;

/** The records of a version by `keyOf`; read once. Of an id that stands twice there is none. */
export function recordsIn(
  version: Version,
  path: string,
  standards: readonly string[],
): ReadonlyMap<string, OldFields> {
  let records = read.get(version);
  if (!records) {
    const document = readDocument({ path, text: version.text, inAims: true, standards });
    const found = new Map<string, OldFields>();
    const twice = new Set<string>();
    const { facts } = readFacts(document, standards);
    for (const record of facts.records) {
      const key = keyOf(record.kind, record.id, record === facts.own);
      if (key === undefined) continue;
      if (found.has(key)) twice.add(key);
      found.set(key, record.plain);
    }
    for (const key of twice) found.delete(key);
    records = found;
    read.set(version, records);
  }
  return records;
}

/** Earlier versions of files, asked for like results files: what a rule has asked for is on a list until the shell has looked. */
export class Histories {
  readonly #versions = new Map<string, readonly Version[]>();
  readonly #wanted = new Set<string>();

  /** Versions of a file, newest first; empty until the shell has brought them. */
  ask(path: string): readonly Version[] {
    const versions = this.#versions.get(path);
    if (!versions) this.#wanted.add(path);
    return versions ?? [];
  }

  /** Takes the versions of a file in; whether they are others than before. */
  set(path: string, versions: readonly Version[]): boolean {
    const before = this.#versions.get(path) ?? [];
    const name = (all: readonly Version[]): string => all.map(({ commit }) => commit).join();
    this.#wanted.delete(path);
    if (this.#versions.has(path) && name(before) === name(versions)) return false;
    this.#versions.set(path, versions);
    return before.length > 0 || versions.length > 0;
  }

  /** There are other commits than when versions were brought: asks for all again; until they come the ones known hold. */
  renew(): void {
    for (const path of this.#versions.keys()) this.#wanted.add(path);
  }

  /** Paths asked for and not brought; asks once. */
  takeWanted(): string[] {
    const paths = [...this.#wanted].sort();
    this.#wanted.clear();
    return paths;
  }
}
