import type { WorkspaceSymbol } from "../analysis-api.ts";
import { kindInfo } from "../records/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import { titleOf } from "../records/summary.ts";
import type { FileFacts } from "../workspace/api.ts";
import type { AimsView } from "../workspace/view.ts";
import { Best, tierOf } from "./fit.ts";
import { oneLine } from "./markdown.ts";

/** The most symbols given for one query; an editor asks again as the query grows. */
const MOST = 100;
const LONGEST = 80;

interface Entry {
  readonly record: RecordFacts;
  readonly ordinal: number;
  readonly id: string;
  /** Id and title in small letters. */
  readonly text: string;
  /** One bit for each letter in `text`, folded into 32: a text without a letter of the query is passed over at once. */
  readonly letters: number;
}

const ofFile = new WeakMap<FileFacts, readonly Entry[]>();
const ofList = new WeakMap<readonly FileFacts[], readonly Entry[]>();

/** Records with an id or title whose id and title hold each word of the query, in this order of letters; best first, then as files stand. */
export function findSymbols(all: readonly AimsView[], query: string): WorkspaceSymbol[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const letters = lettersOf(words.join(""));
  const found = new Best<{ readonly aims: AimsView; readonly entry: Entry }>(MOST);
  for (const aims of all) {
    for (const entry of entriesOf(aims.index.files())) {
      if ((entry.letters & letters) !== letters) continue;
      const tier = worstOf(entry, words, found.wanted);
      if (tier < found.wanted) found.add(tier, { aims, entry });
    }
  }
  return found.all().map(({ aims, entry }) => symbol(aims, entry));
}

/** Gathers the names that `findSymbols` looks along, one file at each step; nothing is to be done where they are known. */
export function* gatheringSymbols(all: readonly AimsView[]): Generator<undefined> {
  for (const aims of all) {
    const files = aims.index.files();
    if (ofList.has(files)) continue;
    for (const file of files) {
      entriesIn(file);
      yield;
    }
  }
}

/** The tier of the word that fits worst; `wanted` or more where none better than that is reached. */
function worstOf(entry: Entry, words: readonly string[], wanted: number): number {
  let worst = 0;
  for (const word of words) {
    worst = Math.max(worst, tierOf(entry.id, entry.text, word, wanted));
    if (worst >= wanted) break;
  }
  return worst;
}

function entriesOf(files: readonly FileFacts[]): readonly Entry[] {
  let entries = ofList.get(files);
  if (!entries) {
    const all: Entry[] = [];
    for (const file of files) for (const entry of entriesIn(file)) all.push(entry);
    ofList.set(files, all);
    entries = all;
  }
  return entries;
}

function entriesIn(file: FileFacts): readonly Entry[] {
  let entries = ofFile.get(file);
  if (!entries) {
    entries = entriesMade(file.records);
    ofFile.set(file, entries);
  }
  return entries;
}

function entriesMade(records: readonly RecordFacts[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (let ordinal = 0; ordinal < records.length; ordinal++) {
    const record = records[ordinal] as RecordFacts;
    const text = nameOf(record).toLowerCase();
    if (text === "") continue;
    entries.push({ record, ordinal, id: record.id?.toLowerCase() ?? "", text, letters: lettersOf(text) });
  }
  return entries;
}

function nameOf(record: RecordFacts): string {
  const { id = "" } = record;
  const title = titleOf(record);
  return oneLine(title === id || title === "" ? id : id === "" ? title : `${id} ${title}`, LONGEST);
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) if (text[i] !== " ") letters |= 1 << (text.charCodeAt(i) & 31);
  return letters;
}

function symbol(aims: AimsView, { record, ordinal }: Entry): WorkspaceSymbol {
  const own = aims.index.file(record.path)?.own === record;
  const detail = record.kind === undefined ? "" : kindInfo(record.kind).title;
  return { name: nameOf(record), detail, kind: own ? "document" : "record", path: record.path, ordinal };
}
