import { type Hover, type HoverParams, MarkupKind } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** `textDocument/hover` */
export function hover({ host, documents, client }: Session, { textDocument, position }: HoverParams): Hover | null {
  const found = host.snapshot.hover(documents.path(textDocument.uri), position);
  if (!found) return null;
  const kind = client.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value: found.markdown }, range: found.range };
}
