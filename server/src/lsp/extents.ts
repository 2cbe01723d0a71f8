import { type BigIntStats, existsSync, statSync } from "node:fs";
import picomatch from "picomatch/posix";
import type { Unreadable, WorldChange } from "../core/analysis.ts";
import { DEFAULT_MAX_BYTES, isSkipped, ownName, readChange, staysInside, walk } from "../files/walk.ts";
import type { Settings } from "../protocol.ts";
import { folderOf, isBelow, relativeTo } from "./paths.ts";
import { type Extent, MOST_LISTED } from "./surroundings.ts";

/** A file changed less than this long ago may change again without its time showing it, in milliseconds (FAT counts in steps of two seconds). */
const TIME_STEP = 2000;

/** What is taken in of what is on disk: which folders, how much of each, and what settings leave out of them. */
export class Extents {
  #folders: ReadonlyMap<string, Extent> = new Map();
  #excluded: (relative: string) => boolean = () => false;
  #maxBytes = DEFAULT_MAX_BYTES;
  #settings = "";

  /** All that is taken in: the workspace folders, and what documents outside of them stand in. */
  get folders(): ReadonlyMap<string, Extent> {
    return this.#folders;
  }
  set folders(folders: ReadonlyMap<string, Extent>) {
    this.#folders = folders;
  }
  /** Largest file read. */
  get maxBytes(): number {
    return this.#maxBytes;
  }
  /** Settings that say what is read. */
  get settings(): string {
    return this.#settings;
  }

  /** Takes over settings; whether they are others than before. */
  configure({ exclude = [], maxFileSize = DEFAULT_MAX_BYTES / 1024 }: Settings): boolean {
    const settings = JSON.stringify([exclude, maxFileSize]);
    if (settings === this.#settings) return false;
    this.#settings = settings;
    this.#excluded = matcher(exclude);
    this.#maxBytes = maxFileSize * 1024;
    return true;
  }

  /** How much is taken in of what stands at a path; undefined when it lies elsewhere or is left out. */
  of(path: string): Extent | undefined {
    let listed = false;
    for (const [folder, extent] of this.#folders) {
      const relative = relativeTo(folder, path);
      if (relative === undefined || isSkipped(relative)) continue;
      if (extent === "listed") listed = true;
      else if (!this.#excluded(relative)) return "read";
    }
    return listed ? "listed" : undefined;
  }

  /** The outermost folder that holds what stands at a path; undefined when a link leads out of all. */
  #holderOf(path: string): string | undefined {
    return [...this.#folders.keys()]
      .sort((a, b) => a.length - b.length)
      .find((folder) => isBelow(folder, path) && staysInside(folder, path));
  }

  /** What is to be known of the file at a path. */
  onDisk(path: string): WorldChange {
    const extent = this.#holderOf(path) === undefined ? undefined : this.of(path);
    if (extent === "read") return readChange(path, { maxBytes: this.#maxBytes });
    return { type: extent === "listed" && existsSync(path) ? "exists" : "delete", path };
  }

  /** Whether a file that is to be taken in stands at a path. */
  stands(path: string): boolean {
    return this.#at(path)?.stat.isFile() === true;
  }

  /** What stands at a path and is to be taken in by this name, and the folder that holds it. */
  #at(path: string): { readonly within: string; readonly stat: BigIntStats } | undefined {
    const within = this.of(path) && this.#holderOf(path);
    const stat = within === undefined ? undefined : statOf(path);
    if (within === undefined || !stat) return undefined;
    const folder = stat.isDirectory() ? path : folderOf(path);
    return isBelow(within, folder) && ownName(folder, within, this.#isLeftOut) !== folder
      ? undefined
      : { within, stat };
  }

  readonly #isLeftOut = (path: string): boolean => this.of(path) === undefined;

  /**
   * The files at and below these paths that are to be taken in.
   * @param shut gets the folders among them that cannot be read
   */
  *filesAt(paths: Iterable<string>, shut: Unreadable[]): Generator<string> {
    const unreadable = (path: string, reason: string) => shut.push({ type: "unreadable", path, reason, folder: true });
    for (const path of paths) {
      const { within, stat } = this.#at(path) ?? {};
      if (stat?.isFile()) yield path;
      if (stat?.isDirectory()) {
        let left = this.of(path) === "listed" ? MOST_LISTED : Number.POSITIVE_INFINITY;
        for (const file of walk(path, { excluded: this.#isLeftOut, within, unreadable })) {
          if (left-- === 0) break;
          yield file;
        }
      }
    }
  }
}

/** What is taken in of folders of which nothing is open. */
export function extentsOf(roots: readonly string[], settings: Settings): Extents {
  const extents = new Extents();
  extents.configure(settings);
  extents.folders = new Map(roots.map((root) => [root, "read"]));
  return extents;
}

/** What the system says of a path; undefined where it says nothing. */
export function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}

/** What a file has as long as it is not changed; undefined when it may change without that. */
export function stampOf(path: string, stat = statOf(path)): string | undefined {
  if (!stat || Number(stat.mtimeMs > stat.ctimeMs ? stat.mtimeMs : stat.ctimeMs) > Date.now() - TIME_STEP)
    return undefined;
  return `${stat.mtimeNs} ${stat.ctimeNs} ${stat.size}`;
}

function matcher(globs: readonly string[]): (relative: string) => boolean {
  if (globs.length === 0) return () => false;
  try {
    const usable = globs.filter((glob) => glob.length <= 500).map((glob) => (glob.endsWith("/") ? `${glob}**` : glob));
    const matches = picomatch(usable, { dot: true, nonegate: true });
    // What lies in a folder that is left out is, too.
    return (relative) => {
      for (let end = relative.indexOf("/"); end >= 0; end = relative.indexOf("/", end + 1))
        if (matches(relative.slice(0, end))) return true;
      return matches(relative);
    };
  } catch {
    return () => false;
  }
}
