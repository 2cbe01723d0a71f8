import type { KindId } from "../generated/kinds.ts";
import { isSharedLabel, kindWords, meaningOf } from "./labels.ts";
import { nearest } from "./nearest.ts";
import { KINDS, kindInfo } from "./registry.ts";
import { type TableShape, vocabulary } from "./vocabulary.ts";
import { normalizeLabel, withoutRemark } from "./words.ts";
import { remembering } from "../text/remember.ts";

/** The kind a word names, as written after `aims:` or in a "Document type" line; undefined when none does. */
export function kindForWord(text: string): KindId | undefined {
  return kindWords().get(normalizeLabel(text)) ?? kindWords().get(normalizeLabel(withoutRemark(text)));
}

/** The kind whose word is nearest to a misspelt one. */
export function nearestKind(text: string): KindId | undefined {
  const word = nearest(normalizeLabel(text), kindWords().keys());
  return word === undefined ? undefined : kindWords().get(word);
}

const PREFIXES: ReadonlyMap<string, KindId> = new Map(
  KINDS.flatMap((k) => k.idPrefixes.map((p) => [p, k.id] as const)),
);

/** The kind an id's prefix names: `RISK-001`, `AIMS-POL-001`, `AI-INC-2026-004`. The longest prefix counts. */
export function kindForId(id: string): KindId | undefined {
  const last = id.lastIndexOf("-");
  if (last < 0 || !/\d/.test(id.slice(last + 1))) return undefined;
  const text = id.trim().toUpperCase();
  if (partsOf(text) > MOST_PARTS) return undefined;
  const second = text.startsWith("AI-") ? text.indexOf("-", 3) : -1;
  const inner = second < 0 ? undefined : PREFIXES.get(text.slice(3, second));
  if (inner !== undefined) return inner;
  for (let end = text.lastIndexOf("-"); end >= 0; end = end > 0 ? text.lastIndexOf("-", end - 1) : -1) {
    const kind = PREFIXES.get(text.slice(0, end));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** An id of more parts is none. */
const MOST_PARTS = 8;

/** How many parts the hyphens of an id part. */
function partsOf(id: string): number {
  let parts = 1;
  for (let at = id.indexOf("-"); at >= 0 && parts <= MOST_PARTS; at = id.indexOf("-", at + 1)) parts++;
  return parts;
}

/** Ids, dates and version numbers beside a title, and the word "template": they say nothing of the kind. */
const BESIDE = /\b[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-\d+[A-Z]?\b|\bv?\d+(?:[./-]\d+)*\b(?!\w)|\btemplate\b/gi;

/** Parts of a title, split where people put a name beside a type: `AI Policy — Acme`, `AIIA-001: Impact assessment`. */
const titleParts = (title: string): string[] =>
  rawParts(title)
    .map(normalizeLabel)
    .filter((part) => part !== "");

const rawParts = (title: string): string[] => title.split(/\s[-–—|·]\s|[:—–|]|\(|\)/);

/** Such a part of a title does not end in the word for a document. */
const ENDS_IN_NUMBER = /\d\W?$/;

/** How many words of a title may stand before or after the words that name its kind. */
const SPARE_WORDS = 4;
const QUESTION =
  /^(?:why|how|what|when|who|where|about|on|to|the case for|introducing|understanding|writing|creating)\b/;

/** A phrase that names a kind, and how early in the order of phrases it is asked for: the longest first. */
interface TitlePhrase {
  readonly kind: KindId;
  readonly rank: number;
}

let titles: ReadonlyMap<string, TitlePhrase> | undefined;

function readTitles(): ReadonlyMap<string, TitlePhrase> {
  const phrases = KINDS.flatMap((k) =>
    vocabulary().kinds[k.id].titles.map((t) => [normalizeLabel(t), k.id] as const),
  ).sort((a, b) => b[0].length - a[0].length);
  const found = new Map<string, TitlePhrase>();
  phrases.forEach(([phrase, kind], rank) => {
    if (!found.has(phrase)) found.set(phrase, { kind, rank });
  });
  return found;
}

/** What of a part of a title may be the phrase: all of it, its last words, or its first ones before "for" or "of". */
function phrasesIn(part: string): string[] {
  if (QUESTION.test(part)) return [part];
  const found = [part];
  let from = part.indexOf(" ") + 1;
  let to = part.length;
  for (let spare = 1; spare <= SPARE_WORDS && from > 0; spare++) {
    found.push(part.slice(from));
    const before = part.lastIndexOf(" ", to - 1);
    const next = part.slice(before + 1, to);
    if (spare > 1 && (next === "for" || next === "of")) found.push(part.slice(0, before));
    from = part.indexOf(" ", from) + 1;
    to = before;
  }
  return found;
}

/** The kind that a part of a title names by the longest phrase in it. */
function kindNamedBy(part: string): KindId | undefined {
  titles ??= readTitles();
  let best: TitlePhrase | undefined;
  for (const text of phrasesIn(part)) {
    const phrase = titles.get(text);
    if (phrase && (!best || phrase.rank < best.rank)) best = phrase;
  }
  return best?.kind;
}

let documentWords: ReadonlySet<string> | undefined;

/** Whether a part of a title ends in a word such as "procedure" and speaks of AI. */
function isOtherDocument(part: string): boolean {
  documentWords ??= new Set(vocabulary().document_words.map(normalizeLabel));
  const last = part.slice(part.lastIndexOf(" ") + 1);
  return documentWords.has(last) && /\b(?:ai|aim|42001|artificial intelligence)\b/.test(part) && !QUESTION.test(part);
}

/** Whether a title speaks of several assessments: then the document is the register that lists them. */
const isMany = (kind: KindId, title: string): boolean => kind === "impact-assessment" && /\bassessments\b/i.test(title);

/** The kind that a title names without what stands beside it: many titles differ in a number only. */
const kindNamedIn: (bare: string) => KindId | undefined = remembering((bare) => {
  for (const part of [...titleParts(bare), normalizeLabel(bare.replace(/[()]/g, " "))]) {
    const kind = kindNamedBy(part);
    if (kind) return kind;
  }
  return undefined;
});

/** The kind a document's title names; undefined in doubt. */
export function kindForTitle(title: string): KindId | undefined {
  const short = title.slice(0, 200);
  const kind = kindNamedIn(short.replace(BESIDE, " "));
  if (kind) return isMany(kind, short) ? "procedure" : kind;
  const parts = rawParts(short).filter((part) => !ENDS_IN_NUMBER.test(part));
  return parts.map(normalizeLabel).some(isOtherDocument) ? "procedure" : undefined;
}

/** What `kindForColumns` may know besides the header row. */
export interface ColumnsHint {
  /** Heading above the table, or the document's title. */
  readonly title?: string;
  /** Kind of the document the table stands in. */
  readonly docKind?: KindId;
  /** The column whose cells look like ids (`F-01`), whatever its label says (`Finding`). */
  readonly idColumn?: number;
}

/** A header row recognised as a register's: the schema field of each column, undefined for a column of no field. */
export interface ColumnsMatch {
  readonly kind: KindId;
  readonly columns: readonly (string | undefined)[];
}

interface Choice {
  /** The column. */
  readonly i: number;
  readonly fields: readonly string[];
  readonly rank: number;
}

/** Labels that can mean one field only choose first, and of those the likelier label. */
const inTurn = (a: Choice, b: Choice): number =>
  Math.min(a.fields.length, 2) - Math.min(b.fields.length, 2) || a.rank - b.rank || a.i - b.i;

function assign(choices: readonly Choice[]): (string | undefined)[] {
  const columns: (string | undefined)[] = choices.map(() => undefined);
  const taken = new Set<string>();
  for (const { i, fields } of [...choices].sort(inTurn)) {
    const field = fields.find((f) => !taken.has(f));
    if (field === undefined) continue;
    taken.add(field);
    columns[i] = field;
  }
  return columns;
}

/** The field of each column. A column known to hold ids is the id where no label is. */
function assignColumns(kind: KindId, labels: readonly string[], idColumn?: number): (string | undefined)[] {
  const choices = labels.map((label, i): Choice => ({ i, ...meaningOf(kind, label) }));
  const columns = assign(choices);
  if (idColumn === undefined || columns.includes("id") || kindInfo(kind).field("id") === undefined) return columns;
  return assign(choices.map((c) => (c.i === idColumn ? { i: c.i, fields: ["id"], rank: -1 } : c)));
}

const ID_LABEL = /(?:^|\s)(?:id|no|ref|reference)$/;

/** Whether the label is of a column of ids; `#` alone only counts the rows. */
function isIdLabel(label: string): boolean {
  const plain = normalizeLabel(withoutRemark(label));
  return plain !== "no" && ID_LABEL.test(plain);
}

/** The column that tells the rows apart. */
const keyField = (kind: KindId, columns: readonly (string | undefined)[]): string =>
  kind === "control" && columns.includes("control") ? "control" : "id";

/** Whether a column of ids unknown to the kind stands before its own: the rows are then about something else. */
function otherIdFirst(kind: KindId, labels: readonly string[], columns: readonly (string | undefined)[]): boolean {
  const own = columns.indexOf(keyField(kind, columns));
  const before = own < 0 ? 1 : own;
  return labels.slice(0, before).some((label, i) => columns[i] === undefined && isIdLabel(label));
}

/** In a table's shape: an id whose label (or the title) names the kind, not just `ID`. */
const OWN_ID = "own-id";

/** A table's header as one kind sees it. */
interface Header {
  readonly columns: readonly (string | undefined)[];
  /** The id's label is one that any kind may have, and the title does not name the kind. */
  readonly vague: boolean;
  readonly title: string;
}

function meets(shape: TableShape, { columns, vague, title }: Header): boolean {
  if (shape.title !== undefined && !shape.title.some((word) => hasWord(title, word))) return false;
  const has = (field: string) => (field === OWN_ID ? !vague && columns.includes("id") : columns.includes(field));
  return shape.columns.every((fields) => fields.some(has));
}

/** A register that a document may hold; with `column` only where it has that field's column. */
interface OwnRegister {
  readonly kind: KindId;
  readonly column?: string;
}

/** Kinds of documents that quote rows of registers kept elsewhere, and the only kinds whose own registers they may hold. */
const QUOTING: Partial<Record<KindId, readonly OwnRegister[]>> = {
  "management-review": [],
  audit: [{ kind: "finding" }],
  "impact-assessment": [{ kind: "risk" }, { kind: "measurement", column: "source" }],
  "model-card": [{ kind: "measurement" }],
  policy: [{ kind: "role" }, { kind: "objective" }, { kind: "interested-party" }],
};

const FEWEST_COLUMNS = 3;
const KNOWN_SHARE = 0.4;
/** How many columns must be known where the id's label is one of any kind and the title does not name the kind. */
const FEWEST_WITH_SHARED_ID = 5;

/** Ids of documents: such a table lists documents, whose records are the documents themselves. */
const DOCUMENT_ID = /^\W*(?:doc|document|record)\b/i;

/** Whether neither the id's label nor the title names the kind. */
function isVague(kind: KindId, label: string, title: string): boolean {
  if (namedIn(kind, title) || kindForWord(label) === kind) return false;
  return isSharedLabel(kind, label) || meaningOf(kind, label).fields[0] !== "id";
}

function matchKind(
  kind: KindId,
  labels: readonly string[],
  title: string,
  idColumn?: number,
): ColumnsMatch | undefined {
  const shapes = vocabulary().kinds[kind].tables;
  if (shapes.length === 0) return undefined;
  const columns = assignColumns(kind, labels, idColumn);
  const known = columns.filter((c) => c !== undefined).length;
  const id = columns.indexOf("id");
  if (id >= 0 && DOCUMENT_ID.test(labels[id] as string)) return undefined;
  const vague = id >= 0 && isVague(kind, labels[id] as string, title);
  if (known < labels.length * KNOWN_SHARE || known < (vague ? FEWEST_WITH_SHARED_ID : 2)) return undefined;
  if (otherIdFirst(kind, labels, columns)) return undefined;
  const fits = shapes.some(
    (s) => (known >= FEWEST_COLUMNS || s.columns.length === known) && meets(s, { columns, vague, title }),
  );
  return fits ? { kind, columns } : undefined;
}

/** Better is a match that knows more columns; of equals the one whose kind the title names, then the earlier kind. */
function better(a: ColumnsMatch, b: ColumnsMatch, title: string): ColumnsMatch {
  const known = (m: ColumnsMatch) =>
    m.columns.filter((c) => c !== undefined).length + (namedIn(m.kind, title) ? 1.5 : 0);
  return known(b) > known(a) ? b : a;
}

const hasWord = (title: string, word: string): boolean => ` ${title} `.includes(` ${normalizeLabel(word)} `);

const namedIn = (kind: KindId, title: string): boolean =>
  title !== "" && vocabulary().kinds[kind].words.some((w) => hasWord(title, w));

/** Whether the title is of a section that quotes rows kept elsewhere; audit reports have their findings in a summary. */
const isQuote = (kind: KindId, title: string): boolean =>
  kind !== "finding" && title !== "" && vocabulary().quoting_titles.some((w) => hasWord(title, w));

function recognise(labels: readonly string[], hint: ColumnsHint): ColumnsMatch | undefined {
  const title = normalizeLabel(hint.title ?? "");
  const quoting = hint.docKind && QUOTING[hint.docKind];
  let best: ColumnsMatch | undefined;
  for (const { id } of KINDS) {
    const own = quoting?.find(({ kind }) => kind === id);
    if ((quoting !== undefined && !own) || isQuote(id, title)) continue;
    const match = matchKind(id, labels, title, hint.idColumn);
    if (own?.column !== undefined && match?.columns.includes(own.column) !== true) continue;
    if (match !== undefined) best = best === undefined ? match : better(best, match, title);
  }
  return best;
}

const MOST_COLUMNS = 60;
const REMEMBERED = 500;
const remembered = new Map<string, ColumnsMatch | undefined>();

/**
 * Recognises a register table by its header row; undefined for any other table. What makes a table a register of a
 * kind is data (`tables` in the vocabulary), conservative: matrices, legends, histories and dashboards match none.
 */
export function kindForColumns(labels: readonly string[], hint: ColumnsHint = {}): ColumnsMatch | undefined {
  if (labels.length < 2 || labels.length > MOST_COLUMNS) return undefined;
  const key = [hint.docKind, hint.idColumn, hint.title, ...labels].join("\u0000");
  if (remembered.has(key)) return remembered.get(key);
  if (remembered.size >= REMEMBERED) remembered.clear();
  const match = recognise(labels, hint);
  remembered.set(key, match);
  return match;
}
