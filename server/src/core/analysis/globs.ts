import picomatch from "picomatch/posix";
import type { AimsConfig } from "../workspace/api.ts";
import { globsOf } from "./config.ts";

const MAX_GLOB_LENGTH = 500;

/** Which files of an AIMS its `include` and `exclude` globs leave in, and which are public. Globs are taken from the AIMS's folder. */
export class Globs {
  readonly #root: string;
  readonly #include: ((path: string) => boolean) | undefined;
  readonly #exclude: ((path: string) => boolean) | undefined;
  readonly #public: ((path: string) => boolean) | undefined;

  constructor(config: AimsConfig) {
    this.#root = config.root;
    this.#include = matcher(globsOf(config, "include"));
    this.#exclude = matcher(globsOf(config, "exclude"));
    this.#public = matcher(globsOf(config, "public"));
  }

  /** Whether outsiders read the file. */
  isPublic(path: string): boolean {
    return this.#public?.(path.slice(this.#root.length + 1)) ?? false;
  }

  includes(path: string): boolean {
    const relative = path.slice(this.#root.length + 1);
    return (this.#include?.(relative) ?? true) && !(this.#exclude?.(relative) ?? false);
  }
}

function matcher(globs: readonly string[]): ((path: string) => boolean) | undefined {
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
