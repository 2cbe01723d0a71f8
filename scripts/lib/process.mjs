// Child processes and where things are. Node builtins only: `npm start` runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The project's folder. */
export const ROOT = join(import.meta.dirname, "../..");
/** Everything the scripts keep between runs and nobody commits. */
export const CACHE = join(ROOT, ".cache");

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `quiet` shows the output only on failure.
 * @returns {number} The exit code; 1 when it was ended by a signal, 127 when it could not be started.
 */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: options.cwd ?? ROOT,
    env: options.env ?? process.env,
    stdio: ["ignore", options.quiet ? "pipe" : "inherit", options.quiet ? "pipe" : "inherit"],
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32" && !command.endsWith(".exe"),
  });
  if (options.quiet && result.status !== 0) process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
  if (result.error) return 127;
  return result.status ?? 1;
}

/** Like `run`, with the Node that runs this script. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/**
 * The npm that started this script, or the one on the path.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options]
 */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith(".js") ? runNode([npm, ...args], options) : run("npm", args, options);
}

/**
 * Where a program is on the path.
 * @param {string} name
 * @returns {string | undefined}
 */
export function which(name) {
  const endings = process.platform === "win32" ? (process.env.PATHEXT ?? ".EXE;.CMD;.BAT").split(";") : [""];
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    if (folder === "" || folder.includes(join("node_modules", ".bin"))) continue;
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (isExecutable(file)) return file;
    }
  }
  return undefined;
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * Starts a program that stays up, in a process group of its own, and promises to end the whole group.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, output?: (text: string) => void }} [options]
 */
export function startGroup(command, args, options = {}) {
  const child = spawn(command, args, {
    env: options.env ?? process.env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const exited = new Promise((resolve) => {
    child.once("exit", resolve);
    child.once("error", resolve);
  });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => options.output?.(String(data)));
  const signal = (name) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch {
      // The group is gone already.
    }
  };
  const endNow = () => signal("SIGKILL");
  process.once("exit", endNow);
  return {
    exited,
    running: () => child.exitCode === null && child.signalCode === null && child.pid !== undefined,
    /** Asks the group to end, and makes it after three seconds. */
    async stop() {
      signal("SIGTERM");
      const late = setTimeout(endNow, 3000);
      await exited;
      clearTimeout(late);
      endNow();
      process.removeListener("exit", endNow);
    },
  };
}
