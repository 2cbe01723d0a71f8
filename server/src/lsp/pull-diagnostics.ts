import type {
  CancellationToken,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  ResultProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { DiagnosticsListener } from "./diagnostics.ts";
import type { Session } from "./session.ts";

/** Result ids of this run of the server: an editor that remembers those of an earlier one must not take them for equal. */
const RUN = `${process.pid.toString(36)}-${Date.now().toString(36)}`;

const resultId = ({ host }: Session, path: string): string => `${RUN}-${host.snapshot.findingsId(path, "now")}`;

/** `textDocument/diagnostic` */
export async function documentDiagnostics(
  session: Session,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
): Promise<DocumentDiagnosticReport> {
  await session.world.read();
  const path = session.documents.path(textDocument.uri);
  const id = resultId(session, path);
  // Of a document just closed some editors drop what they showed, so they are told in full.
  const open = session.documents.get(path) !== undefined;
  if (open && previousResultId === id) return { kind: "unchanged", resultId: id };
  return { kind: "full", resultId: id, items: session.diagnostics.of(path) };
}

/**
 * `workspace/diagnostic`: held open, as an answer makes some editors ask again at once. Where the editor takes partial
 * results every change is one; else the answer waits for the first change.
 */
export async function workspaceDiagnostics(
  session: Session,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
  partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
): Promise<WorkspaceDiagnosticReport> {
  await session.world.read();
  session.diagnostics.catchUp();
  const told = new Map(previousResultIds.map(({ uri, value }) => [session.documents.path(uri), { uri, id: value }]));
  const report = (paths: Iterable<string>): WorkspaceDocumentDiagnosticReport[] =>
    [...paths].flatMap((path) => workspaceReport(session, path, told));
  const first = report(new Set([...session.host.snapshot.files(), ...session.diagnostics.paths(), ...told.keys()]));
  if (!partial && first.length > 0) return { items: first };
  if (first.length > 0) partial?.report({ items: first });
  return hold(session, token, (paths) => {
    const items = report(paths);
    if (items.length === 0) return undefined;
    if (!partial) return { items };
    partial.report({ items });
    return undefined;
  });
}

/** @param told result ids that the editor has, and how it writes the documents' uris */
function workspaceReport(
  session: Session,
  path: string,
  told: Map<string, { readonly uri: string; readonly id: string }>,
): WorkspaceDocumentDiagnosticReport[] {
  const id = resultId(session, path);
  const before = told.get(path);
  if (before?.id === id) return [];
  const items = session.diagnostics.of(path);
  if (before === undefined && items.length === 0) return [];
  const document = session.documents.get(path);
  const uri = document?.uri ?? before?.uri ?? session.documents.uri(path);
  told.set(path, { uri, id });
  return [{ kind: "full", uri, version: document?.version ?? null, resultId: id, items }];
}

/** Waits for changes until `answer` gives one or the editor withdraws its question. */
function hold(
  session: Session,
  token: CancellationToken,
  answer: (changed: ReadonlySet<string>) => WorkspaceDiagnosticReport | undefined,
): Promise<WorkspaceDiagnosticReport> {
  return new Promise((resolve) => {
    const changed = new Set<string>();
    const end = (result: WorkspaceDiagnosticReport): void => {
      session.diagnostics.unlisten(listener);
      resolve(result);
    };
    const listener: DiagnosticsListener = {
      changed: (path) => changed.add(path),
      settled: () => {
        const result = answer(changed);
        changed.clear();
        if (result) end(result);
      },
    };
    session.diagnostics.listen(listener);
    if (token.isCancellationRequested) end({ items: [] });
    token.onCancellationRequested(() => end({ items: [] }));
  });
}

/** Asks the editor to pull again when documents other than the one being edited have changed findings. */
export function refreshWhenOthersChange(session: Session): void {
  let others = false;
  session.diagnostics.listen({
    changed: (path, edited) => {
      others ||= !edited && session.documents.get(path) !== undefined;
    },
    settled: () => {
      const refresh = others;
      others = false;
      // An editor that will not asks when it likes.
      if (refresh) void session.connection.languages.diagnostics.refresh().catch(() => undefined);
    },
  });
}
