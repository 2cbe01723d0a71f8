import { rule } from "../rule.ts";
import { addFields } from "../shared/add-fields.ts";
import { placeOf } from "../shared/place.ts";
import { gravity, isClosed, namesMeasure, numberOf } from "./shared/standing.ts";

/** A risk that falls without anything being done; milder where the register has no place in which measures would stand. */
export const residualLoweredWithoutMeasure = rule({
  id: "residual-lowered-without-measure",
  group: "risk",
  severity: "warning",
  summary: "Finds risks rated lower after treatment although no treatment, control or measurement is named.",
  kinds: ["risk"],
  fields: ["residual_score", "residual"],
  *record({ facts, data }, { index }) {
    if (isClosed(facts) || namesMeasure(facts, data)) return;
    const [score, after] = [numberOf(facts, "score"), numberOf(facts, "residual_score")];
    const [rating, residual] = [gravity(facts, "rating"), gravity(facts, "residual")];
    const lower =
      score !== undefined && after !== undefined
        ? after < score
        : rating !== undefined && residual !== undefined && residual < rating;
    if (!lower) return;
    const elsewhere = facts.id !== undefined && index.referencesTo(facts.id).some(({ from }) => from !== facts);
    if (elsewhere) return;
    const asked = ["treatment_plan", "controls", "measures", "existing_controls"].some((f) => data.fields.has(f));
    const before = score !== undefined && after !== undefined ? score : facts.plain.rating;
    const now = score !== undefined && after !== undefined ? after : facts.plain.residual;
    yield {
      at: placeOf(data, "residual_score", "residual"),
      message: `The risk falls from ${before} to ${now}, and nothing is named that lowers it.`,
      help: "A risk falls only where something was done and seen to work. Name the control, the action or the measurement, or leave the residual risk where the risk was.",
      ...(asked || data.notation === "yaml" || data.notation === "yaml-item" ? undefined : { severity: "info" }),
      fixes: addFields(facts, data, "controls"),
    };
  },
});
