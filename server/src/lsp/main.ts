import { statSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "./server.ts";
import { readInThreads, work } from "./threads.ts";
import { atWork, tidier } from "./tidy.ts";
import { transportOf } from "./transport.ts";

export { asUsual } from "./v8-switches.ts";

if (isMainThread) main();
else void work();

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
  startServer(connection, { build: buildOf(__filename), readFirst: readInThreads, atWork, tidy: tidier() });
}

/** Another bundle has another size or time. */
function buildOf(bundle: string): string {
  const { size, mtimeMs } = statSync(bundle);
  return `${size} ${mtimeMs}`;
}
