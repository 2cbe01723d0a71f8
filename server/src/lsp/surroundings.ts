import { existsSync } from "node:fs";
import { walk } from "../files/walk.ts";
import { folderOf } from "./paths.ts";

/** Levels gone up in search of the folder a document belongs to. */
const LEVELS = 12;
/** Files listed at most around a document that belongs to no AIMS. */
const MOST = 20_000;

export interface Surroundings {
  readonly folder: string;
  /** Whether it is an AIMS and wants to be read, not only listed. */
  readonly whole: boolean;
  /** The files in it, some thousands at most. */
  names(): string[];
}

/** What a document in `start` stands in: the AIMS above it, else the repository, else its own folder. */
export function surroundings(start: string): Surroundings {
  const aims = ancestorWith(start, ["aims.yaml", "aims.yml"]);
  const folder = aims ?? ancestorWith(start, [".git"]) ?? start;
  return { folder, whole: aims !== undefined, names: () => first(walk(folder, {})) };
}

function ancestorWith(start: string, names: readonly string[]): string | undefined {
  let folder = start;
  for (let level = 0; level < LEVELS && folder !== ""; level++, folder = folderOf(folder)) {
    if (names.some((name) => existsSync(`${folder}/${name}`))) return folder;
  }
  return undefined;
}

function first(paths: Iterable<string>): string[] {
  const out: string[] = [];
  for (const path of paths) {
    if (out.length === MOST) break;
    out.push(path);
  }
  return out;
}
