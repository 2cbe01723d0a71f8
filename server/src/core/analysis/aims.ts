import { assessable } from "../catalog/catalog.ts";
import type { CoverageApi } from "../coverage/api.ts";
import { PARTS } from "../coverage/assessments.ts";
import { createCoverage } from "../coverage/coverage.ts";
import { readDocument } from "../notation/read.ts";
import type { RecordFacts } from "../records/model.ts";
import { ruleById } from "../rules/registry.ts";
import { checkAims, type RuleFinding, RuleSet } from "../rules/run.ts";
import type { Rule, RuleContext } from "../rules/rule.ts";
import type { Document } from "../syntax/document.ts";
import { LineIndex } from "../text/line-index.ts";
import { shift } from "../text/span.ts";
import type { AimsConfig, FileFacts } from "../workspace/api.ts";
import { fingerprintOf } from "../workspace/fingerprint.ts";
import { readFacts } from "../workspace/facts.ts";
import { knownPlace, locationOf, setKnownPlace } from "../workspace/locate.ts";
import { type Entry, Memo } from "../workspace/memo.ts";
import { push } from "../workspace/push.ts";
import { keys, Tables } from "../workspace/tables.ts";
import { type Day, keysOfTurn, type Today, TrackedToday } from "../workspace/today.ts";
import { type Contents, type FileNames, TrackedIndex } from "../workspace/tracked-index.ts";
import type { AimsView, FileView, Place } from "../workspace/view.ts";
import { AimsFile } from "./aims-file.ts";
import { readConfig } from "./config.ts";
import { FileRuns, type RunSetting } from "./file-runs.ts";
import {
  type FactsReader,
  type KeyNumbers,
  type NumberedKeys,
  restoreFound,
  type StoredAims,
  type StoredFile,
  type StoredReads,
  storeFacts,
  storeFound,
} from "./stored.ts";
import { findingIn, findingsIn, type UnitFindings } from "./units.ts";

const lineIndexes = new WeakMap<Document, LineIndex>();

/** The line index of a document, made once. */
export function linesOf(document: Document): LineIndex {
  let lines = lineIndexes.get(document);
  if (!lines) {
    lines = new LineIndex(document.text);
    lineIndexes.set(document, lines);
  }
  return lines;
}

/** What an AIMS is given from outside. */
export interface AimsWorld {
  readonly names: FileNames;
  readonly contents: Contents;
  today(): Day;
  /** The outermost workspace folder that holds `root`, else `root`. */
  folderOf(root: string): string;
  /** Rules that are on under a configuration. */
  enabledRules(config: AimsConfig): readonly Rule[];
  failed(rule: string, path: string, error: unknown): void;
  /** Reads a file's text again, as it was read last. */
  reread(aims: Aims, path: string): Document;
  /** The same in steps of some milliseconds; undefined where the text has changed meanwhile. */
  reading(aims: Aims, path: string): Generator<undefined, Document | undefined>;
}

/** One AIMS: its files, the index over them, and what the rules found, computed again only where something read has changed. */
export class Aims implements AimsView {
  readonly root: string;
  /** Whether an `aims.yaml` marks it. */
  readonly marked: boolean;
  readonly memo = new Memo();
  readonly index: TrackedIndex;
  readonly coverage: CoverageApi;
  readonly #world: AimsWorld;
  readonly #tables = new Tables();
  readonly #today = new TrackedToday(this.memo, () => this.#world.today());
  readonly #files = new Map<string, AimsFile>();
  readonly #runs = new Map<string, FileRuns>();
  /** Of files whose results were let go: what these hung on. */
  readonly #shut = new Map<string, Entry<string>>();
  readonly #aimsRuns = new Map<string, Entry<readonly RuleFinding[]>>();
  readonly #dirty = new Set<string>();
  #aimsFindings = new Map<string, RuleFinding[]>();
  readonly #reread = ({ path }: AimsFile): Document => this.#world.reread(this, path);
  #config: AimsConfig;
  #rules: RuleSet;
  #aimsStale = true;
  /** Names of computations that were at work when this was saved and have not been started again. */
  #asleep: readonly string[] = [];

  constructor(root: string, marked: boolean, world: AimsWorld) {
    this.root = root;
    this.marked = marked;
    this.#world = world;
    this.#config = readConfig(root, undefined);
    this.#rules = new RuleSet(world.enabledRules(this.#config));
    this.index = new TrackedIndex(root, world.folderOf(root), this.memo, this.#tables, world, {
      config: () => this.#config,
      fingerprint: (record) => {
        const [document, ordinal] = [this.document(record.path), this.ordinal(record)];
        return document && ordinal !== undefined ? fingerprintOf(document, ordinal) : undefined;
      },
    });
    this.coverage = createCoverage({
      index: this.index,
      today: () => this.#wholeDay(),
      share: (name, compute) => this.memo.derived(name, compute),
    });
  }

  today(): Today {
    return this.#today;
  }
  /** For coverage, which is made of so much that nearly every day bears on it. */
  #wholeDay(): Day {
    this.memo.read(keys.today);
    return this.#world.today();
  }
  config(): AimsConfig {
    return this.index.config();
  }
  exists(path: string): boolean {
    return this.#world.names.has(path);
  }
  names(): readonly string[] {
    return this.#world.names.below(this.root);
  }
  document(path: string): Document | undefined {
    return this.#files.get(path)?.document;
  }
  file(path: string): AimsFile | undefined {
    return this.#files.get(path);
  }
  edition(path: string): object | undefined {
    return this.#files.get(path)?.edition;
  }
  paths(): string[] {
    return [...this.#files.keys()];
  }
  lines(document: Document): LineIndex {
    return linesOf(document);
  }
  ordinal(record: RecordFacts): number | undefined {
    return this.#tables.place(record);
  }

  view(path: string): FileView | undefined {
    const file = this.#files.get(path);
    return file && { aims: this, document: file.document, facts: file.facts, lines: linesOf(file.document) };
  }

  place(record: RecordFacts, field?: string, part: "value" | "key" | "whole" = "value"): Place | undefined {
    const i = this.ordinal(record);
    const placed = i === undefined ? undefined : this.document(record.path)?.records[i];
    if (!placed) return undefined;
    const named = field === undefined ? undefined : placed.data.fields.get(field);
    const found = named
      ? part === "key" || named.value.type === "empty"
        ? named.keySpan
        : named.value.span
      : part === "whole"
        ? placed.data.span
        : placed.data.head;
    return { path: record.path, span: shift(found, placed.base) };
  }

  /** Takes in a file as read; unchanged facts stop here. */
  setFile(document: Document): void {
    this.wake();
    const before = this.#files.get(document.path);
    const read = readFacts(document, this.#config.standards, before);
    this.#files.set(document.path, AimsFile.read(read, this.#reread));
    this.#dirty.add(document.path);
    this.invalidate([keys.text(document.path)]);
    if (before?.facts !== read.facts) this.#update(document.path, read.facts);
  }

  removeFile(path: string): void {
    this.wake();
    if (!this.#files.delete(path)) return;
    this.#runs.get(path)?.drop(this.memo);
    this.#runs.delete(path);
    this.#open(path);
    this.#dirty.add(path);
    this.invalidate([keys.text(path)]);
    this.#update(path, undefined);
  }

  /**
   * Lets go of a file's document and of the rules' results in it, which have been shown: its facts stay, and what the results hung on.
   * Not done while they are out of date.
   */
  letGo(path: string): void {
    const file = this.#files.get(path);
    if (!file?.loaded || this.#dirty.has(path)) return;
    if (file.facts.own) locationOf(this, file.facts.own);
    const runs = this.#runs.get(path);
    if (runs) this.#shut.set(path, runs.merge(this.memo, path, this.#shutStale));
    this.#runs.delete(path);
    file.letGo();
  }

  /** Lets a file's results be worked out anew, with its document and what helps to read it again kept: somebody begins to work on it. */
  takeUp(path: string): void {
    const file = this.#files.get(path);
    if (!file || file.loaded?.memo !== undefined) return;
    this.letGo(path);
    file.letGo();
    this.#dirty.add(path);
  }

  /** A file's results are about to be worked out anew, or never again. */
  #open(path: string): void {
    const entry = this.#shut.get(path);
    if (!entry) return;
    this.memo.drop(entry);
    this.#shut.delete(path);
  }

  #update(path: string, facts: FileFacts | undefined): void {
    this.invalidate(this.#tables.update(path, facts, this.memo.isRead));
    if (path === `${this.root}/aims.yaml` || path === `${this.root}/aims.yml`) this.reconfigure();
  }

  /** Reads the configuration again, as after a change of `aims.yaml` or of the user's settings. */
  reconfigure(): void {
    this.wake();
    this.#readConfig();
    this.forgetFindings();
    this.invalidate([keys.config]);
  }

  #readConfig(): void {
    const file = this.#tables.file(`${this.root}/aims.yaml`) ?? this.#tables.file(`${this.root}/aims.yml`);
    this.#config = readConfig(this.root, file);
    this.#rules = new RuleSet(this.#world.enabledRules(this.#config));
  }

  /** Drops every finding, so that all are computed again when asked for. */
  forgetFindings(): void {
    for (const runs of this.#runs.values()) runs.drop(this.memo);
    this.#runs.clear();
    for (const path of [...this.#shut.keys()]) this.#open(path);
    for (const entry of this.#aimsRuns.values()) this.memo.drop(entry);
    this.#aimsRuns.clear();
    this.#aimsStale = true;
    for (const path of this.#files.keys()) this.#dirty.add(path);
  }

  /** Another day has come in the place of `before`. */
  turnTo(after: Day, before: Day): void {
    this.wake();
    this.invalidate(keysOfTurn(this.memo.keys(), before, after));
  }

  invalidate(changed: Iterable<string>): void {
    this.wake();
    if (this.memo.isRead) this.memo.invalidate(changed);
  }

  /** Files whose findings may have changed since this was last asked; asks once. What `settle` would find is not in it yet. */
  takeDirty(): string[] {
    this.memo.refresh();
    const paths = [...this.#dirty];
    this.#dirty.clear();
    return paths;
  }

  /** Whether `path` may have other findings than when `takeDirty` was last asked. */
  isDirty(path: string): boolean {
    this.memo.refresh();
    return this.#dirty.has(path);
  }

  markClean(path: string): void {
    this.#dirty.delete(path);
  }

  /** What rules are given. That they read the configuration need not be noted: all they found is dropped when it changes. */
  #context(): RuleContext {
    return { today: () => this.#today, config: () => this.#config, index: this.index, coverage: this.coverage };
  }

  /** What the rules find in the units of a file, in document order, and what rules on the whole AIMS find to be shown there. */
  findings(path: string): { readonly units: readonly UnitFindings[]; readonly aims: readonly RuleFinding[] } {
    const file = this.#files.get(path);
    if (!file?.checked) return { units: [], aims: this.#aimsFindings.get(path) ?? [] };
    return { units: this.#runFile(path, file).findings, aims: this.#aimsFindings.get(path) ?? [] };
  }

  /** What rules find that look at nothing but the file itself, in steps of some milliseconds; nothing of it is kept. */
  *findingAlone(path: string): Generator<undefined, readonly UnitFindings[]> {
    const file = this.#files.get(path);
    if (!file?.facts.governed) return [];
    const checking = {
      rules: this.#rules.only("form", "citation"),
      ctx: this.#context(),
      failed: (rule: string, error: unknown): void => this.#world.failed(rule, path, error),
    };
    return yield* findingIn(file, checking);
  }

  isSound(text: string, path: string): boolean {
    const { standards } = this.#config;
    const input = { path, text: `---\naims: procedure\n---\n\n${text}\n`, inAims: true, standards, once: true };
    const units = findingsIn(readFacts(readDocument(input), standards), {
      rules: this.#rules,
      ctx: this.#context(),
      failed: (rule, error) => this.#world.failed(rule, path, error),
    });
    const isError = ({ rule, raw }: RuleFinding): boolean => (raw.severity ?? ruleById(rule)?.severity) === "error";
    return !units.some(({ found }) => found.some(isError));
  }

  #setting(path: string, { governed }: Document): RunSetting {
    return {
      memo: this.memo,
      rules: governed ? this.#rules : this.#rules.only("claim"),
      ctx: this.#context(),
      failed: (rule: string, error: unknown): void => this.#world.failed(rule, path, error),
      onStale: (): void => {
        this.#dirty.add(path);
      },
    };
  }

  #runsOf(path: string): FileRuns {
    let runs = this.#runs.get(path);
    if (!runs) {
      runs = new FileRuns();
      this.#runs.set(path, runs);
      this.#open(path);
    }
    return runs;
  }

  #runFile(path: string, file: AimsFile): FileRuns {
    const setting = this.#setting(path, file.document);
    const runs = this.#runsOf(path);
    runs.run(file, setting);
    return runs;
  }

  /** Whether results of the rules in a file are at hand, so that to bring them up to date costs what has changed. */
  isChecked(path: string): boolean {
    const file = this.#files.get(path);
    return file !== undefined && this.#runs.get(path)?.isAtHand(file) === true;
  }

  *reading(path: string): Generator<undefined> {
    const file = this.#files.get(path);
    const document = file && !file.loaded ? yield* this.#world.reading(this, path) : undefined;
    if (document && this.#files.get(path) === file) file?.supply(document);
  }

  /** Does in steps of some milliseconds most of what `findings` needs. */
  *checking(path: string): Generator<undefined> {
    const file = this.#files.get(path);
    if (!file?.checked) return;
    yield* this.reading(path);
    const document = file.loaded;
    if (!document || this.#files.get(path) !== file) return;
    const runs = this.#runsOf(path);
    for (const _ of runs.running(file, this.#setting(path, document))) {
      yield;
      if (this.#runs.get(path) !== runs || this.#files.get(path) !== file) return;
    }
  }

  /**
   * `settle` in steps of some milliseconds: what rules on the whole AIMS ask of provisions is worked out one by one first, with their
   * coverage, which views show, and before that what many provisions need.
   */
  *settling(): Generator<undefined> {
    this.memo.refresh();
    if (!this.marked || !this.#aimsStale) return;
    for (const standard of this.#config.standards) {
      yield* this.coverage.readying(standard);
      for (const { id } of assessable(standard)) {
        this.coverage.lacking({ standard, provision: id });
        yield;
        this.coverage.of(standard, id);
        yield;
      }
    }
    for (const rule of this.#rules.aims) {
      this.#aimsRun(rule);
      yield;
    }
    this.settle();
  }

  readonly #aimsChanged = (): void => {
    this.#aimsStale = true;
  };

  /** Brings what rules on the whole AIMS find up to date. */
  settle(): void {
    this.memo.refresh();
    if (!this.marked || !this.#aimsStale) return;
    this.#aimsStale = false;
    const next = new Map<string, RuleFinding[]>();
    for (const rule of this.#rules.aims) {
      for (const found of this.#aimsRun(rule).value) {
        push(next, this.#pathOf(found), found);
      }
    }
    this.#putAimsFindings(next);
  }

  #putAimsFindings(next: Map<string, RuleFinding[]>): void {
    for (const path of new Set([...next.keys(), ...this.#aimsFindings.keys()])) {
      const a = next.get(path) ?? [];
      const b = this.#aimsFindings.get(path) ?? [];
      if (a.length !== b.length || a.some((f, i) => f !== b[i])) this.#dirty.add(path);
    }
    this.#aimsFindings = next;
  }

  /** What rules on the whole AIMS found; only after `settle`. */
  found(): RuleFinding[] {
    return storeFound([...this.#aimsFindings.values()].flat(), this.#savedOrdinal);
  }

  /** Takes over what rules on the whole AIMS found elsewhere over the same files, so that they need not run here. */
  takeFound(found: readonly RuleFinding[]): void {
    const next = new Map<string, RuleFinding[]>();
    for (const one of restoreFound(found, this.#savedRecord)) push(next, this.#pathOf(one), one);
    this.#putAimsFindings(next);
    this.#aimsStale = false;
  }

  #aimsRun(rule: Rule): Entry<readonly RuleFinding[]> {
    let entry = this.#aimsRuns.get(rule.id);
    if (!entry || entry.stale) {
      const failed = (id: string, error: unknown): void => this.#world.failed(id, this.root, error);
      entry = this.memo.run(() => checkAims(rule, this.#config, this.#context(), failed), this.#aimsChanged);
      this.#aimsRuns.set(rule.id, entry);
    }
    return entry;
  }

  #pathOf({ raw: { at } }: RuleFinding): string {
    if ("record" in at) return at.record.path;
    if ("path" in at) return at.path;
    return this.#config.record?.path ?? `${this.root}/aims.yaml`;
  }

  /** Whether all findings are worked out, so that this can be saved. */
  get settled(): boolean {
    this.memo.refresh();
    return this.#dirty.size === 0 && (!this.marked || !this.#aimsStale);
  }

  /** What a file says, for another host or another run of the tool. */
  saveFile(path: string): StoredFile {
    const { facts, checked, edition } = this.#files.get(path) as AimsFile;
    const place = facts.own && knownPlace(edition, facts.own);
    return { part: "file", root: this.root, path, checked, facts: storeFacts(facts), place };
  }

  /** What a file's findings hang on, for another run of the tool. Only while `settled`. */
  saveReads(path: string, numbers: KeyNumbers): StoredReads | undefined {
    const shut = this.#shut.get(path);
    const keys = this.#runs.get(path)?.keys(this.memo) ?? (shut && this.memo.keysOf([shut]));
    if (!keys) return undefined;
    const reads = numbers.of(keys);
    const fresh = numbers.takeFresh();
    return { part: "reads", path, ...(fresh.length > 0 ? { keys: fresh } : {}), reads };
  }

  readonly #savedOrdinal = (record: RecordFacts): number => {
    const found = this.ordinal(record);
    if (found === undefined) throw new Error(`a finding speaks of a record that is not in ${record.path}`);
    return found;
  };

  readonly #savedRecord = (path: string, ordinal: number): RecordFacts => {
    const facts = this.#files.get(path)?.facts.records[ordinal];
    if (!facts) throw new Error(`there is no record ${ordinal} in ${path}`);
    return facts;
  };

  /** What is known of the whole, once `saveReads` has been asked for every file. */
  save(numbers: KeyNumbers): StoredAims {
    const { derived, parts } = this.memo.names();
    const stored = {
      derived: [...derived].map(([name, keys]) => [name, numbers.of(keys)] as const),
      parts,
      rules: [...this.#aimsRuns].map(([rule, entry]) => ({
        rule,
        reads: numbers.of(this.memo.keysOf([entry])),
        found: storeFound(entry.value, this.#savedOrdinal),
      })),
    };
    return { part: "aims", root: this.root, marked: this.marked, keys: numbers.takeFresh(), ...stored };
  }

  /** Takes in a file as another run of the tool left it, before anything was read of this AIMS. */
  restoreFile(stored: StoredFile, reader: FactsReader): object {
    const file = this.#putFacts(stored, reader);
    this.#tables.update(stored.path, file.facts, false);
    return file.edition;
  }

  /** Takes in a file that another host has read. Its findings are that one's business. */
  takeFacts(stored: StoredFile, reader: FactsReader): void {
    const { path, facts } = this.#putFacts(stored, reader);
    this.#update(path, facts);
  }

  #putFacts({ path, checked, facts, place }: StoredFile, reader: FactsReader): AimsFile {
    const restored = reader.read(path, facts);
    const file = AimsFile.restored(restored, checked, this.#reread);
    this.#files.set(path, file);
    if (place && restored.own) setKnownPlace(file.edition, restored.own, place);
    return file;
  }

  /** Takes in what a file's findings hung on. Their own computations wait until somebody asks. */
  restoreReads(path: string, keys: readonly string[]): void {
    this.#shut.set(path, this.memo.restore(path, keys, this.#shutStale));
  }

  /** One function for all of them: there are as many as files. */
  readonly #shutStale = (path: string): void => void this.#dirty.add(path);

  /** Takes in the rest, once all files are there; of each host that worked. */
  restore({ derived, parts, rules }: StoredAims, keys: NumberedKeys): void {
    this.#readConfig();
    for (const [name, reads] of derived) this.memo.restoreDerived(name, keys.named(reads));
    for (const { rule, reads, found } of rules) {
      const value = restoreFound(found, this.#savedRecord);
      this.#aimsRuns.set(rule, this.memo.restore(value, keys.named(reads), this.#aimsChanged));
      for (const one of value) push(this.#aimsFindings, this.#pathOf(one), one);
    }
    this.#aimsStale = false;
    this.#asleep = [...new Set([...this.#asleep, ...parts])];
  }

  /** Starts what has to be at work before the first change, so that it can say what that changes. Nothing to do a second time. */
  wake(): void {
    if (this.#asleep.length === 0) return;
    const names = this.#asleep;
    this.#asleep = [];
    for (const name of names) {
      const parting = PARTS[name];
      if (parting) this.memo.startPart(name, parting(this.index));
    }
  }
}
