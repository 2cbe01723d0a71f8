import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file whole or not at all: into a neighbour first, which then takes its place. A byte-order mark that the file had stays.
 * @throws when the folder cannot be written to; the file is then as it was
 */
export function writeAtomically(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const stat = statSync(path, { throwIfNoEntry: false });
  const bom =
    stat &&
    readFileSync(path)
      .subarray(0, 3)
      .equals(Buffer.from([0xef, 0xbb, 0xbf]))
      ? "\ufeff"
      : "";
  const neighbour = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(neighbour, bom + text, stat ? { mode: stat.mode } : {});
    renameSync(neighbour, path);
  } catch (error) {
    rmSync(neighbour, { force: true });
    throw error;
  }
}
