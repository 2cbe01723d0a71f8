import { DidChangeWatchedFilesNotification, type DidChangeWatchedFilesParams, WatchKind } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** Asks the editor to report what happens on disk: content of documents and results, coming and going of everything. */
export async function watchFiles({ client, connection }: Session): Promise<void> {
  if (!client.watchFiles) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: "**/*.{yaml,yml,md,markdown,csv,json,html,htm,txt}" },
      { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
    ],
  });
}

/** What an editor does not report is looked for this often, in milliseconds. */
const LOOK = 5000;

/** Looks at the disk by itself where the editor cannot report changes, or does not as the place is no workspace folder; returns what ends it. */
export function lookForChanges({ client, world }: Session): () => void {
  const timer = setInterval(() => world.look(client.watchFiles), LOOK);
  timer.unref();
  return () => clearInterval(timer);
}

/** `workspace/didChangeWatchedFiles` */
export function watchedFiles(session: Session, { changes }: DidChangeWatchedFilesParams): void {
  session.world.touched(changes.map(({ uri }) => session.documents.path(uri)));
}
