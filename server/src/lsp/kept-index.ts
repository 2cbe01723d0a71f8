import type { Host } from "../core/analysis.ts";
import { IndexFile } from "../files/index-file.ts";
import { inSlices } from "./slices.ts";
import type { World } from "./world.ts";

/** The index is written once nothing has changed for this long, in milliseconds: soon after the first reading, later seldom. */
const FIRST = 1_000;
const LATER = 30_000;

export interface KeptIndexOptions {
  readonly host: Host;
  readonly world: () => World;
  /** Folder for what the server keeps; undefined when the editor gives none: then nothing is kept. */
  readonly storage: string | undefined;
  /** What tells this build of the server from all others. */
  readonly build: string;
  /** What else the findings hang on that is not told to the host. */
  readonly setting: string;
  readonly warn: (message: string) => void;
}

/** What was known of files before this run of the server. */
export interface Recalled {
  readonly paths: readonly string[];
  readonly unread: readonly (readonly [path: string, reason: string])[];
  readonly stamps: readonly (readonly [path: string, stamp: string])[];
}

/** Keeps on disk what is known of the workspace, so that the next start has only to look at what changed since. */
export class KeptIndex {
  readonly #options: KeptIndexOptions;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #writing = false;
  /** Revision of the host that is on disk; -1 when there is none. */
  #kept = -1;
  #warned = false;

  constructor(options: KeptIndexOptions) {
    this.#options = options;
  }

  /** Has the host take over what an earlier run left for these folders; undefined when there is nothing of use. */
  recall(roots: readonly string[], settings: string): Recalled | undefined {
    const { host } = this.#options;
    const read = this.#file(roots)?.read();
    if (!read) return undefined;
    host.restore(read.shown, read.rest);
    this.#kept = host.snapshot.revision;
    const paths: string[] = [];
    const unread: (readonly [string, string])[] = [];
    for (const part of read.shown) {
      if (part.part === "shown") paths.push(part.path);
      else {
        paths.push(...part.names);
        unread.push(...part.unreadable.map(({ path, reason }) => [path, reason] as const));
      }
    }
    // Files that other settings would leave out or let in are all read again.
    return { paths, unread, stamps: read.about.settings === settings ? read.about.stamps : [] };
  }

  #file(roots: readonly string[]): IndexFile | undefined {
    const { storage, build, setting } = this.#options;
    return storage === undefined || roots.length === 0
      ? undefined
      : new IndexFile(storage, roots, `${build} ${setting}`);
  }

  /** To be called when all findings have been told. */
  settled(): void {
    clearTimeout(this.#timer);
    if (this.#options.storage === undefined || this.#stopped) return;
    void inSlices(this.#options.host.completing(), () => this.#stopped);
    this.#timer = setTimeout(() => void this.#write(), this.#kept < 0 ? FIRST : LATER);
    this.#timer.unref();
  }

  async #write(): Promise<void> {
    const { host, warn } = this.#options;
    const world = this.#options.world();
    const { revision } = host.snapshot;
    const file = this.#file(world.roots);
    if (!file || this.#writing || this.#stopped || world.reading || revision === this.#kept) return;
    this.#writing = true;
    const work = file.write(world.about(), host.save());
    try {
      if (await inSlices(work, () => this.#stopped || host.snapshot.revision !== revision)) this.#kept = revision;
    } catch (error) {
      if (!this.#warned) warn(`What is known of the workspace could not be kept for the next start: ${String(error)}`);
      this.#warned = true;
    } finally {
      work.return(false);
      this.#writing = false;
    }
  }

  /** Nothing is written any more. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}
