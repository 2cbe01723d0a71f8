import { rule } from "../rule.ts";
import { certificateFixes } from "./shared/fixes.ts";
import { statementsFor } from "./shared/statements.ts";

/** Statements that iso itself certified somebody. What a sentence denies, quotes, plans, asks or says of others is left alone. */
export const certifiedByIso = rule({
  id: "certified-by-iso",
  group: "claim",
  severity: "error",
  summary: "Finds statements that ISO itself certified somebody.",
  document: (unit, ctx) =>
    statementsFor(unit, ctx, "certified-by-iso").map((statement) => ({
      at: statement.at,
      message: "ISO writes standards and certifies nobody, so a reader cannot tell who stands behind this.",
      help: "Name the standard with its edition, the certification body and the scope; ISO's own rules keep its name out of such claims.",
      fixes: certificateFixes(statement, ctx),
    })),
});
