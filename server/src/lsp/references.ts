import type { CancellationToken, Location, ReferenceParams } from "vscode-languageserver";
import type { Place } from "../core/analysis.ts";
import type { Session } from "./session.ts";
import { inSlices } from "./slices.ts";

/** `textDocument/references`: messages are answered in between, since a provision may be cited in thousands of files. */
export async function references(
  { host, documents }: Session,
  { textDocument, position, context }: ReferenceParams,
  token: CancellationToken,
): Promise<Location[]> {
  const files = host.snapshot.references(documents.path(textDocument.uri), position, context.includeDeclaration);
  const found: (readonly Place[])[] = [];
  const collect = function* () {
    for (const places of files) yield found.push(places);
  };
  await inSlices(collect(), () => token.isCancellationRequested);
  return found.flat().map(({ path, range }) => ({ uri: documents.uri(path), range }));
}
