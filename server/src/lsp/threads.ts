import { availableParallelism } from "node:os";
import { join } from "node:path";
import {
  MessageChannel,
  type MessagePort,
  parentPort,
  receiveMessageOnPort,
  Worker,
  workerData,
} from "node:worker_threads";
import { IndexFile, type IndexPieces, readPieces, type ShownPieces } from "../files/index-file.ts";
import { type Mate, takeShare } from "./crew.ts";
import { type FirstReading, readFirst } from "./first-reading.ts";
import type { ReadElsewhere } from "./kept-index.ts";
import { Line } from "./line.ts";
import type { Files } from "./share-out.ts";
import { turn, turnBack } from "./v8-switches.ts";

/** What starts the server, in the folder of its bundle. */
const ENTRY = "server.cjs";
/** Threads that share a first reading at most. */
const THREADS = 4;
/** Of more than two cores so many are left to the server, which answers meanwhile, and to V8, which compiles for each thread. */
const LEFT = 1;
/** A thread more is worth its start for so many documents. */
const WORTH_ANOTHER = 800;

/** The rest of an index comes soon after what was found; so long it is waited for, and so long at a step, in milliseconds. */
const LONGEST = 10_000;
const A_WHILE = 2;
/** What nobody wakes. */
const nobody = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

type RestOfIndex = IndexPieces["rest"];

/** How many threads share a first reading at most. */
const most = (cores: number): number => Math.min(THREADS, cores > 2 ? cores - LEFT : cores);

/** What the server tells the thread that leads, once it has found them. */
type ToLeader = Files;

/** What the thread that leads tells the server. */
type FromLeader = "begun" | { readonly shown: ShownPieces } | { readonly kept: boolean };

/** What a thread is started for; ports lead from the one that leads to each of the others, and one to the server, for the rest of the index. */
type Task =
  | { readonly lead: FirstReading; readonly mates: readonly MessagePort[]; readonly rest: MessagePort }
  | { readonly share: MessagePort };

function start(task: Task): Worker {
  const transferList = "share" in task ? [task.share] : [...task.mates, task.rest];
  return new Worker(join(__dirname, ENTRY), { workerData: task, transferList });
}

/** `readFirst` in threads of its own, which leave the server free to answer and take what reading needs of memory with them when they end. */
export function readInThreads(
  reading: FirstReading,
  find: () => Promise<Files | undefined>,
  ended: AbortSignal,
): Promise<ReadElsewhere | undefined> {
  return new Promise((resolve, reject) => {
    const lines = Array.from({ length: most(availableParallelism()) - 1 }, () => new MessageChannel());
    const mates = lines.map(({ port2 }) => start({ share: port2 }));
    // Its line ends with it, which tells the one that leads.
    for (const mate of mates) mate.on("error", () => undefined);
    const rest = new MessageChannel();
    const leader = start({ lead: reading, mates: lines.map(({ port1 }) => port1), rest: rest.port2 });
    let gone = false;
    const kept = new Promise<boolean>((tell) => {
      leader.on("message", (message: FromLeader) => {
        if (message === "begun") spareWork();
        else if ("shown" in message)
          resolve({
            index: readPieces(
              message.shown,
              coming(rest.port1, () => gone),
            ),
            kept,
          });
        else tell(message.kept);
      });
      leader.on("exit", () => tell(false));
    });
    leader.on("error", reject);
    const end = (): void => {
      for (const worker of [leader, ...mates]) void worker.terminate();
    };
    ended.addEventListener("abort", end);
    find().then(
      (files) => files && leader.postMessage(files satisfies ToLeader),
      (error: unknown) => {
        end();
        reject(error);
      },
    );
    leader.on("exit", () => {
      gone = true;
      workAsUsual();
      // It would hold what was read for as long as the server runs.
      ended.removeEventListener("abort", end);
      resolve(undefined);
    });
  });
}

/** By how much the heap of each thread may grow before it is collected again, in hundredths: what is read stays until all is. */
const GROWTH_IN_READING = 1500;

/**
 * While folders are first read each thread runs all code for the first time and for some seconds only, and compiling it for speed takes as
 * long as reading; and of a heap in which nearly all stays a collection gives back next to nothing. Set once the threads have begun: their
 * own code comes from a cache.
 */
function spareWork(): void {
  turn("interrupt-budget", 400_000);
  turn("max-inlined-bytecode-size-cumulative", 300);
  turn("heap-growing-percent", GROWTH_IN_READING);
}

function workAsUsual(): void {
  turnBack("interrupt-budget");
  turnBack("max-inlined-bytecode-size-cumulative");
  turnBack("heap-growing-percent", GROWTH_IN_READING);
}

/** What a thread does that `readInThreads` started. */
export async function work(): Promise<void> {
  const task = workerData as Task;
  if ("share" in task) return takeShare(task.share).finally(() => task.share.close());
  const tell = (message: FromLeader): void => parentPort?.postMessage(message);
  const files = new Promise<ToLeader>((resolve) => parentPort?.once("message", resolve));
  tell("begun");
  const ports = [...task.mates];
  const crew = { most: ports.length, each: WORTH_ANOTHER, start: () => mateOf(ports.shift() as MessagePort) };
  // What was found is shown while the rest is made and written.
  const index = await readFirst(task.lead, await files, crew, (shown) => tell({ shown }));
  for (const port of task.mates) port.close();
  task.rest.postMessage(index.rest satisfies RestOfIndex);
  tell({ kept: keep(index, task.lead) });
}

/**
 * The rest of an index, once it comes from the thread that makes it; undefined for a step at which it has not. Each step waits a little:
 * whoever must have it at once takes all steps at a time.
 * @param gone whether nothing is sent any more, as far as one has been told
 * @throws when it does not come
 */
export function* coming(port: MessagePort, gone: () => boolean): Generator<RestOfIndex | undefined> {
  const until = performance.now() + LONGEST;
  try {
    for (let ended = gone(); ; ended = gone()) {
      const come = receiveMessageOnPort(port);
      if (come) return yield come.message as RestOfIndex;
      if (ended || performance.now() > until) throw new Error("the rest of what was found has not come");
      Atomics.wait(nobody, 0, 0, A_WHILE);
      yield undefined;
    }
  } finally {
    port.close();
  }
}

/** Whether what was read could be left on disk. The server tries again later, and says so where that fails. */
function keep(index: IndexPieces, { storage, roots, build }: FirstReading): boolean {
  if (storage === undefined) return false;
  try {
    new IndexFile(storage, roots, build).put(index);
    return true;
  } catch {
    return false;
  }
}

/** The line to one that takes a share; it fails when that one ends. */
export function mateOf(port: MessagePort): Mate {
  const mate: Mate = new Line(port);
  port.on("close", () => mate.fail(new Error("a thread has ended too early")));
  return mate;
}
