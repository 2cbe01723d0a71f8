import { randomUUID } from "node:crypto";
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes a file whole or not at all: into a neighbour first, which then takes its place. A byte-order mark that the file had stays, and
 * so does a link that leads to it.
 * @throws when the file or its folder may not be written to; the file is then as it was
 */
export function writeAtomically(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const stat = statSync(path, { throwIfNoEntry: false });
  const target = stat ? realpathSync.native(path) : path;
  // One that is to be read only stays as it is, though its folder would let another take its place.
  if (stat) closeSync(openSync(target, "r+"));
  const content = stat && hasBom(target) ? `\ufeff${text}` : text;
  // A name that nobody can know: one that a run left which was killed, or a link that somebody put there, does not stand in the way.
  const neighbour = join(dirname(target), `.aims-${randomUUID()}.tmp`);
  try {
    writeFileSync(neighbour, content, { flag: "wx", mode: stat ? stat.mode & 0o600 : 0o666 });
    if (stat) chmodSync(neighbour, stat.mode);
    renameSync(neighbour, target);
  } catch (error) {
    rmSync(neighbour, { force: true });
    throw error;
  }
}

const hasBom = (path: string): boolean =>
  readFileSync(path)
    .subarray(0, 3)
    .equals(Buffer.from([0xef, 0xbb, 0xbf]));
