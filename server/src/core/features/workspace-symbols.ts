import type { WorkspaceSymbol } from "../analysis-api.ts";
import { kindInfo } from "../records/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import { titleOf } from "../records/summary.ts";
import type { FileFacts } from "../workspace/api.ts";
import type { AimsView } from "../workspace/view.ts";
import { oneLine } from "./markdown.ts";

/** The most symbols given for one query; an editor asks again as the query grows. */
const MOST = 300;
const LONGEST = 80;
/** How well a word fits, best first: the whole id, its beginning, the beginning of a word, a part of one, letters in this order. */
const TIERS = 5;

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
  const tiers: { readonly aims: AimsView; readonly entry: Entry }[][] = Array.from({ length: TIERS }, () => []);
  const letters = lettersOf(words.join(""));
  for (const aims of all) {
    for (const entry of entriesOf(aims.index.files())) {
      if ((entry.letters & letters) !== letters) continue;
      const tier = tiers[Math.max(0, ...words.map((word) => tierOf(entry, word)))];
      if (tier && tier.length < MOST) tier.push({ aims, entry });
    }
  }
  return tiers
    .flat()
    .slice(0, MOST)
    .map(({ aims, entry }) => symbol(aims, entry));
}

function entriesOf(files: readonly FileFacts[]): readonly Entry[] {
  let entries = ofList.get(files);
  if (!entries) {
    entries = files.flatMap(entriesIn);
    ofList.set(files, entries);
  }
  return entries;
}

function entriesIn(file: FileFacts): readonly Entry[] {
  let entries = ofFile.get(file);
  if (!entries) {
    entries = file.records.flatMap((record, ordinal) => {
      const name = nameOf(record).toLowerCase();
      return name === ""
        ? []
        : [{ record, ordinal, id: record.id?.toLowerCase() ?? "", text: name, letters: lettersOf(name) }];
    });
    ofFile.set(file, entries);
  }
  return entries;
}

function nameOf(record: RecordFacts): string {
  const title = titleOf(record);
  return oneLine([record.id ?? "", title === record.id ? "" : title].filter(Boolean).join(" "), LONGEST);
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) if (text[i] !== " ") letters |= 1 << (text.charCodeAt(i) & 31);
  return letters;
}

/** The tier of a word in an entry; `TIERS` where it does not fit. */
function tierOf({ id, text }: Entry, word: string): number {
  if (id === word) return 0;
  const at = text.indexOf(word);
  if (at === 0) return 1;
  if (at > 0) return startsWord(text, word, at) ? 2 : 3;
  let from = 0;
  for (const letter of word) {
    const next = text.indexOf(letter, from);
    if (next < 0) return TIERS;
    from = next + letter.length;
  }
  return 4;
}

function startsWord(text: string, word: string, first: number): boolean {
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return true;
  }
  return false;
}

function symbol(aims: AimsView, { record, ordinal }: Entry): WorkspaceSymbol {
  const own = aims.index.file(record.path)?.own === record;
  const detail = record.kind === undefined ? "" : kindInfo(record.kind).title;
  return { name: nameOf(record), detail, kind: own ? "document" : "record", path: record.path, ordinal };
}
