import { looksLikeRole, namesSomebody, readPerson } from "../records/people.ts";
import { type KindInfo, kindInfo } from "../records/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import { isUnsigned, SIGNATURE_COLUMN } from "../records/signatures.ts";
import type { Document } from "../syntax/document.ts";
import { exact } from "../text/exact.ts";
import { once } from "../text/once.ts";
import { remembering } from "../text/remember.ts";
import { cellTexts, type Stretch, stretchesOf } from "./stretches.ts";
import { addAll } from "../text/many.ts";

/** One activity of a table of responsibilities: who does it, and who answers for it. */
export interface Activity {
  readonly what: string;
  readonly responsible: readonly string[];
  readonly accountable: readonly string[];
}

/** A table of who is responsible, accountable, consulted and informed (RACI). */
export interface Responsibilities {
  /** Anchor of the heading it stands under. */
  readonly section?: string;
  readonly activities: readonly Activity[];
}

/** A signed row of a signature table. */
export interface Signature {
  /** `Prepared by`, `Approver`, a post. */
  readonly as: string;
  readonly name: string;
}

/** A person said to hold a post: `Jane Doe (CTO)`, a signature table's `CTO | Jane Doe`. */
export interface Holding {
  readonly post: string;
  readonly name: string;
}

/** What a document says of who does, answers for and signs what, outside of its records. */
export interface Hands {
  readonly tables: readonly Responsibilities[];
  readonly signatures: readonly Signature[];
  readonly holdings: readonly Holding[];
  /** Everybody whom it names, each once. */
  readonly people: readonly string[];
}

const bare = (text: string): string =>
  text
    .replace(/<br ?\/?>/gi, ", ")
    .replace(/[*_`]/g, "")
    .trim();

/** The letters of a cell: `A/R`, `R, A`, `**R**`, `RA`. Undefined for any other text; an empty cell has none. */
function lettersOf(cell: string): string | undefined {
  const plain = bare(cell).toUpperCase();
  if (/^[-–—.✗ ]*$/.test(plain)) return "";
  return /^[RACIS](?:[\s,/&+-]{0,3}[RACIS]){0,4}\*?$/.test(plain) ? plain.replace(/[^RACIS]/g, "") : undefined;
}

const ACTIVITY =
  /\b(?:activit\w*|tasks?|process(?:es)?|deliverables?|decisions?|responsibilit\w*|steps?|raci|work|aktivität\w*|aufgaben?|activités?|tâches?)\b/i;
const PEOPLE = /^(?:role|person|name|post|position|who|rolle|rôle)s?$/i;

/** Rows whose cells are letters, below a header of roles; or with roles down the side. */
function fromLetters(rows: readonly (readonly string[])[], title: string): Activity[] | undefined {
  const [[corner = "", ...top] = [], ...body] = rows;
  if (top.length < 2) return undefined;
  const letters = body.map((row) => top.map((_, i) => lettersOf(row[i + 1] ?? "")));
  if (letters.some((row) => row.includes(undefined))) return undefined;
  const used = new Set(letters.flat().join(""));
  if (!used.has("A") || !used.has("R")) return undefined;
  const side = body.map(([first = ""]) => bare(first));
  const turned = PEOPLE.test(bare(corner)) && !ACTIVITY.test(corner);
  if (!turned && !ACTIVITY.test(corner) && !/\braci\b/i.test(title)) return undefined;
  const roles = turned ? side : top.map(bare);
  const activities = turned ? top.map(bare) : side;
  const at = (i: number, j: number): string => (turned ? letters[j]?.[i] : letters[i]?.[j]) ?? "";
  const named = (i: number, letter: string): string[] =>
    roles.filter((role, j) => role !== "" && at(i, j).includes(letter));
  return activities.map((what, i) => ({ what, responsible: named(i, "R"), accountable: named(i, "A") }));
}

const column = (header: readonly string[], pattern: RegExp): number =>
  header.findIndex((cell) => pattern.test(bare(cell)));

const namesIn = (cell: string): string[] =>
  bare(cell)
    .split(/[,;]|\s(?:and|&|\+)\s/)
    .map((name) => name.trim())
    .filter(namesSomebody);

/** Rows that name people under `Responsible` and `Accountable`. */
function fromColumns(rows: readonly (readonly string[])[]): Activity[] | undefined {
  const [header = [], ...body] = rows;
  const [r, a] = [column(header, /^responsible\b|^\(?R\)?$/i), column(header, /^accountable\b|^\(?A\)?$/i)];
  if (r < 1 || a < 1) return undefined;
  return body.map((row) => ({
    what: bare(row[0] ?? ""),
    responsible: namesIn(row[r] ?? ""),
    accountable: namesIn(row[a] ?? ""),
  }));
}

/** The activities of a table of responsibilities, row by row; undefined for any other table. */
export function activitiesIn(table: Stretch): readonly Activity[] | undefined {
  const rows = rowsOf(table);
  return rows && (fromColumns(rows) ?? fromLetters(rows, table.heading?.title ?? ""));
}

/** Signed rows of a table with a column for signatures. */
function signaturesIn(rows: readonly (readonly string[])[]): Signature[] {
  const [header = [], ...body] = rows;
  const signed = column(header, SIGNATURE_COLUMN);
  const name = column(header, /^(?:name|person|signatory)\b/i);
  const as = column(header, /^(?:role|capacity|function|position|title|action|as)\b/i);
  if (signed < 0 || name < 0 || as < 0) return [];
  return body.flatMap((row) => {
    const [what, who, mark] = [row[as] ?? "", row[name] ?? "", row[signed] ?? ""].map(bare) as [string, string, string];
    return isUnsigned(mark) || what === "" || !namesSomebody(who) ? [] : [{ as: what, name: who }];
  });
}

/** What a person does to one document or record, which is no post of the organisation. */
const IN_DOCUMENT =
  /\b(?:by|author|approv\w*|review\w*|prepar\w*|owner|assessor|auditor|sign\w*|witness|chair\w*|attendee|member|participant|contact)\b/i;

const holding = (post: string | undefined, name: string): Holding[] =>
  post !== undefined && looksLikeRole(post) && !IN_DOCUMENT.test(post) && namesSomebody(name) && !looksLikeRole(name)
    ? [{ post, name }]
    : [];

/** The fields of a kind that name people. */
const peopleFields = once((kind: KindInfo): readonly string[] =>
  kind.fields.flatMap(({ name, type }) => (type === "person" || type === "people" ? [name] : [])),
);

/** The post that a text says a person holds: `Jane Doe (CTO)`. */
const heldIn: (text: string) => readonly Holding[] = remembering((text) => {
  const { role, name } = readPerson(text);
  return holding(role, name);
});

/** Posts that the person fields of a document's own record name with their holders. */
function heldInHeader({ kind, plain }: RecordFacts): readonly Holding[] {
  if (kind === undefined) return [];
  const found: Holding[] = [];
  for (const field of peopleFields(kindInfo(kind))) {
    const value = plain[field];
    if (typeof value === "string") addAll(found, heldIn(value));
    else if (Array.isArray(value)) for (const item of value) if (typeof item === "string") addAll(found, heldIn(item));
  }
  return found;
}

const MOST_ROWS = 200;
const MAY_BE =
  /responsib|accountab|activit|task|process|deliverable|decision|raci|signature|signed|sign-off|role|person|aufgabe|tâche/i;

const rowsOf = (table: Stretch): readonly (readonly string[])[] | undefined =>
  table.type === "table" &&
  table.rows.length > 1 &&
  table.rows.length <= MOST_ROWS &&
  MAY_BE.test(`${table.rows[0]?.data.text ?? ""} ${table.heading?.title ?? ""}`)
    ? table.rows.map(cellTexts)
    : undefined;

const NONE: readonly never[] = [];
const distinct = (names: readonly string[]): readonly string[] => (names.length < 2 ? names : [...new Set(names)]);

/** Who does, answers for and signs what in a document; undefined where it says nothing of the kind. */
export function handsOf(document: Document, own: RecordFacts | undefined): Hands | undefined {
  if (document.template) return undefined;
  const tables: Responsibilities[] = [];
  const signatures: Signature[] = [];
  if (document.language === "markdown" && document.text.includes("|"))
    for (const stretch of stretchesOf(document)) {
      const rows = rowsOf(stretch);
      if (!rows) continue;
      const activities = activitiesIn(stretch);
      const section = stretch.heading?.slug;
      if (activities) tables.push({ ...(section === undefined ? undefined : { section }), activities });
      else addAll(signatures, signaturesIn(rows));
    }
  const held = own ? heldInHeader(own) : [];
  if (tables.length + signatures.length === 0)
    return held.length === 0
      ? undefined
      : { tables: NONE, signatures: NONE, holdings: exact(held), people: distinct(held.map(({ name }) => name)) };
  const doers = [
    ...new Set(
      tables.flatMap(({ activities }) => activities.flatMap((one) => [...one.responsible, ...one.accountable])),
    ),
  ].map(readPerson);
  const holdings = [
    ...held,
    ...signatures.flatMap(({ as, name }) => holding(as, name)),
    ...doers.flatMap(({ name, role }) => holding(role, name)),
  ];
  const named = [...holdings, ...signatures, ...doers].map(({ name }) => name);
  const people = distinct(named.filter((name) => namesSomebody(name) && !looksLikeRole(name)));
  return { tables: exact(tables), signatures: exact(signatures), holdings, people };
}
