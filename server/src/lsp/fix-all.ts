import type { CodeAction, WorkspaceEdit } from "vscode-languageserver";
import { FIX_ALL } from "./capabilities.ts";
import { workspaceEdit } from "./convert.ts";
import type { Session } from "./session.ts";

/** The source action that applies every safe fix of a document; none when nothing is to be fixed. */
export function fixAllActions(session: Session, path: string): CodeAction[] {
  const edit = fixAllEdit(session, path);
  return edit ? [{ title: "Apply all safe fixes", kind: FIX_ALL, edit }] : [];
}

function fixAllEdit(session: Session, path: string): WorkspaceEdit | undefined {
  const edits = session.host.snapshot.fixAll(path);
  return edits.length > 0 ? workspaceEdit([{ path, edits }], session) : undefined;
}
