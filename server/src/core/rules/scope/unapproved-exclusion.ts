import { systemLabel } from "../../coverage/systems.ts";
import { type RawFinding, rule } from "../rule.ts";
import { quoted } from "../shared/words.ts";
import { type Exclusion, ownExclusion, scopeExclusions } from "./shared/exclusions.ts";

function* judge({ what, system, approved, at, approvalFix }: Exclusion): Generator<RawFinding> {
  if (approved) return;
  yield {
    at,
    message: `${system ? systemLabel(system) : quoted(what)} is left out of scope, and nobody is named who decided it.`,
    help: "An exclusion is a decision of management. Name who took it and when, or have the scope statement approved that lists it.",
    ...(approvalFix ? { fixes: [approvalFix] } : undefined),
  };
}

/** A system left out of scope by nobody in particular. */
export const unapprovedExclusion = rule({
  id: "unapproved-exclusion",
  group: "scope",
  severity: "warning",
  summary: "Finds systems left out of scope without anybody having approved it.",
  kinds: ["system"],
  fields: ["in_scope", "exclusion_reason"],
  *record(unit, { index }) {
    const exclusion = ownExclusion(unit, index);
    if (exclusion) yield* judge(exclusion);
  },
  documentsWith: ["scope"],
  *document(unit, { index }) {
    for (const exclusion of scopeExclusions(unit, index)) if (exclusion.system) yield* judge(exclusion);
  },
});
