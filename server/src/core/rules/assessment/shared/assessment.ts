import {
  type AssessmentPart,
  assessmentParts,
  labelKey,
  partsForLabel,
  partsOfField,
} from "../../../catalog/assessment-parts.ts";
import { itemsIn, paragraphsIn } from "../../../notation/seen.ts";
import type { Span } from "../../../text/span.ts";
import { assessedSystems } from "../../../coverage/assessments.ts";
import { type AiSystem, systemNamed } from "../../../coverage/systems.ts";
import { holds, listOf, textOf } from "../../../coverage/values.ts";
import type { PlacedRecord, RecordData, RecordFacts } from "../../../records/model.ts";
import type { Document } from "../../../syntax/document.ts";
import { lately } from "../../../text/lately.ts";
import type { AimsIndex } from "../../../workspace/api.ts";
import type { DocumentUnit, Severity } from "../../rule.ts";
import { ordinalsOf } from "../../shared/in-document.ts";
import { labelsOf } from "./labels.ts";

/** An impact assessment at its place; spans of findings are absolute. What several rules ask of it is worked out once. */
export class WrittenAssessment {
  readonly document: Document;
  readonly placed: PlacedRecord;
  readonly facts: RecordFacts;
  /** Whether it is the document's own record, so that the document's body belongs to it. */
  readonly own: boolean;
  #present: ReadonlySet<string> | undefined;

  constructor(document: Document, placed: PlacedRecord, facts: RecordFacts, own: boolean) {
    this.document = document;
    this.placed = placed;
    this.facts = facts;
    this.own = own;
  }

  /** Ids of the parts that say something: in a field, or under a heading or label. */
  get present(): ReadonlySet<string> {
    this.#present ??= presentParts(this);
    return this.#present;
  }
}

/** Documents about assessments that are none themselves. */
const ABOUT =
  /\b(?:procedure|process|policy|guidelines?|guidance|methodology|method|register|log|plan|programme|checklist|instructions?|standard|framework|matrix|index|verfahren|register|richtlinie|procédure|registre)\b/i;

/** Files that no tool here can read, and in which the assessment itself may be. */
const ELSEWHERE = /\.(?:docx?|pdf|xlsx?|odt|ods|pptx?)\b/i;

/** A log entry of an assessment names little more than who, what and when; an assessment says something of at least this many parts. */
const FEWEST_PARTS = 3;

/** What was found in one document. */
interface Found {
  readonly document: Document;
  readonly records: readonly RecordFacts[];
  readonly all: readonly WrittenAssessment[];
  written: readonly WrittenAssessment[] | undefined;
}

const NOTHING: Omit<Found, "document"> = { records: [], all: [], written: [] };

/** The document asked for last: rules ask about one document after another. */
let last: Found | undefined;

function foundIn(unit: DocumentUnit, index: AimsIndex): Omit<Found, "document"> {
  const { document } = unit;
  const ordinals = ordinalsOf(unit, "impact-assessment");
  if (ordinals.length === 0) return NOTHING;
  const records = index.file(document.path)?.records ?? [];
  if (last?.document === document && last.records === records) return last;
  const all = ordinals.flatMap((i) => {
    const [facts, placed] = [records[i], document.records[i]];
    if (!placed || !facts || facts.template || facts.plain.status === "retired") return [];
    return [
      new WrittenAssessment(document, placed, facts, i === document.ownRecord && document.language === "markdown"),
    ];
  });
  last = { document, records, all, written: undefined };
  return last;
}

/** The impact assessments of a document in any notation, templates and retired ones left out. */
export const assessmentsIn = (unit: DocumentUnit, index: AimsIndex): readonly WrittenAssessment[] =>
  foundIn(unit, index).all;

/**
 * The written assessments of a document: not rows of a register or the document that holds it, nor entries that only log an
 * assessment kept elsewhere.
 */
export function writtenIn(unit: DocumentUnit, index: AimsIndex): readonly WrittenAssessment[] {
  const found = foundIn(unit, index);
  found.written ??= found.all.filter((written) => isWritten(written) && !(written.own && found.all.length > 1));
  return found.written;
}

function isWritten(written: WrittenAssessment): boolean {
  const { document, facts, placed, own } = written;
  const { notation } = placed.data;
  if (notation === "table-row" || notation === "csv-row") return false;
  const title = textOf(facts, "title") ?? (own ? (document.headings[0]?.title ?? "") : "");
  if (ABOUT.test(title)) return false;
  const present = written.present.size;
  if (present < FEWEST_PARTS && ELSEWHERE.test(JSON.stringify(facts.plain))) return false;
  return own || notation === "yaml" || present >= FEWEST_PARTS;
}

/** Whether an assessment is still being written, so that what it lacks is only to be expected. */
export const isDraft = (facts: RecordFacts): boolean =>
  facts.plain.status === "draft" || facts.plain.status === "in-review";

/** The severity of something an assessment lacks: advice while it is a draft. */
export const lacking = (facts: RecordFacts): { readonly severity?: Severity } =>
  isDraft(facts) ? { severity: "info" } : {};

function presentParts({ document, placed, own }: WrittenAssessment): ReadonlySet<string> {
  const found = new Set<string>();
  for (const field in placed.data.plain) {
    const parts = partsOfField(field);
    if (parts && holds(placed.data, field)) for (const id of parts) found.add(id);
  }
  for (const field of placed.data.fields.values()) {
    if (!field.known && field.value.type !== "empty") for (const id of partsForLabel(field.label)) found.add(id);
  }
  if (!own) return found;
  for (const { text, content } of labelsOf(document)) {
    if (content === "filled") for (const id of partsForLabel(text)) found.add(id);
  }
  return found;
}

/** Parts of which nothing is said, in the standard's order. */
export const absentParts = ({ present }: WrittenAssessment): AssessmentPart[] =>
  assessmentParts().filter((part) => !present.has(part.id));

/** The systems of the inventory an assessment is of. */
export function systemsAssessed(facts: RecordFacts, index: AimsIndex): AiSystem[] {
  const found: AiSystem[] = [];
  for (const text of assessedSystems(facts)) {
    const system = systemNamed(index, text);
    if (system) found.push(system);
  }
  return found;
}

/** How an assessment is called in a message. */
export function assessmentName(facts: RecordFacts, index: AimsIndex): string {
  const systems = systemsAssessed(facts, index).map((s) => s.id);
  const of = systems.length > 0 ? systems : assessedSystems(facts);
  const subject = of.length > 0 ? ` of ${of.slice(0, 3).join(", ")}` : "";
  return facts.id === undefined ? `This assessment${subject}` : `${facts.id}, the assessment${subject || " here"},`;
}

/** Where a field is shown, absolute; else the record's head. */
export function placeIn(
  { placed }: WrittenAssessment,
  ...names: readonly (keyof RecordData["plain"] & string)[]
): {
  start: number;
  end: number;
} {
  const { base, data } = placed;
  for (const name of names) {
    const field = data.fields.get(name);
    if (!field) continue;
    const span = field.value.type === "empty" ? field.keySpan : field.value.span;
    return { start: base + span.start, end: base + span.end };
  }
  return { start: base + data.head.start, end: base + data.head.end };
}

/** Groups of people an assessment names as affected, and where. */
export interface AffectedGroups {
  readonly names: readonly string[];
  readonly at: Span;
}

const AFFECTED_HEADINGS = [
  "affected",
  "interested party",
  "who is concerned",
  "Betroffene",
  "personnes concernées",
].map(labelKey);
/** A list of groups is short pieces; anything longer is prose and is not taken apart. */
const LONGEST_NAME = 60;

/** The people named as affected: in fields, or as a list under a heading of its own. */
export const affectedGroups = lately((written: WrittenAssessment): AffectedGroups | undefined => {
  const names = [...listOf(written.facts, "affected"), ...listOf(written.facts, "vulnerable_groups")];
  if (names.length > 0) return { names, at: placeIn(written, "affected", "vulnerable_groups") };
  if (!written.own) return undefined;
  const { document } = written;
  for (const { key, content, heading } of labelsOf(document)) {
    if (!heading || content !== "filled" || !AFFECTED_HEADINGS.some((words) => key.includes(words))) continue;
    const items = itemsIn(document, heading.extent);
    const [first, second] = paragraphsIn(document, heading.extent);
    const said =
      items.length > 0 ? items.map((i) => i.text) : second ? [] : (first?.text ?? "").split(/[,;]|\s(?:and|und|et)\s/);
    const groups = said.map((s) => s.replace(/(?<![\s.])[\s.]+$/, "").trim()).filter((s) => s !== "");
    if (groups.length === 0 || groups.some((g) => g.length > LONGEST_NAME)) continue;
    return { names: groups, at: items.length > 0 || !first ? heading.span : first.span };
  }
  return undefined;
});
