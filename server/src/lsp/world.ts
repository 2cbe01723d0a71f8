import { type BigIntStats, existsSync, statSync } from "node:fs";
import picomatch from "picomatch/posix";
import { isAimsFile, type WorldChange } from "../core/analysis.ts";
import { readSourceFile } from "../files/source.ts";
import { withinLimits } from "../files/limits.ts";
import { DEFAULT_MAX_BYTES, isSkipped, readChange, staysInside, walk } from "../files/walk.ts";
import type { Settings } from "../protocol.ts";
import type { Documents } from "./documents.ts";
import { folderOf, isBelow } from "./paths.ts";
import { inSlices } from "./slices.ts";
import { type Surroundings, surroundings } from "./surroundings.ts";

/** Events from disk are collected for this long, in milliseconds: switching a branch brings thousands. */
const BATCH = 50;
/** Reading a folder waits until no document was opened for this long, in milliseconds: what a person looks at is answered first. */
const CALM = 15;
/** Files whose text is handed to the host at a time. */
const AT_A_TIME = 4;

export interface WorldOptions {
  readonly documents: Documents;
  /** Takes changes to the host. */
  readonly apply: (changes: readonly WorldChange[]) => void;
  /** Called when reading starts and when it is done. */
  readonly reading: (underWay: boolean) => void;
  readonly failed: (error: unknown) => void;
}

/** The workspace on disk, below the documents that are open: what is there is read, and read again when it changes. */
export class World {
  readonly #options: WorldOptions;
  readonly #known = new Set<string>();
  readonly #unread = new Map<string, string>();
  readonly #touched = new Set<string>();
  /** Time and size of files when they were read, so that reading a folder again reads only what changed. */
  readonly #stamps = new Map<string, string>();
  #roots: readonly string[] = [];
  /** Folders read because a document from there is open, though no workspace folder holds them. */
  #adopted: readonly string[] = [];
  #excluded: (relative: string) => boolean = () => false;
  #maxBytes = DEFAULT_MAX_BYTES;
  #settings = "";
  #timer: NodeJS.Timeout | undefined;
  #jobs: Promise<void> = Promise.resolve();
  #waiting = 0;
  #folders = 0;
  #openedAt = Number.NEGATIVE_INFINITY;
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
    return this.#folders > 0;
  }
  /** How many files are known. */
  get size(): number {
    return this.#known.size;
  }
  /** Files that could not be read, with the reason. */
  get unread(): ReadonlyMap<string, string> {
    return this.#unread;
  }

  /** Settled when nothing is being read. */
  async read(): Promise<void> {
    while (this.#waiting > 0) await this.#jobs;
  }

  /** Whether a file of this path exists, on disk or in the editor. */
  exists(path: string): boolean {
    return this.#options.documents.get(path) !== undefined || existsSync(path);
  }

  /** Takes over settings; what they change of what is read is read again. */
  configure({ exclude = [], maxFileSize = DEFAULT_MAX_BYTES / 1024 }: Settings): void {
    const settings = JSON.stringify([exclude, maxFileSize]);
    if (settings === this.#settings) return;
    this.#settings = settings;
    this.#excluded = matcher(exclude);
    this.#maxBytes = maxFileSize * 1024;
    this.#stamps.clear();
    for (const root of this.#roots) this.#read(root);
  }

  /** Sets the workspace folders; what lies in new ones is read, what lay in those that left is forgotten. */
  setRoots(roots: readonly string[]): void {
    const before = new Set(this.#roots);
    this.#roots = [...new Set(roots)];
    this.#options.apply([{ type: "roots", roots: this.#roots }, ...this.#forgetOutside()]);
    for (const root of this.#roots) if (!before.has(root)) this.#read(root);
    this.#adoptOpen();
  }

  /** Takes in the text of a document that was edited. */
  edited(path: string, text: string): void {
    const change: WorldChange =
      text.length > this.#maxBytes
        ? { type: "unreadable", path, reason: `it is larger than the limit of ${this.#maxBytes / 1024} KiB` }
        : { type: "set", path, text };
    this.#options.apply([change]);
  }

  /** Takes in the text of a document that was opened, wherever it stands. */
  opened(path: string, text: string): void {
    this.#openedAt = performance.now();
    if (this.reading) this.#readConfiguration(path);
    this.edited(path, text);
    if (!this.#roots.some((folder) => isBelow(folder, path))) this.#adoptOpen();
  }

  /** Reads the `aims.yaml` above a document that is opened before its turn comes. */
  #readConfiguration(path: string): void {
    const { folder, whole } = surroundings(folderOf(path));
    if (!whole) return;
    const files = ["aims.yaml", "aims.yml"].map((name) => `${folder}/${name}`);
    const unread = files.filter((file) => !this.#known.has(file) && this.#holds(file) && existsSync(file));
    this.#options.apply(unread.map((file) => this.#note(readChange(file, { maxBytes: this.#maxBytes }))));
  }

  /** Goes back to what is on disk. */
  closed(path: string): void {
    if (this.#adopted.length > 0) this.#adoptOpen();
    const change: WorldChange =
      this.#holds(path) && this.#inside(path)
        ? readChange(path, { maxBytes: this.#maxBytes })
        : { type: "delete", path };
    this.#options.apply([this.#note(change)]);
  }

  /** Reads again what the editor says has changed on disk. */
  touched(paths: readonly string[]): void {
    for (const path of paths) this.#touched.add(path);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#job(() => this.#reread());
    }, BATCH);
  }

  /** Looks for changes in all folders, for an editor that reports none. */
  look(): void {
    if (this.#waiting > 0) return;
    for (const folder of this.#roots) this.#job(() => this.#readFolder(folder));
  }

  /** Reads results files that findings hang on. */
  bring(paths: readonly string[]): void {
    if (paths.length === 0) return;
    const roots = [...this.#roots, ...this.#adopted];
    this.#options.apply(paths.map((path) => readSourceFile(path, roots, this.#maxBytes)));
  }

  /** Ends all reading. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Whether a path lies in a folder that is read and is not left out of it. */
  #holds(path: string): boolean {
    return [...this.#roots, ...this.#adopted].some((root) => {
      if (!isBelow(root, path)) return false;
      const relative = path.slice(root.length + 1);
      return !isSkipped(relative) && !this.#excluded(relative);
    });
  }

  /** Whether what stands at a path is in a folder that is read, and not where a link leads to. */
  #inside(path: string): boolean {
    return [...this.#roots, ...this.#adopted].some((root) => isBelow(root, path) && staysInside(root, path));
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

  #read(root: string): void {
    this.#folder(() => this.#readFolder(root));
  }

  /** A job during which much is not there yet. */
  #folder(work: () => Promise<void>): void {
    if (this.#folders++ === 0) this.#options.reading(true);
    this.#job(() =>
      this.#calm()
        .then(work)
        .finally(() => {
          if (--this.#folders === 0 && !this.#stopped) this.#options.reading(false);
        }),
    );
  }

  /** Settled once documents that were open from the start have been taken in and answered. */
  async #calm(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, CALM));
    while (!this.#stopped && performance.now() - this.#openedAt < CALM);
  }

  /** Reads all below `folder` and forgets what is there no more. `aims.yaml`s go first: they say what the others are. */
  async #readFolder(folder: string): Promise<void> {
    const found: string[] = [];
    const list = function* (files: Iterable<string>) {
      for (const path of files) yield found.push(path);
    };
    const excluded = (path: string): boolean => this.#excluded(path.slice(folder.length + 1));
    await inSlices(list(walk(folder, { excluded })), () => this.#stopped);
    const there = new Set(found);
    this.#options.apply(this.#forget((path) => isBelow(folder, path) && !there.has(path)));
    const { read, said } = withinLimits([...found.filter(isAimsFile), ...found.filter((path) => !isAimsFile(path))]);
    await this.#take(read);
    this.#options.apply(
      said.filter((change) => !("path" in change) || this.#holds(change.path)).map((change) => this.#note(change)),
    );
  }

  /** Reads files and hands them on, some at a time. */
  async #take(paths: readonly string[]): Promise<void> {
    const { apply } = this.#options;
    const read = (path: string): WorldChange[] => {
      // Its folder may have left the workspace, or settings may leave it out, since the folder was listed.
      if (!this.#holds(path)) return [];
      const stamp = stampOf(path);
      if (stamp !== undefined && this.#stamps.get(path) === stamp) return [];
      if (stamp !== undefined) this.#stamps.set(path, stamp);
      const change = this.#note(readChange(path, { maxBytes: this.#maxBytes }));
      return this.#options.documents.get(path) ? [] : [change];
    };
    const steps = function* () {
      for (let i = 0; i < paths.length; i += AT_A_TIME) yield apply(paths.slice(i, i + AT_A_TIME).flatMap(read));
    };
    await inSlices(steps(), () => this.#stopped);
  }

  /** Keeps account of what a change says of its file. */
  #note<T extends WorldChange>(change: T): T {
    if (!("path" in change)) return change;
    this.#unread.delete(change.path);
    if (change.type !== "delete") this.#known.add(change.path);
    else {
      this.#known.delete(change.path);
      this.#stamps.delete(change.path);
    }
    if (change.type === "unreadable") this.#unread.set(change.path, change.reason);
    return change;
  }

  async #reread(): Promise<void> {
    const paths = [...this.#touched].filter((path) => this.#holds(path));
    this.#touched.clear();
    const gone = new Set<string>();
    const files: string[] = [];
    for (const path of paths) {
      const stat = this.#inside(path) ? statOf(path) : undefined;
      if (!stat) gone.add(path);
      else if (stat.isDirectory()) files.push(...walk(path, { excluded: (below) => !this.#holds(below) }));
      else files.push(path);
    }
    this.#options.apply(this.#forget((path) => gone.has(path) || hasAncestor(path, gone)));
    await this.#take(files);
  }

  #forgetOutside(): WorldChange[] {
    const folders = [...this.#roots, ...this.#adopted];
    return this.#forget((path) => !folders.some((folder) => isBelow(folder, path)));
  }

  /** Changes that forget files; a document that is open stays as the editor has it. */
  #forget(which: (path: string) => boolean): WorldChange[] {
    const gone = [...this.#known].filter(which).map((path) => this.#note({ type: "delete" as const, path }));
    return gone.filter(({ path }) => this.#options.documents.get(path) === undefined);
  }

  /**
   * Reads what documents outside of every workspace folder stand in, so that their links and ids are not taken for broken, and
   * forgets what was read for documents that are closed.
   */
  #adoptOpen(): void {
    const before = this.#adopted;
    const wanted = new Map<string, Surroundings | undefined>();
    for (const path of this.#options.documents.paths()) {
      if (/^\/[a-z][\w+.-]*:\//.test(path) || this.#roots.some((folder) => isBelow(folder, path))) continue;
      const known = before.find((folder) => isBelow(folder, path));
      const around = known === undefined ? surroundings(folderOf(path)) : undefined;
      wanted.set(known ?? around?.folder ?? path, around);
    }
    this.#adopted = [...wanted.keys()];
    this.#options.apply(this.#forgetOutside());
    for (const [folder, around] of wanted) if (around && !before.includes(folder)) this.#readAround(around);
  }

  #readAround({ folder, whole, names }: Surroundings): void {
    if (whole) this.#read(folder);
    else
      this.#folder(async () =>
        this.#options.apply(names().map((found) => this.#note({ type: "exists", path: found }))),
      );
  }
}

function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}

function stampOf(path: string): string | undefined {
  const stat = statOf(path);
  return stat && `${stat.mtimeNs} ${stat.ctimeNs} ${stat.size}`;
}

function hasAncestor(path: string, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false;
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) if (folders.has(folder)) return true;
  return false;
}

function matcher(globs: readonly string[]): (relative: string) => boolean {
  if (globs.length === 0) return () => false;
  try {
    const usable = globs.filter((glob) => glob.length <= 500).map((glob) => (glob.endsWith("/") ? `${glob}**` : glob));
    return picomatch(usable, { dot: true, nonegate: true });
  } catch {
    return () => false;
  }
}
