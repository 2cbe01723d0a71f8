import { normalizeProvision } from "../catalog/catalog.ts";
import { parseProvisionField } from "../catalog/provision-field.ts";
import type { PlacedRecord, Plain, ProvisionRef, RecordData, RecordFacts } from "../records/model.ts";
import type { KindId } from "../generated/kinds.ts";
import type { Document } from "../syntax/document.ts";
import type { Writable } from "../text/writable.ts";
import { changedStretch, type Stretch, spliced, stretchBetween } from "../text/stretch.ts";
import type { FileFacts } from "./api.ts";
import { handsOf } from "./hands.ts";
import { matricesOf } from "./matrix.ts";
import { Named, namedIn } from "./named.ts";
import { followStretches } from "./stretches.ts";
import { sectionFields } from "./scope-sections.ts";
import { push } from "./push.ts";

/** The facts of a file together with the document that they were read from, record by record. */
export interface ReadFile {
  readonly document: Document;
  readonly facts: FileFacts;
}

/** A file as it was just read. */
export interface Reading extends ReadFile {
  /** What its blocks name, counted; the next reading of the file takes it over. Kept once a file is read again: most never are. */
  readonly named: Named | undefined;
}

/** A file as read before; its document may have been let go since. */
export interface FormerFile {
  readonly loaded: Document | undefined;
  readonly facts: FileFacts;
  readonly named: Named | undefined;
}

/** A string that is equal for facts that say the same. */
function digestOf(facts: RecordFacts): string {
  const { kind, id, notation, plain, template, sections, addresses, hasPlaceholders } = facts;
  return JSON.stringify([kind, id, notation, plain, template, sections, addresses, hasPlaceholders]);
}

/**
 * What the workspace may know of a document. Records that say the same as before keep their object, and so do the file's facts as a whole:
 * a change of prose gives back `previous.facts` itself.
 */
export function readFacts(document: Document, standards: readonly string[], previous?: FormerFile): Reading {
  const records = readRecords(document, standards, previous);
  const own = document.ownRecord === undefined ? undefined : records[document.ownRecord];
  const before = previous?.facts;
  if (previous?.loaded) followStretches(document, previous.loaded);
  const matrices = document.governed ? kept(matricesOf(document), before?.matrices) : undefined;
  const hands = document.governed ? kept(handsOf(document, own), before?.hands) : undefined;
  const named = document.governed && previous ? namedAfter(previous.named, document) : undefined;
  const once = document.governed && !previous ? namedIn(document.blocks) : named;
  const facts: FileFacts = {
    path: document.path,
    governed: document.governed,
    template: document.template,
    records,
    own,
    sections:
      (document.ownRecord === undefined ? undefined : document.records[document.ownRecord]?.data.sections) ?? NONE,
    anchors: anchorsOf(document),
    cites: once?.cites ?? [],
    mentions: once?.mentions ?? [],
    matrices,
    hands,
  };
  return { document, facts: before && sameFile(before, facts) ? before : facts, named };
}

function namedAfter(former: Named | undefined, document: Document): Named {
  const named = former ?? new Named();
  named.move(document.blocks);
  return named;
}

/** The facts of each record: before and behind the stretch that changed those read before, within it those that say the same. */
function readRecords(
  document: Document,
  standards: readonly string[],
  previous: FormerFile | undefined,
): readonly RecordFacts[] {
  if (!previous) return document.records.map((_, i) => makeFacts(document, i, standards));
  const known = previous.facts.records;
  const before = previous.loaded?.template === document.template ? previous.loaded : undefined;
  const own = ownFacts(document, standards, before?.ownRecord === undefined ? undefined : known[before.ownRecord]);
  const stretch = changedRecords(known, before, document, own);
  if (stretch.before === stretch.start && stretch.after === stretch.start) return known;
  const pool = new Map<string, RecordFacts[]>();
  for (const facts of known.slice(stretch.start, stretch.before).reverse()) push(pool, digestOf(facts), facts);
  const fresh = document.records.slice(stretch.start, stretch.after).map((_, i) => {
    const ordinal = stretch.start + i;
    const made = own && ordinal === document.ownRecord ? own : makeFacts(document, ordinal, standards);
    const same = pool.size === 0 ? undefined : pool.get(digestOf(made))?.pop();
    if (same) shareWords(document.records[ordinal]?.data, made, same);
    return same ?? made;
  });
  return spliced(known, stretch, fresh);
}

/** The stretch in which the facts of records may be others than those of the version before. */
function changedRecords(
  known: readonly RecordFacts[],
  before: Document | undefined,
  document: Document,
  own: RecordFacts | undefined,
): Stretch {
  // A file that had changed on disk may have been read again meanwhile, and facts are of its text before.
  if (!before || before.records.length !== known.length)
    return { start: 0, before: known.length, after: document.records.length };
  const stretch = changedStretch(before.records, document.records);
  if (hangOnThemselves(stretch, known, before, document, own)) return stretch;
  return stretchBetween(known.length, document.records.length, (i, j) => {
    if (i === before.ownRecord || j === document.ownRecord) return j === document.ownRecord && own === known[i];
    return before.records[i]?.data === document.records[j]?.data && holderOf(before, i) === holderOf(document, j);
  });
}

/** Whether facts of records outside of a stretch are as they were: the document's own says the same, and none stands in another one that changed. */
function hangOnThemselves(
  { start, before: end, after }: Stretch,
  known: readonly RecordFacts[],
  before: Document,
  document: Document,
  own: RecordFacts | undefined,
): boolean {
  const [was, is] = [before.ownRecord, document.ownRecord];
  if (was !== is || (was !== undefined && own !== known[was])) return false;
  if (was !== undefined && (was >= start || before.records[was]?.data !== document.records[was]?.data)) return false;
  const holds = ({ data }: PlacedRecord): boolean => HOLDERS.has(data.kind);
  return !before.records.slice(start, end).some(holds) && !document.records.slice(start, after).some(holds);
}

/** Of a record read again that says the same, its words are kept once: a long register has many. */
function shareWords(data: Writable<RecordData> | undefined, made: RecordFacts, same: RecordFacts): void {
  if (data?.plain === made.plain) data.plain = same.plain;
}

/** The facts of the document's own record, which hang on its text too; `former` where they say the same. */
function ownFacts(
  document: Document,
  standards: readonly string[],
  former: RecordFacts | undefined,
): RecordFacts | undefined {
  if (document.ownRecord === undefined) return undefined;
  const made = makeFacts(document, document.ownRecord, standards);
  return former && digestOf(former) === digestOf(made) ? former : made;
}

const NONE: readonly never[] = [];

const anchorsOf = ({ headings }: Document): readonly string[] =>
  headings.length === 0 ? NONE : [...new Set(headings.map(({ slug }) => slug))];

function sameFile(a: FileFacts, b: FileFacts): boolean {
  return (
    a.governed === b.governed &&
    a.template === b.template &&
    a.own === b.own &&
    a.matrices === b.matrices &&
    a.hands === b.hands &&
    sameItems(a.records, b.records) &&
    sameItems(a.anchors, b.anchors) &&
    sameJson(a.sections, b.sections) &&
    (a.cites === b.cites || sameJson(a.cites, b.cites)) &&
    sameItems(a.mentions, b.mentions)
  );
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || (a.length === b.length && a.every((item, i) => item === b[i]));
/** What was known before, where it says the same. */
const kept = <T>(now: T | undefined, before: T | undefined): T | undefined =>
  now !== undefined && before !== undefined && sameJson(now, before) ? before : now;

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Kinds of records whose measurements are of the system and version that the record itself is of. */
const HOLDERS: ReadonlySet<KindId | undefined> = new Set<KindId>(["impact-assessment", "model-card"]);

/** The assessment or card that a measurement stands in: the record around it, else the document's own. */
function holderOf({ records, ownRecord }: Document, ordinal: number): RecordData | undefined {
  const placed = records[ordinal];
  if (placed?.data.kind !== "measurement") return undefined;
  if (placed.data.notation === "yaml-block") {
    // The record around it begins before it, and no other of these kinds stands between.
    for (let i = ordinal - 1; i >= 0; i--) {
      const data = records[i]?.data;
      if (HOLDERS.has(data?.kind)) return data;
    }
  }
  const own = ownRecord === undefined ? undefined : records[ownRecord]?.data;
  return HOLDERS.has(own?.kind) ? own : undefined;
}

/** The system and version that a measurement has from the assessment or card it stands in, where it names none itself. */
function inherited(document: Document, ordinal: number): RecordFacts["plain"] | undefined {
  const holder = holderOf(document, ordinal);
  const { system, systems } = document.records[ordinal]?.data.plain ?? {};
  if (!holder || system !== undefined || systems !== undefined) return undefined;
  const { system: one = holder.plain.systems, system_version: version } = holder.plain;
  const named = Array.isArray(one) ? (one.length === 1 ? one[0] : undefined) : one;
  if (typeof named !== "string") return undefined;
  return typeof version === "string" ? { system: named, system_version: version } : { system: named };
}

function makeFacts(document: Document, ordinal: number, standards: readonly string[]): RecordFacts {
  const { data } = document.records[ordinal] as PlacedRecord;
  const own = ordinal === document.ownRecord;
  const more = inherited(document, ordinal);
  const plain = more ? { ...more, ...data.plain } : data.plain;
  return {
    path: document.path,
    kind: data.kind,
    id: data.id,
    notation: data.notation,
    plain: own && data.kind === "scope" ? { ...plain, ...sectionFields(document, plain) } : plain,
    template: data.template || document.template,
    sections: data.sections ?? NONE,
    addresses: addressesOf(data, own ? document.about : [], standards),
    hasPlaceholders: data.placeholders.length > 0,
  };
}

/** Provisions a record says it addresses: its `satisfies`, a control's own number, and what its document's header and title cite. */
function addressesOf(
  data: RecordData,
  about: readonly ProvisionRef[],
  standards: readonly string[],
): readonly ProvisionRef[] {
  if (data.plain.satisfies === undefined && data.kind !== "control" && about.length === 0) return NONE;
  const found = new Map<string, ProvisionRef>();
  const add = (standard: string, number: Plain | undefined): void => {
    if (typeof number !== "string" && typeof number !== "number") return;
    const ref = normalizeProvision(standard, String(number));
    if (ref) found.set(`${ref.standard}:${ref.provision}`, ref);
  };
  const satisfies = data.plain.satisfies;
  if (satisfies && typeof satisfies === "object" && !Array.isArray(satisfies)) {
    for (const [standard, numbers] of Object.entries(satisfies)) {
      for (const number of Array.isArray(numbers) ? numbers : [numbers]) add(standard, number as Plain);
    }
  }
  if (data.kind === "control") {
    const own = typeof data.plain.control === "string" ? data.plain.control : String(data.plain.control ?? "");
    for (const citation of parseProvisionField(own, { standards, place: "field" })) {
      if (citation.provision) add(citation.provision.standard, citation.provision.id);
    }
  }
  for (const ref of about) found.set(`${ref.standard}:${ref.provision}`, ref);
  return [...found.values()];
}
