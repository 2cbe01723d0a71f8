import { rule } from "../rule.ts";
import { statementsFor } from "./shared/statements.ts";

/** A presumption of conformity drawn from a standard that is not cited in the official journal. What a sentence denies, quotes, plans, asks or says of others is left alone. */
export const presumptionWithoutCitation = rule({
  id: "presumption-without-citation",
  group: "claim",
  severity: "error",
  summary: "Finds a presumption of conformity drawn from a standard that is not cited in the Official Journal.",
  documentsWith: "claims",
  document: (unit) =>
    statementsFor(unit, "presumption-without-citation").map((statement) => ({
      at: statement.at,
      message:
        "This standard gives no presumption of conformity: as far as the data of this tool go, its reference is not in the Official Journal.",
      help: "Drop the claim, or give the reference in the Official Journal if it has appeared since.",
    })),
});
