import type { PlacedRecord, RecordFacts } from "../records/model.ts";
import { checkBlock, checkDocument, checkRecord, type RuleFinding } from "../rules/run.ts";
import { listsIn } from "../rules/lists.ts";
import type { Block, Document } from "../syntax/document.ts";
import { changedStretch, joinedStretch, type Stretch, splice, stretchBetween } from "../text/stretch.ts";
import type { ReadFile } from "../workspace/facts.ts";
import { type Entry, hasRead, type Memo } from "../workspace/memo.ts";
import type { AimsFile } from "./aims-file.ts";
import { Readings } from "./readings.ts";
import { type Checking, documentUnit, findingsIn, STEP, type UnitFindings } from "./units.ts";

type Found = Entry<readonly RuleFinding[]>;

/** What is needed to run rules over a file. */
export interface RunSetting extends Checking {
  readonly memo: Memo;
  /** Told when something that a unit read has changed. */
  readonly onStale: () => void;
}

/** How the units of a file, before and after an edit, are compared. Units are counted from 0. */
interface Comparison {
  readonly count: number;
  /** Whether there may be others than before. */
  readonly edited: boolean;
  /** In which the first so many units before and after differ. */
  stretch(before: number, after: number): Stretch;
  /** Whether unit `i` before and unit `j` after are one and the same. */
  same(i: number, j: number): boolean;
  /** Equal for units that are one and the same. */
  keyBefore(i: number): object;
  key(j: number): object;
  readonly run: RunUnit;
}

/** Undefined where nothing was found and nothing read, as in most blocks: that holds for as long as the unit does. */
type RunUnit = (j: number) => Found | undefined;

/** Results over the units of one sort, in document order. An edit costs what it changes, and one look along the list. */
class Results {
  #entries: (Found | undefined)[] = [];
  /** By unit what was found; undefined for nothing, so that looking along is quick. */
  #found: (readonly RuleFinding[] | undefined)[] = [];
  /** How many entries have gone stale since they were last looked along. */
  stale = 0;

  get length(): number {
    return this.#entries.length;
  }

  *entries(): Generator<Found> {
    for (const entry of this.#entries) if (entry) yield entry;
  }

  /** @param most units in the place of others that are run, and stale ones that are run again; the others wait for the next call */
  update(units: Comparison, memo: Memo, most = Number.POSITIVE_INFINITY): void {
    const before = this.#entries;
    if (!units.edited && before.length < units.count) this.#append(units);
    else if (units.edited || before.length !== units.count) {
      const stretch = units.stretch(before.length, units.count);
      const fresh = this.#renewed(units, stretch, memo, most);
      splice(before, stretch, fresh);
      splice(this.#found, stretch, fresh.map(foundIn));
    }
    if (this.stale > 0) this.#runStale(units, most);
  }

  /** Runs the units behind those that were run; in a long document this is done often, so nothing is copied. */
  #append(units: Comparison): void {
    for (let j = this.#entries.length; j < units.count; j++) {
      const entry = units.run(j);
      this.#entries.push(entry);
      this.#found.push(foundIn(entry));
    }
  }

  /** Results of the units that stand in the place of others; one that has only moved keeps its own. */
  #renewed(units: Comparison, { start, before, after }: Stretch, memo: Memo, most: number): (Found | undefined)[] {
    let left = most;
    const gone = new Map<object, number[]>();
    for (let i = before - 1; i >= start; i--) {
      const key = units.keyBefore(i);
      const known = gone.get(key);
      if (known) known.push(i);
      else gone.set(key, [i]);
    }
    const fresh: (Found | undefined)[] = [];
    for (let j = start; j < after; j++) {
      const known = gone.get(units.key(j));
      const i = known?.at(-1);
      if (i === undefined || !units.same(i, j)) {
        fresh.push(left > 0 ? units.run(j) : WAITING);
        if (--left < 0) this.stale++;
      } else {
        known?.pop();
        fresh.push(this.#entries[i]);
      }
    }
    for (const left of gone.values()) for (const i of left) dropped(this.#entries[i], memo);
    return fresh;
  }

  /** Runs stale units again, so many at most. */
  #runStale(units: Comparison, most: number): void {
    let left = most;
    const entries = this.#entries;
    const before = this.stale;
    this.stale = 0;
    let found = 0;
    for (let j = 0; j < entries.length && left > 0 && found < before; j++) {
      if (!entries[j]?.stale) continue;
      found++;
      entries[j] = units.run(j);
      this.#found[j] = foundIn(entries[j]);
      left--;
    }
    if (left === 0) this.stale += Math.max(1, before - most);
  }

  /** Takes all results out. */
  clear(memo: Memo): void {
    for (const entry of this.#entries) dropped(entry, memo);
    this.#entries = [];
    this.#found = [];
    this.stale = 0;
  }

  /** What was found, by the place of each unit. */
  collect(placed: readonly { readonly base: number }[], into: UnitFindings[]): void {
    this.#found.forEach((found, i) => {
      if (found) into.push({ base: (placed[i] as { readonly base: number }).base, found });
    });
  }
}

/** Stands for a unit that has not been run yet. */
const WAITING: Found = { value: [], reads: [], stale: true, onStale: undefined };

const foundIn = (entry: Found | undefined): readonly RuleFinding[] | undefined =>
  entry && entry.value.length > 0 ? entry.value : undefined;

function dropped(entry: Found | undefined, memo: Memo): void {
  if (entry) memo.drop(entry);
}

/** How many units an edit has made others. */
function freshIn(before: readonly (Block | PlacedRecord)[], now: readonly (Block | PlacedRecord)[]): number {
  if (before === now) return 0;
  const { start, after } = changedStretch(before, now);
  return after - start;
}

const worthKeeping = (entry: Found): Found | undefined =>
  entry.value.length > 0 || hasRead(entry) ? entry : undefined;

/** What is told when something that a unit read has changed. It is kept as long as what was found there, and must not hold on to the document. */
const staleIn = (results: Results, onStale: () => void) => (): void => {
  results.stale++;
  onStale();
};

/** So many stale units are not run at one go. */
const MANY = 4 * STEP;
/** A document of more units is one whose units are told apart from the start: to check it wholly takes so long that it would be felt. */
const FEW = 2 * STEP;

/** Whether a document is one of usual length that nobody works on. */
const isPassing = ({ memo, blocks, records }: Document): boolean =>
  memo === undefined && blocks.length + records.length <= FEW;

/**
 * The rules' results over the units of one file; those of units that stayed as they were are kept from run to run. A document that
 * nobody works on is most often checked once: its first run is one computation, and its units are told apart when there is a second.
 */
export class FileRuns {
  /** The only computation while there has been one run alone. */
  #atOnce: Entry<readonly UnitFindings[]> | undefined;
  readonly #blocks = new Results();
  readonly #records = new Results();
  /** Kept of a document that is read again and again; of others only its findings are asked for. */
  #readings: Readings | undefined;
  #whole: Found | undefined;
  #document: Document | undefined;
  #facts: readonly RecordFacts[] = [];
  #own: RecordFacts | undefined;
  #findings: readonly UnitFindings[] = [];
  #isWhole = false;

  /** What was found at the last run, in units where anything was. */
  get findings(): readonly UnitFindings[] {
    return this.#findings;
  }

  /** Whether there are results of all units of a file as it is now but few, so that a `run` takes no time that would be felt. */
  isAtHand({ loaded }: AimsFile): boolean {
    const before = this.#document;
    if (!this.#isWhole || !before || !loaded) return false;
    const fresh =
      loaded === before ? 0 : freshIn(before.blocks, loaded.blocks) + freshIn(before.records, loaded.records);
    return fresh + this.#blocks.stale + this.#records.stale < MANY;
  }

  /** Brings the results up to date with a file as it is now. */
  run(file: ReadFile, setting: RunSetting): void {
    const { document, facts } = file;
    if (this.#isAtOnce(document)) {
      this.#runAtOnce(file, setting);
      return;
    }
    this.#parted(setting.memo);
    const [blocks, records] = this.#units(file, setting);
    this.#blocks.update(blocks, setting.memo);
    this.#records.update(records, setting.memo);
    if (!this.#whole || this.#whole.stale || document !== this.#document || facts.own !== this.#own)
      this.#runWhole(document, facts.own, setting);
    this.#take(file);
    this.#collect(document);
    this.#isWhole = true;
  }

  /** Whether results of the units are not to be told apart: at a first run, and while that still holds. */
  #isAtOnce(document: Document): boolean {
    if (!this.#document) return isPassing(document);
    return this.#atOnce !== undefined && !this.#atOnce.stale && document === this.#document;
  }

  #runAtOnce(file: ReadFile, setting: RunSetting): void {
    if (this.#atOnce && this.#own === file.facts.own && this.#facts === file.facts.records) return;
    if (this.#atOnce) setting.memo.drop(this.#atOnce);
    this.#atOnce = setting.memo.run(() => findingsIn(file, setting), setting.onStale);
    this.#findings = this.#atOnce.value;
    this.#take(file);
    this.#isWhole = true;
  }

  /** From now on the units are told apart. */
  #parted(memo: Memo): void {
    if (!this.#atOnce) return;
    memo.drop(this.#atOnce);
    this.#atOnce = undefined;
    this.#isWhole = false;
  }

  /** Does most of a first `run`, or of one where much is stale, in steps of some milliseconds. */
  *running(file: ReadFile, setting: RunSetting): Generator<undefined> {
    if (this.#isAtOnce(file.document)) return;
    this.#parted(setting.memo);
    if (!this.#document) this.#take(file);
    if (this.#document !== file.document || this.#facts !== file.facts.records) this.#follow(file, setting);
    const [blocks, records] = this.#units(file, setting);
    const readings = this.#readings ?? new Readings();
    this.#readings = readings;
    readings.move(file.document);
    const config = setting.ctx.config();
    for (const [results, units, reads] of [
      [this.#blocks, blocks, []],
      [this.#records, records, setting.rules.readsRecords],
    ] as const) {
      for (let count = results.length + STEP; count < units.count; count += STEP) {
        results.update({ ...units, count }, setting.memo, STEP);
        readings.aheadOfRecords(reads, config, count, 2 * STEP);
        yield;
      }
      while (results.stale > 0 && results.length === units.count) {
        results.update(units, setting.memo, STEP);
        yield;
      }
      results.update(units, setting.memo);
      yield;
    }
    if (!this.#whole || this.#whole.stale) this.#runWhole(file.document, file.facts.own, setting);
    this.#isWhole = true;
  }

  /** Brings those results that there are up to date with an edit; what is stale or was not checked before the edit waits. */
  #follow(file: ReadFile, setting: RunSetting): void {
    const [blocks, records] = this.#units(file, setting);
    for (const [results, units] of [
      [this.#blocks, blocks],
      [this.#records, records],
    ] as const) {
      const count = this.#isWhole ? units.count : Math.min(units.count, results.length);
      results.update({ ...units, count }, setting.memo, STEP);
    }
    if (this.#whole) setting.memo.drop(this.#whole);
    this.#take(file);
  }

  #take({ document, facts }: ReadFile): void {
    [this.#document, this.#facts, this.#own] = [document, facts.records, facts.own];
  }

  #collect(document: Document): void {
    const findings: UnitFindings[] = [];
    this.#blocks.collect(document.blocks, findings);
    this.#records.collect(document.records, findings);
    if (this.#whole && this.#whole.value.length > 0) findings.push({ base: 0, found: this.#whole.value });
    this.#findings = findings;
  }

  /** Forgets all results. */
  drop(memo: Memo): void {
    for (const entry of this.#entries()) memo.drop(entry);
  }

  /** Forgets all results, but not what they hang on: the one entry that is given goes stale with the first of them. */
  merge<T>(memo: Memo, value: T, onStale: (value: T) => void): Entry<T> {
    return memo.merge(this.#entries(), value, onStale);
  }

  /** Keys of all that the results hang on. */
  keys(memo: Memo): string[] {
    return memo.keysOf(this.#entries());
  }

  *#entries(): Generator<Entry<unknown>> {
    if (this.#atOnce) yield this.#atOnce;
    yield* this.#blocks.entries();
    yield* this.#records.entries();
    if (this.#whole) yield this.#whole;
  }

  #units({ document, facts }: ReadFile, setting: RunSetting): readonly [Comparison, Comparison] {
    const [before, was] = [this.#document, this.#facts];
    if (document.template !== before?.template) this.#blocks.clear(setting.memo);
    const [blocks, records] = [before?.blocks ?? [], before?.records ?? []];
    const sameBlock = (i: number, j: number): boolean => blocks[i]?.data === document.blocks[j]?.data;
    const sameFacts = (i: number, j: number): boolean => was[i] === facts.records[j];
    const sameRecord = (i: number, j: number): boolean =>
      sameFacts(i, j) && records[i]?.data === document.records[j]?.data;
    return [
      {
        count: document.blocks.length,
        edited: blocks !== document.blocks,
        same: sameBlock,
        stretch: (i, j) =>
          i === blocks.length && j === document.blocks.length
            ? changedStretch(blocks, document.blocks)
            : stretchBetween(i, j, sameBlock),
        keyBefore: (i) => (blocks[i] as Block).data,
        key: (j) => (document.blocks[j] as Block).data,
        run: this.#blockRun(document, setting),
      },
      {
        count: document.records.length,
        edited: records !== document.records || was !== facts.records,
        same: sameRecord,
        stretch: (i, j) =>
          i === records.length && j === document.records.length
            ? joinedStretch(changedStretch(records, document.records), stretchBetween(i, j, sameFacts))
            : stretchBetween(i, j, sameRecord),
        keyBefore: (i) => was[i] as RecordFacts,
        key: (j) => facts.records[j] as RecordFacts,
        run: this.#recordRun(document, facts.records, setting),
      },
    ];
  }

  #blockRun(document: Document, { memo, rules, ctx, failed, onStale }: RunSetting): RunUnit {
    const stale = staleIn(this.#blocks, onStale);
    return (j) => {
      const { data } = document.blocks[j] as Block;
      const run = (): readonly RuleFinding[] => checkBlock(rules.blocks, document, data, listsIn(data), ctx, failed);
      return worthKeeping(memo.run(run, stale));
    };
  }

  #recordRun(
    { path, records }: Document,
    all: readonly RecordFacts[],
    { memo, rules, ctx, failed, onStale }: RunSetting,
  ): RunUnit {
    const stale = staleIn(this.#records, onStale);
    return (j) => {
      const [{ data }, facts] = [records[j] as PlacedRecord, all[j] as RecordFacts];
      return worthKeeping(memo.run(() => checkRecord(rules, { path, data, facts }, ctx, failed), stale));
    };
  }

  #runWhole(document: Document, own: RecordFacts | undefined, setting: RunSetting): void {
    const { memo, rules, ctx, failed, onStale } = setting;
    const readings = this.#readings ?? new Readings();
    const unit = documentUnit(document, own, readings, ctx);
    if (this.#whole) memo.drop(this.#whole);
    this.#whole = memo.run(() => checkDocument(rules, unit, ctx, failed), onStale);
    readings.forgetAhead();
    this.#readings = document.memo === undefined ? undefined : readings;
  }
}
