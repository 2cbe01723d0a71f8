import { rule } from "../rule.ts";
import { measurementFixes } from "./shared/fixes.ts";
import { isPublic, statementsFor } from "./shared/statements.ts";

/** Absolute words about AI: unbiased, completely fair, 100 % safe. Milder where outsiders do not read the document. */
export const absoluteClaim = rule({
  id: "absolute-claim",
  group: "claim",
  severity: "warning",
  summary: "Finds absolute claims about AI, such as unbiased or 100 % safe.",
  documentsWith: "claims",
  document: (unit, ctx) =>
    statementsFor(unit, "absolute-claim").map((statement) => {
      const words = unit.document.text.slice(statement.at.start, statement.at.end).replace(/\s+/g, " ");
      return {
        at: statement.at,
        message: `No test can show "${words}"; what can be shown is a value for named groups or cases against a threshold.`,
        help: "Regulators act against claims that nothing backs. Give the measure, its value, the threshold, the version and the day.",
        fixes: measurementFixes(statement, ctx),
        ...(isPublic(unit, statement.at) ? undefined : { severity: "info" }),
      };
    }),
});
