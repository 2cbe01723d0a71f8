import type { SystemRow } from "../analysis-api.ts";
import type { AimsView } from "../workspace/view.ts";

/** The AI systems of an AIMS, sorted by id. */
export function systemRows(_aims: AimsView): SystemRow[] {
  return [];
}
