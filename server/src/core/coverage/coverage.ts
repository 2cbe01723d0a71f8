import { assessable, type Provision, provision } from "../catalog/catalog.ts";
import type { ProvisionRef } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import type { CoverageApi, CoverageEvidence, Level, ProvisionCoverage } from "./api.ts";
import { checks, shortcomings } from "./checked.ts";
import { lapsedOn } from "./dated.ts";
import { documentation } from "./documented.ts";
import { measured } from "./measured.ts";
import { operation } from "./operated.ts";
import { plannedOn } from "./planned.ts";
import { raiseFor } from "./raise.ts";
import { type SoaEntry, soaEntries } from "./soa.ts";
import type { State } from "./state.ts";
import { whyOf } from "./why.ts";

/** What coverage is worked out from. */
export interface CoverageSetting {
  readonly index: AimsIndex;
  /** ISO date. */
  today(): string;
}

/** Coverage of provisions by the records of one AIMS; every answer is worked out anew, from what `index` says. */
export function createCoverage(setting: CoverageSetting): CoverageApi {
  const of = (standard: string, number: string): ProvisionCoverage | undefined => {
    const p = provision(standard, number);
    return p?.assessable ? cover(setting.index, p, setting.today()) : undefined;
  };
  return {
    of,
    all: (standard) => assessable(standard).flatMap((p) => of(p.standard, p.id) ?? []),
  };
}

/** Everything the records say of a provision. */
function stateOf(index: AimsIndex, p: Provision, today: string): State {
  const ref: ProvisionRef = { standard: p.standard, provision: p.id };
  const soa = p.kind === "control" ? soaEntries(index, ref) : [];
  const { documents, placeholders, records: written } = documentation(index, ref, soa, today);
  const done = operation(index, ref, soa, today);
  const effect = measured(index, ref, soa, today);
  const records = [...written, ...done.evidence.map((e) => e.record)];
  const looked = checks(index, ref, records, soa, today);
  const open = shortcomings(index, ref);
  const lapsed = documents.filter((e) => lapsedOn(e.record, today) !== undefined);
  const allLapsed = documents.length > 0 && lapsed.length === documents.length ? lapsed : [];
  const bars = barsOf(p, { documents, done, effect, looked, open, allLapsed });
  return {
    index,
    today,
    provision: p,
    ref,
    soa,
    documents,
    placeholders,
    done,
    effect,
    looked,
    open,
    lapsed: allLapsed,
    bars,
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
      note: `was to be reviewed by ${lapsedOn(record, state.today)}`,
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

function cover(index: AimsIndex, p: Provision, today: string): ProvisionCoverage {
  const state = stateOf(index, p, today);
  const level = levelOf(state);
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
    ...(planned === undefined ? undefined : { planned }),
  };
}
