import type { HoverResult } from "../analysis-api.ts";
import type { Position } from "../text/span.ts";
import type { FileView } from "../workspace/view.ts";

/** What is known of the word at `at`. */
export function hoverAt(_view: FileView, _at: Position): HoverResult | undefined {
  return undefined;
}
