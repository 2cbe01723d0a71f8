import { type Range, SymbolKind, type WorkspaceSymbol, type WorkspaceSymbolParams } from "vscode-languageserver";
import type { Session } from "./session.ts";

interface Data {
  readonly path: string;
  readonly ordinal: number;
}
const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** `workspace/symbol`: where the editor asks for the place of the one that is chosen, no file is read for the others. */
export function workspaceSymbol(session: Session, { query }: WorkspaceSymbolParams): WorkspaceSymbol[] {
  const { host, documents, client } = session;
  return host.snapshot.workspaceSymbols(query).map(({ name, kind, detail, path, ordinal }) => {
    const uri = documents.uri(path);
    const data: Data = { path, ordinal };
    return {
      name,
      kind: kind === "document" ? SymbolKind.File : SymbolKind.Object,
      containerName: detail,
      location: client.resolveSymbols ? { uri } : { uri, range: host.snapshot.rangeOf(path, ordinal) ?? START },
      ...(client.resolveSymbols ? { data } : {}),
    };
  });
}

/** `workspaceSymbol/resolve` */
export function resolveWorkspaceSymbol({ host }: Session, given: WorkspaceSymbol): WorkspaceSymbol {
  const { path, ordinal } = (given.data ?? {}) as Partial<Data>;
  if (path === undefined || ordinal === undefined) return given;
  return { ...given, location: { uri: given.location.uri, range: host.snapshot.rangeOf(path, ordinal) ?? START } };
}
