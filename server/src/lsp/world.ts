import { existsSync } from "node:fs";
import type { About } from "../files/index-file.ts";
import { isAimsFile, type Unreadable, type WorldChange } from "../core/analysis.ts";
import { readSourceFile } from "../files/source.ts";
import { withinLimits } from "../files/limits.ts";
import { readChange } from "../files/walk.ts";
import type { Settings } from "../protocol.ts";
import type { Documents } from "./documents.ts";
import { Extents, stampOf, statOf } from "./extents.ts";
import type { Recalled } from "./kept-index.ts";
import { folderOf, isBelow } from "./paths.ts";
import { inSlices, isSoonDone } from "./slices.ts";
import { type Extent, surroundings } from "./surroundings.ts";

/** Events from disk are collected for this long, in milliseconds: switching a branch brings thousands. */
const BATCH = 50;
/** Reading a folder waits until no document was opened for this long, in milliseconds: what a person looks at is answered first. */
const CALM = 15;
/** What has just been read is looked at again after so long, in milliseconds, when it has been told. */
const AGAIN = 1_000;
/** A text that takes longer to read than so many milliseconds is read between messages. */
const AT_ONCE = 40;
/** Files whose text is handed to the host at a time. */
const AT_A_TIME = 4;
/** And so many characters, beyond which they are long ones: requests are answered between one and the next. */
const LENGTH_AT_A_TIME = 100_000;

export interface WorldOptions {
  readonly documents: Documents;
  /** Whether files outside of the workspace folders may be read. */
  readonly trusted: boolean;
  /** Takes changes to the host. */
  readonly apply: (changes: readonly WorldChange[]) => void;
  /** Reads a text in steps before it is taken to the host, where that takes long. */
  readonly preparing?: (path: string, text: string) => Iterator<undefined>;
  /** Called when a document whose text was read between messages has been taken to the host. */
  readonly taken?: (path: string) => void;
  /** Told of a file or folder that could not be read, and why. */
  readonly unread: (path: string, reason: string) => void;
  /** Called when reading starts and when it is done. */
  readonly reading: (underWay: boolean) => void;
  readonly failed: (error: unknown) => void;
  /** Has the host take over what an earlier run of the server knew of these folders. */
  readonly recall?: (roots: readonly string[]) => Promise<Recalled | undefined>;
  /** Called when that has been taken over and before what changed since is looked for. */
  readonly tellKept?: () => Promise<void>;
  /** Whether this is what a file is known to say. */
  readonly says?: (path: string, text: string) => boolean;
}

/** The workspace on disk, below the documents that are open: what is there is read, and read again when it changes. */
export class World {
  readonly #options: WorldOptions;
  readonly #known = new Set<string>();
  readonly #unread = new Map<string, string>();
  readonly #touched = new Set<string>();
  /** Time and size of files when they were read, so that reading a folder again reads only what changed. */
  readonly #stamps = new Map<string, string>();
  /** Documents whose texts are being read between messages; settled when the host has what the editor has. */
  readonly #taking = new Map<string, Promise<void>>();
  /** Those of them that were opened while folders were read: what other documents say of them is not told before. */
  readonly #awaited = new Set<string>();
  #roots: readonly string[] = [];
  readonly #extents = new Extents();
  #timer: NodeJS.Timeout | undefined;
  #again: NodeJS.Timeout | undefined;
  #jobs: Promise<void> = Promise.resolve();
  #waiting = 0;
  #reads = 0;
  #openedAt = Number.NEGATIVE_INFINITY;
  #recalled = false;
  /** Workspace folders that have just been read elsewhere. */
  #fresh = new Set<string>();
  #taken = 0;
  #stopped = false;

  constructor(options: WorldOptions) {
    this.#options = options;
  }

  /** Workspace folders. */
  get roots(): readonly string[] {
    return this.#roots;
  }
  /** Whether folders are being read: what is not there yet is not missing. */
  get reading(): boolean {
    return this.#reads > 0 || this.#awaited.size > 0;
  }
  /** How many files are known. */
  get size(): number {
    return this.#known.size;
  }
  /** How many files were taken over from an earlier run of the server. */
  get taken(): number {
    return this.#taken;
  }
  /** Files and folders that could not be read, with the reason. */
  get unread(): ReadonlyMap<string, string> {
    return this.#unread;
  }

  /** What tells, at a later start, which files changed since they were read. */
  about(): About {
    const { settings } = this.#extents;
    // What is open may be other than on disk.
    const stamps = [...this.#stamps].filter(([path]) => this.#options.documents.get(path) === undefined);
    return { settings, stamps };
  }

  /** Reads a file's text once more. */
  textOf(path: string): string | undefined {
    const open = this.#options.documents.get(path);
    if (open) return open.getText();
    const change = this.#extents.onDisk(path);
    return change.type === "set" ? change.text : undefined;
  }

  /** Settled when nothing is being read. */
  async read(): Promise<void> {
    while (this.#waiting > 0) await this.#jobs;
    await Promise.all(this.#taking.values());
  }

  /** Whether the host does not have yet what the editor has of a document, as it is being read. */
  isTaking(path: string): boolean {
    return this.#taking.has(path);
  }

  /** Settled when the host has what the editor has of a document; undefined where it has. */
  taking(path: string): Promise<void> | undefined {
    return this.#taking.get(path);
  }

  /** Whether a file of this path exists, on disk or in the editor. */
  exists(path: string): boolean {
    return this.#options.documents.get(path) !== undefined || existsSync(path);
  }

  /** Takes over settings; what they change of what is read is read again. */
  configure(settings: Settings): void {
    if (!this.#extents.configure(settings)) return;
    this.#stamps.clear();
    const { documents, apply } = this.#options;
    apply([...documents.paths()].map((path) => this.#inEditor(path, documents.get(path)?.getText() ?? "")));
    for (const folder of this.#extents.folders.keys()) this.#read(folder);
  }

  /** Sets the workspace folders; what lies in new ones is read, what lay in those that left is forgotten. */
  setRoots(roots: readonly string[]): void {
    this.#roots = [...new Set(roots)];
    this.#options.apply([{ type: "roots", roots: this.#roots }]);
    if (!this.#recalled && this.#roots.length > 0) {
      this.#recalled = true;
      // What has been read around documents that are open is newer than what an earlier run knew, and would not be looked at again.
      if (this.#extents.folders.size === 0) this.#job(() => this.#calm().then(() => this.#recall()));
    }
    this.#chooseFolders();
  }

  /** Takes over what an earlier run knew; which of it still holds, reading the folders tells. */
  async #recall(): Promise<void> {
    const roots = this.#roots;
    const recalled = await this.#options.recall?.(roots);
    if (!recalled || this.#stopped) return;
    this.#taken = recalled.paths.length;
    // What was taken in while an index was made goes before it, and is looked at again; one that was kept is older than all that.
    const since = new Set(recalled.fresh ? this.#known : []);
    for (const path of recalled.paths) this.#known.add(path);
    for (const [path, reason] of recalled.unread) if (!since.has(path)) this.#unread.set(path, reason);
    // Files that other settings would leave out or let in are all read again.
    if (recalled.about === this.#extents.settings) {
      for (const [path, stamp] of recalled.stamps) if (!since.has(path)) this.#stamps.set(path, stamp);
      if (recalled.fresh) this.#lookAgain(roots);
    }
    // Of what lies in workspace folders reading them tells.
    const { roots: now } = this;
    this.#forget((path) => !now.some((root) => isBelow(root, path)) && this.#extents.of(path) === undefined);
    if (!recalled.fresh) await this.#options.tellKept?.();
  }

  /** Whether a file is open, or on disk as it was when it was read: by its time and size, else by its text. */
  isAsRead(path: string): boolean {
    if (this.#options.documents.get(path) !== undefined) return true;
    const stamp = stampOf(path);
    if (stamp !== undefined && this.#stamps.get(path) === stamp) return true;
    const change = this.#extents.onDisk(path);
    if (change.type !== "set" || !this.#options.says?.(path, change.text)) return false;
    if (stamp !== undefined) this.#stamps.set(path, stamp);
    return true;
  }

  /** All that is in folders which have just been read elsewhere is there; what has changed since can wait until it has been told. */
  #lookAgain(roots: readonly string[]): void {
    this.#fresh = new Set(roots);
    this.#again = setTimeout(() => this.#job(() => this.#refresh(new Set(roots))), AGAIN);
  }

  /** Takes in the text of a document that was edited: at once, or between messages where it takes long to read. */
  edited(path: string, text: string): void {
    // The text that is there when one has been read is the next.
    if (this.#taking.has(path)) return;
    const work = this.#preparing(this.#inEditor(path, text));
    if (!work || isSoonDone(work, AT_ONCE)) this.#options.apply([this.#inEditor(path, text)]);
    else {
      if (this.#reads > 0 && !this.#known.has(path)) this.#awaited.add(path);
      this.#taking.set(path, this.#takeInSlices(path, text, work));
    }
  }

  #preparing(change: WorldChange): Iterator<undefined> | undefined {
    return change.type === "set" ? this.#options.preparing?.(change.path, change.text) : undefined;
  }

  /** Of a document that is open counts what the editor has. */
  *#preparingOnDisk(change: WorldChange): Generator<undefined> {
    const isOpen = "path" in change && this.#options.documents.get(change.path) !== undefined;
    const work = isOpen ? undefined : this.#preparing(change);
    while (work && !work.next().done) yield;
  }

  async #takeInSlices(path: string, first: string, begun: Iterator<undefined>): Promise<void> {
    const { documents, apply, taken, failed } = this.#options;
    const isGone = (): boolean => this.#stopped || documents.get(path) === undefined;
    try {
      let work: Iterator<undefined> | undefined = begun;
      for (let text: string | undefined = first; text !== undefined; ) {
        if (work) await inSlices(work, isGone);
        if (isGone()) break;
        apply([this.#inEditor(path, text)]);
        const now = documents.get(path)?.getText();
        text = now === text ? undefined : now;
        work = text === undefined ? undefined : this.#preparing(this.#inEditor(path, text));
      }
    } catch (error) {
      failed(error);
    } finally {
      this.#taking.delete(path);
      this.#awaited.delete(path);
    }
    if (!isGone()) taken?.(path);
  }

  #inEditor(path: string, text: string): WorldChange {
    return text.length > this.#extents.maxBytes
      ? { type: "unreadable", path, reason: `it is larger than the limit of ${this.#extents.maxBytes / 1024} KiB` }
      : { type: "set", path, text };
  }

  /** Takes in the text of a document that was opened, wherever it stands. */
  opened(path: string, text: string): void {
    this.#chooseFolders();
    if (this.reading) this.#readConfiguration(path);
    this.edited(path, text);
    this.#openedAt = performance.now();
  }

  /** Reads the `aims.yaml` above a document that is opened before its turn comes. */
  #readConfiguration(path: string): void {
    const { folder } = surroundings(folderOf(path), existsSync);
    const files = ["aims.yaml", "aims.yml"].map((name) => `${folder}/${name}`);
    const unread = files.filter((file) => !this.#known.has(file) && existsSync(file));
    this.#takeOver(unread.map((file) => this.#extents.onDisk(file)));
  }

  /** Goes back to what is on disk. */
  closed(path: string): void {
    this.#chooseFolders();
    this.#takeOver([this.#extents.stands(path) ? this.#extents.onDisk(path) : { type: "delete", path }]);
    this.#options.apply([{ type: "closed", path }]);
  }

  /** Reads again what the editor says has changed on disk. */
  touched(paths: readonly string[]): void {
    if (paths.length === 0) return;
    for (const path of paths) {
      this.#touched.add(path);
      this.#stamps.delete(path);
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#job(() => {
        const touched = new Set(this.#touched);
        this.#touched.clear();
        this.#chooseFolders();
        return this.#refresh(touched);
      });
    }, BATCH);
  }

  /**
   * Looks for changes by itself.
   * @param reported whether the editor reports those in workspace folders, so that only what lies outside of them is looked at
   */
  look(reported: boolean): void {
    if (this.#waiting > 0) return;
    this.#chooseFolders();
    for (const [folder, extent] of this.#extents.folders) {
      if (extent === "listed" || (reported && this.#roots.includes(folder))) continue;
      this.#job(() => this.#refresh(new Set([folder])));
    }
  }

  /** Reads results files that findings hang on. */
  bring(paths: readonly string[]): void {
    if (paths.length === 0) return;
    const folders = this.#options.trusted ? [...this.#extents.folders.keys()] : this.#roots;
    this.#options.apply(paths.map((path) => readSourceFile(path, folders, this.#extents.maxBytes)));
  }

  /** Ends all reading. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#again);
  }

  #job(work: () => Promise<void>): void {
    this.#waiting++;
    this.#jobs = this.#jobs
      .then(work)
      .catch(this.#options.failed)
      .then(() => {
        this.#waiting--;
      });
  }

  /** Reads a folder, during which much is not there yet. */
  #read(folder: string): void {
    if (this.#reads++ === 0) this.#options.reading(true);
    this.#job(() =>
      this.#readStale(folder).finally(() => {
        if (--this.#reads === 0 && !this.#stopped) this.#options.reading(false);
      }),
    );
  }

  async #readStale(folder: string): Promise<void> {
    if (this.#fresh.delete(folder)) return;
    await this.#calm();
    await this.#refresh(new Set([folder]));
  }

  /** Settled once documents that were open from the start have been taken in and answered. */
  async #calm(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, CALM));
    while (!this.#stopped && performance.now() - this.#openedAt < CALM);
  }

  /**
   * Reads what stands at these paths, files or folders, and forgets what stood there and does no more. `aims.yaml`s go first: they say
   * what the others are.
   */
  async #refresh(paths: ReadonlySet<string>): Promise<void> {
    const found = new Set<string>();
    const shut: Unreadable[] = [];
    const list = function* (files: Iterable<string>) {
      for (const path of files) yield found.add(path);
    };
    await inSlices(list(this.#extents.filesAt(paths, shut)), () => this.#stopped);
    if (this.#stopped) return;
    this.#forgetBelow(paths, new Set([...found, ...shut.map(({ path }) => path)]));
    const files = [...found];
    const { read, said } = withinLimits([...files.filter(isAimsFile), ...files.filter((path) => !isAimsFile(path))]);
    await this.#take(read);
    this.#takeOver([...shut, ...said].filter(({ path }) => this.#extents.of(path) === "read"));
  }

  /** Takes in files, some at a time. Its folder may have left the workspace, or settings may leave it out, since one was found. */
  async #take(paths: readonly string[]): Promise<void> {
    const take = (path: string): WorldChange[] => {
      const extent = this.#extents.of(path);
      const stat = extent === "read" ? statOf(path) : undefined;
      const stamp = stat && stampOf(path, stat);
      if (extent === undefined || (stamp !== undefined && this.#stamps.get(path) === stamp)) return [];
      if (stamp === undefined) this.#stamps.delete(path);
      else this.#stamps.set(path, stamp);
      const { maxBytes } = this.#extents;
      return [extent === "read" ? readChange(path, { maxBytes }, stat) : { type: "exists", path }];
    };
    const steps = (function* (world: World) {
      for (let i = 0; i < paths.length; ) {
        const changes: WorldChange[] = [];
        let length = 0;
        for (const end = Math.min(i + AT_A_TIME, paths.length); i < end && length < LENGTH_AT_A_TIME; i++) {
          for (const change of take(paths[i] as string)) {
            changes.push(change);
            if (change.type === "set") length += change.text.length;
            if (length > LENGTH_AT_A_TIME) yield* world.#preparingOnDisk(change);
          }
        }
        world.#takeOver(changes);
        world.#passOver(changes);
        yield;
      }
    })(this);
    await inSlices(steps, () => this.#stopped);
  }

  /** A single document would be taken for one that somebody works on. */
  #passOver([only, another]: readonly WorldChange[]): void {
    const { documents, apply } = this.#options;
    if (only?.type === "set" && !another && !documents.get(only.path)) apply([{ type: "closed", path: only.path }]);
  }

  /** Takes what is on disk to the host; of a document that is open counts what the editor has. */
  #takeOver(changes: readonly WorldChange[]): void {
    const { documents, apply } = this.#options;
    for (const change of changes) this.#note(change);
    apply(changes.filter((change) => !("path" in change) || documents.get(change.path) === undefined));
  }

  /** Keeps account of what a change says of its file. */
  #note(change: WorldChange): void {
    if (!("path" in change)) return;
    const unread = change.type === "unreadable" ? change.reason : undefined;
    if (unread !== undefined && this.#unread.get(change.path) !== unread) this.#options.unread(change.path, unread);
    this.#unread.delete(change.path);
    if (change.type !== "delete") this.#known.add(change.path);
    else {
      this.#known.delete(change.path);
      this.#stamps.delete(change.path);
    }
    if (unread !== undefined) this.#unread.set(change.path, unread);
  }

  /** Forgets what stood at and below these paths and was not found there any more. */
  #forgetBelow(paths: Iterable<string>, found: ReadonlySet<string>): void {
    // A file that was there before and still is had nothing below it.
    const others = new Set([...paths].filter((path) => !found.has(path) || !this.#known.has(path)));
    if (others.size === 0) return;
    const below = (path: string): boolean => others.has(path) || hasAncestor(path, others);
    this.#forget((path) => !found.has(path) && below(path) && !this.#extents.stands(path));
  }

  #forget(which: (path: string) => boolean): void {
    this.#takeOver([...this.#known].filter(which).map((path) => ({ type: "delete", path })));
  }

  /**
   * Chooses what is taken in: the workspace folders and what documents outside of them stand in, so that their links and ids are not taken
   * for broken. The latter hangs on which documents are open and on where there is an `aims.yaml`, so this is asked whenever either
   * may have changed. What comes is read, and what nothing needs any more is forgotten.
   */
  #chooseFolders(): void {
    const before = this.#extents.folders;
    const now = new Map<string, Extent>(this.#roots.map((root) => [root, "read"]));
    for (const path of this.#options.documents.paths()) {
      if (/^\/[a-z][\w+.-]*:\//.test(path) || this.#roots.some((root) => isBelow(root, path))) continue;
      const { folder, extent } = surroundings(folderOf(path), (other) => this.exists(other));
      now.set(folder, this.#options.trusted ? extent : "listed");
    }
    if (now.size === before.size && [...now].every(([folder, extent]) => before.get(folder) === extent)) return;
    this.#extents.folders = now;
    this.#forget((path) => this.#extents.of(path) === undefined);
    // What was read of another folder may be listed from now on.
    for (const [folder, extent] of now) if (extent === "listed" || before.get(folder) !== extent) this.#read(folder);
  }
}

function hasAncestor(path: string, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false;
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) if (folders.has(folder)) return true;
  return false;
}
