import {
  type BigIntStats,
  closeSync,
  type Dirent,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from "node:fs";
import { languageOf, type WorldChange } from "../core/analysis.ts";
import { decode } from "./decode.ts";
import { slashes } from "./slashes.ts";

/** Folders that hold no documents of their own. */
const SKIPPED = new Set([
  ".git",
  ".hg",
  ".svn",
  "node_modules",
  ".venv",
  "venv",
  "__pycache__",
  ".tox",
  ".cache",
  ".vscode-test",
  "target",
  ".terraform",
]);

/** Whether a path (relative, forward slashes) lies in a folder that is not walked. */
export const isSkipped = (path: string): boolean => path.split("/").some((name) => SKIPPED.has(name));

/** Largest text file read unless settings say otherwise, in bytes. */
export const DEFAULT_MAX_BYTES = 2 * 1024 * 1024;

export interface WalkOptions {
  /** Largest file read, in bytes. */
  readonly maxBytes: number;
  /** Whether a path (absolute, forward slashes) is left out. */
  readonly excluded?: (path: string) => boolean;
  /** The folder that links may lead to; the one that is walked unless given. */
  readonly within?: string | undefined;
  /** Told of folders that are there and cannot be read, with the reason in words that finish "it was not read: …". */
  readonly unreadable?: (folder: string, reason: string) => void;
}

/**
 * Every file below `root`, folder by folder, in name order. A link to a folder is entered only where that is not walked by its own name, and
 * once; links that lead out are not followed.
 * @param root absolute path with forward slashes
 */
export function* walk(root: string, options: Omit<WalkOptions, "maxBytes">): Generator<string> {
  const seen = new Set<string>();
  const { within = root, excluded } = options;
  const top = realOf(within);
  const isOther = (entry: Dirent, path: string): boolean =>
    entry.isSymbolicLink() && ownName(path, within, excluded) !== path;
  const stack = [root];
  for (let folder = stack.pop(); folder !== undefined; folder = stack.pop()) {
    let entries: Dirent[];
    try {
      const real = realPath(folder);
      if (seen.has(real) || !isWithin(top, real)) continue;
      seen.add(real);
      entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      const reason = reasonOf(error);
      if (reason !== undefined) options.unreadable?.(folder, reason);
      continue;
    }
    const folders: string[] = [];
    for (const entry of entries) {
      const path = `${folder === "/" ? "" : folder}/${entry.name}`;
      if (excluded?.(path)) continue;
      const kind = kindOf(entry, path, top);
      if (kind === "file") yield path;
      else if (kind === "folder" && !SKIPPED.has(entry.name) && !isOther(entry, path)) folders.push(path);
    }
    for (const one of folders.reverse()) stack.push(one);
  }
}

/**
 * The name by which a folder is walked: its own one where it is reached through a link and that one is walked, too.
 * @param within the folder that is walked
 */
export function ownName(folder: string, within: string, excluded?: WalkOptions["excluded"]): string {
  const [top, real] = [realOf(within), realOf(folder)];
  if (top === undefined || real === undefined || !isWithin(top, real)) return folder;
  const relative = real.slice(top.length).replace(/^\//, "");
  const own = relative === "" ? within : `${within === "/" ? "" : within}/${relative}`;
  return isSkipped(relative) || excluded?.(own) ? folder : own;
}

/** Whether `path` is in `root` by where it really is: a link that leads out is not. What does not exist counts by its name. */
export function staysInside(root: string, path: string): boolean {
  const top = realOf(root);
  const real = realOf(path);
  return real === undefined || isWithin(top, real);
}

const isWithin = (top: string | undefined, real: string): boolean =>
  top !== undefined && (real === top || real.startsWith(top === "/" ? "/" : `${top}/`));

/** @throws when there is nothing at the path, or nothing that could be reached */
const realPath = (path: string): string => slashes(realpathSync.native(path));

function realOf(path: string): string | undefined {
  try {
    return realPath(path);
  } catch {
    return undefined;
  }
}

/** Why something could not be read, in words that finish "it was not read: …"; undefined when it is not there. */
export function reasonOf(error: unknown): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return undefined;
  return code === "EACCES" || code === "EPERM" ? "there is no permission to read it" : "it could not be read";
}

function kindOf(entry: Dirent, path: string, top: string | undefined): "file" | "folder" | undefined {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  if (!entry.isSymbolicLink()) return undefined;
  const real = realOf(path);
  if (real === undefined || !isWithin(top, real)) return undefined;
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? "file" : stat?.isDirectory() ? "folder" : undefined;
}

/** Most documents are smaller, in bytes. */
const SMALL = 64 * 1024;
/** Where small files are read into. */
const room = Buffer.allocUnsafeSlow(SMALL);

/**
 * A file's bytes, to be decoded before another is read: a small one is read in one go and into the same memory as the one before.
 * @param size what it is said to hold
 */
function bytesOf(path: string, size: number): Uint8Array {
  if (size === 0 || size >= SMALL) return readFileSync(path);
  const file = openSync(path, "r");
  try {
    const length = readSync(file, room, 0, SMALL, null);
    if (length >= size && length < SMALL) return room.subarray(0, length);
  } finally {
    closeSync(file);
  }
  return readFileSync(path);
}

/**
 * What the world should know of a file on disk: its text, that it exists, or why it could not be read.
 * @param known what the system says of it, where it was asked just now
 */
export function readChange(
  path: string,
  options: Pick<WalkOptions, "maxBytes">,
  known?: Stats | BigIntStats,
): WorldChange {
  if (languageOf(path) === undefined) return { type: "exists", path };
  try {
    const stat = known ?? statSync(path);
    if (!stat.isFile()) return { type: "unreadable", path, reason: "it is no regular file" };
    if (stat.size > options.maxBytes)
      return {
        type: "unreadable",
        path,
        reason: `it is larger than the limit of ${Math.round(options.maxBytes / 1024)} KiB`,
      };
    const decoded = decode(bytesOf(path, Number(stat.size)));
    return "text" in decoded
      ? { type: "set", path, text: decoded.text }
      : { type: "unreadable", path, reason: decoded.reason };
  } catch (error) {
    const reason = reasonOf(error);
    return reason === undefined ? { type: "delete", path } : { type: "unreadable", path, reason };
  }
}
