import { systemLabel } from "../../coverage/systems.ts";
import { type RawFinding, rule } from "../rule.ts";
import { quoted } from "../shared/words.ts";
import { type Exclusion, ownExclusion, scopeExclusions } from "./shared/exclusions.ts";
import { deferralIn } from "./shared/reasons.ts";
import type { Today } from "../../workspace/today.ts";

function* judge(
  { what, system, reason, phraseAt, approved, reviewOn }: Exclusion,
  today: Today,
): Generator<RawFinding> {
  const phrase = reason === undefined ? undefined : deferralIn(reason);
  if (!phrase) return;
  const dated = approved && reviewOn !== undefined && /\d{4}/.test(reviewOn) && !today.past(reviewOn);
  yield {
    at: phraseAt(phrase.start, phrase.end),
    message: `${system ? systemLabel(system) : quoted(what)} is left out of scope because the decision is put off (${quoted(phrase.text)}).`,
    help: "Until then nobody looks at it. Say why it needs no management system, or take it in and record the missing assessment as a known gap with a date.",
    ...(dated ? { severity: "info" } : undefined),
  };
}

/** Something left out of scope because it has not been dealt with yet: a plan, and no reason. */
export const deferredExclusion = rule({
  id: "deferred-exclusion",
  group: "scope",
  severity: "warning",
  summary: "Finds exclusions from scope whose reason is that somebody will decide later.",
  kinds: ["system"],
  fields: ["in_scope", "exclusion_reason"],
  *record(unit, { index, today }) {
    const exclusion = ownExclusion(unit, index);
    if (exclusion) yield* judge(exclusion, today());
  },
  documentsWith: ["scope"],
  *document(unit, { index, today }) {
    const exclusions = scopeExclusions(unit, index);
    for (const exclusion of exclusions) yield* judge(exclusion, today());
  },
});
