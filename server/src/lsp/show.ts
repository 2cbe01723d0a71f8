import type { ExecuteCommandParams } from "vscode-languageserver";
import type { FileEdit } from "../core/analysis.ts";
import type { Session } from "./session.ts";

/** The command that shows a document, attached to actions that create one. */
export const SHOW = "aims.server.show";

/** `workspace/executeCommand`: asks the editor to show the document that an action has just created. */
export async function executeCommand(
  session: Session,
  { command, arguments: args }: ExecuteCommandParams,
): Promise<null> {
  const uri: unknown = args?.[0];
  if (command === SHOW && typeof uri === "string" && session.client.showDocument) {
    await session.connection.window.showDocument({ uri, takeFocus: true });
  }
  return null;
}

/** The file that edits create, if they create one: what a person wants to see next. */
export const createdBy = (edits: readonly FileEdit[]): string | undefined =>
  edits.find((edit) => "create" in edit)?.path;
