import type { Action, Finding } from "../analysis-api.ts";
import type { Range } from "../text/span.ts";
import type { FileView } from "../workspace/view.ts";

/** Code actions that touch `range`: the fixes of the findings there, and refactorings. */
export function actionsAt(_view: FileView, _range: Range, _findings: readonly Finding[]): Action[] {
  return [];
}
