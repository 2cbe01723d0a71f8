import { DidChangeWatchedFilesNotification, type DidChangeWatchedFilesParams, WatchKind } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** Asks the editor to report what happens on disk: content of documents and results, coming and going of everything. */
export async function watchFiles({ client, connection }: Session): Promise<void> {
  if (!client.watchFiles) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: "**/*.{yaml,yml,md,markdown,csv,json}" },
      { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
    ],
  });
}

/** `workspace/didChangeWatchedFiles` */
export function watchedFiles({ world, documents }: Session, { changes }: DidChangeWatchedFilesParams): void {
  world.touched(changes.map(({ uri }) => documents.path(uri)));
}
