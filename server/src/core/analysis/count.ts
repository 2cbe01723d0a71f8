import type { Finding } from "../analysis-api.ts";
import type { Severity } from "../workspace/api.ts";

/** How many findings of a severity there are, with those that are not told one by one. */
export const countOf = (findings: readonly Finding[], severity: Severity): number =>
  findings.reduce((sum, one) => (one.severity === severity ? sum + (one.others ?? 1) : sum), 0);
