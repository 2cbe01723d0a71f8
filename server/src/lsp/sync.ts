import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from "vscode-languageserver";
import type { Session } from "./session.ts";

/** `textDocument/didOpen` */
export function didOpen({ documents, world, diagnostics }: Session, { textDocument }: DidOpenTextDocumentParams): void {
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
