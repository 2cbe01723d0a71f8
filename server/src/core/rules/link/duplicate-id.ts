import type { KindId } from "../../generated/kinds.ts";
import { kindInfo } from "../../records/kinds.ts";
import type { Notation, RecordData, RecordFacts } from "../../records/model.ts";
import { NONE, type RawFinding, type RuleContext, rule } from "../rule.ts";
import { isRetired, nameOf } from "../shared/records.ts";
import { kindNoun, quoted } from "../shared/words.ts";

/** Records that are items of one list: an id stands there once. */
const ITEMS = new Set<Notation>(["yaml-item", "csv-row", "table-row"]);
/** Share of words in common below which two names are names of different things. */
const RELATED = 0.34;

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((w) => w.length > 2)
      .slice(0, 60),
  );

/** Whether two records that have one id are named so differently that they are two things. */
function areNamedApart(a: RecordFacts, b: RecordFacts): boolean {
  const [x, y] = [wordsOf(nameOf(a) ?? ""), wordsOf(nameOf(b) ?? "")];
  if (x.size === 0 || y.size === 0) return false;
  let both = 0;
  for (const word of x) if (y.has(word)) both++;
  return both / Math.min(x.size, y.size) < RELATED;
}

const fieldsOf = (record: RecordFacts): string[] => Object.keys(record.plain).sort();

/** Whether two rows have the same columns filled: rows of one table, or a row written twice. A second table on the same things has others. */
function areAlike(a: RecordFacts, b: RecordFacts): boolean {
  const [x, y] = [fieldsOf(a), fieldsOf(b)];
  return x.length === y.length && x.every((name, i) => name === y[i]);
}

/** Fields by which rows on one thing differ on purpose: a metric measured every month, a training of several people. */
const SERIES = [
  "measured_on",
  "groups",
  "system",
  "systems",
  "system_version",
  "dataset",
  "person",
  "competence",
  "completed_on",
  "sent_on",
  "audience",
  "period_from",
];

const isSeries = (a: RecordFacts, b: RecordFacts): boolean =>
  SERIES.some((name) => JSON.stringify(a.plain[name] ?? null) !== JSON.stringify(b.plain[name] ?? null));

/** Two versions of one document kept side by side. */
const areVersions = (a: RecordFacts, b: RecordFacts): boolean =>
  isRetired(a) !== isRetired(b) || (a.plain.version ?? "") !== (b.plain.version ?? "");

/** Whether `b` takes the id that `a` has. A summary and the document it sums up share theirs. */
function isTaken(a: RecordFacts, b: RecordFacts): boolean {
  if (a.path === b.path && a.notation === b.notation) {
    if (a.notation === "table-row") return (areAlike(a, b) && !isSeries(a, b)) || areNamedApart(a, b);
    if (a.notation === "csv-row" && isSeries(a, b)) return areNamedApart(a, b);
    return ITEMS.has(a.notation) || a.notation === "yaml" || a.notation === "heading";
  }
  if (ITEMS.has(a.notation) !== ITEMS.has(b.notation) || a.path === b.path) return areNamedApart(a, b);
  if (ITEMS.has(a.notation)) return areNamedApart(a, b);
  return !areVersions(a, b);
}

const DOCUMENTS = new Set<Notation>(["front-matter", "control-header"]);

/** Controlled documents have their ids from one series, whatever kind each is. */
const areDocuments = (a: RecordFacts, b: RecordFacts): boolean =>
  [a, b].every((r) => r.kind !== undefined && DOCUMENTS.has(r.notation) && kindInfo(r.kind).document) &&
  areNamedApart(a, b);

/** How many records of one id are looked at: that there are more needs no proof. */
const MOST = 200;

/** The first record before this one, in the order of files and lines, that has its id. */
function earlier(record: RecordFacts, ctx: RuleContext): RecordFacts | undefined {
  const inAims = ctx.config().record !== undefined;
  const all = ctx.index.byId(record.id ?? "");
  for (let i = 0; i < all.length && i < MOST; i++) {
    const other = all[i] as RecordFacts;
    if (other === record) return undefined;
    if (other.template || (!inAims && other.path !== record.path)) continue;
    if ((other.kind === record.kind || areDocuments(other, record)) && isTaken(other, record)) return other;
  }
  return undefined;
}

function message(record: RecordFacts, first: RecordFacts, kind: string): string {
  const name = nameOf(first);
  const other = name === undefined ? `another ${kind}` : `the ${kind} ${quoted(name)}`;
  return areNamedApart(first, record)
    ? `The id ${quoted(record.id ?? "")} already belongs to ${other}.`
    : `${quoted(record.id ?? "")} stands twice, here and ${record.path === first.path ? "above" : "in another file"}.`;
}

/** Notations in which all that a record says stands in its fields. */
const WHOLE = new Set<Notation>([...ITEMS, "heading", "yaml"]);

/** Whether a record is the copy of one in another file, as those are of documents that a site or a package takes over. */
const isCopy = (record: RecordFacts, first: RecordFacts): boolean =>
  record.path !== first.path &&
  record.notation === first.notation &&
  WHOLE.has(record.notation) &&
  JSON.stringify(record.plain) === JSON.stringify(first.plain);

const copied = (record: RecordFacts, data: RecordData, first: RecordFacts): RawFinding => ({
  at: data.idSpan ?? data.head,
  severity: "warning",
  message: `${quoted(record.id ?? "")} stands in another file as well, and says the same there.`,
  help: "Once one of the two is changed, nobody can tell which holds. Keep one of them, or leave the folder of copies out (`exclude` in `aims.yaml`).",
  related: [{ at: { record: first, field: "id" }, message: "The id is first used here." }],
});

const taken = (record: RecordFacts, data: RecordData, first: RecordFacts): RawFinding => ({
  at: data.idSpan ?? data.head,
  message: message(record, first, kindNoun(kindInfo(record.kind as KindId).title)),
  help: "A reference to this id means both, so nobody can tell what it proves. Give one of the two an id of its own.",
  related: [{ at: { record: first, field: "id" }, message: "The id is first used here." }],
});

/** One id on two records of a kind. */
export const duplicateId = rule({
  id: "duplicate-id",
  group: "link",
  severity: "error",
  summary: "Finds ids that two records of a kind share.",
  record({ facts, data }, ctx) {
    const first = facts.id === undefined || facts.kind === undefined ? undefined : earlier(facts, ctx);
    return first ? [(isCopy(facts, first) ? copied : taken)(facts, data, first)] : NONE;
  },
});
