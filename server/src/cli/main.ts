import { realpathSync } from "node:fs";
import { slashes } from "../files/slashes.ts";
import { CliError, parseCommand, USAGE } from "./args.ts";
import { runCheck } from "./check.ts";
import { runCoverage } from "./coverage.ts";
import { runExplain } from "./explain.ts";
import type { Io } from "./io.ts";
import { complaint } from "./paint.ts";

declare const __VERSION__: string | undefined;

/**
 * Runs the command line.
 * @param argv the arguments after the program's name
 * @returns the exit code: 0 clean, 1 findings at or above the threshold, 2 could not run
 */
export function main(argv: readonly string[], io: Io): number {
  try {
    const command = parseCommand(argv, io);
    switch (command.name) {
      case "help":
        io.out(USAGE);
        return 0;
      case "version":
        io.out(`${typeof __VERSION__ === "string" ? __VERSION__ : "development"}\n`);
        return 0;
      case "check":
        return runCheck(command, io);
      case "coverage":
        return runCoverage(command, io);
      case "explain":
        return runExplain(command, io);
    }
  } catch (error) {
    if (error instanceof CliError) {
      io.err(complaint(error.message));
      return 2;
    }
    io.err(complaint(`could not run: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
    return 2;
  }
}

/** @throws CliError when the folder is gone */
function currentFolder(): string {
  try {
    return slashes(realpathSync.native(process.cwd()));
  } catch {
    throw new CliError("the current folder is not there any more");
  }
}

/** The streams, folder and day of the process. */
export function processIo(): Io {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    get cwd() {
      return currentFolder();
    },
    today: day,
    color: process.stdout.isTTY === true && !process.env.NO_COLOR,
    width: process.stdout.columns ?? 100,
    progress: process.stderr.isTTY === true && !process.env.CI,
  };
}
