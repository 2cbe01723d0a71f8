import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file whole or not at all: into a neighbour first, which then takes its place. A byte-order mark that the file had stays, and
 * so does a link that leads to it.
 * @throws when the folder cannot be written to; the file is then as it was
 */
export function writeAtomically(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const stat = statSync(path, { throwIfNoEntry: false });
  const target = stat ? realpathSync.native(path) : path;
  const content = stat && hasBom(target) ? `\ufeff${text}` : text;
  const neighbour = `${target}.${process.pid}.tmp`;
  try {
    // "wx": a neighbour of that name that is there already, a link among them, is nothing to write through.
    writeFileSync(neighbour, content, { flag: "wx", ...(stat ? { mode: stat.mode } : {}) });
    renameSync(neighbour, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") rmSync(neighbour, { force: true });
    throw error;
  }
}

const hasBom = (path: string): boolean =>
  readFileSync(path)
    .subarray(0, 3)
    .equals(Buffer.from([0xef, 0xbb, 0xbf]));
