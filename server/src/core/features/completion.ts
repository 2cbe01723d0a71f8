import type { CompletionEntry } from "../analysis-api.ts";
import type { Position } from "../text/span.ts";
import type { FileView } from "../workspace/view.ts";

/** What can be written at `at`. */
export function complete(_view: FileView, _at: Position): CompletionEntry[] {
  return [];
}

/** Markdown documentation of a completion entry by its `data`. */
export function resolveCompletion(_view: FileView, _data: string): string | undefined {
  return undefined;
}
