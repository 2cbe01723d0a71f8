import { rule } from "../rule.ts";
import { certificateFixes } from "./shared/fixes.ts";
import { statementsFor } from "./shared/statements.ts";

/** Claims of certification to a standard that certifies nothing. What a sentence denies, quotes, plans, asks or says of others is left alone. */
export const certifiedToGuidance = rule({
  id: "certified-to-guidance",
  group: "claim",
  severity: "error",
  summary: "Finds claims of certification to a standard that certifies nothing.",
  document: (unit, ctx) =>
    statementsFor(unit, ctx, "certified-to-guidance").map((statement) => ({
      at: statement.at,
      message: "This standard is guidance, vocabulary, a draft or a voluntary framework: no certificate to it exists.",
      help: "Say that you work along it, and list what was done and what was not.",
      fixes: certificateFixes(statement, ctx),
    })),
});
