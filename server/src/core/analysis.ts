import type { Host } from "./analysis-api.ts";
import { AnalysisHost, languageOf } from "./analysis/host.ts";

/**
 * The only door to the core.
 * @param options.today ISO date taken for today; change it with a `today` change.
 */
export function createHost(options: { readonly today: string }): Host {
  return new AnalysisHost(options);
}

export { languageOf };
export { isAimsFile } from "./analysis/config.ts";
export { looksLikeId } from "./records/ids.ts";
export { explain, type Explanation } from "./features/explain.ts";
export { applyEdits } from "./text/edit.ts";
export type * from "./analysis-api.ts";
export type { FileEdit, TextEdit } from "./text/edit.ts";
export type { Severity } from "./workspace/api.ts";
