import { rule } from "../rule.ts";

/** Found where suppressions are applied, since only there is it known which of them was needed. */
export const unusedSuppression = rule({
  id: "unused-suppression",
  group: "form",
  severity: "info",
  summary: "Finds suppressions that no longer suppress anything.",
});
