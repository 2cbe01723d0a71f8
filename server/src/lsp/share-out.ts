import { isAimsFile, languageOf, type Unreadable } from "../core/analysis.ts";
import { withinLimits } from "../files/limits.ts";
import type { Settings } from "../protocol.ts";
import { extentsOf } from "./extents.ts";

/** The files that a first reading is about. */
export interface Files {
  /** Those that are to be read, `aims.yaml`s first. */
  readonly documents: readonly string[];
  /** Those only known to exist. */
  readonly others: readonly string[];
  readonly unread: readonly Unreadable[];
}

/** So many files are found at a step. */
const AT_A_STEP = 16;

/** Finds the files of folders; gives at each step how many documents there are so far. */
export function* findFiles(roots: readonly string[], settings: Settings): Generator<number, Files> {
  const extents = extentsOf(roots, settings);
  const found = new Set<string>();
  const unread: Unreadable[] = [];
  let documents = 0;
  for (const root of roots) {
    const here: string[] = [];
    for (const path of extents.filesAt([root], unread)) {
      here.push(path);
      if (languageOf(path) !== undefined) documents++;
      if (here.length % AT_A_STEP === 0) yield documents;
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

/** Documents that several read, each as many as it comes to. */
export interface Dealt {
  readonly documents: readonly string[];
  /** For each of those that read, which of the documents dealt to it are left: where they begin and end. */
  readonly left: SharedArrayBuffer;
}

/** So many documents are taken at once at most and, when few are left, at least. */
const MOST = 256;
const LEAST = 8;

/** Deals documents out, one language after the other: what a thread does not read, it need not compile the code for. */
export function deal(documents: readonly string[], count: number): Dealt {
  const languages = new Map<string, string[]>();
  for (const path of documents) {
    const language = languageOf(path) ?? "";
    const same = languages.get(language);
    if (same) same.push(path);
    else languages.set(language, [path]);
  }
  const left = new SharedArrayBuffer(count * BigInt64Array.BYTES_PER_ELEMENT);
  const ranges = new BigInt64Array(left);
  const begin = (i: number): number => Math.round((i * documents.length) / count);
  for (let i = 0; i < count; i++) ranges[i] = range(begin(i), begin(i + 1));
  return { documents: [...languages.values()].flat(), left };
}

/**
 * The documents that one of those who read is to read, some at a time: first those dealt to it, then some that others have not come to, so
 * that all are done at about the same time. No two are given the same.
 * @param own its number
 */
export function* taking({ documents, left }: Dealt, own: number): Generator<readonly string[]> {
  const ranges = new BigInt64Array(left);
  for (;;) {
    const of = lengthOf(Atomics.load(ranges, own)) > 0 ? own : longest(ranges);
    const before = Atomics.load(ranges, of);
    const [from, to] = endsOf(before);
    if (from === to) return;
    const count = Math.min(to - from, MOST, Math.max(LEAST, (to - from) >> 2));
    // From others what they would come to last.
    const at = of === own ? from : to - count;
    const rest = of === own ? range(from + count, to) : range(from, at);
    if (Atomics.compareExchange(ranges, of, before, rest) === before) yield documents.slice(at, at + count);
  }
}

const range = (from: number, to: number): bigint => (BigInt(from) << 32n) | BigInt(to);
const endsOf = (one: bigint): [from: number, to: number] => [Number(one >> 32n), Number(one & 0xffffffffn)];

function lengthOf(one: bigint): number {
  const [from, to] = endsOf(one);
  return to - from;
}

/** Which of them has most left. */
function longest(ranges: BigInt64Array): number {
  let [most, of] = [-1, 0];
  for (let i = 0; i < ranges.length; i++) {
    const length = lengthOf(Atomics.load(ranges, i));
    if (length > most) [most, of] = [length, i];
  }
  return of;
}
