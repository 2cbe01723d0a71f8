import { statSync } from "node:fs";
import { join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { type FirstReading, readFirst } from "./first-reading.ts";
import { startServer } from "./server.ts";
import { tidier } from "./tidy.ts";
import { transportOf } from "./transport.ts";

if (isMainThread) main();
else void readFirst(workerData as FirstReading).then((whole) => parentPort?.postMessage(whole));

function main(): void {
  const transport = transportOf(process.argv.slice(2), process.send !== undefined);
  if (typeof transport === "string") serve(transport);
  else {
    process.stderr.write(`aims: ${transport.error}\n`);
    process.exitCode = 2;
  }
}

function serve(chosen: string): void {
  if (!process.argv.includes(chosen)) process.argv.push(chosen);
  const connection = createConnection(ProposedFeatures.all);
  process.on("uncaughtException", (error) => connection.console.error(`Uncaught: ${error.stack ?? error.message}`));
  process.on("unhandledRejection", (reason) => connection.console.error(`Unhandled: ${String(reason)}`));
  startServer(connection, { build: buildOf(__filename), readFirst: readInThread, tidy: tidier() });
}

/** Another bundle has another size or time. */
function buildOf(bundle: string): string {
  const { size, mtimeMs } = statSync(bundle);
  return `${size} ${mtimeMs}`;
}

/** What starts the server, in the folder of its bundle. */
const ENTRY = "server.cjs";

/** `readFirst` in a thread of its own, which leaves the server free to answer and takes what reading needs of memory with it when it ends. */
function readInThread(reading: FirstReading, ended: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, ENTRY), { workerData: reading });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => resolve(false));
    ended.addEventListener("abort", () => void worker.terminate(), { once: true });
  });
}
