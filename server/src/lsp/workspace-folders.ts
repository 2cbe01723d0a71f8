import type { InitializeParams, WorkspaceFoldersChangeEvent } from "vscode-languageserver";
import { toPath, toUri } from "./paths.ts";
import type { Session } from "./session.ts";

/** Folders the editor starts with; none where a single file is open. */
export function firstFolders({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  // Some editors still give a path only.
  const root = rootUri ?? (rootPath ? toUri(rootPath) : null);
  return pathsOf(Array.isArray(workspaceFolders) ? workspaceFolders : [{ uri: root }]);
}

/** `workspace/didChangeWorkspaceFolders` */
export function workspaceFolders({ world }: Session, { added, removed }: WorkspaceFoldersChangeEvent): void {
  const gone = new Set(pathsOf(removed));
  world.setRoots([...world.roots.filter((root) => !gone.has(root)), ...pathsOf(added)]);
}

/** Paths of the folders that are on disk. */
const pathsOf = (folders: readonly ({ readonly uri?: unknown } | null)[]): string[] =>
  folders
    .map((folder) => folder?.uri)
    .filter((uri) => typeof uri === "string")
    .filter((uri) => uri.startsWith("file:"))
    .map((uri) => toPath(uri));
