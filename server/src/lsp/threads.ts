import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { type MessagePort, parentPort, Worker, workerData } from "node:worker_threads";
import { IndexFile, type IndexPieces } from "../files/index-file.ts";
import { type Mate, takeShare } from "./crew.ts";
import { type FirstReading, readFirst } from "./first-reading.ts";
import type { ReadElsewhere } from "./kept-index.ts";
import { Line } from "./line.ts";

/** What starts the server, in the folder of its bundle. */
const ENTRY = "server.cjs";
/** Threads that share a first reading at most. */
const THREADS = 4;
/** Of more than two cores so many are left to the server, which answers meanwhile, and to V8, which compiles for each thread. */
const LEFT = 1;
/** A thread more is worth its start for so many documents. */
const WORTH_ANOTHER = 800;

/** How many threads share a first reading at most. */
const most = (cores: number): number => Math.min(THREADS, cores > 2 ? cores - LEFT : cores);

/**
 * After how many bytes of bytecode run V8 thinks of compiling a function for speed, and how many it takes into one: usually, and while
 * folders are first read. Then each thread runs all code for the first time and for some seconds only, and compiling takes as long as
 * reading. These are switches of the whole process.
 */
const COMPILING = { usual: [67_584, 920], reading: [400_000, 300] } as const;

function compile([budget, inlined]: readonly [number, number]): void {
  setFlagsFromString(`--interrupt-budget=${budget}`);
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${inlined}`);
}

/** What the thread that leads tells the server. */
type FromLeader = { readonly index: IndexPieces } | { readonly kept: boolean };

/** What a thread is started for. */
type Task = { readonly lead: FirstReading } | { readonly share: true };

function start(task: Task): Worker {
  return new Worker(join(__dirname, ENTRY), { workerData: task });
}

/** `readFirst` in threads of its own, which leave the server free to answer and take what reading needs of memory with them when they end. */
export function readInThreads(reading: FirstReading, ended: AbortSignal): Promise<ReadElsewhere | undefined> {
  return new Promise((resolve, reject) => {
    compile(COMPILING.reading);
    const worker = start({ lead: reading });
    const kept = new Promise<boolean>((tell) => {
      worker.on("message", (message: FromLeader) => {
        if ("index" in message) resolve({ index: message.index, kept });
        else tell(message.kept);
      });
      worker.on("exit", () => tell(false));
    });
    worker.on("error", reject);
    const end = (): void => void worker.terminate();
    ended.addEventListener("abort", end);
    worker.on("exit", () => {
      compile(COMPILING.usual);
      // It would hold what was read for as long as the server runs.
      ended.removeEventListener("abort", end);
      resolve(undefined);
    });
  });
}

/** What a thread does that `readInThreads` started. */
export async function work(): Promise<void> {
  const [task, port] = [workerData as Task, parentPort as MessagePort];
  if ("share" in task) return takeShare(port).finally(() => port.close());
  const mates = most(availableParallelism()) - 1;
  const crew = { most: mates, each: WORTH_ANOTHER, start: () => mateOf(start({ share: true })) };
  const index = await readFirst(task.lead, crew);
  const tell = (message: FromLeader): void => port.postMessage(message);
  // What was found is shown while it is written.
  tell({ index });
  tell({ kept: keep(index, task.lead) });
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

/** The line to a thread that takes a share; it fails when the thread does. */
export function mateOf(worker: Worker): Mate {
  const mate: Mate = new Line(worker);
  worker.on("error", (error) => mate.fail(error));
  worker.on("exit", () => mate.fail(new Error("a thread has ended too early")));
  return mate;
}
