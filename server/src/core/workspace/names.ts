import type { FileNames } from "./tracked-index.ts";
import { keys } from "./tables.ts";

/** The last segment of a path. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The folder of a path, without a slash at its end; "" at the top. */
export const dirName = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** `path` taken from `folder`, `.` and `..` resolved; undefined when it leads above the top. */
export function resolvePath(folder: string, path: string): string | undefined {
  const out = path.startsWith("/") ? [] : folder.split("/").filter((s) => s !== "");
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") out.push(segment);
    else if (out.pop() === undefined) return undefined;
  }
  const joined = out.join("/");
  return folder.startsWith("/") || path.startsWith("/") ? `/${joined}` : joined;
}

/** `path` as written from `folder`: `../a/b.md`. */
export function relativePath(folder: string, path: string): string {
  const from = folder.split("/").filter((s) => s !== "");
  const to = path.split("/").filter((s) => s !== "");
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].join("/");
}

/** A path as the target of a Markdown link: without what would end it, begin an anchor or a query, or be taken for an escape. */
export const linkTarget = (path: string): string =>
  path.replace(/[\s()<>%#?\\]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);

/** Whether `path` is `folder` or lies below it. */
export const isBelow = (folder: string, path: string): boolean =>
  folder === "" || path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);

/** All files known to exist, and by that their folders. Case matters, as on the file systems CI runs on. */
export class Names implements FileNames {
  readonly #files = new Set<string>();
  /** By folder: how many files and folders stand in it itself. */
  readonly #folders = new Map<string, number>();
  /** Paths by the name they end in; most names are those of one file. */
  readonly #byName = new Map<string, string | Set<string>>();
  /** Folders of which nobody knows what they hold. */
  readonly #shut = new Set<string>();

  has(path: string): boolean {
    return this.#files.has(path) || this.#folders.has(path) || this.#isShut(path);
  }

  /** Whether a path lies in a folder that could not be read, so that it may exist. */
  #isShut(path: string): boolean {
    if (this.#shut.size === 0) return false;
    for (let folder = dirName(path); folder !== ""; folder = dirName(folder)) if (this.#shut.has(folder)) return true;
    return false;
  }

  /** Notes that there is a folder that could not be read; returns the index keys of its own. What is said of files in it has to be asked anew. */
  shut(folder: string): string[] {
    this.#shut.add(folder);
    return this.add(folder);
  }

  named(name: string): readonly string[] {
    const same = this.#byName.get(name.toLowerCase());
    return typeof same === "string" ? [same] : [...(same ?? [])].sort();
  }

  /** Every file in `folder` or below. */
  below(folder: string): readonly string[] {
    return [...this.#files].filter((path) => isBelow(folder, path));
  }

  /** Notes that a file exists; returns the index keys whose answer has changed. */
  add(path: string): string[] {
    if (this.#files.has(path)) return [];
    this.#files.add(path);
    const name = baseName(path).toLowerCase();
    const same = this.#byName.get(name);
    if (same === undefined) this.#byName.set(name, path);
    else if (typeof same === "string") this.#byName.set(name, new Set([same, path]));
    else same.add(path);
    return [keys.exists(path), keys.named(name), ...this.#countFolders(path, 1)];
  }

  /** Notes that a file is gone. */
  remove(path: string): string[] {
    this.#shut.delete(path);
    if (!this.#files.delete(path)) return [];
    const name = baseName(path).toLowerCase();
    const same = this.#byName.get(name);
    if (same instanceof Set) same.delete(path);
    if (same === path || (same instanceof Set && same.size === 0)) this.#byName.delete(name);
    return [keys.exists(path), keys.named(name), ...this.#countFolders(path, -1)];
  }

  /** Forgets all files. */
  clear(): void {
    for (const known of [this.#files, this.#folders, this.#byName, this.#shut]) known.clear();
  }

  /** Counts what has come to a folder or gone from it; where that makes or ends the folder, it has come to the one around it or gone from that. */
  #countFolders(path: string, by: 1 | -1): string[] {
    const changed: string[] = [];
    for (let folder = dirName(path); folder !== ""; folder = dirName(folder)) {
      const count = (this.#folders.get(folder) ?? 0) + by;
      if (count > 0) this.#folders.set(folder, count);
      else this.#folders.delete(folder);
      if (count > 1 || (count === 1 && by === -1)) break;
      changed.push(keys.exists(folder));
    }
    return changed;
  }
}
