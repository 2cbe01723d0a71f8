import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { createHost, type Host, languageOf, type WorldChange } from "../core/analysis.ts";
import { historySync } from "../files/git.ts";
import { readSourceFile } from "../files/source.ts";
import { withinLimits } from "../files/limits.ts";
import { slashes } from "../files/slashes.ts";
import { DEFAULT_MAX_BYTES, ownName, readChange, walk } from "../files/walk.ts";
import { CliError } from "./args.ts";
import type { Io } from "./io.ts";
import { complaint } from "./paint.ts";

/** A workspace as read from disk for one run of the command line. */
export interface Loaded {
  readonly host: Host;
  /** The folders read. */
  readonly roots: readonly string[];
  /** What the person named; findings elsewhere are not shown. */
  readonly targets: readonly string[];
  /** The folder that shown paths are relative to. */
  readonly base: string;
  /** How many files were looked at. */
  readonly fileCount: number;
}

const absolute = (cwd: string, path: string): string => slashes(resolve(cwd, path)).replace(/(.)\/$/, "$1");
const parentOf = (folder: string): string =>
  folder.slice(0, Math.max(folder.lastIndexOf("/"), folder.startsWith("/") ? 1 : 0));

/**
 * Reads the folders that hold the named paths. A path inside an AIMS brings in the whole AIMS, so that references resolve.
 * @throws CliError when a path does not exist
 */
export function load(paths: readonly string[], today: string, maxBytes: number | undefined, io: Io): Loaded {
  const named = (paths.length > 0 ? paths : ["."]).map((path) => absolute(io.cwd, path));
  const missing = named.find((target) => !existsSync(target));
  if (missing !== undefined) throw new CliError(`there is no file or folder ${missing}`);
  const folders = named.map((target) => (statSync(target).isDirectory() ? target : parentOf(target)));
  const roots = withoutNested(folders.map((folder) => aimsAbove(folder) ?? folder));
  const targets = named.map((target, i) => nameWalked(target, folders[i] === target, roots));
  const only = named.length === 1 && folders[0] === named[0] ? targets[0] : undefined;
  const limit = maxBytes ?? DEFAULT_MAX_BYTES;
  const { changes, fileCount } = readAll(roots, limit, io);
  const host = createHost({ today });
  host.apply([{ type: "roots", roots }, ...changes]);
  readSources(host, roots, limit);
  const read = new Set(changes.map((change) => ("path" in change ? change.path : "")));
  for (const [i, target] of targets.entries())
    if (folders[i] !== named[i] && languageOf(target) !== undefined && !read.has(target))
      io.err(complaint(`not read: ${target}: ${NOT_WALKED}`));
  return { host, roots, targets, base: only ?? io.cwd, fileCount };
}

/** Why a file that was named is not among those that were read. */
const NOT_WALKED =
  "it is no regular file, leads out of the folder, or lies in a folder that holds no documents of its own";

/** The name by which a named file or folder is walked. */
function nameWalked(path: string, isFolder: boolean, roots: readonly string[]): string {
  const root = roots.find((one) => isTarget(path, [one]));
  if (root === undefined) return path;
  return isFolder ? ownName(path, root) : `${ownName(parentOf(path), root)}${path.slice(path.lastIndexOf("/"))}`;
}

/** How often results files are looked for: what one says can lead to another being asked for. */
const ROUNDS = 5;

/** Brings the results files that findings hang on. */
function readSources(host: Host, roots: readonly string[], maxBytes: number): void {
  for (let round = 0; round < ROUNDS; round++) {
    host.snapshot.allFindings();
    const wanted = host.takeWanted();
    if (wanted.length === 0) return;
    host.apply(wanted.map((path) => readSourceFile(path, roots, maxBytes)));
  }
}

/** Brings earlier versions of the files that findings hang on, from git where there is one. */
export function readHistory({ host, roots }: Loaded): void {
  host.snapshot.allFindings();
  const wanted = host.takeWantedHistory();
  if (wanted.length > 0) host.apply(roots.flatMap((root) => historySync(root, wanted)));
}

/** The nearest folder at or above `folder` with an `aims.yaml`; stops at the top of a repository. */
function aimsAbove(folder: string): string | undefined {
  for (let at = folder; ; at = parentOf(at)) {
    if (existsSync(`${at}/aims.yaml`) || existsSync(`${at}/aims.yml`)) return at;
    if (existsSync(`${at}/.git`) || at === parentOf(at) || at === "") return undefined;
  }
}

function withoutNested(folders: readonly string[]): string[] {
  const unique = [...new Set(folders)].sort();
  return unique.filter(
    (folder) => !unique.some((other) => other !== folder && folder.startsWith(other === "/" ? "/" : `${other}/`)),
  );
}

function readAll(roots: readonly string[], maxBytes: number, io: Io): { changes: WorldChange[]; fileCount: number } {
  const changes: WorldChange[] = [];
  let shown = 0;
  for (const root of roots) {
    const unreadable = (path: string, reason: string): void => {
      changes.push({ type: "unreadable", path, reason, folder: true });
      io.err(complaint(`not read: ${path}: ${reason}`));
    };
    const { read, said } = withinLimits([...walk(root, { unreadable })]);
    for (const one of said) changes.push(one);
    for (const path of read) {
      changes.push(readChange(path, { maxBytes }));
      if (io.progress && Date.now() - shown > 200) {
        if (shown > 0) io.err(`\r\u001b[Kreading: ${changes.length} files`);
        shown = Date.now();
      }
    }
  }
  if (io.progress) io.err("\r\u001b[K");
  return { changes, fileCount: changes.length };
}

/** A path as shown: relative to the base where it lies below it. */
export function shownPath(path: string, base: string): string {
  if (path === base) return ".";
  return path.startsWith(base === "/" ? "/" : `${base}/`) ? path.slice(base === "/" ? 1 : base.length + 1) : path;
}

/** Whether a path is one of the targets or lies below one. */
export const isTarget = (path: string, targets: readonly string[]): boolean =>
  targets.some((target) => path === target || path.startsWith(target === "/" ? "/" : `${target}/`));
