// Runs the built server once over examples/tiny and leaves V8's code cache of what it used in dist/, for the Node that builds.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const LONGEST_MS = 20_000;

/** Messages of the protocol, each with its header. */
const framed = (message) => {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

/** Resolves when the cache is written, or when it could not be: a server without one only starts slower. */
export function writeCodeCache(root = ROOT) {
  const folder = path.join(root, "examples/tiny");
  const uri = (file) => pathToFileURL(path.join(folder, file)).href;
  const server = spawn(process.execPath, [path.join(root, "dist/server.cjs"), "--stdio"], {
    env: { ...process.env, AIMS_WRITE_CODE_CACHE: "1" },
    stdio: ["pipe", "pipe", "ignore"],
  });
  const send = (message) => server.stdin.write(framed(message));
  const open = (file, languageId, text) =>
    send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri: uri(file), languageId, version: 1, text } },
    });
  send({
    id: 1,
    method: "initialize",
    params: {
      processId: null,
      rootUri: pathToFileURL(folder).href,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "tiny" }],
      capabilities: {},
    },
  });
  send({ method: "initialized", params: {} });
  open("risks.yaml", "yaml", readFileSync(path.join(folder, "risks.yaml"), "utf8"));
  open(
    "note.md",
    "markdown",
    "# Note\n\n**Document ID:** AIMS-PROC-009\n**Owner:** Ada\n\n| Risk ID | Description |\n|---|---|\n| RISK-009 | x |\n",
  );
  return new Promise((resolve) => {
    let heard = "";
    const end = () => {
      send({ id: 2, method: "shutdown" });
      send({ method: "exit" });
    };
    const timer = setTimeout(() => server.kill(), LONGEST_MS);
    let quiet = setTimeout(end, LONGEST_MS / 2);
    server.stdout.on("data", (data) => {
      heard += data;
      if (!heard.includes("publishDiagnostics")) return;
      clearTimeout(quiet);
      quiet = setTimeout(end, 700);
    });
    server.on("error", () => undefined);
    server.stdin.on("error", () => undefined);
    server.on("exit", () => {
      clearTimeout(timer);
      clearTimeout(quiet);
      resolve();
    });
  });
}
