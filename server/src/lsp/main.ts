import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "./server.ts";

const TRANSPORTS = ["--stdio", "--node-ipc", "--socket", "--pipe"];

if (!process.argv.some((arg) => TRANSPORTS.some((one) => arg === one || arg.startsWith(`${one}=`)))) {
  process.argv.push(process.send ? "--node-ipc" : "--stdio");
}
const connection = createConnection(ProposedFeatures.all);
process.on("uncaughtException", (error) => connection.console.error(`Uncaught: ${error.stack ?? error.message}`));
process.on("unhandledRejection", (reason) => connection.console.error(`Unhandled: ${String(reason)}`));
startServer(connection);
