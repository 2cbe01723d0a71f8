import { PerformanceObserver } from "node:perf_hooks";
import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { turn } from "./v8-switches.ts";

/** What has to have come to the heap since it was last tidied for it to be worth the time, in bytes. */
const WORTH_IT = 24_000_000;

/**
 * By how much the heap may grow before it is collected again, in hundredths, once a workspace is read. V8's own measure is up to four times
 * what lives, which suits a program that is always at work; while somebody types, the collections this brings are done beside the typing.
 */
const GROWTH_AT_WORK = 20;

/** What the room for young objects may come to at work, in bytes. V8 would take twice as much, and let the heap grow by that, too. */
const YOUNG_AT_WORK = 16_000_000;

/** What V8 has taken for young objects, both halves. */
const young = (): number =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")?.space_size ?? 0;

const boundYoung = (): void => turn("semi-space-growth-factor", young() < YOUNG_AT_WORK ? 2 : 1);

/** From now on memory is used sparingly: the workspace is read, and what comes is somebody's work. */
export function atWork(): void {
  turn("heap-growing-percent", GROWTH_AT_WORK);
  // The room grows when the heap is collected and at no other time.
  new PerformanceObserver(boundYoung).observe({ entryTypes: ["gc"] });
}

/** What V8 has taken for the heap, the room it keeps in reserve included. */
const taken = (): number => getHeapStatistics().total_heap_size;

/**
 * What gives back the memory that reading a workspace or working on a long document needed and nothing needs any more. Node collects when
 * it needs room, which after that it does not for a long time, and keeps the room for young objects that it once needed. To collect takes
 * a tenth of a second or some, so it is for a moment at which nobody waits; where little has come since the last time, nothing is done.
 */
export function tidier(collect: () => Promise<void> = collectAll): () => Promise<void> {
  let left = 0;
  return async () => {
    if (taken() - left < WORTH_IT) return;
    await collect();
    left = taken();
  };
}

/** Collects as V8 does when the system is short of memory: what it keeps in reserve is given back, too. */
export async function collectAll(): Promise<void> {
  try {
    // Of what every Node offers, only the inspector does this. It is loaded when it is needed, which no start is for.
    const session = new (process.getBuiltinModule("node:inspector").Session)();
    session.connect();
    // Some versions collect before they answer, and a session must not be ended within its own answer.
    await new Promise<void>((done) => session.post("HeapProfiler.collectGarbage", () => setImmediate(done)));
    session.disconnect();
  } catch {
    collectPlainly();
  }
}

/** For a Node without an inspector. */
function collectPlainly(): void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  setFlagsFromString("--no-expose-gc");
  collect();
  // What only finalizers held is gone with the second round.
  collect();
}
