import { NONE, rule } from "../rule.ts";
import { bearsEvidence } from "./shared/support.ts";
import { objectiveFixes } from "./shared/fixes.ts";
import { statementsFor } from "./shared/statements.ts";

/** Commitments in a public text that names no owner, date, figure or link. Said once a document. */
export const commitmentWithoutMeasure = rule({
  id: "commitment-without-measure",
  group: "claim",
  severity: "info",
  summary: "Finds public commitments with no date, figure or link by which anybody could hold the writer to them.",
  documentsWith: "claims",
  document(unit, ctx) {
    if (!unit.document.published) return NONE;
    const [first] = statementsFor(unit, "commitment-without-measure");
    if (!first || bearsEvidence(unit.document)) return NONE;
    return [
      {
        at: first.at,
        message: "Nobody can check this commitment: the text names no measure, date or record for it.",
        help: "Say what will be measured, by when and who answers for it, or link the objective.",
        fixes: objectiveFixes(ctx),
      },
    ];
  },
});
