import { folderOf } from "./paths.ts";

/** Levels gone up in search of the folder a document belongs to. */
const LEVELS = 12;

/** Files listed at most of a folder that is only listed. */
export const MOST_LISTED = 20_000;

/** How much of a folder is taken in: what its documents say, or only which files there are. */
export type Extent = "read" | "listed";

/**
 * What a document in the folder `start` stands in: the AIMS above it, which is to be read, else the repository, else its own folder.
 * @param exists whether there is a file or folder at a path
 */
export function surroundings(
  start: string,
  exists: (path: string) => boolean,
): { readonly folder: string; readonly extent: Extent } {
  const aims = ancestorWith(start, ["aims.yaml", "aims.yml"], exists);
  if (aims !== undefined) return { folder: aims, extent: "read" };
  return { folder: ancestorWith(start, [".git"], exists) ?? start, extent: "listed" };
}

function ancestorWith(start: string, names: readonly string[], exists: (path: string) => boolean): string | undefined {
  let folder = start;
  for (let level = 0; level < LEVELS && folder !== ""; level++, folder = folderOf(folder)) {
    if (names.some((name) => exists(`${folder}/${name}`))) return folder;
  }
  return undefined;
}
