import type { ScaffoldInfo } from "../analysis-api.ts";
import type { FileEdit } from "../text/edit.ts";
import type { AimsView } from "../workspace/view.ts";

/** The scaffolds that can be run in an AIMS, with their choices. */
export function listScaffolds(_aims: AimsView): ScaffoldInfo[] {
  return [];
}

/** The edits of a scaffold, or what is wrong in one sentence. */
export function runScaffold(
  _aims: AimsView,
  _name: string,
  _args: Readonly<Record<string, string>>,
): FileEdit[] | string {
  return "No such scaffold.";
}
