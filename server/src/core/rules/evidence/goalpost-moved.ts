import { withinThreshold } from "../../coverage/measured.ts";
import { outcomeOf } from "../../coverage/outcome.ts";
import { keeps, readQuantity } from "../../coverage/quantity.ts";
import { readThreshold } from "../../coverage/threshold.ts";
import { dateOf, listOf, realText } from "../../coverage/values.ts";
import type { KindId } from "../../generated/kinds.ts";
import { kindInfo } from "../../records/kinds.ts";
import type { RecordFacts } from "../../records/model.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { keyOf, type OldFields, recordsIn, type Version } from "../../workspace/history.ts";
import { NONE, type RawFinding, type RecordUnit, type RuleContext, rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { nameOf } from "../shared/records.ts";
import { quoted } from "../shared/words.ts";
import { GOALPOSTS, type Goalpost } from "./shared/goalposts.ts";

/** A loosening: what it did, and the newest version that still had the stricter value. */
interface Move {
  readonly goalpost: Goalpost;
  readonly did: string;
  readonly version: Version;
  readonly old: OldFields;
  /** The day of the oldest known commit with the stricter value. */
  readonly since: string;
  /** The day by which it had happened: that of the next commit, else today. */
  readonly by: string;
}

/** Notations of a document's own record. */
const OWN: ReadonlySet<RecordFacts["notation"]> = new Set(["yaml", "front-matter", "control-header", "model-card"]);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The move of one goalpost: today's value against the last that was stricter. */
function moveOf(goalpost: Goalpost, { facts }: RecordUnit, key: string, ctx: RuleContext): Move | undefined {
  const versions = ctx.index.history(facts.path);
  const { standards } = ctx.index.config();
  const fieldsOf = (version: Version): OldFields | undefined => recordsIn(version, facts.path, standards).get(key);
  let by: string | undefined;
  for (const [i, version] of versions.entries()) {
    const old = fieldsOf(version);
    if (!old) return undefined;
    const value = old[goalpost.field];
    const did = same(value, facts.plain[goalpost.field]) ? undefined : goalpost.loosened(old, facts.plain);
    if (did !== undefined) {
      const changed = versions.findIndex((older, j) => j > i && !same(fieldsOf(older)?.[goalpost.field], value));
      const first = versions[(changed < 0 ? versions.length : changed) - 1] ?? version;
      return { goalpost, did, version, old, since: first.date, by: by ?? ctx.today().date() };
    }
    by = version.date;
  }
  return undefined;
}

const UNDECIDED: ReadonlySet<unknown> = new Set(["proposed", "rejected", "draft", "withdrawn"]);
const DAYS = ["approved_on", "implemented_on", "requested_on", "held_on"];
/** Shorter names stand in too many texts to be meant. */
const SHORTEST_NAME = 8;

const wordsFor = (names: readonly string[]): RegExp =>
  new RegExp(
    `(?<![\\w-])(?:${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})(?![\\w-])`,
    "i",
  );

/** A record of a change or decision, later than the stricter value was set, that names the record or what was taken out of it. */
function isExplained(record: RecordFacts, { goalpost, old, version, since }: Move, index: AimsIndex): boolean {
  const decided = (from: RecordFacts): boolean => {
    if (from.template || UNDECIDED.has(from.plain.status)) return false;
    const days = DAYS.flatMap((f) => dateOf(from, f) ?? []);
    return days.length === 0 || days.some((day) => day >= version.date || day > since);
  };
  const own = [record.id, nameOf(record)].filter((name) => name !== undefined);
  const names = [...own, ...(goalpost.names?.(old, record.plain) ?? [])]
    .map((name) => name.slice(0, 100))
    .filter((name) => name === record.id || name.length >= SHORTEST_NAME || /^[A-Z]{2,10}-\d/.test(name));
  const refers = names.flatMap((name) => index.referencesTo(name)).map(({ from }) => from);
  if (refers.some((from) => (from.kind === "change" || from.kind === "management-review") && decided(from)))
    return true;
  if (names.length === 0) return false;
  const word = wordsFor(names);
  return index
    .ofKind("change")
    .some((change) => decided(change) && word.test(JSON.stringify(change.plain).slice(0, 20_000)));
}

/** Whether a day lies within the year before another. */
const isShortlyBefore = (on: string | undefined, day: string): boolean =>
  on !== undefined && on <= day && `${Number(on.slice(0, 4)) + 1}${on.slice(4)}` >= day;

/** Whether what was measured did not keep the stricter bound. */
function brokeBound(record: RecordFacts, { goalpost, old }: Move, index: AimsIndex): boolean {
  const bounds = readThreshold(realText({ plain: old }, goalpost.field) ?? "");
  if (!bounds) return false;
  const written = [record.plain, old].flatMap((plain) => [
    realText({ plain }, "value"),
    realText({ plain }, "current"),
  ]);
  const measured = record.kind === "measurement" ? outcomeOf(index, record).values.map(({ text }) => text) : [];
  return (
    old.result === "fail" ||
    [...written, ...measured].some((text) => {
      const value = readQuantity(text ?? "");
      return value !== undefined && keeps(value, bounds) === false;
    })
  );
}

/** What went before: a value that failed the stricter bound, another measurement of the system that failed, or an incident. */
function failureBefore(record: RecordFacts, move: Move, index: AimsIndex): string | undefined {
  const { field } = move.goalpost;
  if ((field === "threshold" || field === "target") && brokeBound(record, move, index))
    return "the measured value did not keep the old bound";
  const ids = [record.id, ...listOf(record, "system"), ...listOf(record, "systems")].filter((id) => id !== undefined);
  const about = ids.flatMap((id) => index.referencesTo(id)).map(({ from }) => from);
  const incident = about.find(
    (from) =>
      from.kind === "incident" &&
      !from.template &&
      isShortlyBefore(dateOf(from, "occurred_on") ?? dateOf(from, "detected_on"), move.by),
  );
  if (incident) return `there was an incident (${incident.id ?? "without an id"})`;
  const failed = about.find(
    (from) =>
      from.kind === "measurement" &&
      from !== record &&
      !from.template &&
      isShortlyBefore(dateOf(from, "measured_on"), move.by) &&
      withinThreshold(index, from) === false,
  );
  return failed ? `${failed.id ?? "a measurement"} had failed its threshold` : undefined;
}

function sayIt(unit: RecordUnit, move: Move, { index }: RuleContext): RawFinding {
  const { facts, data } = unit;
  const { field } = move.goalpost;
  const label = facts.kind ? (kindInfo(facts.kind).field(field)?.title ?? field) : field;
  const whose = facts.id ?? quoted(nameOf(facts) ?? "this document");
  const failure = failureBefore(facts, move, index);
  const subject = move.goalpost.whole ? whose : `${label} of ${whose}`;
  const oldText = realText({ plain: move.old }, field) ?? "nothing";
  return {
    at: placeOf(data, field),
    message: `${subject} ${move.did} after commit ${move.version.commit}${failure ? `, and ${failure}` : ""}. No change record names it.`,
    help: "A bound that gives way when it is reached protects nobody. Record who decided this and why, in a change record that names it, or set the old value again.",
    ...(move.goalpost.ordinary?.(move.old, facts.plain)
      ? { severity: "info" }
      : failure
        ? undefined
        : { severity: "warning" }),
    related: [
      {
        at: { record: facts, field },
        message: `Commit ${move.version.commit} of ${move.version.date} has ${quoted(oldText)} here.`,
      },
    ],
  };
}

const byKind = new Map<KindId, readonly Goalpost[]>();

/** What is watched of records of a kind; a change record is the decision itself. */
function watchedOf(kind: KindId): readonly Goalpost[] {
  let watched = byKind.get(kind);
  if (!watched) {
    watched = kind === "change" ? [] : GOALPOSTS.filter(({ kinds }) => kinds === "all" || kinds.has(kind));
    byKind.set(kind, watched);
  }
  return watched;
}

/** Those of which a record says something, or may have said something before. */
function presentOf(watched: readonly Goalpost[], { plain }: RecordFacts): readonly Goalpost[] {
  let found: Goalpost[] | undefined;
  for (const goalpost of watched) {
    if (goalpost.gone !== true && !(goalpost.field in plain)) continue;
    found ??= [];
    found.push(goalpost);
  }
  return found ?? NOTHING;
}

const NOTHING: readonly never[] = [];

function* moves(unit: RecordUnit, watched: readonly Goalpost[], key: string, ctx: RuleContext): Generator<RawFinding> {
  for (const goalpost of watched) {
    const move = moveOf(goalpost, unit, key, ctx);
    if (move && !isExplained(unit.facts, move, ctx.index)) yield sayIt(unit, move, ctx);
  }
}

/** Something made easier to pass, with no record of a decision. */
export const goalpostMoved = rule({
  id: "goalpost-moved",
  group: "evidence",
  severity: "error",
  summary:
    "Finds thresholds, tiers, scopes, residual risks and review dates that were loosened without a record of the decision.",
  record(unit, ctx) {
    const { facts } = unit;
    if (facts.kind === undefined || facts.plain.status === "draft" || facts.plain.status === "retired") return NONE;
    const watched = presentOf(watchedOf(facts.kind), facts);
    const key = watched.length === 0 ? undefined : keyOf(facts, OWN.has(facts.notation));
    return key === undefined ? NONE : moves(unit, watched, key, ctx);
  },
});
