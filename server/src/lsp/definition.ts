import type { DefinitionParams, Location, LocationLink } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** `textDocument/definition` */
export function definition(
  { host, documents, client }: Session,
  { textDocument, position }: DefinitionParams,
): LocationLink[] | Location[] {
  const found = host.snapshot.definition(documents.path(textDocument.uri), position);
  if (!client.locationLinks)
    return found.map(({ path, selection }) => ({ uri: documents.uri(path), range: selection }));
  return found.map(({ path, range, selection }) => ({
    targetUri: documents.uri(path),
    targetRange: range,
    targetSelectionRange: selection,
  }));
}
