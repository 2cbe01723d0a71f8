import { statSync } from "node:fs";
import { isAimsFile, languageOf, type Unreadable } from "../core/analysis.ts";
import { withinLimits } from "../files/limits.ts";
import { extentsOf, type Readable } from "./share.ts";

/** The files that are to be read, `aims.yaml`s first, those only known to exist, and what cannot be read. */
export function findFiles(
  { roots, settings }: Readable,
  counted: (documents: number) => void,
): { readonly documents: string[]; readonly others: string[]; readonly unread: Unreadable[] } {
  const extents = extentsOf(roots, settings);
  const found = new Set<string>();
  const unread: Unreadable[] = [];
  let documents = 0;
  for (const root of roots) {
    const here: string[] = [];
    for (const path of extents.filesAt([root], unread)) {
      here.push(path);
      if (languageOf(path) !== undefined) counted(++documents);
    }
    const { read, said } = withinLimits([...here.filter(isAimsFile), ...here.filter((path) => !isAimsFile(path))]);
    for (const path of read) found.add(path);
    for (const one of said) unread.push(one);
  }
  const all = [...found];
  return {
    documents: all.filter((path) => languageOf(path) !== undefined),
    others: all.filter((path) => languageOf(path) === undefined),
    unread: unread.filter(({ path }) => extents.of(path) === "read" && !found.has(path)),
  };
}

/** The one that leads has more to do than its share, so much of the work on all files: to find them, and rules on whole AIMSs. */
const LEADING = 0.15;
/** What a file costs is, in bytes of YAML, so much and what its text does. */
const FILE = 1_000;
const A_BYTE: Readonly<Record<string, number>> = { yaml: 1, markdown: 2, csv: 1 };

/**
 * Files in shares of about as much work, one language after the other: what a thread does not read, it need not compile the code for. The
 * first share is smaller.
 */
export function divide(paths: readonly string[], count: number): string[][] {
  const shares = Array.from({ length: count }, (): string[] => []);
  const files = paths.map((path) => ({ path, work: count > 1 ? workOn(path) : 0, language: languageOf(path) ?? "" }));
  files.sort((a, b) => (a.language < b.language ? -1 : a.language > b.language ? 1 : 0));
  const whole = files.reduce((sum, { work }) => sum + work, 0);
  const each = ((1 + LEADING) * whole) / count || 1;
  let done = LEADING * whole;
  for (const { path, work } of files) {
    shares[Math.min(count - 1, Math.floor(done / each))]?.push(path);
    done += work;
  }
  return shares;
}

function workOn(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return FILE + size * (A_BYTE[languageOf(path) ?? ""] ?? 1);
}
