import type { Host } from "../core/analysis.ts";
import { IndexFile, type ReadIndex } from "../files/index-file.ts";
import { type FirstReading, worthAThread } from "./first-reading.ts";
import { findFiles, type Files } from "./share-out.ts";
import { inSlices } from "./slices.ts";
import type { World } from "./world.ts";

/** The index is written once nothing has changed for this long, in milliseconds: soon after the first reading, later seldom. */
const FIRST = 1_000;
const LATER = 30_000;
/** Nobody waits when nothing has changed for this long, in milliseconds: soon after a start, later when somebody has stopped to work. */
const CALM = 1_500;
const LATER_CALM = 8_000;

export interface KeptIndexOptions {
  readonly host: Host;
  readonly world: () => World;
  /** Folder for what the server keeps; undefined when the editor gives none: then nothing is kept. */
  readonly storage: string | undefined;
  /** What tells this build of the server from all others. */
  readonly build: string;
  readonly trusted: boolean;
  /** Whether git may be asked; what it says is in findings. */
  readonly history: boolean;
  /** Reads folders for the first time, elsewhere; see `Environment`. */
  readonly readFirst: ReadFirst | undefined;
  /** See `Environment`. */
  readonly tidy: (() => Promise<void>) | undefined;
  /** How many messages of the editor have been handled: while they come, somebody waits. */
  readonly handled: () => number;
  readonly warn: (message: string) => void;
}

/** @param find finds the files of the folders; undefined where they are not wanted any more */
type ReadFirst = (
  reading: FirstReading,
  find: () => Promise<Files | undefined>,
  ended: AbortSignal,
) => Promise<ReadElsewhere | undefined>;

/** What a first reading elsewhere gave. */
export interface ReadElsewhere {
  readonly index: ReadIndex;
  /** Whether it could be left in the storage folder, once that is done. */
  readonly kept: Promise<boolean>;
}

/** What was known of files before this run of the server. */
export interface Recalled {
  /** Whether that was read a moment ago. */
  readonly fresh: boolean;
  /** Settings under which they were read; see `World.about`. */
  readonly about: string;
  readonly paths: readonly string[];
  readonly unread: readonly (readonly [path: string, reason: string])[];
  readonly stamps: readonly (readonly [path: string, stamp: string])[];
}

/** Keeps on disk what is known of the workspace, so that the next start has only to look at what changed since. */
export class KeptIndex {
  readonly #options: KeptIndexOptions;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #calm: NodeJS.Timeout | undefined;
  #tidied = false;
  #writing = false;
  /** Revision of the host that is on disk; -1 when there is none. */
  #kept = -1;
  #warned = false;

  readonly #end = new AbortController();

  constructor(options: KeptIndexOptions) {
    this.#options = options;
  }

  /**
   * Has the host take over what an earlier run left for these folders, or, where they hold much and there is nothing of use, what a first
   * reading elsewhere leaves; undefined when there is neither.
   */
  async recall(
    roots: readonly string[],
    reading: Pick<FirstReading, "settings" | "today">,
  ): Promise<Recalled | undefined> {
    const { storage, readFirst } = this.#options;
    const kept = storage === undefined ? undefined : this.#file(storage, roots).read();
    const finding = findFiles(roots, reading.settings);
    if (kept || !readFirst || !(await worthAThread(finding))) return kept && this.#take(kept);
    const work = { ...reading, storage, roots, build: this.#build };
    try {
      const find = (): Promise<Files | undefined> => inSlices(finding, () => this.#stopped);
      const made = await readFirst(work, find, this.#end.signal);
      return made && this.#take(made.index, made.kept);
    } catch (error) {
      this.#options.warn(String(error));
      return undefined;
    }
  }

  /** @param made of an index that was made just now: whether it is on disk, once that is told */
  #take({ shown, rest, about }: ReadIndex, made?: Promise<boolean>): Recalled {
    const { host } = this.#options;
    const before = host.snapshot.revision;
    host.restore(shown, rest);
    if (host.snapshot.revision === before && !host.behind) {
      const isKept = made ?? Promise.resolve(true);
      void isKept.then((kept) => {
        if (kept) this.#kept = Math.max(this.#kept, before);
      });
    }
    const paths: string[] = [];
    const unread: (readonly [string, string])[] = [];
    for (const part of shown) {
      if (part.part === "shown") paths.push(part.path);
      else {
        for (const name of part.names) paths.push(name);
        for (const { path, reason } of part.unreadable) unread.push([path, reason]);
      }
    }
    return { fresh: made !== undefined, about: about.settings, paths, unread, stamps: about.stamps };
  }

  get #build(): string {
    const { build, trusted, history } = this.#options;
    return `${build} ${trusted ? "trusted" : ""} ${history ? "history" : ""}`;
  }

  #file(storage: string, roots: readonly string[]): IndexFile {
    return new IndexFile(storage, roots, this.#build);
  }

  /** To be called when all findings have been told. */
  settled(): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#tidyUp();
    if (this.#options.storage === undefined) return;
    this.#writeIn(this.#kept < 0 ? FIRST : LATER);
  }

  #writeIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#write(), milliseconds);
    this.#timer.unref();
  }

  /** In the first calm moment after all was taken in, and whenever work has paused for longer. */
  #tidyUp(): void {
    if (!this.#options.tidy) return;
    clearTimeout(this.#calm);
    const { revision } = this.#options.host.snapshot;
    const before = this.#options.handled();
    const isCalm = (): boolean => this.#options.handled() === before;
    this.#calm = setTimeout(
      () => void (this.#options.host.snapshot.revision === revision && this.#inCalm(isCalm)),
      this.#tidied ? LATER_CALM : CALM,
    );
    this.#calm.unref();
  }

  async #inCalm(isCalm: () => boolean): Promise<void> {
    const { tidy, host } = this.#options;
    // Whoever searches for symbols first would have to wait for that.
    if (!this.#tidied) await inSlices(host.snapshot.gatheringSymbols(), () => this.#stopped || !isCalm());
    if (this.#stopped) return;
    if (!isCalm()) return this.#tidyUp();
    this.#tidied = true;
    await tidy?.();
  }

  async #write(): Promise<void> {
    const { host, warn, storage } = this.#options;
    const world = this.#options.world();
    const { revision } = host.snapshot;
    const file = storage === undefined || world.roots.length === 0 ? undefined : this.#file(storage, world.roots);
    if (!file || this.#writing || this.#stopped || world.reading || revision === this.#kept) return;
    this.#writing = true;
    const work = file.write(world.about(), host.save());
    try {
      if (await inSlices(work, () => this.#stopped || host.snapshot.revision !== revision)) this.#kept = revision;
      else if (!this.#stopped) this.#writeIn(LATER);
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
    clearTimeout(this.#calm);
    this.#end.abort();
  }
}
