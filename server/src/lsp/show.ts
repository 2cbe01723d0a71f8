import type { Command, ExecuteCommandParams } from "vscode-languageserver";
import type { FileEdit } from "../core/analysis.ts";
import type { Session } from "./session.ts";

/** The command that shows a document, attached to actions that create one. */
export const SHOW = "aims.server.show";

/** What the action resolved last creates. */
const awaited = new WeakMap<Session, string>();

/** The command that shows `uri`. */
export const showing = (uri: string): Command => ({ title: "Show", command: SHOW, arguments: [uri] });

/**
 * Shows what the action that is being resolved creates, if it creates something, once that is there. It carries no arguments: VS Code
 * forgets those of a resolved action as soon as the light bulb moves on, which the action's own edit makes it do.
 */
export const SHOWING_NEXT: Command = { title: "Show", command: SHOW };

/** Says what that is. */
export function showNext(session: Session, uri: string | undefined): void {
  if (uri === undefined) awaited.delete(session);
  else awaited.set(session, uri);
}

/** `workspace/executeCommand`: asks the editor to show the document that an action has just created. */
export async function executeCommand(
  session: Session,
  { command, arguments: args }: ExecuteCommandParams,
): Promise<null> {
  const uri: unknown = args?.[0] ?? awaited.get(session);
  if (command === SHOW && typeof uri === "string" && session.client.showDocument) {
    await session.connection.window.showDocument({ uri, takeFocus: true });
  }
  return null;
}

/** The file that edits create, if they create one: what a person wants to see next. */
export const createdBy = (edits: readonly FileEdit[]): string | undefined =>
  edits.find((edit) => "create" in edit)?.path;
