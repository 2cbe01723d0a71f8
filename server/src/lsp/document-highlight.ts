import { type DocumentHighlight, DocumentHighlightKind, type DocumentHighlightParams } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** `textDocument/documentHighlight` */
export function documentHighlight(
  { host, documents }: Session,
  { textDocument, position }: DocumentHighlightParams,
): DocumentHighlight[] {
  const { Read, Write } = DocumentHighlightKind;
  const found = host.snapshot.highlights(documents.path(textDocument.uri), position);
  return found.map(({ range, declares }) => ({ range, kind: declares ? Write : Read }));
}
