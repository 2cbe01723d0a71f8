import { dateOf, realText } from "../../coverage/values.ts";
import { addInterval } from "../../records/dates.ts";
import type { RecordFacts } from "../../records/model.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { isRetired } from "../shared/records.ts";

const NOT_YET = new Set(["draft", "in-review", "planned", "proposed", "closed", "rejected", "dropped", "cancelled"]);

const isDue = (record: RecordFacts): boolean =>
  !isRetired(record) && !NOT_YET.has(realText(record, "status") ?? "") && dateOf(record, "closed_on") === undefined;

/** When a record has to be looked at again, and the field that says so. */
function dueOf(record: RecordFacts): { day: string; field: string; from?: string } | undefined {
  const given = dateOf(record, "next_review");
  const reviewed = dateOf(record, "reviewed_on");
  if (given !== undefined) return { day: given, field: "next_review" };
  if (record.plain.next_review !== undefined) return undefined;
  const cycle = realText(record, "review_cycle");
  const last = [reviewed, dateOf(record, "approved_on")]
    .flatMap((d) => d ?? [])
    .sort()
    .at(-1);
  const day = cycle === undefined || last === undefined ? undefined : addInterval(last, cycle);
  return day === undefined ? undefined : { day, field: "review_cycle", from: last as string };
}

/** A record whose next review has passed, by the day it gives or by its own cycle. */
export const reviewOverdue = rule({
  id: "review-overdue",
  group: "cycle",
  severity: "warning",
  summary: "Finds records whose review was due and has not happened.",
  fields: ["next_review", "review_cycle"],
  *record({ facts, data }, { today }) {
    if (facts.kind === undefined || facts.kind === "management-review" || !isDue(facts)) return;
    const due = dueOf(facts);
    const reviewed = dateOf(facts, "reviewed_on");
    if (!due || (due.field === "next_review" && reviewed !== undefined && reviewed >= due.day)) return;
    if (!today().past(due.day)) return;
    yield {
      at: placeOf(data, due.field),
      message:
        due.from === undefined
          ? `The next review was due on ${due.day}.`
          : `It was last looked at on ${due.from}, and its own cycle asked for a review by ${due.day}.`,
      help: "What nobody has looked at since may no longer be true. Review it, and set the day of the review and of the next one.",
    };
  },
});
