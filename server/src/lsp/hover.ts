import type { Hover, HoverParams } from "vscode-languageserver";
import { markup } from "./convert.ts";
import type { Session } from "./session.ts";

/** `textDocument/hover` */
export function hover({ host, documents, client }: Session, { textDocument, position }: HoverParams): Hover | null {
  const found = host.snapshot.hover(documents.path(textDocument.uri), position);
  return found ? { contents: markup(found.markdown, client.markdownHover), range: found.range } : null;
}
