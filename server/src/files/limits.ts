import { statSync } from "node:fs";
import { languageOf, type Unreadable } from "../core/analysis.ts";

/** How much of one folder is read. */
export interface Limits {
  /** Documents (YAML, Markdown, CSV). */
  readonly documents: number;
  /** Bytes of all documents together. */
  readonly bytes: number;
}

/** Far above any management system; below what a server of a gigabyte of memory can hold. */
export const LIMITS: Limits = { documents: 50_000, bytes: 512 * 1024 * 1024 };

/**
 * Which of a folder's files are read, in the order given, and what is to be said where that is not all of them: the first one left out
 * carries it as its reason. Files that are no documents cost nothing and are all kept.
 * @param paths absolute paths
 * @param limits documents and bytes at most
 */
export function withinLimits(
  paths: readonly string[],
  limits: Limits = LIMITS,
): { readonly read: readonly string[]; readonly said: readonly Unreadable[] } {
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
  const others = rest.length === 0 ? "" : `, and ${rest.length} more with it`;
  const bound =
    documents >= limits.documents ? `${documents} documents` : `${Math.round(limits.bytes / 1024 / 1024)} MiB`;
  const reason = `it is left out${others}: ${bound} of one folder are read at most. Open or check a smaller folder, or leave some out`;
  return { type: "unreadable", path: first, reason };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
