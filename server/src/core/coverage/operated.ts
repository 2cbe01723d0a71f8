import type { ProvisionRef, RecordFacts } from "../records/model.ts";
import type { CoverageEvidence } from "./api.ts";
import { type Chunk, type Happening, type Judged, judge } from "./judged.ts";
import { liveSystems, systemTexts, unassessed } from "./live.ts";
import { recordsNaming } from "./named.ts";
import { happeningOf, natureOf, type Source } from "./nature.ts";
import { once } from "../text/once.ts";
import { soaEntries } from "./soa.ts";
import { sourced, sourceName } from "./sources.ts";
import { type AiSystem, systemNamed } from "./systems.ts";
import { nameOfRef, type World } from "./world.ts";

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

/** Records of things that happened which name the provision themselves or are its evidence in the statement of applicability. */
function telling(world: World, ref: ProvisionRef): Set<RecordFacts> {
  const { index } = world;
  const isEvent = (record: RecordFacts): boolean =>
    happeningOf(record.kind).event === true && record.kind !== "nonconformity" && record.kind !== "audit";
  return new Set(
    [
      ...recordsNaming(index, "evidence", "provisions", ref),
      ...recordsNaming(index, "measurement", "provisions", ref),
      ...index.addressing(ref.standard, ref.provision),
      ...soaEntries(world, ref).flatMap((entry) => entry.evidence),
    ].filter(isEvent),
  );
}

const isCurrent = ({ done }: Judged): boolean => done?.current === true;

/** What the records of one source show of it. */
const bySource = (world: World, source: Source): Operation =>
  world.share(`operation ${sourceName(source)}`, () => {
    const all = sourced(world, source);
    return source.each ? perSystem(world, source.each, all) : simply(all);
  });

const anyCurrent = once((chunk: Chunk) => chunk.some(isCurrent));

const simply = (all: readonly Chunk[]): Operation => ({ ...summary(all), current: all.some(anyCurrent), without: [] });

function perSystem(world: World, each: NonNullable<Source["each"]>, all: readonly Chunk[]): Operation {
  const without = each === "assessment" ? unassessed(world) : untold(world, all);
  const current = liveSystems(world).length > 0 ? without.length === 0 : all.some(anyCurrent);
  return { ...summary(all), current, without };
}

/** The systems the current records of a chunk are about, as written. */
const textsTold = once((chunk: Chunk) => new Set(chunk.filter(isCurrent).flatMap(({ record }) => systemTexts(record))));

/** Live systems about which no current record is. */
function untold(world: World, all: readonly Chunk[]): AiSystem[] {
  const texts = new Set(all.flatMap((chunk) => [...textsTold(chunk)]));
  const told = new Set([...texts].map((text) => systemNamed(world.index, text)?.record));
  return liveSystems(world).filter((system) => !told.has(system.record));
}

/** The newest of what was done, one of each record that says so; those of one day in the order given. */
function newest(all: Iterable<Happening>): Happening[] {
  const top: Happening[] = [];
  for (const one of all) {
    if (top.length === MOST && one.day <= (top[MOST - 1] as Happening).day) continue;
    const same = top.findIndex(({ by }) => by === one.by);
    if (same >= 0 && one.day <= (top[same] as Happening).day) continue;
    if (same >= 0) top.splice(same, 1);
    const later = top.findIndex(({ day }) => day < one.day);
    top.splice(later < 0 ? top.length : later, 0, one);
    if (top.length > MOST) top.pop();
  }
  return top;
}

/** The newest of one file; what says that something was done stands in the same file, so none is lost. */
const newestIn = once((chunk: Chunk) => newest(chunk.flatMap(({ done }) => done ?? [])));

function summary(all: readonly Chunk[]): Pick<Operation, "evidence" | "last"> {
  const shown = newest(all.flatMap(newestIn));
  const evidence = shown.map(({ by, day, until, current }): CoverageEvidence => {
    const note = current ? `dated ${day}` : `last dated ${day}, was to be renewed by ${until}`;
    return { record: by, role: "operates", note };
  });
  return { evidence, last: shown[0]?.day };
}

/** A record that several sources lead to shows it once. */
const eachOnce = (all: readonly CoverageEvidence[]): CoverageEvidence[] =>
  all.filter(({ record }, i) => all.findIndex((one) => one.record === record) === i);

const none: Operation = { evidence: [], current: false, last: undefined, without: [] };

/** What dated records show of a provision being done. */
export const operation = (world: World, ref: ProvisionRef): Operation =>
  world.share(`operation ${nameOfRef(ref)}`, () => operate(world, ref));

function operate(world: World, ref: ProvisionRef): Operation {
  const sources = natureOf(ref.standard, ref.provision).operates;
  const results = sources.map((source) => bySource(world, source));
  const bySystem = results.some((r, i) => sources[i]?.each !== undefined && (r.without.length > 0 || r.current));
  const told = [...telling(world, ref)].map((record) => judge(world, record)).filter(({ done }) => done !== undefined);
  if (told.length > 0) {
    results.push({ ...summary([told]), current: !bySystem && told.some(isCurrent), without: [] });
  }
  if (results.length === 0) return none;
  return {
    evidence: eachOnce(results.flatMap((r) => r.evidence)),
    current: results.some((r) => r.current),
    last: results
      .map((r) => r.last)
      .reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined),
    without: results.find((r) => r.without.length > 0)?.without ?? [],
  };
}
