// A real VS Code without a download from its vendor: code-server's VS Code server and workbench, and the Node it
// needs, from the npm registry into .cache/host.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { isInstalled } from "../lib/dependencies.mjs";
import { CACHE, run, runNpm } from "../lib/process.mjs";

const HOST = join(CACHE, "host");
const CODE = join(HOST, "node_modules", "code-server", "lib", "vscode");
const NODE = join(HOST, "node_modules", `node-linux-${process.arch}`, "bin", "node");

/** A host that is installed: the Node it runs on, the server's entry, the version of VS Code. */
/** @typedef {{ node: string, server: string, version: string }} Host */

/**
 * Installs the host if it is not there yet (20 s, 800 MB).
 * @returns {Host}
 * @throws {Error} one sentence why this machine cannot have it.
 */
export function installHost() {
  if (process.platform !== "linux" || !["x64", "arm64"].includes(process.arch))
    throw new Error(
      `The browser workbench runs on Linux (x64, arm64) only, not on ${process.platform} ${process.arch}.`,
    );
  mkdirSync(HOST, { recursive: true });
  for (const file of ["package.json", "package-lock.json"])
    copyFileSync(join(import.meta.dirname, file), join(HOST, file));
  if (!isInstalled(HOST) || !existsSync(NODE)) {
    console.log("Installing the editor host (about 800 MB below .cache/host, once) …");
    // Its install scripts compile native modules that the workbench runs without.
    npm(["ci", "--ignore-scripts"], HOST);
  }
  if (!hasServerModules()) {
    // Not `npm ci`: the shrinkwrap that VS Code's server ships lacks one package.
    npm(["install", "--omit=dev", "--ignore-scripts"], CODE);
    writeFileSync(serverStamp(), hostVersion());
  }
  if (run(NODE, ["--version"], { quiet: true }) !== 0) throw new Error(`${NODE} does not run on this machine.`);
  return { node: NODE, server: join(CODE, "out", "server-main.js"), version: hostVersion() };
}

function npm(args, cwd) {
  const env = { ...process.env, PATH: `${join(NODE, "..")}${delimiter}${process.env.PATH ?? ""}` };
  const code = runNpm([...args, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd,
    env,
    quiet: true,
  });
  if (code !== 0) throw new Error(`The editor host could not be installed: npm ${args[0]} ended with ${code}.`);
}

function hostVersion() {
  return JSON.parse(readFileSync(join(CODE, "package.json"), "utf8")).version;
}

function serverStamp() {
  return join(CODE, "node_modules", ".installed-for");
}

function hasServerModules() {
  return existsSync(serverStamp()) && readFileSync(serverStamp(), "utf8") === hostVersion();
}
