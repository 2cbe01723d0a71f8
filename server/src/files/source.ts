import { readFileSync, realpathSync, statSync } from "node:fs";
import type { WorldChange } from "../core/analysis.ts";
import { decode } from "./decode.ts";
import { slashes } from "./slashes.ts";
import { reasonOf } from "./walk.ts";

const real = (path: string): string => slashes(realpathSync.native(path));

/**
 * Reads a results file that a record names.
 * @param roots folders that may be read from: a link that leads out of all of them is not followed
 * @param maxBytes largest file read
 */
export function readSourceFile(path: string, roots: readonly string[], maxBytes: number): WorldChange {
  const unread = (problem: string): WorldChange => ({ type: "source", path, problem });
  try {
    const place = real(path);
    if (!roots.some((root) => place.startsWith(`${real(root).replace(/\/$/, "")}/`))) {
      return unread("it lies outside of the workspace folder");
    }
    const stat = statSync(place);
    if (!stat.isFile()) return unread("it is no file");
    if (stat.size > maxBytes) return unread(`it is larger than the limit of ${Math.round(maxBytes / 1024)} KiB`);
    const decoded = decode(readFileSync(place));
    return "text" in decoded ? { type: "source", path, text: decoded.text } : unread(decoded.reason);
  } catch (error) {
    const reason = reasonOf(error);
    return reason === undefined ? { type: "delete", path } : unread(reason);
  }
}
