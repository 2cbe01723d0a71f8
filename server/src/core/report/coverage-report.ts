import type { CoverageReport } from "../analysis-api.ts";
import type { AimsView } from "../workspace/view.ts";

/** Coverage of an AIMS by one standard, ready to be shown. */
export function coverageReport(_aims: AimsView, _standard: string): CoverageReport | undefined {
  return undefined;
}
