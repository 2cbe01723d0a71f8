import { type DocumentUnit, NONE, type RawFinding, type RuleContext } from "../../rule.ts";
import { certificateFixes } from "./fixes.ts";
import { statementsFor } from "./statements.ts";

/** Says the same of each statement of a rule, and offers what the certificates on record support in its place. */
export const ofCertificates =
  (rule: string, said: Pick<RawFinding, "message" | "help">) =>
  (unit: DocumentUnit, ctx: RuleContext): readonly RawFinding[] => {
    const statements = statementsFor(unit, rule);
    if (statements.length === 0) return NONE;
    return statements.map((statement) => ({ at: statement.at, ...said, fixes: certificateFixes(statement, ctx) }));
  };
