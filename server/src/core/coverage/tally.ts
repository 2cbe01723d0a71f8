import type { KindId } from "../generated/kinds.ts";
import type { Plain, RecordFacts } from "../records/model.ts";
import { canonicalLevel } from "../records/values.ts";
import type { AimsIndex } from "../workspace/api.ts";
import { levelWord } from "../workspace/bands.ts";
import { assessmentStateOf } from "./assessments.ts";
import { type AiSystem, scopeOf, systemDate, systemList, systemsOf, systemText, useOf } from "./systems.ts";
import { dateOf, holds, listOf, realText } from "./values.ts";
import type { Today } from "../workspace/today.ts";

/** What is counted in a management system. */
export type Subject = Extract<
  KindId,
  "system" | "risk" | "nonconformity" | "finding" | "incident" | "supplier" | "control" | "objective"
>;

/** What can be said of what is counted. */
export type Quality =
  | "open"
  | "closed"
  | "treated"
  | "accepted"
  | "assessed"
  | "live"
  | "in-scope"
  | "high-risk"
  | "critical"
  | "high"
  | "medium"
  | "low"
  | "major"
  | "minor"
  | "implemented"
  | "applicable"
  | "achieved"
  | "owned"
  | "recorded";

/** Whether something holds; undefined where the records leave it open. */
type Truth = boolean | undefined;

/** How many the records show: what they leave open counts for `most` only. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** What the records show of a figure. */
export interface Tally {
  readonly counted: Range;
  /** Out of how many. */
  readonly among: Range;
  /** Those that surely are counted. */
  readonly sure: readonly RecordFacts[];
  /** Those among which is counted, and which surely are not. */
  readonly without: readonly RecordFacts[];
}

/** The day for which is counted, and whether it is past. */
interface When {
  readonly day: string;
  readonly past: boolean;
}

const both = (a: Truth, b: Truth): Truth =>
  a === false || b === false ? false : a === undefined || b === undefined ? undefined : true;
const not = (a: Truth): Truth => (a === undefined ? undefined : !a);

/** What is so now, and may not have been so yet on a day that is past. */
const sinceWhen = (now: boolean, { past }: When): Truth => (now ? (past ? undefined : true) : false);

const BEGAN: Partial<Record<Subject, string>> = {
  risk: "identified_on",
  nonconformity: "found_on",
  finding: "found_on",
  incident: "detected_on",
};
const ENDED = new Set(["closed", "verified", "rejected"]);

function existed(record: RecordFacts, subject: Subject, { day, past }: When): Truth {
  const began = BEGAN[subject];
  const since = began === undefined ? undefined : dateOf(record, began);
  if (since !== undefined) return since <= day;
  return subject === "control" || !past ? true : undefined;
}

function closed(record: RecordFacts, subject: Subject, when: When): Truth {
  const status = realText(record, "status");
  const on = dateOf(record, "closed_on");
  if (on !== undefined) return on <= when.day;
  if (status === undefined) return undefined;
  if (subject !== "risk" && status === "action-done") return undefined;
  return sinceWhen(ENDED.has(status), when);
}

/** Whether a risk is open: those in treatment, watched or accepted are called so by some and not by others. */
function open(record: RecordFacts, subject: Subject, when: When): Truth {
  const ended = closed(record, subject, when);
  return subject !== "risk" || record.plain.status === "open" ? not(ended) : both(not(ended), undefined);
}

function treated(record: RecordFacts, when: When): Truth {
  const status = realText(record, "status");
  if (status === "open") return false;
  return status === "treated" ? sinceWhen(true, when) : undefined;
}

/** A risk that was to be borne may have been accepted before it was closed or watched. */
function accepted(record: RecordFacts, when: When): Truth {
  if (record.plain.status === "accepted") return sinceWhen(true, when);
  return record.plain.treatment === undefined || record.plain.treatment === "accept" ? undefined : false;
}

function assessedSupplier(record: RecordFacts, when: When): Truth {
  const on = dateOf(record, "assessed_on");
  if (on !== undefined && on <= when.day) return true;
  return on !== undefined || holds(record, "assessment") || holds(record, "assessed_by") ? undefined : false;
}

/** Whether a risk is rated so, where before and after treatment it is rated alike. */
function rated(record: RecordFacts, level: string): Truth {
  const [before, after] = [levelIn(record, ["rating", "score"]), levelIn(record, ["residual", "residual_score"])];
  const isJudged = ["rating", "score", "likelihood", "impact"].some((field) => realText(record, field) !== undefined);
  if (before === undefined && (after === undefined || isJudged)) return undefined;
  const levels = new Set([before, after].filter((one) => one !== undefined));
  if (!levels.has(level)) return false;
  return levels.size === 1 ? true : undefined;
}

/** The level that the first of these fields names. */
function levelIn(record: RecordFacts, fields: readonly string[]): string | undefined {
  const [word] = fields.flatMap((field) => levelWord(realText(record, field) ?? "") ?? []);
  return word === undefined ? undefined : canonicalLevel(word);
}

const is = (value: Plain | undefined, wanted: Plain): Truth => (value === undefined ? undefined : value === wanted);

function holdsOf(record: RecordFacts, subject: Subject, quality: Quality, when: When): Truth {
  switch (quality) {
    case "recorded":
      return true;
    case "open":
      return open(record, subject, when);
    case "closed":
      return closed(record, subject, when);
    case "treated":
      return treated(record, when);
    case "accepted":
      return accepted(record, when);
    case "critical":
    case "high":
    case "medium":
    case "low":
      return subject === "risk" ? rated(record, quality) : is(record.plain.grade ?? record.plain.severity, quality);
    case "major":
    case "minor":
      return is(record.plain.grade, quality);
    case "implemented":
      return sinceWhen(record.plain.status === "implemented", when);
    case "applicable":
      return is(record.plain.applicable, true);
    case "achieved":
      return sinceWhen(record.plain.status === "achieved", when);
    case "owned":
      return sinceWhen(listOf(record, "owner").length > 0, when);
    case "assessed":
      return subject === "supplier" ? assessedSupplier(record, when) : undefined;
    default:
      return undefined;
  }
}

function holdsOfSystem(index: AimsIndex, system: AiSystem, quality: Quality, { day, past }: When, today: Today): Truth {
  switch (quality) {
    case "recorded":
      return true;
    case "live": {
      const use = useOf(system, today);
      if (use === "unknown") return undefined;
      const since = systemDate(system, "deployed_on");
      if (use === "live") return since === undefined ? (past ? undefined : true) : since <= day;
      return past && use !== "planned" && use !== "development" ? undefined : false;
    }
    case "in-scope": {
      const { state } = scopeOf(index, system);
      return state === "in" ? true : state === "out" ? false : undefined;
    }
    case "high-risk": {
      const tier = systemText(system, "tier");
      return tier === undefined ? undefined : tier === "high";
    }
    case "assessed": {
      if (assessmentStateOf(index, system, today).state === "unassessed") return false;
      return past ? undefined : true;
    }
    case "owned":
      return systemList(system, "owner").length > 0 ? (past ? undefined : true) : false;
    default:
      return undefined;
  }
}

/** A system was in the inventory when it came into use, at the latest; one that has left may still have been counted. */
function existedSystem(system: AiSystem, { day, past }: When, today: Today): Truth {
  if (useOf(system, today) === "retired") return undefined;
  const since = systemDate(system, "deployed_on");
  return !past || (since !== undefined && since <= day) ? true : undefined;
}

interface Counted {
  readonly record: RecordFacts;
  readonly existed: Truth;
  readonly has: (quality: Quality) => Truth;
}

function counted(index: AimsIndex, subject: Subject, when: When, today: Today): Counted[] {
  if (subject === "system")
    return systemsOf(index).flatMap((system) => {
      const [record] = system.records;
      return record
        ? [
            {
              record,
              existed: existedSystem(system, when, today),
              has: (quality) => holdsOfSystem(index, system, quality, when, today),
            },
          ]
        : [];
    });
  const records = index.ofKind(subject).filter((record) => !record.template && record.plain.status !== "dropped");
  const groups = new Map<string, [RecordFacts, ...RecordFacts[]]>();
  records.forEach((record, i) => {
    const key = keyOf(record) ?? `record ${i}`;
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  });
  return [...groups.values()].map((group) => ({
    record: group[0],
    existed: agreed(group.map((record) => existed(record, subject, when))),
    has: (quality) => agreed(group.map((record) => holdsOf(record, subject, quality, when))),
  }));
}

/** What two records of the same thing have in common: its id, or the control it decides on. */
function keyOf({ kind, id, addresses }: RecordFacts): string | undefined {
  const [control] = kind === "control" ? addresses : [];
  return control ? `${control.standard}:${control.provision}` : id?.toLowerCase();
}

/** What records of the same thing say together; where they differ, nothing. */
const agreed = (truths: readonly Truth[]): Truth =>
  truths.every((truth) => truth === truths[0]) ? truths[0] : undefined;

const rangeOf = (truths: readonly Truth[]): Range => {
  const least = truths.filter((truth) => truth === true).length;
  return { least, most: least + truths.filter((truth) => truth === undefined).length };
};

/**
 * How many of something the records show for a day, as far as their dates and statuses tell: those that have the qualities `counted`, among
 * those that have `among`. Undefined where no such records are kept.
 */
export function tally(
  index: AimsIndex,
  asked: { readonly subject: Subject; readonly counted: readonly Quality[]; readonly among: readonly Quality[] },
  day: string,
  today: Today,
): Tally | undefined {
  const all = counted(index, asked.subject, { day, past: today.past(day) }, today);
  if (all.length === 0) return undefined;
  const truths = all.map(({ record, existed: there, has }) => {
    const so = (qualities: readonly Quality[]): Truth =>
      qualities.reduce<Truth>((truth, quality) => (truth === false ? false : both(truth, has(quality))), there);
    return { record, counted: so(asked.counted), among: so(asked.among) };
  });
  return {
    counted: rangeOf(truths.map((t) => t.counted)),
    among: rangeOf(truths.map((t) => t.among)),
    sure: truths.flatMap((t) => (t.counted === true ? [t.record] : [])),
    without: truths.flatMap((t) => (t.among === true && t.counted === false ? [t.record] : [])),
  };
}
