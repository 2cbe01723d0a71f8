import {
  type CancellationToken,
  type Range,
  SymbolKind,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from "vscode-languageserver";
import type { Session } from "./session.ts";
import { inSlices } from "./slices.ts";

interface Data {
  readonly path: string;
  readonly ordinal: number;
}
const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * `workspace/symbol`: where the editor asks for the place of the one that is chosen, no file is read for the others. Messages are answered
 * in between where names have to be gathered first.
 */
export async function workspaceSymbol(
  session: Session,
  { query }: WorkspaceSymbolParams,
  token: CancellationToken,
): Promise<WorkspaceSymbol[]> {
  const { host, documents, client } = session;
  await inSlices(host.snapshot.gatheringSymbols(), () => token.isCancellationRequested);
  if (token.isCancellationRequested) return [];
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
