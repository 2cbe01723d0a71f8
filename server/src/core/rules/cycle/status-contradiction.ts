import { meets } from "../../coverage/threshold.ts";
import { dateOf, realText } from "../../coverage/values.ts";
import type { KindId } from "../../generated/kinds.ts";
import type { RecordFacts } from "../../records/model.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import type { Today } from "../../workspace/today.ts";

/** A contradiction between a record's status and another of its fields. */
interface Contradiction {
  readonly field: string;
  readonly says: string;
}

const OPEN = new Set(["open", "in-progress"]);
const WORK = new Set<KindId>(["finding", "nonconformity", "incident", "concern"]);
/** For each kind the statuses before something happened, and the field with the day on which it did. */
const NOT_YET: Partial<Record<KindId, readonly [statuses: readonly string[], field: string]>> = {
  audit: [["planned"], "finished_on"],
  "management-review": [["planned"], "held_on"],
  competence: [["planned"], "completed_on"],
  change: [["proposed"], "implemented_on"],
};
/** And the statuses after it. */
const DONE: Partial<Record<KindId, readonly [statuses: readonly string[], field: string]>> = {
  audit: [["completed"], "finished_on"],
  "management-review": [["held", "completed"], "held_on"],
  competence: [["completed"], "completed_on"],
  change: [["implemented", "verified"], "implemented_on"],
  finding: [["closed", "verified"], "closed_on"],
  nonconformity: [["closed", "verified"], "closed_on"],
  incident: [["closed", "verified"], "closed_on"],
  concern: [["closed", "verified"], "closed_on"],
};

function contradiction(record: RecordFacts, status: string, today: Today): Contradiction | undefined {
  const kind = record.kind as KindId;
  const on = (field: string): string | undefined => dateOf(record, field);
  const closed = on("closed_on");
  if (WORK.has(kind) && OPEN.has(status) && closed !== undefined && today.reached(closed))
    return { field: "closed_on", says: `it was closed on ${closed}` };
  const [before, happened] = NOT_YET[kind] ?? [];
  const day = happened === undefined ? undefined : on(happened);
  if (before?.includes(status) && day !== undefined && today.reached(day))
    return { field: happened as string, says: `it happened on ${day}` };
  const [after, made] = DONE[kind] ?? [];
  const made_on = made === undefined ? undefined : on(made);
  if (after?.includes(status) && made_on !== undefined && !today.reached(made_on))
    return { field: made as string, says: `its day is still to come (${made_on})` };
  if (kind !== "objective" || (status !== "achieved" && status !== "missed")) return undefined;
  const [actual, target] = [realText(record, "actual"), realText(record, "target")];
  const met = actual === undefined || target === undefined ? undefined : meets(actual, target);
  if (met === undefined || met === (status === "achieved")) return undefined;
  return { field: "actual", says: `${actual} ${met ? "reaches" : "does not reach"} the target (${target})` };
}

/** A status that another field of the same record gainsays. */
export const statusContradiction = rule({
  id: "status-contradiction",
  group: "cycle",
  severity: "error",
  summary: "Finds records whose status and dates or values contradict each other.",
  kinds: ["objective", ...(Object.keys({ ...NOT_YET, ...DONE }) as KindId[])],
  *record({ facts, data }, { today }) {
    const status = realText(facts, "status");
    const found = status === undefined ? undefined : contradiction(facts, status, today());
    if (!found) return;
    yield {
      at: placeOf(data, "status"),
      message: `The status is "${status}", and ${found.says}.`,
      help: "A reader cannot tell which of the two is true. Correct the one that is not.",
      related: [{ at: { record: facts, field: found.field }, message: "The other." }],
    };
  },
});
