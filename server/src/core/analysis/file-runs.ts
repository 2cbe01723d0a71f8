import type { RecordData, RecordFacts } from "../records/model.ts";
import { checkBlock, checkDocument, checkRecord, type OnFailure, type RuleFinding } from "../rules/run.ts";
import type { Rule, RuleContext } from "../rules/rule.ts";
import type { BlockData, Document } from "../syntax/document.ts";
import type { ReadFile } from "../workspace/facts.ts";
import type { Entry, Memo } from "../workspace/memo.ts";

/** What was found in one unit of a file. */
export interface UnitFindings {
  /** Offset to which spans of the findings are relative. */
  readonly base: number;
  readonly found: readonly RuleFinding[];
}

type Found = Entry<readonly RuleFinding[]>;

/** What is needed to run rules over a file. */
export interface RunSetting {
  readonly memo: Memo;
  readonly rules: readonly Rule[];
  readonly ctx: RuleContext;
  readonly failed: OnFailure;
  /** Told when something that a unit read has changed. */
  readonly onStale: () => void;
}

/** The rules' results over the units of one file; those of units that stayed as they were are taken over from the run before. */
export class FileRuns {
  readonly #blocks = new Map<BlockData, Found>();
  readonly #records = new Map<RecordFacts, { readonly data: RecordData; readonly entry: Found }>();
  #whole: { readonly document: Document; readonly entry: Found } | undefined;
  readonly #own: RecordFacts | undefined;
  readonly #template: boolean;
  readonly findings: readonly UnitFindings[];

  constructor(file: ReadFile, setting: RunSetting, before: FileRuns | undefined) {
    const { document, facts } = file;
    this.#own = facts.own;
    this.#template = document.template;
    this.findings = [
      ...this.#runBlocks(document, setting, before),
      ...this.#runRecords(file, setting, before),
      ...this.#runWhole(document, setting, before),
    ].filter(({ found }) => found.length > 0);
    if (before) before.#dropAllBut(this, setting.memo);
  }

  /** Forgets all results. */
  drop(memo: Memo): void {
    for (const entry of this.#entries()) memo.drop(entry);
  }

  /** Forgets all results, but not what they hang on: the one entry that is given goes stale with the first of them. */
  merge(memo: Memo, onStale: () => void): Entry<undefined> {
    return memo.merge(this.#entries(), onStale);
  }

  *#entries(): Generator<Found> {
    yield* this.#blocks.values();
    for (const { entry } of this.#records.values()) yield entry;
    if (this.#whole) yield this.#whole.entry;
  }

  #dropAllBut(next: FileRuns, memo: Memo): void {
    for (const [data, entry] of this.#blocks) if (next.#blocks.get(data) !== entry) memo.drop(entry);
    for (const [facts, { entry }] of this.#records) if (next.#records.get(facts)?.entry !== entry) memo.drop(entry);
    if (this.#whole && this.#whole.entry !== next.#whole?.entry) memo.drop(this.#whole.entry);
  }

  #runBlocks(
    document: Document,
    { memo, rules, ctx, failed, onStale }: RunSetting,
    before: FileRuns | undefined,
  ): UnitFindings[] {
    const { path, template } = document;
    const own = this.#own;
    const same = before !== undefined && before.#own === own && before.#template === template;
    const blockRules = rules.filter((rule) => rule.block);
    return document.blocks.map(({ base, data }) => {
      let entry = this.#blocks.get(data) ?? (same ? before.#blocks.get(data) : undefined);
      if (!entry || entry.stale) {
        entry = memo.run(() => checkBlock(blockRules, { path, data, own, template }, ctx, failed), onStale);
      }
      this.#blocks.set(data, entry);
      return { base, found: entry.value };
    });
  }

  #runRecords(
    { document, facts }: ReadFile,
    { memo, rules, ctx, failed, onStale }: RunSetting,
    before: FileRuns | undefined,
  ): UnitFindings[] {
    const recordRules = rules.filter((rule) => rule.record);
    return document.records.flatMap(({ base, data }, i) => {
      const record = facts.records[i];
      if (!record) return [];
      const known = before ? before.#records.get(record) : undefined;
      const entry =
        known && known.data === data && !known.entry.stale
          ? known.entry
          : memo.run(
              () => checkRecord(recordRules, { path: document.path, data, facts: record }, ctx, failed),
              onStale,
            );
      this.#records.set(record, { data, entry });
      return [{ base, found: entry.value }];
    });
  }

  #runWhole(
    document: Document,
    { memo, rules, ctx, failed, onStale }: RunSetting,
    before: FileRuns | undefined,
  ): UnitFindings[] {
    const known = before ? before.#whole : undefined;
    const entry =
      before && known && known.document === document && before.#own === this.#own && !known.entry.stale
        ? known.entry
        : memo.run(() => checkDocument(rules, { document, own: this.#own }, ctx, failed), onStale);
    this.#whole = { document, entry };
    return [{ base: 0, found: entry.value }];
  }
}
