import type { KindId } from "../generated/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import { type Happened, happening, holdsUntil, type Intervals } from "./dated.ts";
import { compareFingerprint } from "../workspace/fingerprint.ts";
import { goesByRegister, type Standing, standingOf } from "./standing.ts";
import { realText } from "./values.ts";
import type { World } from "./world.ts";
import type { Today } from "../workspace/today.ts";

/** A record with where it stands today and when it says that something was done. */
export interface Judged {
  readonly record: RecordFacts;
  readonly standing: Standing;
  /** Whatever day it says, one to come too. */
  readonly happened: Happening | undefined;
  /** What it shows being done; undefined unless it counts and its day has come. */
  readonly done: Happening | undefined;
}

/** Something that was done. */
export interface Happening extends Happened {
  /** The day up to which it holds. */
  readonly until: string | undefined;
  /** Whether it was done and still holds today. */
  readonly current: boolean;
}

/** A judgement and all it hangs on besides the record. */
interface Kept extends Judged {
  readonly register: RecordFacts | undefined;
  readonly intervals: Intervals;
  readonly today: Today;
}

const kept = new WeakMap<RecordFacts, Kept>();

function judgeBy(
  record: RecordFacts,
  register: RecordFacts | undefined,
  { intervals, today }: Pick<Kept, "intervals" | "today">,
): Judged {
  const known = kept.get(record);
  if (known && known.register === register && known.intervals === intervals && known.today === today) return known;
  const standing = standingOf(record, register, today);
  const happened = happeningBy(happening(record, register), record, intervals, today);
  const done = standing.state === "counts" && happened && today.reached(happened.day) ? happened : undefined;
  const judged: Kept = { record, standing, happened, done, register, intervals, today };
  kept.set(record, judged);
  return judged;
}

function happeningBy(
  happened: Happened | undefined,
  record: RecordFacts,
  intervals: Intervals,
  today: Today,
): Happening | undefined {
  if (happened === undefined) return undefined;
  const until = holdsUntil(record, happened.day, intervals);
  const { day, by } = happened;
  return { day, by, until, current: today.reached(day) && (until === undefined || !today.past(until)) };
}

/** The document around a record: its file's own record, if that is another one. */
function registerOf(index: AimsIndex, record: RecordFacts): RecordFacts | undefined {
  const own = index.file(record.path)?.own;
  return own === record ? undefined : own;
}

/** A judgement of a record that counts by an approval, held against the fingerprint in it: what was approved has to be what stands here. */
function heldToApproval(index: AimsIndex, judged: Judged): Judged {
  const approved = judged.standing.by ?? judged.record;
  const written = judged.standing.state === "counts" ? realText(approved, "approved_digest") : undefined;
  const print = written === undefined ? undefined : index.fingerprint(approved);
  const difference = print && compareFingerprint(print, written as string);
  if (!difference || difference.same) return judged;
  const standing: Standing = { ...judged.standing, state: "placeholder", note: "has changed since it was approved" };
  return { record: judged.record, standing, happened: judged.happened, done: undefined };
}

/** What `aims.yaml` says of how long things hold. */
export const intervalsIn = (index: AimsIndex): Intervals => index.config().plain.review_intervals;

/** Judges one record. */
export function judge({ index, today }: World, record: RecordFacts): Judged {
  const register = goesByRegister(record.kind) ? registerOf(index, record) : undefined;
  return heldToApproval(index, judgeBy(record, register, { intervals: intervalsIn(index), today: today() }));
}

/**
 * Judged records of one kind in one file. While nothing of them has changed it is the same object, so that what is made of it
 * can be kept with `once`.
 */
export type Chunk = readonly Judged[];

/** A chunk and all it hangs on besides its records. */
type KeptChunk = Pick<Kept, "register" | "intervals" | "today"> & { readonly chunk: Chunk };

/** By the first of their records. */
const chunks = new WeakMap<RecordFacts, KeptChunk>();

function chunkOf(
  { index }: World,
  kind: KindId,
  records: readonly RecordFacts[],
  by: Pick<Kept, "intervals" | "today">,
): Chunk {
  const [first] = records as readonly [RecordFacts];
  const register = goesByRegister(kind) ? index.file(first.path)?.own : undefined;
  const { intervals, today } = by;
  const kept = chunks.get(first);
  if (
    kept &&
    kept.register === register &&
    kept.intervals === intervals &&
    kept.today === today &&
    isOf(kept.chunk, records)
  )
    return kept.chunk;
  const chunk = records.map((record) => judgeBy(record, register === record ? undefined : register, by));
  chunks.set(first, { register, intervals, today, chunk });
  return chunk;
}

function isOf(chunk: Chunk, records: readonly RecordFacts[]): boolean {
  if (chunk.length !== records.length) return false;
  for (let i = 0; i < records.length; i++) if (chunk[i]?.record !== records[i]) return false;
  return true;
}

/** All records of a kind, judged. */
export const judgedOf = (world: World, kind: KindId): readonly Chunk[] =>
  world.share(`judged ${kind}`, () => [...judgedInTurn(world, kind)]);

/**
 * The same one after another, for who may have enough with the first few.
 * @param wanted leaves out files with none of the records looked for, which need not be judged
 */
export function* judgedInTurn(world: World, kind: KindId, wanted?: (record: RecordFacts) => boolean): Generator<Chunk> {
  for (const chunk of chunksOfKind(world, kind, wanted)) yield approvedIn(world, chunk);
}

/** The chunks of a kind one after another; what they are made of is kept with their records, so that `judgedOf` finds it. */
export function* chunksOfKind(world: World, kind: KindId, wanted?: (record: RecordFacts) => boolean): Generator<Chunk> {
  const by = { intervals: intervalsIn(world.index), today: world.today() };
  for (const records of byFile(world.index.ofKind(kind)))
    if (!wanted || records.some(wanted)) yield chunkOf(world, kind, records, by);
}

/** Whether a record counts by an approval that says what was approved. */
const hasDigest = ({ record, standing }: Judged): boolean =>
  (standing.by ?? record).plain.approved_digest !== undefined;

/** The chunk itself unless a text has changed since it was approved: what is kept of records does not see a change of their prose. */
function approvedIn({ index }: World, chunk: Chunk): Chunk {
  if (!chunk.some(hasDigest)) return chunk;
  const held = chunk.map((judged) => heldToApproval(index, judged));
  return held.every((judged, i) => judged === chunk[i]) ? chunk : held;
}

/** Records in the order of their paths, cut where another file begins. */
function byFile(records: readonly RecordFacts[]): (readonly RecordFacts[])[] {
  const out: (readonly RecordFacts[])[] = [];
  let start = 0;
  let path = records[0]?.path;
  for (let i = 1; i <= records.length; i++) {
    const next = records[i]?.path;
    if (next === path) continue;
    out.push(records.slice(start, i));
    start = i;
    path = next;
  }
  return out;
}
