import type { KindId } from "../generated/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import { type Happened, happening, holdsUntil, type Intervals } from "./dated.ts";
import { goesByRegister, type Standing, standingOf } from "./standing.ts";
import type { World } from "./world.ts";

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
interface Kept {
  readonly register: RecordFacts | undefined;
  readonly intervals: Intervals;
  readonly today: string;
  readonly judged: Judged;
}

const kept = new WeakMap<RecordFacts, Kept>();

function judgeBy(
  record: RecordFacts,
  register: RecordFacts | undefined,
  { intervals, today }: Pick<Kept, "intervals" | "today">,
): Judged {
  const known = kept.get(record);
  if (known && known.register === register && known.intervals === intervals && known.today === today) {
    return known.judged;
  }
  const standing = standingOf(record, register, today);
  const happened = happeningBy(happening(record, register), record, intervals, today);
  const done = standing.state === "counts" && happened && happened.day <= today ? happened : undefined;
  const judged: Judged = { record, standing, happened, done };
  kept.set(record, { register, intervals, today, judged });
  return judged;
}

function happeningBy(
  happened: Happened | undefined,
  record: RecordFacts,
  intervals: Intervals,
  today: string,
): Happening | undefined {
  if (happened === undefined) return undefined;
  const until = holdsUntil(record, happened.day, intervals);
  return { ...happened, until, current: happened.day <= today && (until === undefined || until >= today) };
}

/** The document around a record: its file's own record, if that is another one. */
function registerOf(index: AimsIndex, record: RecordFacts): RecordFacts | undefined {
  const own = index.file(record.path)?.own;
  return own === record ? undefined : own;
}

/** What `aims.yaml` says of how long things hold. */
export const intervalsIn = (index: AimsIndex): Intervals => index.config().plain.review_intervals;

/** Judges one record. */
export function judge({ index, today }: World, record: RecordFacts): Judged {
  const register = goesByRegister(record.kind) ? registerOf(index, record) : undefined;
  return judgeBy(record, register, { intervals: intervalsIn(index), today: today() });
}

/** Judges records that stand in the order of their paths; each file is read once. */
function judgeAll({ index, today }: World, records: readonly RecordFacts[]): Judged[] {
  const by = { intervals: intervalsIn(index), today: today() };
  let path: string | undefined;
  let own: RecordFacts | undefined;
  return records.map((record) => {
    if (!goesByRegister(record.kind)) return judgeBy(record, undefined, by);
    if (record.path !== path) {
      path = record.path;
      own = index.file(path)?.own;
    }
    return judgeBy(record, own === record ? undefined : own, by);
  });
}

/** All records of a kind, judged. */
export const judgedOf = (world: World, kind: KindId): readonly Judged[] =>
  world.share(`judged ${kind}`, () => judgeAll(world, world.index.ofKind(kind)));
