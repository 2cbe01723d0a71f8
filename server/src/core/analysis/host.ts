import type { Finding, Freshness, Host, Snapshot, Unreadable, WorldChange } from "../analysis-api.ts";
import { type ReadInput, readingDocument } from "../notation/read.ts";
import { RULES } from "../rules/registry.ts";
import type { Rule } from "../rules/rule.ts";
import type { Document, Language } from "../syntax/document.ts";
import { Shared } from "../text/shared.ts";
import { asLongAs, type Steps, toEnd } from "../text/to-end.ts";
import type { AimsConfig, Severity } from "../workspace/api.ts";
import { baseName, dirName, isBelow, Names } from "../workspace/names.ts";
import { Histories } from "../workspace/history.ts";
import { locationOf } from "../workspace/locate.ts";
import { type SourceContent, Sources } from "../workspace/sources.ts";
import { keys } from "../workspace/tables.ts";
import { Day } from "../workspace/today.ts";
import { Aims, type AimsWorld } from "./aims.ts";
import type { AimsFile } from "./aims-file.ts";
import { AIMS_FILES, isAimsFile } from "./config.ts";
import { Globs } from "./globs.ts";
import { type Kept, LONG, LookedAt } from "./looked-at.ts";
import { present, severityOf } from "./present.ts";
import { sameFindings } from "./same-findings.ts";
import { type Shown, ShownFindings } from "./shown-findings.ts";
import { LiveSnapshot } from "./snapshot.ts";
import {
  FactsReader,
  KeyNumbers,
  NumberedKeys,
  type SharedFile,
  type StoredFound,
  type StoredHead,
  type StoredPart,
  type StoredShown,
  storeFinding,
} from "./stored.ts";
import { TakenOver } from "./taken-over.ts";
import { type ReadText, Texts } from "./texts.ts";

/** The language a path's ending names; undefined for files that are only known to exist. */
export function languageOf(path: string): Language | undefined {
  const name = baseName(path).toLowerCase();
  if (/\.ya?ml$/.test(name)) return "yaml";
  if (/\.(?:md|markdown)$/.test(name)) return "markdown";
  return name.endsWith(".csv") ? "csv" : undefined;
}

/** What a host is given when it is made. */
export interface HostOptions {
  /** ISO date taken for today. */
  readonly today: string;
  readonly read?: ReadText | undefined;
  readonly longest?: number | undefined;
}

/** A text that was read before it is applied. */
interface Prepared {
  readonly input: ReadInput;
  /** What the file was when that began. */
  readonly before: AimsFile | undefined;
  readonly document: Document;
}

/** The world and all that is known of it. Changed only through `apply`. */
export class AnalysisHost implements Host, AimsWorld {
  readonly names = new Names();
  readonly contents = {
    source: (path: string) => this.#source(path),
    history: (path: string) => this.#histories.ask(path) ?? [],
  };
  readonly #histories = new Histories();
  readonly #sources = new Sources();
  readonly #texts: Texts;
  readonly #unreadable = new Map<string, Unreadable>();
  readonly #aims = new Map<string, Aims>();
  readonly #ofPath = new Map<string, Aims>();
  readonly #globs = new Map<string, Globs>();
  readonly #shown = new ShownFindings();
  readonly #takenOver = new TakenOver((finding) => this.#fixesAgain(finding));
  readonly #touched = new Set<string>();
  /** Folders with an `aims.yaml`. */
  readonly #marked = new Set<string>();
  /** Those of them whose AIMS names files outside as public. */
  readonly #reaching = new Set<string>();
  readonly #lookedAt: LookedAt;
  readonly #failures: string[] = [];
  readonly #snapshot: LiveSnapshot;
  #prepared: Prepared | undefined;
  #roots: readonly string[] = [];
  #settings: ReadonlyMap<string, Severity | "off"> = new Map();
  #today: Day;
  #revision = 0;

  /**
   * @param options.kept of how many files the documents are kept; the others are read again when they are asked for
   * @param options.read see `createHost`, also for `longest`
   */
  constructor({ today, kept, read, longest }: HostOptions & { readonly kept?: Partial<Kept> }) {
    this.#today = new Day(today);
    this.#texts = new Texts(read);
    const longKept = longest === undefined ? {} : { long: longest };
    this.#lookedAt = new LookedAt(
      { ...longKept, ...kept },
      (path) => this.#texts.size(path),
      (path) => this.#letGo(path),
    );
    this.#snapshot = new LiveSnapshot(this);
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }
  get revision(): number {
    return this.#revision;
  }
  today(): Day {
    return this.#today;
  }
  enabledRules(config: AimsConfig): readonly Rule[] {
    return RULES.filter((rule) => severityOf(rule, config, this.#settings) !== "off");
  }
  failed(rule: string, path: string, error: unknown): void {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#failures.push(`rule ${rule} failed on ${path}: ${what}`);
  }
  takeFailures(): string[] {
    return this.#failures.splice(0);
  }

  apply(changes: readonly WorldChange[]): Snapshot {
    if (this.#takenOver.unfinished) this.#takeLater(changes);
    else this.#take(changes);
    return this.#snapshot;
  }

  #take(changes: readonly WorldChange[]): void {
    let regroup = false;
    const texts = new Set<string>();
    for (const change of changes) {
      if (this.#note(change, texts)) regroup = true;
    }
    // A single document is one that was opened: somebody works on it. Many are a folder that is read.
    if (texts.size === 1) for (const path of texts) this.#lookedAt.work(path);
    if (regroup) this.#regroup();
    else for (const path of texts) this.#readInto(path);
    this.#revision++;
  }

  /** Puts off those changes that say other than what was taken over until the rest of that has been taken in. */
  #takeLater(changes: readonly WorldChange[]): void {
    const others = changes.filter((change) => this.#takenOver.comesAfter(change) || !this.#takeKnown(change));
    if (others.length === 0) return;
    this.#takenOver.putOff(others);
    this.#revision++;
  }

  /** Takes in a change that says no more than what was taken over, for which the rest of what was saved is not needed; whether it was one. */
  #takeKnown(change: WorldChange): boolean {
    switch (change.type) {
      case "set":
        if (this.#unreadable.has(change.path) || !this.#texts.is(change.path, change.text)) return false;
        this.#texts.set(change.path, change.text);
        this.#lookedAt.work(change.path);
        return true;
      case "closed":
        this.#lookedAt.close(change.path);
        return true;
      case "today":
        return this.#today.date() === change.today;
      case "severities":
        return sameSettings(this.#settings, change.rules);
      case "roots":
        return this.#roots.join("\0") === change.roots.join("\0");
      default:
        return false;
    }
  }

  /** Takes one change in; true when it can move files from one AIMS to another. */
  #note(change: WorldChange, texts: Set<string>): boolean {
    switch (change.type) {
      case "set":
        return this.#setText(change.path, change.text, texts);
      case "delete":
        return this.#remove(change.path);
      case "closed":
        this.#lookedAt.close(change.path);
        return false;
      case "exists":
        return this.#exists(change.path);
      case "commits":
        this.#histories.renew();
        return false;
      case "history":
        if (this.#histories.set(change.path, change.versions)) this.#changed([keys.history(change.path)]);
        return false;
      case "source":
        if (this.#sources.set(change.path, contentOf(change))) this.#changed([keys.source(change.path)]);
        return false;
      case "unreadable":
        return this.#setUnreadable(change, texts);
      case "roots":
        this.#roots = change.roots;
        return true;
      case "today":
        this.#turnTo(change.today);
        return false;
      case "severities":
        if (sameSettings(this.#settings, change.rules)) return false;
        this.#settings = new Map(Object.entries(change.rules));
        for (const aims of this.#aims.values()) aims.reconfigure();
        return false;
    }
  }

  #setText(path: string, text: string, texts: Set<string>): boolean {
    const isNew = !this.#texts.has(path);
    if (!isNew && this.#texts.is(path, text) && !this.#unreadable.has(path)) {
      this.#lookedAt.work(path);
      this.#ofPath.get(path)?.takeUp(path);
      return false;
    }
    this.#texts.set(path, text);
    if (isNew) this.#mark(path);
    this.#unreadable.delete(path);
    this.#changed([...this.names.add(path), keys.source(path)]);
    texts.add(path);
    return isNew && isAimsFile(path);
  }

  #setUnreadable(change: Unreadable, texts: Set<string>): boolean {
    const { path, folder } = change;
    const hadText = this.#texts.delete(path);
    if (hadText) this.#mark(path);
    this.#changed([...(folder ? this.names.shut(path) : this.names.add(path)), keys.source(path)]);
    this.#unreadable.set(path, change);
    texts.add(path);
    return folder ?? (hadText && isAimsFile(path));
  }

  /** Notes that a file is there and nothing of what it says. */
  #exists(path: string): boolean {
    const regroup = (this.#texts.has(path) || this.#unreadable.has(path)) && this.#remove(path);
    this.#changed(this.names.add(path));
    this.#sources.touch(path);
    return regroup;
  }

  #remove(path: string): boolean {
    this.#sources.delete(path);
    this.#changed([...this.names.remove(path), keys.source(path)]);
    const unreadable = this.#unreadable.get(path);
    if (this.#unreadable.delete(path)) this.#touched.add(path);
    if (!this.#texts.delete(path)) return unreadable?.folder ?? false;
    this.#mark(path);
    this.#lookedAt.forget(path);
    this.#ofPath.get(path)?.removeFile(path);
    this.#ofPath.delete(path);
    this.#touched.add(path);
    this.#moved(path);
    return isAimsFile(path);
  }

  /** A results file's text: CSV is read like any document, all else when it is asked for. */
  #source(path: string): SourceContent | undefined {
    if (this.#texts.has(path)) {
      const text = this.#texts.get(path);
      return text === undefined ? undefined : { text };
    }
    const unreadable = this.#unreadable.get(path);
    return unreadable ? { problem: unreadable.reason } : this.#sources.ask(path);
  }

  takeWantedHistory(): readonly string[] {
    return this.#histories.takeWanted();
  }

  takeWanted(): readonly string[] {
    return this.#sources.takeWanted();
  }

  takeStrayed(): readonly string[] {
    return this.#texts.takeStrayed();
  }

  #turnTo(today: string): void {
    const before = this.#today;
    if (today === before.date()) return;
    this.#today = new Day(today);
    for (const aims of this.#aims.values()) aims.turnTo(this.#today, before);
  }

  #changed(changedKeys: readonly string[]): void {
    if (changedKeys.length > 0) for (const aims of this.#aims.values()) aims.invalidate(changedKeys);
  }

  /** The folder of the AIMS a file belongs to: the nearest `aims.yaml` above it, else one that names it as public, else its workspace folder. */
  #rootOf(path: string): string {
    for (let folder = dirName(path); ; folder = dirName(folder)) {
      if (this.#marked.has(folder)) return folder;
      if (folder === "") break;
    }
    for (const root of this.#reaching) {
      const aims = this.#aims.get(root);
      if (aims && this.#globsOf(aims).isPublic(path)) return root;
    }
    const roots = this.#roots.filter((root) => isBelow(root, path)).sort((a, b) => b.length - a.length);
    return roots[0] ?? dirName(path);
  }

  folderOf(root: string): string {
    return this.#roots.filter((folder) => isBelow(folder, root)).sort((a, b) => a.length - b.length)[0] ?? root;
  }

  /** Keeps account of the folders with an `aims.yaml` when a file has come or gone. */
  #mark(path: string): void {
    if (!isAimsFile(path)) return;
    const folder = dirName(path);
    const beside = path.slice(0, path.length - baseName(path).length);
    if (AIMS_FILES.some((name) => this.#texts.has(`${beside}${name}`))) this.#marked.add(folder);
    else this.#marked.delete(folder);
  }

  /** Lets the document and the text of a file go that nobody has looked at for longest. */
  #letGo(path: string): void {
    this.#ofPath.get(path)?.letGo(path);
    this.#texts.release(path);
  }

  reread(aims: Aims, path: string): Document {
    this.#lookedAt.glance(path);
    const text = this.#texts.get(path);
    return text === undefined ? ungoverned(path, "", aims.config().standards) : this.#read(aims, path, text);
  }

  #regroup(): void {
    for (const path of this.#ofPath.keys()) this.#touched.add(path);
    this.#aims.clear();
    this.#ofPath.clear();
    this.#globs.clear();
    this.#reaching.clear();
    const paths = this.#texts.paths().sort((a, b) => Number(isAimsFile(b)) - Number(isAimsFile(a)));
    for (const path of paths) this.#readInto(path);
    for (const path of this.#unreadable.keys()) this.#touched.add(path);
  }

  #aimsFor(path: string): Aims {
    return this.#aimsIn(this.#rootOf(path), path);
  }

  #aimsIn(root: string, path: string): Aims {
    let aims = this.#aims.get(root);
    if (!aims) {
      aims = new Aims(root, this.#marked.has(root), this);
      this.#aims.set(root, aims);
    }
    this.#ofPath.set(path, aims);
    return aims;
  }

  #readInto(path: string): void {
    this.#touched.add(path);
    this.#moved(path);
    const text = this.#texts.get(path);
    if (text === undefined) {
      this.#ofPath.get(path)?.removeFile(path);
      this.#ofPath.delete(path);
      return;
    }
    const aims = this.#ofPath.get(path) ?? this.#aimsFor(path);
    if (!isAimsFile(path) || path !== `${aims.root}/${baseName(path)}`) {
      aims.setFile(this.#takePrepared(aims, path, text) ?? this.#read(aims, path, text, aims.file(path)?.loaded));
      return;
    }
    const before = aims.config();
    aims.setFile(this.#read(aims, path, text, aims.file(path)?.loaded));
    const after = aims.config();
    const scope = (c: AimsConfig): string =>
      JSON.stringify([c.standards, c.plain.include, c.plain.exclude, c.plain.public]);
    if (before === after || scope(before) === scope(after)) return;
    this.#globs.delete(aims.root);
    const reached = this.#reaching.has(aims.root);
    if (this.#noteReach(aims) || reached) this.#reassign();
    this.#rereadAll(aims);
  }

  /** Gives files that stand below no `aims.yaml` to the AIMS that names them as public now. */
  #reassign(): void {
    for (const [path, aims] of [...this.#ofPath]) {
      if ((aims.marked && isBelow(aims.root, path)) || this.#rootOf(path) === aims.root) continue;
      aims.removeFile(path);
      this.#ofPath.delete(path);
      this.#readInto(path);
    }
  }

  /** Notes whether an AIMS names files outside of its folder as public, and tells. */
  #noteReach(aims: Aims): boolean {
    const reaches = this.#globsOf(aims).reachesOut;
    if (reaches) this.#reaching.add(aims.root);
    else this.#reaching.delete(aims.root);
    return reaches;
  }

  #rereadAll(aims: Aims): void {
    for (const path of aims.paths()) {
      const text = this.#texts.get(path);
      if (text !== undefined) aims.setFile(this.#read(aims, path, text));
    }
    for (const path of this.#unreadable.keys()) this.#touched.add(path);
  }

  #read(aims: Aims, path: string, text: string, previous?: Document): Document {
    return toEnd(this.#reading(aims, path, text, previous));
  }

  *#reading(aims: Aims, path: string, text: string, previous?: Document): Steps<Document> {
    // To read a long one anew when somebody begins to work on it would be felt.
    const isKept = this.#lookedAt.isWorked(path) || text.length > LONG;
    const input = this.#inputOf(aims, path, text, !isKept && !previous);
    if (!input) return ungoverned(path, text, aims.config().standards);
    if (isKept || !previous) return yield* readingDocument(input, previous);
    return { ...(yield* readingDocument(input, previous)), memo: undefined };
  }

  /** What is read of a file; undefined where its AIMS leaves it out. */
  #inputOf(aims: Aims, path: string, text: string, once = false): ReadInput | undefined {
    const { standards } = aims.config();
    const inAims = aims.marked && this.#included(aims, path);
    const published = aims.marked && this.#globsOf(aims).isPublic(path);
    if (aims.marked && !inAims && !published && !isAimsFile(path)) return undefined;
    return { path, text, inAims, published, standards, once };
  }

  *reading(aims: Aims, path: string): Steps<Document | undefined> {
    const text = this.#texts.get(path);
    const edition = aims.edition(path);
    if (text === undefined) return undefined;
    const document = yield* asLongAs(() => aims.edition(path) === edition, this.#reading(aims, path, text));
    if (document) this.#lookedAt.glance(path);
    return document;
  }

  *preparing(path: string, text: string): Steps<void> {
    if (this.#takenOver.unfinished || text.length <= LONG || this.#texts.is(path, text)) return;
    const root = this.#rootOf(path);
    const aims = this.#ofPath.get(path) ?? this.#aims.get(root) ?? new Aims(root, this.#marked.has(root), this);
    const input = this.#inputOf(aims, path, text);
    if (!input) return;
    const before = aims.file(path);
    const document = yield* asLongAs(() => aims.file(path) === before, readingDocument(input, before?.loaded));
    this.#prepared = document && { input, before, document };
  }

  /** The document if just this was read before, under a configuration that says the same. */
  #takePrepared(aims: Aims, path: string, text: string): Document | undefined {
    const prepared = this.#prepared;
    if (prepared?.input.path !== path) return undefined;
    this.#prepared = undefined;
    const { input, before, document } = prepared;
    const holds = before === aims.file(path) && isSameInput(input, this.#inputOf(aims, path, text));
    return holds ? document : undefined;
  }

  takesLong(path: string): boolean {
    const aims = this.#ofPath.get(path);
    if (this.#takenOver.unfinished || !aims || this.#texts.size(path) <= LONG || aims.isChecked(path)) return false;
    return !this.#isCurrent(path, aims);
  }

  /** Whether a file's findings are still those that were worked out last. */
  #isCurrent(path: string, aims: Aims): boolean {
    return !aims.isDirty(path) && this.#shown.isFor(path, aims.edition(path));
  }

  *checking(path: string): Generator<undefined> {
    const aims = this.aimsOf(path);
    if (aims) yield* aims.checking(path);
  }

  #included(aims: Aims, path: string): boolean {
    return isAimsFile(path) || this.#globsOf(aims).includes(path);
  }

  #globsOf(aims: Aims): Globs {
    let globs = this.#globs.get(aims.root);
    if (!globs) {
      globs = new Globs(aims.config(), this.folderOf(aims.root));
      this.#globs.set(aims.root, globs);
    }
    return globs;
  }

  aimsOf(path: string): Aims | undefined {
    this.#takenOver.complete();
    return this.#ofPath.get(path);
  }
  /** The AIMS of a folder; a workspace folder without any document has one too, so that it can be set up. */
  aimsAt(root: string): Aims | undefined {
    this.#takenOver.complete();
    return this.#aims.get(root) ?? (this.#roots.includes(root) ? new Aims(root, false, this) : undefined);
  }
  allAims(): Aims[] {
    this.#takenOver.complete();
    return [...this.#aims.values()];
  }
  textOf(path: string): string | undefined {
    if (this.#takenOver.isOutdated(path)) this.#takenOver.complete();
    return this.#texts.get(path);
  }
  says(path: string, text: string): boolean {
    return !this.#takenOver.isOutdated(path) && !this.#unreadable.has(path) && this.#texts.is(path, text);
  }
  isGoverned(path: string): boolean {
    return this.aimsOf(path)?.file(path)?.facts.governed ?? false;
  }
  governed(): string[] {
    this.#takenOver.complete();
    return this.#texts
      .paths()
      .filter((path) => this.isGoverned(path))
      .sort();
  }
  unreadable(): ReadonlyMap<string, Unreadable> {
    this.#takenOver.complete();
    return this.#unreadable;
  }

  /** None while they are taken in: what was shown of them is settled, and nothing has changed. */
  #wholeAims(): Aims[] {
    return this.#takenOver.unfinished ? [] : [...this.#aims.values()];
  }

  *settling(): Generator<undefined> {
    for (const aims of this.#wholeAims()) {
      yield* aims.settling();
      yield;
    }
  }

  takeChanged(freshness: Freshness = "settled"): string[] {
    const changed = new Set(this.#touched);
    this.#touched.clear();
    for (const path of this.#takenOver.outdated()) if (changed.delete(path)) this.#touched.add(path);
    for (const aims of this.#wholeAims()) {
      if (freshness === "settled") aims.settle();
      for (const path of aims.takeDirty()) {
        this.#shown.outdate(path);
        changed.add(path);
      }
    }
    return [...changed].sort();
  }

  findings(path: string, freshness: Freshness): readonly Finding[] {
    if (freshness === "alone") {
      // What was taken over of a file that says the same holds, too.
      const taken = this.#keptOf(path);
      return taken ? taken.list : (toEnd(this.findingAlone(path)) ?? []);
    }
    return this.#show(path, freshness).list;
  }

  *findingAlone(path: string): Generator<undefined, readonly Finding[] | undefined> {
    const aims = this.aimsOf(path);
    const edition = aims?.edition(path);
    if (!aims || !edition) return undefined;
    const alone = yield* aims.findingAlone(path);
    if (this.#ofPath.get(path) !== aims || aims.edition(path) !== edition) return undefined;
    return present(aims, path, this.#settings, { alone });
  }

  findingsId(path: string, freshness: Freshness): string {
    return this.#show(path, freshness).id;
  }

  /** The findings of a file, also those that are so many of a kind that they are not told one by one. */
  eachFinding(path: string, freshness: Freshness): readonly Finding[] {
    const { list } = this.#show(path, freshness);
    const aims = list.some(({ others }) => others !== undefined) ? this.aimsOf(path) : undefined;
    return aims ? present(aims, path, this.#settings, { each: true }) : list;
  }

  #show(path: string, freshness: Freshness): Shown {
    const taken = this.#keptOf(path);
    if (taken) return taken;
    const aims = this.aimsOf(path);
    const known = this.#shown.of(path);
    if (freshness === "settled") aims?.settle();
    const edition = aims?.edition(path);
    if (!aims || !edition) return this.#shown.keep(path, this.#unreadableFinding(path));
    if (known && this.#isCurrent(path, aims)) return known;
    const list = present(aims, path, this.#settings);
    aims.markClean(path);
    const kept = this.#shown.keep(path, list, edition);
    this.#lookedAt.glance(path);
    this.#touched.add(path);
    return kept;
  }

  /** The text of a file has changed: what others point to in it may stand elsewhere. */
  #moved(path: string): void {
    for (const looker of this.#shown.moved(path)) this.#touched.add(looker);
  }

  *facts(paths: Iterable<string>): Generator<SharedFile> {
    for (const path of paths) {
      const aims = this.aimsOf(path);
      const mark = this.#texts.mark(path);
      const own = aims?.file(path)?.facts.own;
      if (!aims || !mark) continue;
      // Whoever takes it in would have to read the document again to find the place.
      if (own) locationOf(aims, own);
      yield { mark, file: aims.saveFile(path) };
    }
  }

  takeFacts(files: Iterable<SharedFile>): void {
    this.#takenOver.complete();
    const reader = new FactsReader();
    for (const { mark, file } of files) {
      const { path, root } = file;
      this.#texts.setMark(path, mark);
      this.#unreadable.delete(path);
      this.#changed([...this.names.add(path), keys.source(path)]);
      this.#aimsIn(root, path).takeFacts(file, reader);
    }
    this.#revision++;
  }

  found(): StoredFound[] {
    return [...this.#aims.values()]
      .filter(({ marked }) => marked)
      .map((aims) => ({ root: aims.root, found: aims.found() }));
  }

  takeFound(found: Iterable<StoredFound>): void {
    for (const { root, found: one } of found) this.#aims.get(root)?.takeFound(one);
  }

  *save(share?: ReadonlySet<string>): Generator<StoredPart, boolean> {
    this.#takenOver.complete();
    const aimses = [...this.#aims.values()];
    const revision = this.#revision;
    const still = (): boolean => this.#revision === revision && aimses.every((aims) => aims.settled);
    if (!still()) return false;
    yield this.#saveHead();
    const files = aimses.flatMap((aims) => aims.paths().map((path) => ({ aims, path })));
    const saved = share ? files.filter(({ path }) => share.has(path)) : files;
    for (const { aims, path } of saved) {
      const mark = this.#texts.mark(path);
      const shown = this.#shown.of(path);
      const current = this.#shown.isFor(path, aims.edition(path));
      if (!still() || !mark || !shown || !current) return false;
      const findings = shown.list.map(storeFinding);
      yield { part: "shown", path, mark, ...(findings.length > 0 ? { findings } : {}) };
    }
    for (const { aims, path } of share ? [] : saved) {
      if (!still()) return false;
      yield aims.saveFile(path);
    }
    const numbers = new KeyNumbers();
    for (const { aims, path } of saved) {
      if (!still()) return false;
      const reads = aims.saveReads(path, numbers);
      if (reads) yield reads;
    }
    for (const aims of aimses) {
      if (!still()) return false;
      yield aims.save(numbers);
    }
    return true;
  }

  #saveHead(): StoredHead {
    return {
      part: "head",
      roots: this.#roots,
      today: this.#today.date(),
      severities: Object.fromEntries(this.#settings),
      names: this.names.below("").filter((path) => !this.#texts.has(path)),
      unreadable: [...this.#unreadable.values()],
      strayed: this.#texts.strayed(),
      sources: this.#sources.save(),
      histories: this.#histories.save(),
    };
  }

  restore(shown: Iterable<StoredHead | StoredShown>, rest: Iterable<StoredPart | undefined>): void {
    // What was told already goes before what is taken over.
    const changes: WorldChange[] = [
      ...this.#texts.paths().map((path) => ({ type: "set", path, text: this.#texts.get(path) ?? "" }) as const),
      ...this.#unreadable.values(),
    ];
    const [today, rules, roots] = [this.#today.date(), Object.fromEntries(this.#settings), this.#roots];
    this.#forget();
    for (const part of shown) {
      if (part.part === "head") this.#restoreHead(part);
      else this.#restoreShown(part);
    }
    this.#takenOver.begin(this.#restoring(rest));
    changes.push({ type: "roots", roots }, { type: "today", today }, { type: "severities", rules });
    this.apply(changes);
  }

  #forget(): void {
    this.names.clear();
    for (const path of this.#texts.paths()) this.#texts.delete(path);
    for (const map of [this.#unreadable, this.#aims, this.#ofPath, this.#globs, this.#shown, this.#takenOver])
      map.clear();
    this.#marked.clear();
    this.#reaching.clear();
  }

  #restoreHead(head: StoredHead): void {
    for (const path of head.names) this.names.add(path);
    for (const one of head.unreadable) {
      this.#unreadable.set(one.path, one);
      if (one.folder) this.names.shut(one.path);
    }
    for (const path of head.strayed) this.#texts.stray(path);
    this.#sources.restore(head.sources);
    this.#histories.restore(head.histories);
    this.#today = new Day(head.today);
    this.#settings = new Map(Object.entries(head.severities));
    this.#roots = head.roots;
  }

  /** Findings are read when they are asked for, and what is as it is in most files is not noted. */
  #restoreShown(part: StoredShown): void {
    const { path, mark } = part;
    this.#texts.setMark(path, mark);
    this.#mark(path);
    if (!("findings" in part)) return;
    this.#takenOver.keep(part);
    this.#touched.add(path);
  }

  /** Reads what was shown of a file when it was saved. */
  #readShown(path: string): void {
    if (this.#shown.of(path) || !this.#texts.has(path)) return;
    this.#shown.keep(path, this.#takenOver.take(path));
  }

  #fixesAgain(finding: Finding): Finding["fixes"] {
    this.#takenOver.complete();
    // What was shown passes for what would be worked out now as long as nothing has changed.
    this.#shown.outdate(finding.path);
    const same = this.findings(finding.path, "now").find((other) => sameFindings([finding], [other]));
    return same?.fixes ?? [];
  }

  get behind(): boolean {
    return this.#takenOver.behind;
  }

  /** What was shown of a file, while nothing more is known of it than that. */
  #keptOf(path: string): Shown | undefined {
    if (!this.#takenOver.unfinished || this.#takenOver.isOutdated(path)) return undefined;
    this.#readShown(path);
    return this.#shown.of(path);
  }

  *completing(): Generator<undefined> {
    yield* this.#takenOver.completing();
    if (this.#takenOver.unfinished) return;
    for (const aims of [...this.#aims.values()]) {
      aims.wake();
      yield;
    }
  }

  /** Takes in the rest of what was saved. Until it is at its end nobody looks at any of it. */
  *#restoring(parts: Iterable<StoredPart | undefined>): Generator<undefined> {
    const [reader, numbered] = [new FactsReader(new Shared()), new NumberedKeys()];
    try {
      for (const part of parts) {
        if (part) this.#restorePart(part, reader, numbered);
        yield;
      }
    } catch (error) {
      this.#failures.push(`what was saved does not fit together and is read anew: ${String(error)}`);
      const paths = this.#texts.paths();
      this.#forget();
      for (const path of paths) this.#texts.stray(path);
    }
    for (const changes of this.#takenOver.end()) this.#take(changes);
  }

  #restorePart(part: StoredPart, reader: FactsReader, numbered: NumberedKeys): void {
    switch (part.part) {
      case "head":
      case "shown":
        return;
      case "file":
        this.names.add(part.path);
        this.#readShown(part.path);
        this.#shown.belongsTo(part.path, this.#aimsIn(part.root, part.path).restoreFile(part, reader));
        return;
      case "numbers":
        numbered.turnTo(part.of);
        return;
      case "reads":
        numbered.add(part.keys);
        this.#restored(part.path).restoreReads(part.path, numbered.named(part.reads));
        return;
      case "aims": {
        numbered.add(part.keys);
        const aims = this.#aims.get(part.root);
        aims?.restore(part, numbered);
        if (aims) this.#noteReach(aims);
      }
    }
  }

  #restored(path: string): Aims {
    const aims = this.#ofPath.get(path);
    if (!aims) throw new Error(`there is no file ${path}`);
    return aims;
  }

  /** Whether something would be checked if it could be read: documents of an AIMS and folders that may hold some, and what would make one. */
  #isAwaited({ path, folder }: Unreadable): boolean {
    if (isAimsFile(path)) return true;
    const aims = this.#aims.get(this.#rootOf(path));
    if (!aims?.marked) return false;
    const documents = folder ? ["md", "yaml", "csv"].map((ending) => `${path}/document.${ending}`) : [path];
    return documents.some((one) => languageOf(one) !== undefined && this.#included(aims, one));
  }

  #unreadableFinding(path: string): Finding[] {
    const unreadable = this.#unreadable.get(path);
    if (!unreadable || !this.#isAwaited(unreadable)) return [];
    const start = { line: 0, character: 0 };
    return [
      {
        path,
        range: { start, end: start },
        rule: "unreadable-file",
        severity: "warning",
        message: `This ${unreadable.folder ? "folder" : "file"} was not checked: ${unreadable.reason}.`,
        help: "Nothing is known of what it says, so treat it as neither right nor wrong.",
        fixes: [],
        related: [],
        unnecessary: false,
      },
    ];
  }
}

const isSameInput = (a: ReadInput, b: ReadInput | undefined): boolean =>
  a.text === b?.text &&
  a.inAims === b.inAims &&
  a.published === b.published &&
  a.standards.join() === b.standards.join();

const contentOf = (change: Extract<WorldChange, { type: "source" }>): SourceContent =>
  "text" in change ? { text: change.text } : { problem: change.problem };

function ungoverned(path: string, text: string, standards: readonly string[]): Document {
  const language = languageOf(path) ?? "yaml";
  return {
    path,
    text,
    setting: { inAims: false, standards },
    language,
    governed: false,
    published: undefined,
    template: false,
    ownRecord: undefined,
    records: [],
    blocks: [],
    headings: [],
    suppressions: [],
    problems: [],
    about: [],
    memo: undefined,
  };
}

const sameSettings = (a: ReadonlyMap<string, string>, b: Readonly<Record<string, string>>): boolean =>
  a.size === Object.keys(b).length && [...a].every(([id, severity]) => b[id] === severity);
