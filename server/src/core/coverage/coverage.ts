import { assessable, type Provision, provision } from "../catalog/catalog.ts";
import type { KindId } from "../generated/kinds.ts";
import type { ProvisionRef } from "../records/model.ts";
import type { CoverageApi, CoverageEvidence, Lacking, Level, ProvisionCoverage } from "./api.ts";
import { derive, reusable, takesDerived } from "./crosswalk.ts";
import { checks, shortcomings } from "./checked.ts";
import { lapsedOn } from "./dated.ts";
import { chunksOfKind, intervalsIn } from "./judged.ts";
import { documentation, gather, writtenOn } from "./documented.ts";
import { readyingStates } from "./live.ts";
import { natureOf } from "./nature.ts";
import { measured } from "./measured.ts";
import { operation } from "./operated.ts";
import { plannedOn } from "./planned.ts";
import { missingRaises, raiseFor } from "./raise.ts";
import { type SoaEntry, soaEntries } from "./soa.ts";
import type { State } from "./state.ts";
import { whyOf } from "./why.ts";
import { nameOfRef, type World } from "./world.ts";

/** What coverage is worked out from; without `share` everything is worked out anew whenever it is asked for. */
export type CoverageSetting = Omit<World, "share"> & Partial<Pick<World, "share">>;

/** Coverage of provisions by the records of one AIMS. */
export function createCoverage({ index, today, share = (_name, compute) => compute() }: CoverageSetting): CoverageApi {
  const world: World = { index, today, share };
  const judgedOn = new Map<KindId, string>();
  const named = (standard: string, number: string): ProvisionCoverage | undefined => {
    const p = provision(standard, number);
    return p?.assessable ? of(p) : undefined;
  };
  const of = (p: Provision): ProvisionCoverage =>
    share(`coverage ${p.standard}:${p.id}`, () => derive(cover(world, p), p, named));
  return {
    of: named,
    all: (standard) => share(`coverage ${standard}`, () => assessable(standard).map(of)),
    written: (ref) => writtenOn(world, ref),
    lacking: (ref) => {
      const p = provision(ref.standard, ref.provision);
      if (!p?.assessable) return undefined;
      return takesDerived(p.standard) ? asLacking(of(p)) : share(`lacking ${nameOfRef(ref)}`, () => lacking(world, p));
    },
    readying: (standard) => readying(world, standard, judgedOn),
  };
}

/** So many files are looked at in one step. */
const FILES_AT_ONCE = 64;

/** @param judgedOn of kinds of records the day for which they were judged: after that only what changes is judged anew */
function* readying(world: World, standard: string, judgedOn: Map<KindId, string>): Generator<undefined> {
  const kinds = new Set<KindId>();
  for (const { id } of assessable(standard)) {
    const { documents, operates, effective } = natureOf(standard, id);
    for (const { kind } of [...documents, ...operates, ...effective]) kinds.add(kind);
  }
  const today = world.today().date();
  for (const kind of kinds) {
    if (judgedOn.get(kind) === today) continue;
    let files = 0;
    for (const chunk of chunksOfKind(world, kind)) {
      gather(chunk);
      if (++files % FILES_AT_ONCE === 0) yield;
    }
    judgedOn.set(kind, today);
    yield;
  }
  yield* readyingStates(world);
}

/** Everything the records say of a provision. */
function stateOf(world: World, p: Provision): State {
  const ref: ProvisionRef = { standard: p.standard, provision: p.id };
  const today = world.today();
  const { documents, placeholders } = documentation(world, ref);
  const done = operation(world, ref);
  const effect = measured(world, ref);
  const looked = checks(world, ref);
  const open = shortcomings(world.index, ref);
  const intervals = intervalsIn(world.index);
  const lapsed = documents.filter((e) => lapsedOn(e.record, today, intervals) !== undefined);
  const allLapsed = documents.length > 0 && lapsed.length === documents.length ? lapsed : [];
  return {
    world,
    today,
    provision: p,
    ref,
    soa: soaEntries(world, ref),
    documents,
    placeholders,
    done,
    effect,
    looked,
    open,
    lapsed: allLapsed,
    bars: barsOf(p, { documents, done, effect, looked, open, allLapsed }),
  };
}

type Bars = readonly [boolean, boolean, boolean, boolean];

function barsOf(
  p: Provision,
  s: Pick<State, "documents" | "done" | "effect" | "looked" | "open"> & { allLapsed: readonly CoverageEvidence[] },
): Bars {
  const sound = s.open.major.length === 0;
  const operated = s.done.current;
  const documented = s.documents.length > 0 || (p.documented !== "required" && operated);
  return [
    documented,
    operated && sound && s.allLapsed.length === 0,
    s.effect.works && sound && s.open.minor.length === 0,
    s.looked.checked && sound && s.open.minor.length === 0,
  ];
}

const LEVELS: readonly Level[] = ["documented", "operated", "effective", "checked"];

const isExcluded = (soa: readonly SoaEntry[]): boolean => soa.length > 0 && soa.every((entry) => entry.excluded);

/** The level the bars add up to: the last of those reached without a gap. */
function levelOf(state: State): Level {
  if (isExcluded(state.soa)) return "excluded";
  const gap = state.bars.indexOf(false);
  if (gap !== 0) return LEVELS[(gap < 0 ? LEVELS.length : gap) - 1] as Level;
  return state.placeholders.length > 0 ? "placeholder" : "missing";
}

function evidenceOf(state: State, level: Level): CoverageEvidence[] {
  const { documents, placeholders, done, effect, looked, open, lapsed } = state;
  const against = [...open.major, ...open.minor].map(
    (record): CoverageEvidence => ({
      record,
      role: "against",
      note: "open",
    }),
  );
  const late = lapsed.map(
    ({ record }): CoverageEvidence => ({
      record,
      role: "against",
      note: `was to be reviewed by ${lapsedOn(record, state.today, intervalsIn(state.world.index))}`,
    }),
  );
  const excludes = state.soa
    .filter((entry) => entry.excluded)
    .map(
      ({ record, justification }): CoverageEvidence => ({
        record,
        role: "excludes",
        note: justification ?? "without a reason",
      }),
    );
  if (level === "excluded") return [...excludes, ...against];
  return [...documents, ...placeholders, ...done.evidence, ...effect.evidence, ...looked.evidence, ...against, ...late];
}

const asLacking = (found: ProvisionCoverage): Lacking | undefined =>
  found.level === "missing" && found.planned === undefined ? found : undefined;

/** `asLacking` of what `cover` gives, from as little as tells it. */
function lacking(world: World, p: Provision): Lacking | undefined {
  const ref: ProvisionRef = { standard: p.standard, provision: p.id };
  if (writtenOn(world, ref) !== "nothing") return undefined;
  const soa = soaEntries(world, ref);
  if (isExcluded(soa) || (p.documented !== "required" && operation(world, ref).current)) return undefined;
  const nothing = { documents: [], placeholders: [] };
  const [effect, open] = [measured(world, ref), shortcomings(world.index, ref)];
  if (plannedOn({ ...nothing, soa, effect, open }) !== undefined) return undefined;
  const undocumented = {
    ...nothing,
    world,
    provision: p,
    ref,
    get done() {
      return operation(world, ref);
    },
  };
  return {
    ...ref,
    get raise() {
      return missingRaises(undocumented);
    },
  };
}

function cover(world: World, p: Provision): ProvisionCoverage {
  const state = stateOf(world, p);
  const level = levelOf(state);
  const reuse = level === "excluded" ? [] : reusable(world, p);
  const planned = level === "checked" || level === "excluded" ? undefined : plannedOn(state);
  return {
    standard: p.standard,
    provision: p.id,
    title: p.title,
    level,
    bars: level === "excluded" ? [false, false, false, false] : state.bars,
    why: whyOf(state, level),
    evidence: evidenceOf(state, level),
    raise: raiseFor(state, level),
    ...(reuse.length === 0 ? undefined : { reuse }),
    ...(planned === undefined ? undefined : { planned }),
  };
}
