import type { ProvisionRef, RecordFacts } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import type { CoverageEvidence } from "./api.ts";
import { type Chunk, type Judged, judgedOf } from "./judged.ts";
import { measurementsHeld } from "./held.ts";
import { assessmentStates, liveSystems, systemTexts } from "./live.ts";
import { recordsNaming } from "./named.ts";
import { natureOf } from "./nature.ts";
import { once } from "../text/once.ts";
import { outcomeOf as outcomeOfValue } from "./outcome.ts";
import { referred, soaEntries } from "./soa.ts";
import { sourced } from "./sources.ts";
import { type AiSystem, systemNamed, systemText, useOf } from "./systems.ts";
import { listOf, nameKey, realText } from "./values.ts";
import { compareVersions } from "./versions.ts";
import { nameOfRef, type World } from "./world.ts";

/**
 * How a measurement came out. `stale`: it was made on another version than the one in use, or too long ago. `disagrees`: it says one
 * number and the file it names another.
 */
export type Outcome = "passes" | "fails" | "disagrees" | "stale" | "unclear";

/** What measurements show of a provision having the effect it is meant to have. */
export interface Measured {
  readonly evidence: readonly CoverageEvidence[];
  readonly works: boolean;
  /** Measurements that breach their threshold. */
  readonly failed: readonly RecordFacts[];
  /** Measurements whose number is not the one in the file they name. */
  readonly disagreeing: readonly RecordFacts[];
  /** Measurements that would show it, were they of the version in use. */
  readonly stale: readonly RecordFacts[];
}

/** Whether a measured value, by its results file where that can be read, keeps to its threshold; undefined where that cannot be told. */
export function withinThreshold(index: AimsIndex, record: RecordFacts): boolean | undefined {
  const { agrees, holds } = outcomeOfValue(index, record);
  if (holds !== undefined) return holds && agrees === false ? undefined : holds;
  const result = realText(record, "result");
  return result === "pass" ? true : result === "fail" ? false : undefined;
}

/** A measurement, read for the version in use today. */
interface Measurement {
  readonly record: RecordFacts;
  readonly system: AiSystem | undefined;
  /** Measurements with the same one measure the same of the same. */
  readonly series: string;
  readonly day: string;
  readonly outcome: Outcome;
}

/** Every measurement that is not a template, read. */
const measurements = (world: World): ReadonlyMap<RecordFacts, Measurement> =>
  world.share("measurements", () => {
    const judged = judgedOf(world, "measurement")
      .flat()
      .filter(({ record }) => !record.template);
    return new Map(judged.map((j) => [j.record, readMeasurement(world.index, j, systemOf(world, j.record))] as const));
  });

function systemOf({ index }: World, record: RecordFacts): AiSystem | undefined {
  const [named] = systemTexts(record);
  return named === undefined ? undefined : systemNamed(index, named);
}

function readMeasurement(index: AimsIndex, judged: Judged, system: AiSystem | undefined): Measurement {
  const { record, happened } = judged;
  const series = `${metricOf(record)}|${system?.id ?? ""}|${listOf(record, "groups").join(",")}`;
  return { record, system, series, day: happened?.day ?? "", outcome: outcomeOf(index, judged, system) };
}

const metricOf = (record: RecordFacts): string => nameKey(realText(record, "metric") ?? record.id ?? "");

function outcomeOf(index: AimsIndex, { record, standing, happened }: Judged, system: AiSystem | undefined): Outcome {
  if (happened === undefined || standing.state !== "counts") return "unclear";
  const inUse = happened.current && onVersionInUse(record, system);
  if (inUse && outcomeOfValue(index, record).agrees === false) return "disagrees";
  const passes = withinThreshold(index, record);
  if (passes === undefined) return "unclear";
  if (!inUse) return "stale";
  return passes ? "passes" : "fails";
}

function onVersionInUse(record: RecordFacts, system: AiSystem | undefined): boolean {
  if (system === undefined) return true;
  const [measured, used] = [realText(record, "system_version"), systemText(system, "version")];
  if (measured === undefined || used === undefined) return false;
  return ["same", "patch"].includes(compareVersions(measured, used));
}

/** Measurements that bear on a provision. */
function measurementsFor(world: World, ref: ProvisionRef): Measurement[] {
  const { index } = world;
  if (index.ofKind("measurement").length === 0) return [];
  const { measures } = natureOf(ref.standard, ref.provision);
  const found = new Set<RecordFacts>([
    ...recordsNaming(index, "measurement", "provisions", ref),
    ...index.addressing(ref.standard, ref.provision),
    ...soaEntries(world, ref).flatMap((entry) => [...entry.evidence, ...referred(index, entry.record, "measures")]),
    ...(measures === "system" ? ofSystems(world) : measures === "assessment" ? ofAssessments(world) : []),
  ]);
  const named = [...found].filter((record) => record.kind === "measurement" && !record.template);
  return named.length === 0 ? [] : named.flatMap((record) => measurements(world).get(record) ?? []);
}

/** Measurements of systems. */
const ofSystems = (world: World): readonly RecordFacts[] =>
  world.share("measurements of systems", () =>
    [...measurements(world).values()].filter(({ system }) => system !== undefined).map(({ record }) => record),
  );

/** Measurements the newest assessments of live systems name. */
const ofAssessments = (world: World): readonly RecordFacts[] =>
  world.share("measurements of assessments", () =>
    [...assessmentStates(world).values()].flatMap(({ assessments }) => {
      const newest = assessments.find((a) => a.counts);
      return newest
        ? [...referred(world.index, newest.record, "metrics"), ...measurementsHeld(world.index, newest.record)]
        : [];
    }),
  );

/** Of measurements of one metric on one system only the newest. */
function newestOnly(all: readonly Measurement[]): Measurement[] {
  const newest = new Map<string, Measurement>();
  for (const measurement of all) {
    const known = newest.get(measurement.series);
    if (!known || measurement.day > known.day) newest.set(measurement.series, measurement);
  }
  return [...newest.values()];
}

const NOTES: Readonly<Record<Outcome, string>> = {
  passes: "within its threshold",
  fails: "breaches its threshold",
  disagrees: "not what the file it names says",
  stale: "of another version than the one in use, or out of date",
  unclear: "without a value that can be held against a threshold",
};

function noteOf(record: RecordFacts, outcome: Outcome): string {
  const [metric, value, threshold] = ["metric", "value", "threshold"].map((f) => realText(record, f));
  const numbers = value !== undefined && threshold !== undefined ? `${value} against ${threshold}` : undefined;
  return [metric, numbers, NOTES[outcome]].filter((x) => x !== undefined).join(", ");
}

/** What measurements, and other records of an effect, show of a provision. */
export const measured = (world: World, ref: ProvisionRef): Measured =>
  world.share(`measured ${nameOfRef(ref)}`, () => measure(world, ref));

function measure(world: World, ref: ProvisionRef): Measured {
  const all = newestOnly(measurementsFor(world, ref)).filter(
    ({ system }) => system === undefined || useOf(system, world.today()) !== "retired",
  );
  const having = (outcome: Outcome): Measurement[] => all.filter((m) => m.outcome === outcome);
  const recordsHaving = (outcome: Outcome): RecordFacts[] => having(outcome).map(({ record }) => record);
  const shown = shownByRecords(world, ref);
  const [passing, failed] = [having("passes"), recordsHaving("fails")];
  const disagreeing = recordsHaving("disagrees");
  return {
    evidence: [...evidenceOf(all), ...shown],
    works:
      failed.length + disagreeing.length === 0 && passing.length + shown.length > 0 && everySystem(world, ref, passing),
    failed,
    disagreeing,
    stale: recordsHaving("stale"),
  };
}

const evidenceOf = (all: readonly Measurement[]): CoverageEvidence[] =>
  all
    .filter((m) => m.outcome !== "unclear")
    .map(({ record, outcome }) => ({
      record,
      role: outcome === "fails" || outcome === "disagrees" ? "against" : "measures",
      note: noteOf(record, outcome),
    }));

/** Whether every live system has a passing measurement, where the provision goes by systems. */
function everySystem(world: World, ref: ProvisionRef, passing: readonly Measurement[]): boolean {
  if (!natureOf(ref.standard, ref.provision).operates.some((s) => s.each)) return true;
  const measuredSystems = new Set(passing.map(({ system }) => system?.record));
  return liveSystems(world).every((system) => measuredSystems.has(system.record));
}

/** How many records that tell of an effect are listed of one source. */
const MOST = 5;

const shownIn = once((chunk: Chunk) => chunk.filter(({ done }) => done?.current).slice(0, MOST));

/** Records other than measurements that tell of an effect: an objective reached, an action found to work. */
function shownByRecords(world: World, ref: ProvisionRef): CoverageEvidence[] {
  return natureOf(ref.standard, ref.provision).effective.flatMap((source) =>
    sourced(world, source)
      .flatMap(shownIn)
      .slice(0, MOST)
      .map(({ record }): CoverageEvidence => ({ record, role: "measures", note: "tells of its effect" })),
  );
}
