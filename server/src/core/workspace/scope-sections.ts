import { itemsIn, paragraphsIn, type Seen, type SeenTable, tablesIn } from "../notation/seen.ts";
import { findIds } from "../records/ids.ts";
import type { Plain } from "../records/model.ts";
import type { Document, Heading } from "../syntax/document.ts";
import type { Span } from "../text/span.ts";
import { addAll } from "../text/many.ts";

/** Something a section or table of a scope statement leaves out. Spans absolute. */
export interface ExcludedItem {
  /** What is left out, as written. */
  readonly what: Seen;
  /** The id that stands in the row or sentence, else `what`. */
  readonly system: string;
  /** The sentence of prose it stands in, where it does; there a system may be named in passing. */
  readonly sentence: string | undefined;
  /** As written; its text is empty where the place for it is. */
  readonly reason: Seen | undefined;
  readonly approvedBy: Seen | undefined;
  readonly reviewOn: Seen | undefined;
}

/** Titles of the sections that say what a scope leaves out. */
export const EXCLUSION_TITLE =
  /\b(?:exclusions?|excluded|exclud(?:es|ing)|left out|leaves? out|out[- ]of[- ]scope|not part of|does not (?:cover|include)|not (?:with)?in (?:the )?scope|not (?:covered|included)|outside (?:of )?(?:the )?scope|ausschl(?:uss|üsse)|ausgeschlossen|hors (?:du )?périmètre|exclus)\b/i;
const COVERED_TITLE =
  /\b(?:in[- ]scope|within (?:the )?(?:aims )?scope|covered|included|in (?:the |our )?aims|scope of (?:the )?ai systems|im geltungsbereich)\b/i;
const ABOUT_SYSTEMS = /\b(?:systems?|applications?|models?|ai|ki-systeme?|systèmes?)\b/i;

const COLUMN = {
  reason: /\b(?:reason|justification|rationale|why|basis|grounds|begründung|motif)\b/i,
  approved: /\b(?:approv\w*|authori[sz]\w*|decided by|signed|freigegeben|approuvé)\b/i,
  review: /\b(?:review|revisit|re-?assess\w*|until|next)\b/i,
  what: /\b(?:system|exclu\w*|what|item|element|area|name|activity|unit|function|application|model|service|id)\b/i,
  covered: /\b(?:in|within)[- ](?:the )?(?:aims[- ])?scope\b|^scope$|^in aims\b|\bincluded\b|\bcovered\b/i,
} as const;

const YES = /^(?:yes|y|in|in[- ]scope|included|covered|true|✓|✔|✅|☑|ja|oui)\b|^[✓✔✅☑]/iu;
const NO = /^(?:no|n|out|out[- ]of[- ]scope|not in scope|excluded|false|nein|non)\b|^[✗✘❌☐]/iu;

const idIn = (text: string): string | undefined => findIds(text.slice(0, 400))[0]?.id;

/** What the sections and tables of a scope statement leave out and cover. */
export interface ScopeSections {
  readonly excluded: readonly ExcludedItem[];
  /** Ids or names of systems, each once. */
  readonly covered: readonly Seen[];
  /** Where the first stands of those that are more than is read. */
  readonly unread: Span | undefined;
}

/** So many of each are read: each is looked up in the register, again at each edit. */
export const MOST_IN_SCOPE = 5_000;

const readings = new WeakMap<Document, ScopeSections>();

/** What the sections and tables of a scope statement leave out and cover, where it is a Markdown document. */
export function scopeSections(document: Document): ScopeSections {
  let reading = readings.get(document);
  if (!reading) {
    reading = readable(document.language === "markdown" ? read(document) : { excluded: [], covered: [] });
    readings.set(document, reading);
  }
  return reading;
}

function readable({
  excluded,
  covered,
}: {
  excluded: readonly ExcludedItem[];
  covered: readonly Seen[];
}): ScopeSections {
  const unread = excluded[MOST_IN_SCOPE]?.what ?? covered[MOST_IN_SCOPE];
  return {
    excluded: excluded.slice(0, MOST_IN_SCOPE),
    covered: covered.slice(0, MOST_IN_SCOPE),
    unread: unread?.span,
  };
}

function read(document: Document): { excluded: ExcludedItem[]; covered: Seen[] } {
  const excluded: ExcludedItem[] = [];
  const covered = new Map<string, Seen>();
  const sections = outermost(document.headings, EXCLUSION_TITLE);
  for (const { extent } of sections) {
    for (const table of tablesIn(document, extent))
      addAll(
        excluded,
        excludedRows(table, () => true),
      );
    for (const item of itemsIn(document, extent)) addAll(excluded, excludedSentence(item));
    for (const paragraph of paragraphsIn(document, extent)) addAll(excluded, excludedInProse(paragraph));
  }
  const within = (span: Span): boolean =>
    sections.some(({ extent }) => extent.start <= span.start && span.end <= extent.end);
  for (const { title, extent } of outermost(document.headings, COVERED_TITLE)) {
    if (EXCLUSION_TITLE.test(title) || within(extent)) continue;
    for (const name of coveredNames(document, extent, ABOUT_SYSTEMS.test(title))) take(covered, name);
  }
  for (const table of tablesIn(document, { start: 0, end: document.text.length })) {
    const first = table.rows[0];
    if (first && !within(first.span)) readDecisions(table, excluded, covered);
  }
  return { excluded, covered: [...covered.values()] };
}

function outermost(headings: readonly Heading[], title: RegExp): Heading[] {
  const out: Heading[] = [];
  let end = 0;
  for (const heading of headings) {
    if (heading.level === 1 || heading.extent.start < end || !title.test(heading.title)) continue;
    end = heading.extent.end;
    out.push(heading);
  }
  return out;
}

const columnOf = (table: SeenTable, pattern: RegExp, not: readonly number[] = []): number =>
  table.header.findIndex((cell, i) => !not.includes(i) && pattern.test(cell.text));

function excludedRows(table: SeenTable, isOut: (cells: readonly Seen[]) => boolean): ExcludedItem[] {
  const reason = columnOf(table, COLUMN.reason);
  const approved = columnOf(table, COLUMN.approved, [reason]);
  const review = columnOf(table, COLUMN.review, [reason, approved]);
  const what = columnOf(table, COLUMN.what, [reason, approved, review]);
  if (reason < 0 && what < 0) return [];
  return table.rows.flatMap(({ cells }) => {
    const named = cells[Math.max(0, what)];
    if (!named || !isThing(named.text) || !isOut(cells)) return [];
    const id = cells.filter((_, i) => i !== reason).map((cell) => idIn(cell.text));
    return [
      {
        what: named,
        system: id.find((i) => i !== undefined) ?? named.text,
        sentence: undefined,
        reason: cells[reason],
        approvedBy: cells[approved],
        reviewOn: cells[review],
      },
    ];
  });
}

/** Words that fill a cell or item without naming anything. */
const isThing = (text: string): boolean =>
  /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(text) &&
  !/^(?:none|n\/?a|nil|tb[dc]|nothing|no exclusions?)\b/i.test(text) &&
  !/^[[<{(_]/.test(text);

const SEPARATOR =
  /\s+[–—-]\s+|:\s+|;\s+|,?\s+(?:because|since|as it|as they|due to|on the grounds that)\s+|\s+\((?=[^()]{12,400}\)\s*\.?$)/i;

/** `The fraud model — not yet assessed`: what is left out, and behind a dash, colon or "because" the reason. */
export function excludedSentence(seen: Seen): ExcludedItem[] {
  if (!isThing(seen.text)) return [];
  const split = SEPARATOR.exec(seen.text.slice(0, 1000));
  const exact = seen.span.end - seen.span.start === seen.text.length;
  const part = (start: number, end: number): Seen => ({
    text: seen.text.slice(start, end),
    span: exact ? { start: seen.span.start + start, end: seen.span.start + end } : seen.span,
  });
  const what = part(0, split ? split.index : seen.text.length);
  const from = split ? split.index + split[0].length : 0;
  const end = split?.[0].endsWith("(") ? seen.text.lastIndexOf(")") : seen.text.length;
  return [
    {
      what,
      system: idIn(what.text) ?? what.text,
      sentence: undefined,
      reason: split ? part(from, end) : undefined,
      approvedBy: undefined,
      reviewOn: undefined,
    },
  ];
}

const SENTENCE = /[^.!?]+(?:[.!?](?!\s)[^.!?]*)*/g;
/** A shorter rest of a sentence says no reason. */
const SHORTEST_REASON = 12;

/** `Fraud screening (AI-004) is run by our payment provider.`: each id of a sentence with what follows it; a sentence without one as a whole. */
function excludedInProse({ text, span }: Seen): ExcludedItem[] {
  const part = (start: number, end: number): Seen => ({
    text: text.slice(start, end),
    span: { start: span.start + start, end: span.start + end },
  });
  return [...text.slice(0, 20_000).matchAll(SENTENCE)].flatMap((match): ExcludedItem[] => {
    const lead = match[0].length - match[0].trimStart().length;
    const [start, end] = [match.index + lead, match.index + match[0].length];
    if (end - start < SHORTEST_REASON) return [];
    const whole = part(start, end);
    const sentence = whole.text.replace(/\s+/g, " ");
    const rest = { sentence, approvedBy: undefined, reviewOn: undefined };
    const ids = findIds(whole.text.slice(0, 2000));
    if (ids.length === 0) return [{ ...rest, what: whole, system: whole.text, reason: whole }];
    return ids.map(({ id, start: from, end: to }) => ({
      ...rest,
      what: part(start + from, start + to),
      system: id,
      reason: end - start - to < SHORTEST_REASON ? part(start, end) : part(start + to, end),
    }));
  });
}

const take = (covered: Map<string, Seen>, name: Seen): void => {
  const key = name.text.toLowerCase();
  if (!covered.has(key)) covered.set(key, name);
};

/** The id in a stretch of text, at its place; the stretch itself is given back where it holds none. */
function idSeen(seen: Seen): Seen | undefined {
  const found = findIds(seen.text.slice(0, 400))[0];
  if (!found) return undefined;
  const exact = seen.span.end - seen.span.start === seen.text.length;
  const span = exact ? { start: seen.span.start + found.start, end: seen.span.start + found.end } : seen.span;
  return { text: found.id, span };
}

const firstId = (cells: readonly Seen[]): Seen | undefined => {
  for (const cell of cells) {
    const id = idSeen(cell);
    if (id) return id;
  }
  return undefined;
};

function coveredNames(document: Document, extent: Span, aboutSystems: boolean): Seen[] {
  const rows = tablesIn(document, extent).flatMap((table) => {
    const scope = columnOf(table, COLUMN.covered);
    const named = table.header.findIndex((cell) => /\b(?:system|application|model)s?\b/i.test(cell.text));
    return table.rows.flatMap(({ cells }) => {
      if (scope >= 0 && NO.test(cells[scope]?.text ?? "")) return [];
      const name = named >= 0 ? cells[named] : undefined;
      return firstId(cells) ?? (name !== undefined && isThing(name.text) ? name : []);
    });
  });
  const items = itemsIn(document, extent).flatMap((item) => idSeen(item) ?? (aboutSystems ? namedItem(item) : []));
  return [...rows, ...items];
}

/** A list item that is a name, with nothing or a remark behind it. */
function namedItem({ text, span }: Seen): Seen | never[] {
  const what = text.slice(0, SEPARATOR.exec(text.slice(0, 1000))?.index ?? text.length);
  if (what.length > 60 || !isThing(what)) return [];
  return {
    text: what,
    span: span.end - span.start === text.length ? { start: span.start, end: span.start + what.length } : span,
  };
}

/** A table with a column that says yes or no to being in scope. */
function readDecisions(table: SeenTable, excluded: ExcludedItem[], covered: Map<string, Seen>): void {
  const scope = columnOf(table, COLUMN.covered);
  const named = table.header.findIndex(
    (cell, i) => i !== scope && /\b(?:system|application|model)s?\b/i.test(cell.text),
  );
  if (scope < 0 || named < 0) return;
  addAll(
    excluded,
    excludedRows(table, (cells) => NO.test(cells[scope]?.text ?? "")),
  );
  for (const { cells } of table.rows) {
    if (!YES.test(cells[scope]?.text ?? "")) continue;
    const name = firstId(cells) ?? cells[named];
    if (name !== undefined && isThing(name.text)) take(covered, name);
  }
}

const entryOf = ({ what, system, reason, approvedBy }: ExcludedItem): { readonly [key: string]: Plain } => ({
  system,
  what: what.text,
  ...(reason && reason.text !== "" ? { reason: reason.text } : {}),
  ...(approvedBy && approvedBy.text !== "" ? { approved_by: approvedBy.text } : {}),
});

/** The fields a scope statement's sections and tables add to those it writes as fields. */
export function sectionFields(
  document: Document,
  plain: { readonly [field: string]: Plain },
): { readonly [field: string]: Plain } {
  const { excluded, covered } = scopeSections(document);
  const out: { [field: string]: Plain } = {};
  if (excluded.length > 0 && plain.exclusions === undefined) {
    const sentences = new Set(excluded.flatMap(({ sentence }) => sentence ?? []));
    out.exclusions = [
      ...excluded.filter((item) => item.sentence === undefined).map(entryOf),
      ...[...sentences].map((what) => ({ what })),
    ];
  }
  if (covered.length > 0 && plain.systems === undefined) out.systems = covered.map(({ text }) => text);
  return out;
}
