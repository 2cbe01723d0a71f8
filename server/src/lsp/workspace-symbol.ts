import { type SymbolInformation, SymbolKind, type WorkspaceSymbolParams } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** `workspace/symbol` */
export function workspaceSymbol({ host, documents }: Session, { query }: WorkspaceSymbolParams): SymbolInformation[] {
  return host.snapshot.workspaceSymbols(query).map(({ name, kind, detail, path, range }) => ({
    name,
    kind: kind === "document" ? SymbolKind.File : SymbolKind.Object,
    containerName: detail,
    location: { uri: documents.uri(path), range },
  }));
}
