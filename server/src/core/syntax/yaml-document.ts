import type { Entry, Value } from "../records/model.ts";
import { firstWhere } from "../text/many.ts";
import { shift, type Span } from "../text/span.ts";
import { type Steps, toEnd } from "../text/to-end.ts";
import { shiftEntry } from "./values.ts";
import type { YamlTree } from "./yaml.ts";
import type { Problem } from "./document.ts";
import { type ChunkedDocument, type Chunk, chunkYaml, hasContent } from "./yaml-chunks.ts";
import { strayLineProblem } from "./yaml-problems.ts";

/** A stretch of a YAML document that was read by itself; spans of `tree` are relative to `base`. */
export interface YamlPart {
  readonly base: number;
  readonly text: string;
  readonly type: Chunk["type"];
  readonly tree: YamlTree;
  /** Whether it is more than is read: `tree` is empty then and `text` its first line. */
  readonly unread?: true;
}

/** One item of a list; spans of `value` are relative to `base`. */
export interface YamlItem {
  readonly base: number;
  readonly value: Value;
  /** The part it was read from, where it is a part of its own. */
  readonly part?: YamlPart;
}

/** One entry of a document that is a mapping; spans of `entry` are relative to `base`. */
export interface YamlEntry {
  readonly base: number;
  readonly part: YamlPart;
  readonly entry: Entry;
  /** The items of its list, when they were read one by one; `entry` then has no value. */
  readonly items: readonly YamlItem[] | undefined;
}

/** One document of a YAML text. */
export interface YamlDocument {
  readonly span: Span;
  readonly parts: readonly YamlPart[];
  readonly entries: readonly YamlEntry[];
  /** Items of a document that is a list. */
  readonly items: readonly YamlItem[];
}

/** Reads one stretch; whoever calls may remember what it gave for equal text. */
export type ReadPart = (text: string) => YamlTree;

/** Reads the documents of a YAML text, part by part. Never throws. */
export const readYaml = (text: string, read: ReadPart, start = 0, end = text.length): YamlDocument[] =>
  toEnd(readingYaml(text, read, start, end));

/** So many stretches are read at a step. */
const AT_A_TIME = 64;

/** The same in steps of some milliseconds. */
export function* readingYaml(text: string, read: ReadPart, start: number, end: number): Steps<YamlDocument[]> {
  const documents: YamlDocument[] = [];
  for (const chunked of chunkYaml(text, start, end)) {
    documents.push(yield* readChunks(text, chunked, read));
    if (documents.length % AT_A_TIME === 0) yield;
  }
  return documents;
}

/** The same with each document read in one piece: what `readYaml` must agree with wherever the YAML is valid. */
export function readYamlWhole(text: string, read: ReadPart, start = 0, end = text.length): YamlDocument[] {
  return chunkYaml(text, start, end).map(({ span }) =>
    toEnd(readChunks(text, { span, chunks: [{ type: "other", ...span }] }, read)),
  );
}

/** What is read of the entries of one mapping: far above any record, and little enough for a check of them to be no halt. */
const MOST_KEYS = 2_000;
const MOST_CHARACTERS = 300_000;
/** Of a document that can only be read in one piece, which may be a long register. */
const MOST_WHOLE = 500_000;

function* readChunks(text: string, { span, chunks }: ChunkedDocument, read: ReadPart): Steps<YamlDocument> {
  const parts: YamlPart[] = [];
  const entries: YamlEntry[] = [];
  const items: YamlItem[] = [];
  let open: YamlItem[] | undefined;
  let left = chunks.length === 1 && chunks[0]?.type === "other" ? MOST_WHOLE : MOST_CHARACTERS;
  for (let i = 0; i < chunks.length; i++) {
    const chunk = chunks[i] as Chunk;
    const length = chunk.end - chunk.start;
    if (chunk.type !== "item") left -= length;
    if (left < 0 || entries.length >= MOST_KEYS) {
      parts.push(unreadPart(text, { ...chunk, end: span.end }));
      break;
    }
    if (chunk.type === "item" && length > MOST_CHARACTERS) {
      parts.push(unreadPart(text, chunk));
      continue;
    }
    const part = readPart(text, chunk, read, chunks);
    parts.push(part);
    if (parts.length % AT_A_TIME === 0) yield;
    const value = part.tree.value;
    if (chunk.type !== "item") open = chunk.type === "head" ? [] : undefined;
    if (value?.type === "list" && chunk.type !== "entry") {
      for (const item of value.items) (open ?? items).push({ base: part.base, value: item, part });
    } else if (value?.type === "map" && chunk.type !== "item") {
      const count = Math.min(value.entries.length, MOST_KEYS - entries.length);
      for (let j = 0; j < count; j++)
        entries.push({ base: part.base, part, entry: value.entries[j] as Entry, items: open });
      const next = value.entries[count];
      if (next) parts.push(unreadPart(text, { type: "other", start: part.base + next.keySpan.start, end: chunk.end }));
    }
  }
  return { span, parts, entries, items };
}

/** A list of one record of which the items were read one by one: as many of them as are read, and the part that says so of the others. */
export function readableItems(entry: YamlEntry, text: string): { entry: YamlEntry; unread?: YamlPart } {
  const { items, part } = entry;
  const last = items?.at(-1)?.part;
  if (!items || !last || last.base + last.text.length - part.base <= MOST_CHARACTERS) return { entry };
  const count = firstWhere(items, ({ base }) => base - part.base > MOST_CHARACTERS);
  const [start, end] = [(items[count] ?? last).base, last.base + last.text.length];
  return { entry: { ...entry, items: items.slice(0, count) }, unread: unreadPart(text, { type: "other", start, end }) };
}

/** A stretch that is left out and said to be. */
function unreadPart(text: string, { type, start, end }: Chunk): YamlPart {
  const eol = text.indexOf("\n", start);
  const line = text.slice(start, Math.min(end, eol < 0 ? end : eol, start + LONGEST_LINE));
  return {
    base: start,
    text: line,
    type,
    tree: { value: undefined, problems: [unreadProblem(line, type)] },
    unread: true,
  };
}

const LONGEST_LINE = 200;

function unreadProblem(line: string, type: Chunk["type"]): Problem {
  const [keys, characters] = [MOST_KEYS, MOST_CHARACTERS].map((most) => most.toLocaleString("en"));
  const what = type === "item" ? "This item" : "What stands from here on";
  return {
    code: "unreadable-file",
    span: firstLine(line),
    message: `${what} was not read: of one record no more is than ${keys} keys and ${characters} characters.`,
    help: "Nothing is known of what stands there. Give each record an item or a file of its own.",
  };
}

function readPart(text: string, chunk: Chunk, read: ReadPart, chunks: readonly Chunk[]): YamlPart {
  const source = text.slice(chunk.start, chunk.end);
  const tree = read(source);
  const isList = chunks[0]?.type === "item";
  const misplaced = isList ? chunk.type !== "item" : chunk.type === "other" && tree.value?.type !== "map";
  const stray = chunks.length > 1 && misplaced && tree.problems.every(({ code }) => code !== "invalid-syntax");
  const withStray = stray && hasContent(source, { start: 0, end: source.length });
  const problems = withStray ? [strayLineProblem(firstLine(source)), ...tree.problems] : tree.problems;
  return {
    base: chunk.start,
    text: source,
    type: chunk.type,
    tree: withStray ? { value: tree.value, problems } : tree,
  };
}

/** The first line of content in a part. */
function firstLine(source: string): Span {
  const match = /^[ \t]*(?=[^\s#])/m.exec(source);
  const start = match ? match.index + match[0].length : 0;
  const eol = source.indexOf("\n", start);
  return { start, end: start + source.slice(start, eol < 0 ? source.length : eol).trimEnd().length };
}

/** The value of a top-level entry in one piece, items joined to a list again. Spans relative to the entry's base. */
export function wholeEntry({ base, entry, items }: YamlEntry): Entry {
  if (!items || items.length === 0) return entry;
  const values = items.map((item) => shiftedItem(item, base));
  const lists = items.map((item) => shift(item.part?.tree.value?.span ?? item.value.span, item.base - base));
  const span = { start: (lists[0] as Span).start, end: (lists.at(-1) as Span).end };
  return { ...entry, value: { type: "list", span, items: values } };
}

function shiftedItem(item: YamlItem, base: number): Value {
  const wrapped = shiftEntry({ key: "", keySpan: { start: 0, end: 0 }, value: item.value }, item.base - base);
  return wrapped.value;
}
