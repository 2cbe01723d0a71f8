import picomatch from "picomatch/posix";
import type { AimsConfig } from "../workspace/api.ts";
import { isBelow, resolvePath } from "../workspace/names.ts";
import { globsOf } from "./config.ts";

const MAX_GLOB_LENGTH = 500;

type Matcher = (path: string) => boolean;

/**
 * Which files of an AIMS its `include` and `exclude` globs leave in, and which are public. Globs are taken from the AIMS's folder; those of
 * public files may lead out of it (`../README.md`), and with a slash before them count from the workspace folder, but not out of that.
 */
export class Globs {
  readonly #root: string;
  readonly #include: Matcher | undefined;
  readonly #exclude: Matcher | undefined;
  /** By the folder that the globs count from. */
  readonly #public: ReadonlyMap<string, Matcher>;

  /** @param folder the workspace folder */
  constructor(config: AimsConfig, folder: string) {
    this.#root = config.root;
    this.#include = matcher(globsOf(config, "include"));
    this.#exclude = matcher(globsOf(config, "exclude"));
    this.#public = byFolder(globsOf(config, "public"), config.root, folder);
  }

  /** Whether outsiders read the file. */
  isPublic(path: string): boolean {
    for (const [folder, matches] of this.#public) {
      if (path !== folder && isBelow(folder, path) && matches(path.slice(folder.length + 1))) return true;
    }
    return false;
  }

  /** Whether files outside of the AIMS's folder may be public. */
  get reachesOut(): boolean {
    return [...this.#public.keys()].some((folder) => folder !== this.#root);
  }

  includes(path: string): boolean {
    if (!isBelow(this.#root, path)) return false;
    const relative = path.slice(this.#root.length + 1);
    return (this.#include?.(relative) ?? true) && !(this.#exclude?.(relative) ?? false);
  }
}

const UP = /^(?:\.{1,2}\/)+/;

function byFolder(globs: readonly string[], root: string, top: string): ReadonlyMap<string, Matcher> {
  const grouped = new Map<string, string[]>();
  for (const glob of globs) {
    const up = UP.exec(glob)?.[0] ?? "";
    const folder = glob.startsWith("/") ? top : up === "" ? root : resolvePath(root, up);
    if (folder === undefined || !isBelow(top, folder)) continue;
    const rest = glob.startsWith("/") ? glob.slice(1) : glob.slice(up.length);
    grouped.set(folder, [...(grouped.get(folder) ?? []), rest]);
  }
  const out = new Map<string, Matcher>();
  for (const [folder, list] of grouped) {
    const matches = matcher(list);
    if (matches) out.set(folder, matches);
  }
  return out;
}

function matcher(globs: readonly string[]): Matcher | undefined {
  const usable = globs
    .filter((glob) => glob.length <= MAX_GLOB_LENGTH)
    .map((glob) => (glob.endsWith("/") ? `${glob}**` : glob));
  if (usable.length === 0) return undefined;
  try {
    return picomatch(usable, { dot: true, nonegate: true });
  } catch {
    return undefined;
  }
}
