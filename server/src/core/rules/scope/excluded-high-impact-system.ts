import { systemLabel } from "../../coverage/systems.ts";
import { type RawFinding, type RuleContext, rule } from "../rule.ts";
import { impactFacts } from "../shared/impact.ts";
import { type Exclusion, ownExclusion, scopeExclusions } from "./shared/exclusions.ts";
import { excludesItself } from "../../coverage/systems.ts";

function* judge({ system, at }: Exclusion, { index, today }: RuleContext): Generator<RawFinding> {
  const fact = system && impactFacts(index, system, today())[0];
  if (!system || !fact) return;
  yield {
    at,
    message: `${systemLabel(system)} is ${fact.text} and is left out of scope.`,
    help: "A narrow scope can be sound, but it is read as covering what weighs most on people. Take the system in, or give the reason here and wherever certification is mentioned.",
    related: [{ at: { record: fact.record, field: fact.field }, message: `Here the system is ${fact.text}.` }],
  };
}

/** A system that weighs on people, by facts the records declare, and is outside the scope. */
export const excludedHighImpactSystem = rule({
  id: "excluded-high-impact-system",
  group: "scope",
  severity: "warning",
  summary: "Finds systems declared high-risk, or used where much is at stake for people, that are left out of scope.",
  kinds: ["system"],
  fields: ["in_scope", "exclusion_reason"],
  *record(unit, ctx) {
    const exclusion = ownExclusion(unit, ctx.index);
    if (exclusion) yield* judge(exclusion, ctx);
  },
  documentsWith: ["scope"],
  *document(unit, ctx) {
    for (const exclusion of scopeExclusions(unit, ctx.index)) {
      if (!exclusion.system?.records.some(excludesItself)) yield* judge(exclusion, ctx);
    }
  },
});
