import { keeps, readQuantity } from "../../coverage/quantity.ts";
import { readThreshold } from "../../coverage/threshold.ts";
import { dateOf, realText } from "../../coverage/values.ts";
import { kindInfo } from "../../records/kinds.ts";
import type { RecordFacts } from "../../records/model.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { keyOf, type OldFields, recordsIn, type Version } from "../../workspace/history.ts";
import type { RawFinding, RecordUnit, RuleContext } from "../rule.ts";
import { rule } from "../rule.ts";
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
  /** The day by which it had happened: that of the next commit, else today. */
  readonly by: string;
}

/** Notations of a document's own record. */
const OWN: ReadonlySet<RecordFacts["notation"]> = new Set(["yaml", "front-matter", "control-header", "model-card"]);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The move of one goalpost: today's value against the last that was another one. */
function moveOf(goalpost: Goalpost, { facts }: RecordUnit, key: string, ctx: RuleContext): Move | undefined {
  const now = facts.plain[goalpost.field];
  let by: string | undefined;
  for (const version of ctx.index.history(facts.path)) {
    const old = recordsIn(version, facts.path, ctx.index.config().standards).get(key);
    if (!old) return undefined;
    if (same(old[goalpost.field], now)) {
      by = version.date;
      continue;
    }
    const did = goalpost.loosened(old, facts.plain);
    return did === undefined ? undefined : { goalpost, did, version, old, by: by ?? ctx.today() };
  }
  return undefined;
}

/** A record of a change or decision, from that day on, that names the record. */
function isExplained(record: RecordFacts, since: string, index: AimsIndex): boolean {
  const { id } = record;
  const decided = (from: RecordFacts): boolean => {
    const days = ["approved_on", "implemented_on", "requested_on", "held_on"].flatMap((f) => dateOf(from, f) ?? []);
    return !from.template && (days.length === 0 || days.some((day) => day >= since));
  };
  if (id === undefined) return false;
  const refers = index.referencesTo(id).map(({ from }) => from);
  if (refers.some((from) => (from.kind === "change" || from.kind === "management-review") && decided(from)))
    return true;
  const word = new RegExp(`(?<![\\w-])${id.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`, "i");
  return index
    .ofKind("change")
    .some((change) => decided(change) && word.test(JSON.stringify(change.plain).slice(0, 20_000)));
}

/** Whether an incident happened within the year before a day. */
function isShortlyBefore(incident: RecordFacts, day: string): boolean {
  const on = dateOf(incident, "occurred_on") ?? dateOf(incident, "detected_on");
  return on !== undefined && on <= day && `${Number(on.slice(0, 4)) + 1}${on.slice(4)}` >= day;
}

/** What went before: a value that failed the stricter bound, or an incident. */
function failureBefore(record: RecordFacts, move: Move, index: AimsIndex): string | undefined {
  const { goalpost, old } = move;
  if (goalpost.field === "threshold" || goalpost.field === "target") {
    const bounds = readThreshold(realText({ plain: old }, goalpost.field) ?? "");
    for (const plain of [record.plain, old]) {
      const value = readQuantity(realText({ plain }, "value") ?? realText({ plain }, "current") ?? "");
      if (bounds && value && keeps(value, bounds) === false) return "the measured value did not keep the old bound";
    }
  }
  const system = realText(record, "system");
  const ids = [record.id, system].filter((id) => id !== undefined);
  const incident = ids
    .flatMap((id) => index.referencesTo(id))
    .find(({ from }) => from.kind === "incident" && !from.template && isShortlyBefore(from, move.by));
  return incident ? `there was an incident (${incident.from.id ?? "without an id"})` : undefined;
}

function sayIt(unit: RecordUnit, move: Move, { index }: RuleContext): RawFinding {
  const { facts, data } = unit;
  const { field } = move.goalpost;
  const label = facts.kind ? (kindInfo(facts.kind).field(field)?.title ?? field) : field;
  const whose = facts.id ?? quoted(nameOf(facts) ?? "this document");
  const failure = failureBefore(facts, move, index);
  const oldText = realText({ plain: move.old }, field) ?? "nothing";
  return {
    at: placeOf(data, field),
    message: `${label} of ${whose} ${move.did} after commit ${move.version.commit}${failure ? `, and ${failure}` : ""}. No change record names it.`,
    help: "A bound that gives way when it is reached protects nobody. Record who decided this and why, in a change record that names it, or set the old value again.",
    ...(failure ? undefined : { severity: "warning" }),
    related: [
      {
        at: { record: facts, field },
        message: `Commit ${move.version.commit} of ${move.version.date} has ${quoted(oldText)} here.`,
      },
    ],
  };
}

/** Something made easier to pass, with no record of a decision. */
export const goalpostMoved = rule({
  id: "goalpost-moved",
  group: "evidence",
  severity: "error",
  summary:
    "Finds thresholds, tiers, scopes, residual risks and review dates that were loosened without a record of the decision.",
  *record(unit, ctx) {
    const { facts } = unit;
    const { kind } = facts;
    if (kind === undefined || kind === "change" || facts.plain.status === "draft" || facts.plain.status === "retired")
      return;
    const watched = GOALPOSTS.filter(
      ({ field, kinds }) => (kinds === "all" || kinds.has(kind)) && field in facts.plain,
    );
    const key = keyOf(kind, facts.id, OWN.has(facts.notation));
    if (watched.length === 0 || key === undefined) return;
    for (const goalpost of watched) {
      const move = moveOf(goalpost, unit, key, ctx);
      if (move && !isExplained(facts, move.version.date, ctx.index)) yield sayIt(unit, move, ctx);
    }
  },
});
