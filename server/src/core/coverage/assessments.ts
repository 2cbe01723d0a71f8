import { addInterval } from "../records/dates.ts";
import type { RecordFacts } from "../records/model.ts";
import { once } from "../text/once.ts";
import type { AimsIndex } from "../workspace/api.ts";
import type { Parting } from "../workspace/parts.ts";
import { dirName, resolvePath } from "../workspace/names.ts";
import { type AiSystem, scopeOf, systemDate, systemNamed, systemText, type Use, USE_WORDS, useOf } from "./systems.ts";
import { dateOf, listOf, realText } from "./values.ts";
import { compareVersions } from "./versions.ts";
import type { Today } from "../workspace/today.ts";

/** Why an assessment no longer speaks about the system in use. */
export type Staleness =
  /** Made on another version than the one in use; `slight` when only a third number (a patch) differs. */
  | { readonly by: "version"; readonly assessed: string; readonly inUse: string; readonly slight: boolean }
  /** Made before the last material change. */
  | { readonly by: "change"; readonly assessedOn: string; readonly changedOn: string }
  /** The day on which it was to be looked at again has passed. `field` holds that day, or is absent where an interval gave it. */
  | { readonly by: "due"; readonly due: string; readonly field?: string; readonly interval?: string };

/** An impact assessment of a system. */
export interface Assessment {
  readonly record: RecordFacts;
  /** Whether it counts: neither template nor draft, and not of a day to come. */
  readonly counts: boolean;
  readonly assessedOn: string | undefined;
  readonly stale: readonly Staleness[];
}

/** Where a system stands with its impact assessment. */
export interface AssessmentState {
  readonly state: "assessed" | "stale" | "draft" | "unassessed" | "not-needed";
  /** One sentence. */
  readonly why: string;
  /** All assessments of the system but retired ones, the newest that counts first. */
  readonly assessments: readonly Assessment[];
}

/** The system ids and names an assessment says it is of. */
export const assessedSystems = once((record: RecordFacts): readonly string[] => [
  ...new Set([...listOf(record, "system"), ...listOf(record, "systems")]),
]);

/** What names a record in the parts of the index. */
const partOf = ({ path, id, plain }: RecordFacts): string => `${path}#${id ?? String(plain.name ?? "")}`;

/** Assessments by the main record of their system. */
const bySystem = (index: AimsIndex): Parting<RecordFacts> => ({
  items: () => index.ofKind("impact-assessment"),
  keys: (record) => {
    const systems = assessedSystems(record).flatMap((text) => systemNamed(index, text)?.record ?? []);
    return [...new Set(systems.map(partOf))];
  },
});

/** The computations whose parts are read through `AimsIndex.part`, by name. */
export const PARTS: Readonly<Record<string, (index: AimsIndex) => Parting<RecordFacts>>> = {
  assessments: bySystem,
};

function recordsOf(index: AimsIndex, system: AiSystem): RecordFacts[] {
  const found = new Set(index.part("assessments", partOf(system.record), bySystem(index)));
  for (const record of system.records) {
    for (const id of listOf(record, "impact_assessment")) {
      for (const other of index.byId(id)) if (other.kind === "impact-assessment") found.add(other);
      for (const path of pathsOf(index, record, id)) {
        const own = index.file(path)?.own;
        if (own?.kind === "impact-assessment") found.add(own);
      }
    }
  }
  return [...found].filter((record) => record.plain.status !== "retired");
}

/** Whether an assessment counts as made: approved, or at least dated or concluded, and neither template nor draft nor of a day to come. */
export function isMade(record: RecordFacts, today: Today): boolean {
  if (record.template || record.plain.status === "draft" || record.plain.status === "in-review") return false;
  const assessedOn = dateOf(record, "assessed_on");
  if (assessedOn !== undefined && !today.reached(assessedOn)) return false;
  if (record.plain.status === "approved" || assessedOn !== undefined) return true;
  return ["approved_by", "approved_on", "conclusion", "decision"].some((f) => realText(record, f) !== undefined);
}

/** Why an assessment of `system` no longer speaks about the system in use. */
export function stalenessOf(index: AimsIndex, record: RecordFacts, system: AiSystem, today: Today): Staleness[] {
  const out: Staleness[] = [];
  const [assessed, inUse] = [realText(record, "system_version"), systemText(system, "version")];
  const assessedOn = dateOf(record, "assessed_on");
  const changedOn = systemDate(system, "last_change");
  if (assessed !== undefined && inUse !== undefined) {
    const stand = compareVersions(assessed, inUse);
    if (stand === "older" || stand === "patch") out.push({ by: "version", assessed, inUse, slight: stand === "patch" });
  }
  if (assessedOn !== undefined && changedOn !== undefined && assessedOn < changedOn && today.reached(changedOn)) {
    out.push({ by: "change", assessedOn, changedOn });
  }
  const due = dueOf(index, record);
  if (due && today.past(due.due)) out.push({ by: "due", ...due });
  return out;
}

function dueOf(index: AimsIndex, record: RecordFacts): { due: string; field?: string; interval?: string } | undefined {
  for (const field of ["reassess_on", "next_review"]) {
    const due = dateOf(record, field);
    if (due !== undefined) return { due, field };
  }
  const assessedOn = dateOf(record, "assessed_on");
  const intervals = index.config().plain.review_intervals;
  const interval =
    intervals && typeof intervals === "object" && !Array.isArray(intervals)
      ? (intervals as { readonly [kind: string]: unknown })["impact-assessment"]
      : undefined;
  if (assessedOn === undefined || typeof interval !== "string") return undefined;
  const due = addInterval(assessedOn, interval);
  return due === undefined ? undefined : { due, interval };
}

const isStale = (stale: readonly Staleness[]): boolean => stale.some((s) => s.by !== "version" || !s.slight);

/** All assessments of a system but retired ones: those that count first, the newest before older ones. */
export function assessmentsOf(index: AimsIndex, system: AiSystem, today: Today): Assessment[] {
  const all = recordsOf(index, system).map((record) => ({
    record,
    counts: isMade(record, today),
    assessedOn: dateOf(record, "assessed_on"),
    stale: stalenessOf(index, record, system, today),
  }));
  const rank = (a: Assessment): string => `${a.counts ? 1 : 0}${a.assessedOn ?? ""}`;
  return all.sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0));
}

/** Where a system stands with its impact assessment. The one answer for rules, coverage and the systems view. */
export function assessmentStateOf(index: AimsIndex, system: AiSystem, today: Today): AssessmentState {
  const assessments = assessmentsOf(index, system, today);
  const made = assessments.filter((a) => a.counts);
  const current = made.find((a) => !isStale(a.stale));
  if (current) return { state: "assessed", why: `Assessed${since(current)}.`, assessments };
  const exempt = exemption(index, system, useOf(system, today));
  if (exempt !== undefined) return { state: "not-needed", why: exempt, assessments };
  const newest = made[0];
  if (newest) return { state: "stale", why: `${capital(newest.stale.map(staleText).join("; "))}.`, assessments };
  const file = assessmentFile(index, system);
  if (file !== undefined) {
    return { state: "assessed", why: `The assessment is in ${file}, which cannot be read here.`, assessments };
  }
  if (assessments[0]) return { state: "draft", why: draftText(assessments[0].record, today), assessments };
  return unassessed(useOf(system, today));
}

/** Why a system needs no assessment, if it needs none. */
function exemption(index: AimsIndex, system: AiSystem, use: Use): string | undefined {
  if (use === "retired") return "The system is retired.";
  if (scopeOf(index, system).state === "out") return "The system is outside the scope of the management system.";
  return undefined;
}

function unassessed(use: Use): AssessmentState {
  return use === "planned"
    ? {
        state: "not-needed",
        why: "The system is only planned; assess it before it is made or bought.",
        assessments: [],
      }
    : {
        state: "unassessed",
        why: `The system is ${USE_WORDS[use]} and no impact assessment of it was found.`,
        assessments: [],
      };
}

/** The file a system's record names as its assessment, where it exists and is none of the documents read. */
function assessmentFile(index: AimsIndex, system: AiSystem): string | undefined {
  for (const record of system.records) {
    for (const text of listOf(record, "impact_assessment")) {
      if (/\.[a-z]{2,5}$/i.test(text) && pathsOf(index, record, text).some((path) => index.exists(path))) return text;
    }
  }
  return undefined;
}

/** The paths a path written in a record can mean: from the record's folder or from the root of the AIMS. */
function pathsOf(index: AimsIndex, record: RecordFacts, written: string): string[] {
  const paths = [dirName(record.path), index.root].map((folder) =>
    resolvePath(folder, written.replace(/#[\s\S]*/, "")),
  );
  return [...new Set(paths)].filter((path) => path !== undefined);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const since = ({ record, assessedOn }: Assessment): string => {
  const version = realText(record, "system_version");
  return `${version === undefined ? "" : ` on version ${version}`}${assessedOn === undefined ? "" : `, ${assessedOn}`}`;
};

/** A staleness in words, to stand in a sentence. */
export function staleText(stale: Staleness): string {
  if (stale.by === "version") return `version ${stale.assessed} was assessed and version ${stale.inUse} is in use`;
  if (stale.by === "change") return `it was assessed on ${stale.assessedOn}, before the change of ${stale.changedOn}`;
  return stale.interval === undefined
    ? `it was to be assessed again by ${stale.due}`
    : `it was to be assessed again by ${stale.due} (interval: ${stale.interval})`;
}

function draftText(record: RecordFacts, today: Today): string {
  const name = record.id ?? "the assessment";
  if (record.template) return `${capital(name)} is a template that nobody has filled.`;
  const assessedOn = dateOf(record, "assessed_on");
  if (assessedOn !== undefined && !today.reached(assessedOn))
    return `${capital(name)} is dated ${assessedOn}, a day to come.`;
  const status = realText(record, "status");
  return status === undefined
    ? `${capital(name)} has neither a date nor a conclusion nor an approval.`
    : `${capital(name)} is ${status}, not approved.`;
}
