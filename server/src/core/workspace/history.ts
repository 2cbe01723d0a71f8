import { readDocument } from "../notation/read.ts";
import type { Plain, RecordFacts } from "../records/model.ts";
import { Brought } from "./brought.ts";
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

const commitsOf = (versions: readonly Version[]): string => versions.map(({ commit }) => commit).join();

/** Earlier versions of files, newest first, asked for like results files: what a rule has asked for is on a list until the shell has looked. */
export class Histories extends Brought<readonly Version[], string> {
  constructor() {
    super(commitsOf, commitsOf([]));
  }

  /** Takes the versions of a file in; whether they are others than before. */
  set(path: string, versions: readonly Version[]): boolean {
    return this.put(path, versions);
  }

  /** There are other commits than when versions were brought: asks for all again; until they come the ones known hold. */
  renew(): void {
    for (const path of this.paths()) this.want(path);
  }
}
