import { statSync } from "node:fs";
import { isAimsFile, languageOf, type Unreadable } from "../core/analysis.ts";

/** How much of one folder is read. */
export interface Limits {
  /** Documents (YAML, Markdown, CSV). */
  readonly documents: number;
  /** Bytes of all documents together. */
  readonly bytes: number;
  /** Management systems (`aims.yaml`), each of which is counted and checked as a whole. */
  readonly systems: number;
}

/** Far above any management system; below what a server of a gigabyte of memory can hold. */
export const LIMITS: Limits = { documents: 50_000, bytes: 512 * 1024 * 1024, systems: 300 };

/**
 * Which of a folder's files are read, in the order given, and what is to be said where that is not all of them: the first one left out
 * carries it as its reason. Files that are no documents cost nothing and are all kept.
 * @param paths absolute paths
 * @param limits documents, bytes and management systems at most; of these the ones highest up are read first
 */
export function withinLimits(
  paths: readonly string[],
  limits: Limits = LIMITS,
): { readonly read: readonly string[]; readonly said: readonly Unreadable[] } {
  const { read, said } = withinSystems(paths, limits.systems);
  const all = withinSize(read, limits);
  return { read: all.read, said: [...said, ...all.said] };
}

/** Leaves out the folders of management systems beyond the limit, with the documents in them. */
function withinSystems(paths: readonly string[], most: number): ReturnType<typeof withinLimits> {
  const systems = paths.filter(isAimsFile);
  if (systems.length <= most) return { read: paths, said: [] };
  const depth = (path: string): number => path.split("/").length;
  const [first = "", ...rest] = systems.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1)).slice(most);
  const left = new Set([first, ...rest].map((path) => folderOf(path)));
  const reason = `its folder is left out${othersIn(rest)}: ${most} management systems (aims.yaml) of one folder are read at most. Open or check a smaller folder, or leave some out`;
  return {
    read: paths.filter((path) => languageOf(path) === undefined || !isIn(left, path)),
    said: [{ type: "unreadable", path: first, reason }],
  };
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** Whether a path lies in or below one of the folders. */
function isIn(folders: ReadonlySet<string>, path: string): boolean {
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) if (folders.has(folder)) return true;
  return false;
}

function withinSize(paths: readonly string[], limits: Limits): ReturnType<typeof withinLimits> {
  if (paths.length <= limits.documents && paths.length * AVERAGE <= limits.bytes) return { read: paths, said: [] };
  const read: string[] = [];
  const over: string[] = [];
  let documents = 0;
  let bytes = 0;
  for (const path of paths) {
    if (languageOf(path) === undefined) read.push(path);
    else if (documents >= limits.documents || bytes >= limits.bytes) over.push(path);
    else {
      documents++;
      bytes += sizeOf(path);
      read.push(path);
    }
  }
  return { read, said: over.length === 0 ? [] : [tooMany(over, documents, limits)] };
}

/** Bytes a document may have on average before sizes are asked for at all: asking costs as much as reading a small one. */
const AVERAGE = 16 * 1024;

function tooMany([first = "", ...rest]: readonly string[], documents: number, limits: Limits): Unreadable {
  const bound =
    documents >= limits.documents ? `${documents} documents` : `${Math.round(limits.bytes / 1024 / 1024)} MiB`;
  const reason = `it is left out${othersIn(rest)}: ${bound} of one folder are read at most. Open or check a smaller folder, or leave some out`;
  return { type: "unreadable", path: first, reason };
}

const othersIn = (rest: readonly string[]): string => (rest.length === 0 ? "" : `, and ${rest.length} more with it`);

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
