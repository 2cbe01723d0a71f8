import type { Location, ReferenceParams } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** `textDocument/references` */
export function references(
  { host, documents }: Session,
  { textDocument, position, context }: ReferenceParams,
): Location[] {
  const found = host.snapshot.references(documents.path(textDocument.uri), position, context.includeDeclaration);
  return found.map(({ path, range }) => ({ uri: documents.uri(path), range }));
}
