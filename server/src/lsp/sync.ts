import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from "vscode-languageserver";
import { toPath } from "./paths.ts";
import type { Session } from "./session.ts";

/** `textDocument/didOpen` */
export function didOpen(session: Session, { textDocument }: DidOpenTextDocumentParams): void {
  const { documents, world, diagnostics } = session;
  // One that is open already, and now as of another language, stood elsewhere.
  const before = documents.path(textDocument.uri);
  if (documents.get(before) && before !== toPath(textDocument.uri, textDocument.languageId))
    didClose(session, { textDocument });
  const path = documents.open(textDocument);
  world.opened(path, textDocument.text);
  diagnostics.opened(path);
  diagnostics.update(path);
}

/** `textDocument/didChange` */
export function didChange(
  { documents, world, diagnostics }: Session,
  { textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams,
): void {
  const document = documents.change(uri, version, contentChanges);
  if (!document) return;
  const path = documents.path(uri);
  world.edited(path, document.getText());
  diagnostics.update(path);
}

/** `textDocument/didClose` */
export function didClose(
  { documents, world, diagnostics }: Session,
  { textDocument }: DidCloseTextDocumentParams,
): void {
  const path = documents.close(textDocument.uri);
  world.closed(path);
  diagnostics.update(path);
}
