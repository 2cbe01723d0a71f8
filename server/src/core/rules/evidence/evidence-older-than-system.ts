import { type AiSystem, recordWith, systemDate, systemLabel } from "../../coverage/systems.ts";
import { dateOf } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import type { RawFinding, RecordUnit, RuleContext } from "../rule.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { isRetired } from "../shared/records.ts";
import { isOutOfUse, laterMeasurement, systemMeasured, versionStand } from "./shared/measurement.ts";
import type { Today } from "../../workspace/today.ts";

const HELP =
  "What it shows holds for the system as it was. Measure or collect again on the version in use, or record why the change does not matter.";

/** Whether the record says openly that it is to be made anew, by a day that is still to come. */
function isPlanned({ plain }: RecordFacts, today: Today): boolean {
  const { gap } = plain;
  const by =
    gap && typeof gap === "object" && !Array.isArray(gap)
      ? dateOf({ plain: gap as RecordFacts["plain"] }, "planned_by")
      : undefined;
  return by !== undefined && !today.past(by);
}

function* byVersion({ facts, data }: RecordUnit, system: AiSystem): Generator<RawFinding> {
  const found = versionStand(facts, system);
  if (!found || (found.stand !== "older" && found.stand !== "patch")) return;
  const record = recordWith(system, "version");
  yield {
    at: placeOf(data, "system_version"),
    message: `This is of version ${found.done} of ${systemLabel(system)}, and version ${found.used} is in use.`,
    help: HELP,
    ...(found.stand === "patch" ? { severity: "info" } : undefined),
    ...(record ? { related: [{ at: { record, field: "version" }, message: "The version in use." }] } : undefined),
  };
}

function* byDate({ facts, data }: RecordUnit, system: AiSystem): Generator<RawFinding> {
  const field = ["measured_on", "period_to", "obtained_on"].find((name) => dateOf(facts, name) !== undefined);
  const day = field && dateOf(facts, field);
  const changed = systemDate(system, "last_change");
  if (field === undefined || day === undefined || changed === undefined || day >= changed) return;
  const record = recordWith(system, "last_change");
  yield {
    at: placeOf(data, field),
    message: `This is of ${day}, before the change of ${systemLabel(system)} on ${changed}.`,
    help: HELP,
    ...(record
      ? { related: [{ at: { record, field: "last_change" }, message: "The last material change." }] }
      : undefined),
  };
}

function* judge(unit: RecordUnit, ctx: RuleContext): Generator<RawFinding> {
  const { facts, data } = unit;
  const system = systemMeasured(ctx.index, facts);
  if (!system || isOutOfUse(system, ctx)) return;
  // The version that a measurement has from the assessment around it is judged there.
  const ownVersion = data.fields.has("system_version") && versionStand(facts, system) !== undefined;
  const found = ownVersion ? [...byVersion(unit, system)] : [...byDate(unit, system)];
  if (found.length === 0 || (facts.kind === "measurement" && laterMeasurement(ctx.index, facts))) return;
  const planned = isPlanned(facts, ctx.today());
  for (const one of found) yield planned ? { ...one, severity: "info" } : one;
}

/** Evidence and measurements of a system that has since become another one. */
export const evidenceOlderThanSystem = rule({
  id: "evidence-older-than-system",
  group: "evidence",
  severity: "warning",
  summary: "Finds measurements and evidence of an earlier version of a system, or from before its last change.",
  kinds: ["measurement", "evidence"],
  *record(unit, ctx) {
    if (!isRetired(unit.facts)) yield* judge(unit, ctx);
  },
});
