import { dateOf, realText } from "../../coverage/values.ts";
import { NONE, rule } from "../rule.ts";
import { addFields } from "../shared/add-fields.ts";
import { placeOf } from "../shared/place.ts";
import { mayWait } from "../shared/time-to-decide.ts";
import { gravity, isAccepted, isClosed, namesMeasure } from "./shared/standing.ts";

/** A grave risk with no decision what to do about it; a medium one is advice, and lesser ones may well be left alone. */
export const riskWithoutTreatment = rule({
  id: "risk-without-treatment",
  group: "risk",
  severity: "warning",
  summary: "Finds high risks without a treatment, and medium ones as advice.",
  kinds: ["risk"],
  fields: ["rating"],
  record({ facts, data }, { index, today }) {
    if (isClosed(facts) || isAccepted(facts)) return NONE;
    const grave = gravity(facts, "rating");
    if (grave === undefined || grave < 2 || realText(facts, "treatment") !== undefined || namesMeasure(facts, data))
      return NONE;
    if (mayWait(dateOf(facts, "identified_on"), today())) return NONE;
    if (
      facts.id !== undefined &&
      index.referencesTo(facts.id).some(({ from }) => from !== facts && from.kind !== "system")
    )
      return NONE;
    return [
      {
        at: placeOf(data, "treatment", "rating"),
        message: `This risk is ${facts.plain.rating}, and nothing says what is done about it.`,
        help: "A risk that was judged and then left is known and untreated. Decide whether to lower, accept, share or avoid it, and say how.",
        ...(grave === 2 ? { severity: "info" } : undefined),
        fixes: addFields(facts, data, "treatment", "treatment_plan"),
      },
    ];
  },
});
