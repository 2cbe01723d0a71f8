import type { DocumentUnit, RuleContext } from "../rules/rule.ts";
import {
  checkBlock,
  checkDocument,
  checkRecord,
  type OnFailure,
  type RuleFinding,
  type RuleSet,
} from "../rules/run.ts";
import { listsIn } from "../rules/lists.ts";
import type { PlacedRecord, RecordFacts } from "../records/model.ts";
import type { Block, BlockData, Document } from "../syntax/document.ts";
import { toEnd } from "../text/to-end.ts";
import type { ReadFile } from "../workspace/facts.ts";
import { Readings } from "./readings.ts";

/** What was found in one unit of a file. */
export interface UnitFindings {
  /** Offset to which spans of the findings are relative. */
  readonly base: number;
  readonly found: readonly RuleFinding[];
}

/** What is needed to check a unit. */
export interface Checking {
  readonly rules: RuleSet;
  readonly ctx: RuleContext;
  readonly failed: OnFailure;
}

const listsOf = (data: BlockData): number | undefined => listsIn(data) || undefined;

/**
 * A whole document as rules see it, with what is known of its records and blocks in `readings`.
 * @param lists those in which any of its blocks holds something, where this is known
 */
export function documentUnit(
  document: Document,
  own: RecordFacts | undefined,
  readings: Readings,
  ctx: RuleContext,
  lists?: number,
): DocumentUnit {
  readings.move(document);
  return {
    document,
    own,
    lists: lists ?? allOf(readings.eachBlock(listsOf, ctx.config())),
    eachRecord: (read) => readings.eachRecord(read, ctx.config()),
    eachBlock: (read) => readings.eachBlock(read, ctx.config()),
  };
}

function allOf(lists: readonly (number | undefined)[]): number {
  let all = 0;
  for (const one of lists) all |= one ?? 0;
  return all;
}

/** So many units are checked at one go. */
export const STEP = 64;

/** What is found in the units of a file one after another, in units where anything is; nothing is kept for another time. */
export const findingsIn = (file: ReadFile, checking: Checking): UnitFindings[] => toEnd(findingIn(file, checking));

/** The same in steps of some milliseconds. */
export function* findingIn(
  { document, facts }: ReadFile,
  { rules, ctx, failed }: Checking,
): Generator<undefined, UnitFindings[]> {
  const { path, blocks, records } = document;
  const findings: UnitFindings[] = [];
  const ofBlocks = rules.within(document.text);
  let lists = 0;
  for (let i = 0; i < blocks.length; i++) {
    const { base, data } = blocks[i] as Block;
    const held = listsIn(data);
    lists |= held;
    const found = checkBlock(ofBlocks, document, data, held, ctx, failed);
    if (found.length > 0) findings.push({ base, found });
    if (i % STEP === STEP - 1) yield;
  }
  for (let i = 0; i < records.length; i++) {
    const { base, data } = records[i] as PlacedRecord;
    const found = checkRecord(rules, { path, data, facts: facts.records[i] as RecordFacts }, ctx, failed);
    if (found.length > 0) findings.push({ base, found });
    if (i % STEP === STEP - 1) yield;
  }
  const found = checkDocument(rules, documentUnit(document, facts.own, new Readings(), ctx, lists), ctx, failed);
  if (found.length > 0) findings.push({ base: 0, found });
  return findings;
}
