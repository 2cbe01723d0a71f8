import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { gravity, numberOf } from "./shared/standing.ts";

/** A risk that is said to be graver after treatment than before. */
export const residualAboveInherent = rule({
  id: "residual-above-inherent",
  group: "risk",
  severity: "error",
  summary: "Finds risks that are rated higher after treatment than before it.",
  kinds: ["risk"],
  fields: ["residual_score", "residual"],
  *record({ facts, data }) {
    const [score, after] = [numberOf(facts, "score"), numberOf(facts, "residual_score")];
    const [rating, residual] = [gravity(facts, "rating"), gravity(facts, "residual")];
    const byScore = score !== undefined && after !== undefined;
    if (byScore ? after <= score : rating === undefined || residual === undefined || residual <= rating) return;
    yield {
      at: placeOf(data, byScore ? "residual_score" : "residual"),
      message: byScore
        ? `The score after treatment (${after}) is above the score before it (${score}).`
        : `The risk is "${facts.plain.residual}" after treatment and "${facts.plain.rating}" before it.`,
      help: "A treatment that raises a risk would not be chosen; one of the two is written wrongly, or the columns are swapped. If the risk itself grew, raise the rating before treatment too.",
    };
  },
});
