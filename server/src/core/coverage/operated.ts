import type { ProvisionRef, RecordFacts } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import type { CoverageEvidence } from "./api.ts";
import { assessmentStateOf } from "./assessments.ts";
import { happening, holdsUntil } from "./dated.ts";
import { recordsNaming } from "./named.ts";
import { happeningOf, natureOf, type Source } from "./nature.ts";
import type { SoaEntry } from "./soa.ts";
import { recordsOf } from "./sources.ts";
import { standingOf } from "./standing.ts";
import { type AiSystem, scopeOf, systemNamed, systemsOf, useOf } from "./systems.ts";
import { listOf } from "./values.ts";

/** What dated records show of a provision being done. */
export interface Operation {
  readonly evidence: readonly CoverageEvidence[];
  /** Whether it was done within the review interval, for every system it concerns. */
  readonly current: boolean;
  /** The last day on which it was done, current or not. */
  readonly last: string | undefined;
  /** Live systems in scope for which nothing current shows it; empty where it does not go by systems. */
  readonly without: readonly AiSystem[];
}

/** How many records are listed as evidence of one source. */
const MOST = 5;

interface Dated {
  readonly record: RecordFacts;
  /** The record that says the day: itself, or its register. */
  readonly by: RecordFacts;
  readonly day: string;
  /** The day up to which it holds. */
  readonly until: string | undefined;
  readonly current: boolean;
}

function dated(index: AimsIndex, record: RecordFacts, today: string): Dated | undefined {
  if (standingOf(index, record, today).state !== "counts") return undefined;
  const done = happening(index, record);
  if (done === undefined || done.day > today) return undefined;
  const until = holdsUntil(index, record, done.day);
  return { record, ...done, until, current: until === undefined || until >= today };
}

const byDay = (a: Dated, b: Dated): number => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0);

/** Systems that are used and not outside the scope. */
export function liveSystems(index: AimsIndex, today: string): AiSystem[] {
  return systemsOf(index).filter((system) => {
    const use = useOf(system, today);
    return (use === "live" || use === "pilot" || use === "unknown") && scopeOf(index, system).state !== "out";
  });
}

/** Records of things that happened which name the provision themselves or are its evidence in the statement of applicability. */
function telling(index: AimsIndex, ref: ProvisionRef, soa: readonly SoaEntry[]): Set<RecordFacts> {
  const isEvent = (record: RecordFacts): boolean =>
    happeningOf(record.kind).event === true && record.kind !== "nonconformity" && record.kind !== "audit";
  return new Set(
    [
      ...recordsNaming(index, "evidence", "provisions", ref),
      ...recordsNaming(index, "measurement", "provisions", ref),
      ...index.addressing(ref.standard, ref.provision),
      ...soa.flatMap((entry) => entry.evidence),
    ].filter(isEvent),
  );
}

/** The systems a record is about. */
const systemsIn = (index: AimsIndex, record: RecordFacts): AiSystem[] =>
  [...listOf(record, "system"), ...listOf(record, "systems")].flatMap((text) => systemNamed(index, text) ?? []);

function perSystem(index: AimsIndex, source: Source, all: readonly Dated[], today: string): Operation {
  const live = liveSystems(index, today);
  const covered = new Set(
    all.filter((d) => d.current).flatMap((d) => systemsIn(index, d.record).map((system) => system.record)),
  );
  const without = live.filter((system) =>
    source.each === "assessment"
      ? !["assessed", "not-needed"].includes(assessmentStateOf(index, system, today).state)
      : !covered.has(system.record),
  );
  const current = live.length > 0 ? without.length === 0 : all.some((d) => d.current);
  return { ...summary(all), current, without };
}

function summary(all: readonly Dated[]): Pick<Operation, "evidence" | "last"> {
  const sorted = [...all].sort(byDay);
  const shown = new Map<RecordFacts, CoverageEvidence>();
  for (const { by, day, until, current } of sorted) {
    if (shown.size === MOST || shown.has(by)) continue;
    const note = current ? `dated ${day}` : `last dated ${day}, was to be renewed by ${until}`;
    shown.set(by, { record: by, role: "operates", note });
  }
  return { evidence: [...shown.values()], last: sorted[0]?.day };
}

const none: Operation = { evidence: [], current: false, last: undefined, without: [] };

/** What dated records show of a provision being done. */
export function operation(index: AimsIndex, ref: ProvisionRef, soa: readonly SoaEntry[], today: string): Operation {
  const read = (records: Iterable<RecordFacts>): Dated[] =>
    [...records].flatMap((record) => dated(index, record, today) ?? []);
  const sources = natureOf(ref.standard, ref.provision).operates;
  const results = sources.map((source) => {
    const all = read(recordsOf(index, source));
    return source.each
      ? perSystem(index, source, all, today)
      : { ...summary(all), current: all.some((d) => d.current), without: [] };
  });
  const bySystem = results.some((r, i) => sources[i]?.each !== undefined && (r.without.length > 0 || r.current));
  const told = read(telling(index, ref, soa));
  if (told.length > 0) {
    results.push({ ...summary(told), current: !bySystem && told.some((d) => d.current), without: [] });
  }
  if (results.length === 0) return none;
  return {
    evidence: results.flatMap((r) => r.evidence),
    current: results.some((r) => r.current),
    last: results
      .map((r) => r.last)
      .reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined),
    without: results.find((r) => r.without.length > 0)?.without ?? [],
  };
}
