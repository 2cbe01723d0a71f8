import { type Bounds, readThreshold } from "../../../coverage/threshold.ts";
import { dateOf, listOf, mapsOf, plainKey, realText } from "../../../coverage/values.ts";
import type { KindId } from "../../../generated/kinds.ts";
import type { OldFields } from "../../../workspace/history.ts";

/** A field whose change can make it easier to pass, and whether it did. */
export interface Goalpost {
  readonly field: string;
  readonly kinds: ReadonlySet<KindId> | "all";
  /** Whether a field that is no more counts too: nothing can be breached then. */
  readonly gone?: boolean;
  /** Whether what the change did is said of the record as a whole. */
  readonly whole?: boolean;
  /** What else a record of the decision may name: what was taken out. */
  names?(old: OldFields, now: OldFields): readonly string[];
  /** Whether more changed that is a reason for it in the ordinary course of work. */
  ordinary?(old: OldFields, now: OldFields): boolean;
  /** What the change did, in words that finish "…"; undefined where nothing was loosened or it cannot be told. */
  loosened(old: OldFields, now: OldFields): string | undefined;
}

const text = (plain: OldFields, field: string): string | undefined => realText({ plain }, field);

/** A bound in per cent as one in fractions. */
const asFraction = ({ low, high, strict, percent }: Bounds): Bounds => {
  const by = percent ? 100 : 1;
  return {
    strict,
    percent: false,
    ...(low === undefined ? {} : { low: low / by }),
    ...(high === undefined ? {} : { high: high / by }),
  };
};

const isFraction = ({ low = 0, high = 0 }: Bounds): boolean => Math.abs(low) <= 1 && Math.abs(high) <= 1;

const looser = (from: Bounds, to: Bounds): boolean => {
  const mixed = from.percent !== to.percent;
  const [a, b] = mixed ? [asFraction(from), asFraction(to)] : [from, to];
  if (mixed && !isFraction(from.percent ? to : from)) return false;
  const high = a.high !== undefined && b.high !== undefined && b.high > a.high;
  const low = a.low !== undefined && b.low !== undefined && b.low < a.low;
  const oneSide = a.low !== undefined && a.high !== undefined && (b.low === undefined) !== (b.high === undefined);
  return high || low || oneSide;
};

/** A bound as it is meant: what is measured in per cent has it in per cent. */
function boundsOf(written: string | undefined, plain: OldFields): Bounds | undefined {
  const bounds = readThreshold(written ?? "");
  return bounds && { ...bounds, percent: bounds.percent || /^(?:%|per ?cent)/i.test(text(plain, "unit") ?? "") };
}

function bound(field: string, old: OldFields, now: OldFields): string | undefined {
  const [a, b] = [text(old, field), text(now, field)];
  if (b === undefined && boundsOf(a, old)) return `was taken out; it was "${a}"`;
  const [from, to] = [boundsOf(a, old), boundsOf(b, now)];
  return from && to && looser(from, to) ? `was loosened from "${a}" to "${b}"` : undefined;
}

const TIERS = ["minimal", "limited", "high", "prohibited"];
const BANDS = ["very-low", "low", "medium", "high", "very-high", "critical"];

/** A step down a ladder of words, or of numbers. */
function lowered(ladder: readonly string[], field: string, old: OldFields, now: OldFields): string | undefined {
  const [a, b] = [text(old, field)?.toLowerCase(), text(now, field)?.toLowerCase()];
  const rank = (word: string | undefined): number =>
    word === undefined ? Number.NaN : ladder.includes(word) ? ladder.indexOf(word) : Number(word);
  return rank(b) < rank(a) && ladder.includes(a ?? "") === ladder.includes(b ?? "")
    ? `was lowered from "${a}" to "${b}"`
    : undefined;
}

/** What is done about a risk, and how far that is. */
const TREATED = ["measures", "controls", "treatment", "treatment_plan", "treatment_status", "status", "evidence"];

/** Whether something was done about a risk when its residual was lowered: that is what treatment is for. */
const treated = (old: OldFields, now: OldFields): boolean =>
  TREATED.some((field) => now[field] !== undefined && JSON.stringify(old[field]) !== JSON.stringify(now[field]));

/** A day that was put off though nothing shows that what was due was done. */
function pushed(field: string, done: readonly string[], old: OldFields, now: OldFields): string | undefined {
  const [a, b] = [dateOf({ plain: old }, field), dateOf({ plain: now }, field)];
  if (a === undefined || b === undefined || b <= a) return undefined;
  const acted = done.some((name) => (dateOf({ plain: now }, name) ?? "") > (dateOf({ plain: old }, name) ?? ""));
  return acted || text(old, "version") !== text(now, "version") ? undefined : `was put off from ${a} to ${b}`;
}

/** An exclusion that says itself who decided it and when is the record of its decision. */
const isDecided = (item: OldFields): boolean =>
  realText({ plain: item }, "approved_by") !== undefined && dateOf({ plain: item }, "approved_on") !== undefined;

function addedExclusions(old: OldFields, now: OldFields): string[] {
  const names = (plain: OldFields): string[] =>
    mapsOf({ plain }, "exclusions", "what")
      .filter((item) => plain === old || !isDecided(item))
      .map((item) => realText({ plain: item }, "system") ?? realText({ plain: item }, "what") ?? "");
  const before = new Set(names(old).map(plainKey));
  if (!("exclusions" in old) && !("systems" in old)) return [];
  return names(now).filter((name) => name !== "" && !before.has(plainKey(name)));
}

function excluded(old: OldFields, now: OldFields): string | undefined {
  const [first] = addedExclusions(old, now);
  return first === undefined ? undefined : `now leaves out "${first.slice(0, 60)}"`;
}

function systemsGone(old: OldFields, now: OldFields): string[] {
  const left = new Set(listOf({ plain: now }, "systems").map(plainKey));
  return listOf({ plain: old }, "systems").filter((name) => !left.has(plainKey(name)));
}

function narrowed(old: OldFields, now: OldFields): string | undefined {
  const gone = systemsGone(old, now);
  return gone.length > 0 ? `no longer names ${gone.slice(0, 3).join(", ")}` : undefined;
}

const of = (...kinds: KindId[]): ReadonlySet<KindId> => new Set(kinds);

/** What is watched. */
export const GOALPOSTS: readonly Goalpost[] = [
  { field: "threshold", kinds: of("measurement"), gone: true, loosened: (old, now) => bound("threshold", old, now) },
  { field: "target", kinds: of("objective"), gone: true, loosened: (old, now) => bound("target", old, now) },
  { field: "tier", kinds: of("system"), loosened: (old, now) => lowered(TIERS, "tier", old, now) },
  {
    field: "in_scope",
    kinds: of("system"),
    loosened: (old, now) =>
      old.in_scope === true && now.in_scope === false ? "was changed from yes to no" : undefined,
  },
  {
    field: "residual",
    kinds: of("risk"),
    loosened: (old, now) => lowered(BANDS, "residual", old, now),
    ordinary: treated,
  },
  {
    field: "residual_score",
    kinds: of("risk"),
    loosened: (old, now) => lowered([], "residual_score", old, now),
    ordinary: treated,
  },
  { field: "exclusions", kinds: of("scope"), whole: true, loosened: excluded, names: addedExclusions },
  { field: "systems", kinds: of("scope"), whole: true, loosened: narrowed, names: systemsGone },
  {
    field: "next_review",
    kinds: "all",
    loosened: (old, now) => pushed("next_review", ["reviewed_on", "approved_on", "assessed_on", "held_on"], old, now),
  },
  {
    field: "next_due",
    kinds: of("measurement"),
    loosened: (old, now) => pushed("next_due", ["measured_on"], old, now),
  },
];
