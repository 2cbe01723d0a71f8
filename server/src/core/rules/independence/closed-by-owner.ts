import { listOf, realText } from "../../coverage/values.ts";
import type { KindId } from "../../generated/kinds.ts";
import { samePersonIn } from "../../workspace/people.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";

/** For each kind the fields that say who found it to be in order, and what that was. */
const CHECKS: Partial<Record<KindId, readonly (readonly [field: string, done: string])[]>> = {
  finding: [["closed_by", "closed"]],
  nonconformity: [
    ["effectiveness_checked_by", "found effective"],
    ["closed_by", "closed"],
  ],
  incident: [["closed_by", "closed"]],
  concern: [["closed_by", "closed"]],
  control: [["verified_by", "verified"]],
};

/** Something found to be in order by nobody but the person who had to put it in order. */
export const closedByOwner = rule({
  id: "closed-by-owner",
  group: "independence",
  severity: "warning",
  summary:
    "Finds findings, nonconformities, incidents, concerns and controls that only their owner closed or verified.",
  kinds: Object.keys(CHECKS) as KindId[],
  *record({ facts, data }, { index }) {
    const checks = facts.kind === undefined ? undefined : CHECKS[facts.kind];
    const owners = checks ? listOf(facts, "owner") : [];
    if (!checks || owners.length === 0) return;
    const isOwner = (person: string): boolean => owners.some((owner) => samePersonIn(index, person, owner));
    const others = checks.flatMap(([field]) => listOf(facts, field)).some((person) => !isOwner(person));
    if (others) return;
    const [field, done] = checks.find(([name]) => listOf(facts, name).length > 0) ?? [];
    if (field === undefined) return;
    yield {
      at: placeOf(data, field),
      message: `This was ${done} by ${realText(facts, field)}, who owns it.`,
      help: "Whoever had to mend it says that it is mended. Let somebody without a stake in it look, and name that person.",
      related: [{ at: { record: facts, field: "owner" }, message: "The owner." }],
    };
  },
});
