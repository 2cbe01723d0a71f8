import { statSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { startServer } from "./server.ts";
import { readInThreads, work } from "./threads.ts";
import { atWork, tidier } from "./tidy.ts";
import { type Transport, transportOf } from "./transport.ts";

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

function serve(transport: Transport): void {
  const isStream = transport === "--stdio";
  const reader = isStream ? new StreamMessageReader(process.stdin) : new IPCMessageReader(process);
  const writer = isStream ? new StreamMessageWriter(process.stdout) : new IPCMessageWriter(process);
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  process.on("uncaughtException", (error) => connection.console.error(`Uncaught: ${error.stack ?? error.message}`));
  process.on("unhandledRejection", (reason) => connection.console.error(`Unhandled: ${String(reason)}`));
  reader.onError((error) => {
    // Where only the content of a message is broken the next one can be read.
    if (error instanceof SyntaxError) connection.console.error(`A message could not be read: ${error.message}`);
    else giveUp(error);
  });
  const environment = { build: buildOf(__filename), readFirst: readInThreads, atWork, tidy: tidier() };
  endWith(transport, reader, writer, startServer(connection, environment));
}

/** After a header that cannot be read no message could be, so the server ends, and an editor starts another. */
function giveUp({ message }: Error): never {
  process.stderr.write(`aims: what comes is not the language server protocol: ${message.split("\n")[0]}\n`);
  process.exit(1);
}

/** The server does not outlive the other end: nobody else would end it. */
function endWith(transport: Transport, reader: MessageReader, writer: MessageWriter, asked: () => boolean): void {
  const leave = (): never => process.exit(asked() ? 0 : 1);
  if (transport === "--stdio") process.stdin.on("end", leave);
  else process.on("disconnect", leave);
  reader.onClose(leave);
  writer.onError(leave);
}

/** Another bundle has another size or time. */
function buildOf(bundle: string): string {
  const { size, mtimeMs } = statSync(bundle);
  return `${size} ${mtimeMs}`;
}
