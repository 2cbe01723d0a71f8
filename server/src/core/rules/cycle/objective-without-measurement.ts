import { dateOf, holds, realText } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { addFields } from "../shared/add-fields.ts";
import { placeOf } from "../shared/place.ts";

/** An objective that is over, or said to be reached or missed, without a value that was found. */
export const objectiveWithoutMeasurement = rule({
  id: "objective-without-measurement",
  group: "cycle",
  severity: "warning",
  summary: "Finds objectives said to be achieved or past their day without a value that was measured.",
  kinds: ["objective"],
  *record({ facts, data }, { index, today }) {
    if (facts.plain.status === "dropped" || facts.plain.status === "planned") return;
    const judged = facts.plain.status === "achieved" || facts.plain.status === "missed";
    const due = dateOf(facts, "due");
    const over = due !== undefined && today().past(due);
    if ((!judged && !over) || ["actual", "measurements", "measured_on", "evidence"].some((f) => holds(facts, f)))
      return;
    const told = [...data.fields.values()].some(
      ({ known, label, name }) =>
        !known &&
        /result|actual|current|progress|value|outcome|evidence/i.test(label) &&
        realText(facts, name) !== undefined,
    );
    if (
      told ||
      (facts.id !== undefined && index.referencesTo(facts.id).some(({ from }) => from.kind === "measurement"))
    )
      return;
    yield {
      at: judged ? placeOf(data, "status") : placeOf(data, "due"),
      message: judged
        ? `This objective is said to be ${facts.plain.status}, and no value shows it.`
        : `This objective was due on ${due}, and no value shows whether it was reached.`,
      help: "Without a measured value the status is an opinion. Write the value that was found and the day, or name the measurement.",
      fixes: addFields(facts, data, "actual", "measured_on"),
    };
  },
});
