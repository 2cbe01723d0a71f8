import type { Host } from "./analysis-api.ts";
import { AnalysisHost, type HostOptions, languageOf } from "./analysis/host.ts";

/**
 * The only door to the core.
 * @param options.today ISO date taken for today; change it with a `today` change.
 * @param options.read reads a file's text once more; where it is given, texts of files that nobody works on are not held
 * @param options.longest characters of the longest text that is given; as much of long documents is kept at hand
 */
export function createHost(options: HostOptions): Host {
  return new AnalysisHost(options);
}

export { languageOf };
export { isAimsFile } from "./analysis/config.ts";
export { isIsoDate } from "./records/dates.ts";
export { countOf } from "./analysis/count.ts";
export { looksLikeId } from "./records/ids.ts";
export { explain, type Explanation } from "./features/explain.ts";
export { plainText } from "./features/markdown.ts";
export { applyEdits } from "./text/edit.ts";
export type * from "./analysis-api.ts";
export {
  joinHeads,
  type SharedFile,
  type StoredFile,
  type StoredFinding,
  type StoredFound,
  type StoredHead,
  type StoredPart,
  type StoredShown,
} from "./analysis/stored.ts";
export type { FileEdit, TextEdit } from "./text/edit.ts";
export type { Severity } from "./workspace/api.ts";
