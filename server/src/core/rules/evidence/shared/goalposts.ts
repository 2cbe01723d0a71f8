import { type Bounds, readThreshold } from "../../../coverage/threshold.ts";
import { dateOf, listOf, mapsOf, plainKey, realText } from "../../../coverage/values.ts";
import type { KindId } from "../../../generated/kinds.ts";
import type { OldFields } from "../../../workspace/history.ts";

/** A field whose change can make it easier to pass, and whether it did. */
export interface Goalpost {
  readonly field: string;
  readonly kinds: ReadonlySet<KindId> | "all";
  /** What the change did, in words that finish "…"; undefined where nothing was loosened or it cannot be told. */
  loosened(old: OldFields, now: OldFields): string | undefined;
}

const text = (plain: OldFields, field: string): string | undefined => realText({ plain }, field);

const looser = (a: Bounds, b: Bounds): boolean => {
  if (a.percent !== b.percent) return false;
  const high = a.high !== undefined && b.high !== undefined && b.high > a.high;
  const low = a.low !== undefined && b.low !== undefined && b.low < a.low;
  return high || low;
};

function bound(field: string, old: OldFields, now: OldFields): string | undefined {
  const [a, b] = [text(old, field), text(now, field)];
  const [from, to] = [readThreshold(a ?? ""), readThreshold(b ?? "")];
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

/** A day that was put off though nothing shows that what was due was done. */
function pushed(field: string, done: readonly string[], old: OldFields, now: OldFields): string | undefined {
  const [a, b] = [dateOf({ plain: old }, field), dateOf({ plain: now }, field)];
  if (a === undefined || b === undefined || b <= a) return undefined;
  const acted = done.some((name) => (dateOf({ plain: now }, name) ?? "") > (dateOf({ plain: old }, name) ?? ""));
  return acted || text(old, "version") !== text(now, "version") ? undefined : `was put off from ${a} to ${b}`;
}

function excluded(old: OldFields, now: OldFields): string | undefined {
  const names = (plain: OldFields): string[] =>
    mapsOf({ plain }, "exclusions", "what").map(
      (item) => realText({ plain: item }, "system") ?? realText({ plain: item }, "what") ?? "",
    );
  const before = new Set(names(old).map(plainKey));
  if (!("exclusions" in old) && !("systems" in old)) return undefined;
  const added = names(now).filter((name) => name !== "" && !before.has(plainKey(name)));
  return added.length > 0 && now !== old ? `now leaves out "${(added[0] ?? "").slice(0, 60)}"` : undefined;
}

function narrowed(old: OldFields, now: OldFields): string | undefined {
  if (!("systems" in now)) return undefined;
  const left = new Set(listOf({ plain: now }, "systems").map(plainKey));
  const gone = listOf({ plain: old }, "systems").filter((name) => !left.has(plainKey(name)));
  return gone.length > 0 ? `no longer names ${gone.slice(0, 3).join(", ")}` : undefined;
}

const of = (...kinds: KindId[]): ReadonlySet<KindId> => new Set(kinds);

/** What is watched. */
export const GOALPOSTS: readonly Goalpost[] = [
  { field: "threshold", kinds: of("measurement"), loosened: (old, now) => bound("threshold", old, now) },
  { field: "target", kinds: of("objective"), loosened: (old, now) => bound("target", old, now) },
  { field: "tier", kinds: of("system"), loosened: (old, now) => lowered(TIERS, "tier", old, now) },
  {
    field: "in_scope",
    kinds: of("system"),
    loosened: (old, now) =>
      old.in_scope === true && now.in_scope === false ? "was changed from yes to no" : undefined,
  },
  { field: "residual", kinds: of("risk"), loosened: (old, now) => lowered(BANDS, "residual", old, now) },
  { field: "residual_score", kinds: of("risk"), loosened: (old, now) => lowered([], "residual_score", old, now) },
  { field: "exclusions", kinds: of("scope"), loosened: excluded },
  { field: "systems", kinds: of("scope"), loosened: narrowed },
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
