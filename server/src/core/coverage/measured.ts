import type { ProvisionRef, RecordFacts } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import type { CoverageEvidence } from "./api.ts";
import { assessmentsOf } from "./assessments.ts";
import { happenedOn, isCurrent } from "./dated.ts";
import { recordsNaming } from "./named.ts";
import { natureOf } from "./nature.ts";
import { liveSystems } from "./operated.ts";
import { referred, type SoaEntry } from "./soa.ts";
import { recordsOf } from "./sources.ts";
import { standingOf } from "./standing.ts";
import { type AiSystem, systemNamed, systemText, useOf } from "./systems.ts";
import { meets } from "./threshold.ts";
import { listOf, nameKey, realText } from "./values.ts";
import { compareVersions } from "./versions.ts";

/** How a measurement came out. `stale`: it was made on another version than the one in use, or too long ago. */
export type Outcome = "passes" | "fails" | "stale" | "unclear";

/** What measurements show of a provision having the effect it is meant to have. */
export interface Measured {
  readonly evidence: readonly CoverageEvidence[];
  readonly works: boolean;
  /** Measurements that breach their threshold. */
  readonly failed: readonly RecordFacts[];
  /** Measurements that would show it, were they of the version in use. */
  readonly stale: readonly RecordFacts[];
}

/** Whether a measured value keeps to its threshold; undefined where that cannot be told. */
export function withinThreshold(record: RecordFacts): boolean | undefined {
  const [value, threshold] = [realText(record, "value"), realText(record, "threshold")];
  const read = value === undefined || threshold === undefined ? undefined : meets(value, threshold);
  if (read !== undefined) return read;
  const result = realText(record, "result");
  return result === "pass" ? true : result === "fail" ? false : undefined;
}

const systemOfMeasurement = (index: AimsIndex, record: RecordFacts): AiSystem | undefined => {
  const [named] = [...listOf(record, "system"), ...listOf(record, "systems")];
  return named === undefined ? undefined : systemNamed(index, named);
};

/** How a measurement came out, for the version in use today. */
export function outcomeOf(index: AimsIndex, record: RecordFacts, today: string): Outcome {
  const passes = withinThreshold(record);
  const day = happenedOn(index, record);
  if (passes === undefined || day === undefined || standingOf(index, record, today).state !== "counts")
    return "unclear";
  if (!isCurrent(index, record, day, today) || !onVersionInUse(index, record)) return "stale";
  return passes ? "passes" : "fails";
}

function onVersionInUse(index: AimsIndex, record: RecordFacts): boolean {
  const system = systemOfMeasurement(index, record);
  if (system === undefined) return true;
  const [measured, used] = [realText(record, "system_version"), systemText(system, "version")];
  if (measured === undefined || used === undefined) return false;
  return ["same", "patch"].includes(compareVersions(measured, used));
}

/** Measurements that bear on a provision. */
function measurementsFor(
  index: AimsIndex,
  ref: ProvisionRef,
  soa: readonly SoaEntry[],
  today: string,
): Set<RecordFacts> {
  const found = new Set<RecordFacts>([
    ...recordsNaming(index, "measurement", "provisions", ref),
    ...index.addressing(ref.standard, ref.provision),
    ...soa.flatMap((entry) => [...entry.evidence, ...referred(index, entry.record, "measures")]),
  ]);
  const { measures } = natureOf(ref.standard, ref.provision);
  if (measures === "system") {
    for (const m of index.ofKind("measurement")) if (systemOfMeasurement(index, m)) found.add(m);
  }
  if (measures === "assessment") for (const m of ofAssessments(index, today)) found.add(m);
  return new Set([...found].filter((record) => record.kind === "measurement" && !record.template));
}

/** Measurements the newest assessments of live systems name. */
function ofAssessments(index: AimsIndex, today: string): RecordFacts[] {
  return liveSystems(index, today).flatMap((system) => {
    const newest = assessmentsOf(index, system, today).find((a) => a.counts);
    return newest ? referred(index, newest.record, "metrics") : [];
  });
}

/** Of measurements of one metric on one system only the newest. */
function newestOnly(index: AimsIndex, records: Iterable<RecordFacts>): RecordFacts[] {
  const newest = new Map<string, RecordFacts>();
  for (const record of records) {
    const groups = listOf(record, "groups").join(",");
    const key = `${nameKey(realText(record, "metric") ?? record.id ?? "")}|${systemOfMeasurement(index, record)?.id ?? ""}|${groups}`;
    const known = newest.get(key);
    if (!known || (happenedOn(index, record) ?? "") > (happenedOn(index, known) ?? "")) newest.set(key, record);
  }
  return [...newest.values()];
}

const NOTES: Readonly<Record<Outcome, string>> = {
  passes: "within its threshold",
  fails: "breaches its threshold",
  stale: "of another version than the one in use, or out of date",
  unclear: "without a value that can be held against a threshold",
};

function noteOf(record: RecordFacts, outcome: Outcome): string {
  const [metric, value, threshold] = ["metric", "value", "threshold"].map((f) => realText(record, f));
  const numbers = value !== undefined && threshold !== undefined ? `${value} against ${threshold}` : undefined;
  return [metric, numbers, NOTES[outcome]].filter((x) => x !== undefined).join(", ");
}

/** What measurements, and other records of an effect, show of a provision. */
export function measured(index: AimsIndex, ref: ProvisionRef, soa: readonly SoaEntry[], today: string): Measured {
  const all = newestOnly(index, measurementsFor(index, ref, soa, today)).filter((record) => {
    const system = systemOfMeasurement(index, record);
    return system === undefined || useOf(system, today) !== "retired";
  });
  const outcomes = all.map((record) => ({ record, outcome: outcomeOf(index, record, today) }));
  const having = (outcome: Outcome): RecordFacts[] =>
    outcomes.filter((o) => o.outcome === outcome).map((o) => o.record);
  const shown = shownByRecords(index, ref, today);
  const failed = having("fails");
  const evidence = outcomes
    .filter((o) => o.outcome !== "unclear")
    .map(
      ({ record, outcome }): CoverageEvidence => ({
        record,
        role: outcome === "fails" ? "against" : "measures",
        note: noteOf(record, outcome),
      }),
    );
  return {
    evidence: [...evidence, ...shown],
    works:
      failed.length === 0 &&
      (having("passes").length > 0 || shown.length > 0) &&
      everySystem(index, ref, having("passes"), today),
    failed,
    stale: having("stale"),
  };
}

/** Whether every live system has a passing measurement, where the provision goes by systems. */
function everySystem(index: AimsIndex, ref: ProvisionRef, passing: readonly RecordFacts[], today: string): boolean {
  if (!natureOf(ref.standard, ref.provision).operates.some((s) => s.each)) return true;
  const measuredSystems = new Set(passing.map((record) => systemOfMeasurement(index, record)?.record));
  return liveSystems(index, today).every((system) => measuredSystems.has(system.record));
}

/** Records other than measurements that tell of an effect: an objective reached, an action found to work. */
function shownByRecords(index: AimsIndex, ref: ProvisionRef, today: string): CoverageEvidence[] {
  return natureOf(ref.standard, ref.provision).effective.flatMap((source) =>
    recordsOf(index, source)
      .filter((record) => standingOf(index, record, today).state === "counts")
      .filter((record) => {
        const day = happenedOn(index, record);
        return day !== undefined && isCurrent(index, record, day, today);
      })
      .slice(0, 5)
      .map((record): CoverageEvidence => ({ record, role: "measures", note: "tells of its effect" })),
  );
}
