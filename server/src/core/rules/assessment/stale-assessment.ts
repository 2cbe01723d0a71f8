import { type Assessment, assessmentsOf, type Staleness } from "../../coverage/assessments.ts";
import { type AiSystem, recordWith, scopeOf, systemLabel, useOf } from "../../coverage/systems.ts";
import type { Anchor, RawFinding, RecordUnit, RuleContext } from "../rule.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { assessmentScaffold } from "../shared/scaffold.ts";
import { systemsAssessed } from "./shared/assessment.ts";

const HELP =
  "What was found holds for the system that was looked at. Assess again, or record why the change does not matter for the people affected.";

function say(stale: Staleness, system: AiSystem): string {
  const name = systemLabel(system);
  if (stale.by === "version")
    return `Version ${stale.assessed} of ${name} was assessed, and version ${stale.inUse} is in use.`;
  if (stale.by === "change")
    return `${name} was assessed on ${stale.assessedOn}, before its change of ${stale.changedOn}.`;
  const every = stale.interval === undefined ? "" : ` (interval: ${stale.interval})`;
  return `${name} was to be assessed again by ${stale.due}${every}.`;
}

const FIELD: Readonly<Record<Staleness["by"], string>> = {
  version: "system_version",
  change: "assessed_on",
  due: "assessed_on",
};
const CAUSE: Readonly<Record<Staleness["by"], string | undefined>> = {
  version: "version",
  change: "last_change",
  due: undefined,
};

function related(stale: Staleness, system: AiSystem): { readonly at: Anchor; readonly message: string }[] {
  const field = CAUSE[stale.by];
  const record = field === undefined ? undefined : recordWith(system, field);
  if (field === undefined || !record) return [];
  const message = stale.by === "version" ? "The version in use." : "The last material change.";
  return [{ at: { record, field }, message }];
}

/** @param begun whether a new assessment is already being written */
function* judge({ stale }: Assessment, system: AiSystem, { data }: RecordUnit, begun: boolean): Generator<RawFinding> {
  for (const one of stale) {
    const field = one.by === "due" ? (one.field ?? FIELD.due) : FIELD[one.by];
    yield {
      at: placeOf(data, field),
      message: say(one, system),
      help: HELP,
      ...(one.by === "version" && one.slight ? { severity: "info" } : undefined),
      related: related(one, system),
      ...(begun || system.record.id === undefined ? undefined : { fixes: [assessmentScaffold(system.id, true)] }),
    };
  }
}

/** Whether nobody has to look at a system any more. */
function isExempt(system: AiSystem, { index, today }: RuleContext): boolean {
  return useOf(system, today()) === "retired" || scopeOf(index, system).state === "out";
}

/** An assessment of a system that has since become another one. */
export const staleAssessment = rule({
  id: "stale-assessment",
  group: "assessment",
  severity: "warning",
  summary:
    "Finds impact assessments older than the system they are of: an earlier version, a later change, a day gone by.",
  kinds: ["impact-assessment"],
  *record(unit, ctx) {
    for (const system of systemsAssessed(unit.facts, ctx.index)) {
      if (isExempt(system, ctx)) continue;
      const all = assessmentsOf(ctx.index, system, ctx.today());
      const newest = all[0];
      const begun = all.some((a) => !a.counts && !a.record.template);
      if (newest?.record === unit.facts && newest.counts) yield* judge(newest, system, unit, begun);
    }
  },
});
