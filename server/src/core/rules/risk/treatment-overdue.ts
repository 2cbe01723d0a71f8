import { dateOf } from "../../coverage/values.ts";
import { NONE, rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";

const UNDONE = new Set(["open", "in-treatment"]);

/** A treatment that was to be in place by a day now past; advice where the status does not say whether it is. */
export const treatmentOverdue = rule({
  id: "treatment-overdue",
  group: "risk",
  severity: "warning",
  summary: "Finds risks whose treatment was due and is not in place.",
  kinds: ["risk"],
  fields: ["due"],
  record({ facts, data }, { today }) {
    const due = dateOf(facts, "due");
    const { status } = facts.plain;
    if (due === undefined || typeof status !== "string" || !UNDONE.has(status) || !today().past(due)) return NONE;
    return [
      {
        at: placeOf(data, "due"),
        message: `The treatment was due on ${due}, and the risk is still ${status === "open" ? "open" : "in treatment"}.`,
        help: "The risk stands as it was for longer than was decided. Finish the treatment and set the status, or agree on a new day and say why.",
      },
    ];
  },
});
