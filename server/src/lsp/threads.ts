import { availableParallelism } from "node:os";
import { join } from "node:path";
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
/** So many cores are left to the server, which answers meanwhile, and to V8, which compiles for each thread beside it and needs about as long. */
const LEFT = 1;
/** A thread more is worth its start for so many documents. */
const WORTH_ANOTHER = 800;

/** What a thread is started for. */
type Task = { readonly lead: FirstReading } | { readonly share: true };

/** What the thread that leads tells the server: what it read, then whether it is on disk. */
type Told = { readonly index: IndexPieces } | { readonly kept: boolean };

function start(task: Task): Worker {
  return new Worker(join(__dirname, ENTRY), { workerData: task });
}

/** `readFirst` in threads of its own, which leave the server free to answer and take what reading needs of memory with them when they end. */
export function readInThreads(reading: FirstReading, ended: AbortSignal): Promise<ReadElsewhere | undefined> {
  return new Promise((resolve, reject) => {
    const worker = start({ lead: reading });
    let keep: (kept: boolean) => void;
    const kept = new Promise<boolean>((known) => {
      keep = known;
    });
    worker.on("message", (told: Told) => {
      if ("index" in told) resolve({ index: told.index, kept });
      else keep(told.kept);
    });
    worker.on("error", reject);
    const end = (): void => void worker.terminate();
    ended.addEventListener("abort", end);
    worker.on("exit", () => {
      // It would hold what was read for as long as the server runs.
      ended.removeEventListener("abort", end);
      keep(false);
      resolve(undefined);
    });
  });
}

/** What a thread does that `readInThreads` started. */
export async function work(): Promise<void> {
  const [task, port] = [workerData as Task, parentPort as MessagePort];
  if ("share" in task) return takeShare(port).finally(() => port.close());
  const tell = (told: Told): void => port.postMessage(told);
  const { storage, roots, build } = task.lead;
  const most = Math.max(1, Math.min(THREADS, availableParallelism() - LEFT)) - 1;
  const index = await readFirst(task.lead, { most, each: WORTH_ANOTHER, start: () => mateOf(start({ share: true })) });
  tell({ index });
  if (storage === undefined) return;
  new IndexFile(storage, roots, build).put(index);
  tell({ kept: true });
}

/** The line to a thread that takes a share; it fails when the thread does. */
export function mateOf(worker: Worker): Mate {
  const mate: Mate = new Line(worker);
  worker.on("error", (error) => mate.fail(error));
  worker.on("exit", () => mate.fail(new Error("a thread has ended too early")));
  return mate;
}
