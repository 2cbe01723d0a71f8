import type { InitializeParams, WorkspaceFoldersChangeEvent } from "vscode-languageserver";
import { toPath, toUri } from "./paths.ts";
import type { Session } from "./session.ts";

/** Folders the editor starts with; none where a single file is open. */
export function firstFolders({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  // Some editors still give a path only.
  const root = rootUri ?? (rootPath ? toUri(rootPath) : null);
  const uris = workspaceFolders?.map((folder) => folder.uri) ?? (root === null ? [] : [root]);
  return uris.filter((uri) => uri.startsWith("file:")).map((uri) => toPath(uri));
}

/** `workspace/didChangeWorkspaceFolders` */
export function workspaceFolders({ world }: Session, { added, removed }: WorkspaceFoldersChangeEvent): void {
  const gone = new Set(removed.map(({ uri }) => toPath(uri)));
  const come = added.filter(({ uri }) => uri.startsWith("file:")).map(({ uri }) => toPath(uri));
  world.setRoots([...world.roots.filter((root) => !gone.has(root)), ...come]);
}
