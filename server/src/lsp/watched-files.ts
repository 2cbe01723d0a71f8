import { DidChangeWatchedFilesNotification, type DidChangeWatchedFilesParams, WatchKind } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** Asks the editor to report what happens on disk: content of documents and results, coming and going of everything. */
export async function watchFiles(session: Session): Promise<void> {
  if (!session.client.watchFiles) return;
  const watchers = [
    { globPattern: "**/*.{yaml,yml,md,markdown,csv,json,html,htm,txt}" },
    { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
  ];
  try {
    await session.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  } catch (error) {
    refused.add(session);
    session.connection.console.warn(
      `The editor will not report changes on disk, so they are looked for: ${String(error)}`,
    );
  }
}

/** Sessions whose editor can report changes and would not. */
const refused = new WeakSet<Session>();

/** What an editor does not report is looked for this often, in milliseconds. */
const LOOK = 5000;

/** Looks at the disk by itself where the editor cannot report changes, or does not as the place is no workspace folder; returns what ends it. */
export function lookForChanges(session: Session): () => void {
  const { client, world } = session;
  const timer = setInterval(() => world.look(client.watchFiles && !refused.has(session)), LOOK);
  timer.unref();
  return () => clearInterval(timer);
}

/** `workspace/didChangeWatchedFiles` */
export function watchedFiles(session: Session, { changes }: DidChangeWatchedFilesParams): void {
  session.world.touched(changes.map(({ uri }) => session.documents.path(uri)));
}
