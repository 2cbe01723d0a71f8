import { readDocument } from "../notation/read.ts";
import type { Plain, RecordFacts } from "../records/model.ts";
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

/** What a record without an id is told by, and what it is about. */
const NAMES = ["metric", "name", "title"] as const;
const ABOUT = ["system", "groups"] as const;

/**
 * The key by which a record is found again in an older version: its kind and id; without an id, that it is the document's own, or what
 * it is called and of which system. Undefined where nothing tells it apart.
 */
export function keyOf({ kind, id, plain }: RecordFacts, own: boolean): string | undefined {
  if (id !== undefined) return `${kind ?? ""} ${id.toLowerCase()}`;
  if (own) return `${kind ?? ""} own`;
  const name = NAMES.map((field) => plain[field]).find((value) => typeof value === "string" && value !== "");
  return name === undefined ? undefined : JSON.stringify([kind, name, ...ABOUT.map((field) => plain[field] ?? null)]);
}

/** The records of a version by `keyOf`; read once. Of a key that stands twice there is none. */
export function recordsIn(
  version: Version,
  path: string,
  standards: readonly string[],
): ReadonlyMap<string, OldFields> {
  let records = read.get(version);
  if (!records) {
    const document = readDocument({ path, text: version.text, inAims: true, standards, once: true });
    const found = new Map<string, OldFields>();
    const twice = new Set<string>();
    const { facts } = readFacts(document, standards);
    for (const record of facts.records) {
      const key = keyOf(record, record === facts.own);
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
  /** Commits of versions that a run of the tool before was brought. */
  readonly #commits = new Map<string, string>();
  readonly #wanted = new Set<string>();

  /** Versions of a file, newest first; empty until the shell has brought them. */
  ask(path: string): readonly Version[] {
    const versions = this.#versions.get(path);
    if (!versions) this.#wanted.add(path);
    return versions ?? [];
  }

  /** Takes the versions of a file in; whether they are others than before. */
  set(path: string, versions: readonly Version[]): boolean {
    const before = this.#commits.get(path) ?? commitsOf(this.#versions.get(path) ?? []);
    this.#commits.delete(path);
    this.#versions.set(path, versions);
    return before !== commitsOf(versions);
  }

  /** There are other commits than when versions were brought: asks for all again; until they come the ones known hold. */
  renew(): void {
    for (const path of [...this.#versions.keys(), ...this.#commits.keys()]) this.#wanted.add(path);
  }

  /** What is known, by path: the commits, or `null` for what was asked for and has not been brought. */
  save(): [path: string, commits: string | null][] {
    const paths = new Set([...this.#wanted, ...this.#commits.keys(), ...this.#versions.keys()]);
    return [...paths].map((path) => {
      const versions = this.#versions.get(path);
      return [path, this.#commits.get(path) ?? (versions ? commitsOf(versions) : null)];
    });
  }

  /** Takes over what was saved. All of it is wanted, and where it is still the same nothing is worked out again. */
  restore(saved: readonly (readonly [path: string, commits: string | null])[]): void {
    for (const [path, commits] of saved) {
      if (commits !== null) this.#commits.set(path, commits);
      this.#wanted.add(path);
    }
  }

  /** Paths asked for and not brought; asks once. */
  takeWanted(): string[] {
    const paths = [...this.#wanted].sort();
    this.#wanted.clear();
    return paths;
  }
}

const commitsOf = (versions: readonly Version[]): string => versions.map(({ commit }) => commit).join();
