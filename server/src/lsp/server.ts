import { type Connection, ErrorCodes, type InitializeParams, ResponseError } from "vscode-languageserver";
import {
  COVERAGE,
  type CoverageParams,
  RUN_SCAFFOLD,
  type RunScaffoldParams,
  SCAFFOLDS,
  STANDARDS,
  STATUS,
  SYSTEMS,
} from "../protocol.ts";
import { initializeResult } from "./capabilities.ts";
import { codeActions, resolveCodeAction } from "./code-action.ts";
import { completion, resolveCompletion } from "./completion.ts";
import { configurationChanged, watchConfiguration } from "./configuration.ts";
import { coverage, standards } from "./coverage.ts";
import { createSession, type Environment } from "./create-session.ts";
import { definition } from "./definition.ts";
import { documentHighlight } from "./document-highlight.ts";
import { documentSymbol } from "./document-symbol.ts";
import { guards, type Timings } from "./guard.ts";
import { hover } from "./hover.ts";
import { documentDiagnostics, refreshWhenOthersChange, workspaceDiagnostics } from "./pull-diagnostics.ts";
import { references } from "./references.ts";
import { runScaffold, scaffolds } from "./scaffold.ts";
import { inlayHints } from "./inlay-hint.ts";
import type { Session } from "./session.ts";
import { executeCommand } from "./show.ts";
import { status } from "./status.ts";
import { didChange, didClose, didOpen } from "./sync.ts";
import { systems } from "./systems.ts";
import { localDate } from "./today.ts";
import { watchedFiles, watchFiles } from "./watched-files.ts";
import { resolveWorkspaceSymbol, workspaceSymbol } from "./workspace-symbol.ts";
import { firstFolders, workspaceFolders } from "./workspace-folders.ts";

type Guard = ReturnType<typeof guards>;

/**
 * Serves one editor over `connection`, which this starts to listen.
 * @param environment where the date comes from; the machine's clock unless given; and what build this is
 * @returns whether the editor has asked for the end
 */
export function startServer(connection: Connection, environment: Partial<Environment> = {}): () => boolean {
  const { today = () => localDate(new Date()), build = "", readFirst, atWork, tidy } = environment;
  let session: Session | undefined;
  const ended = (): boolean => session?.ended ?? false;
  connection.onInitialize((params) => {
    if (session)
      return new ResponseError(ErrorCodes.InvalidRequest, "The server is initialized already.", { retry: false });
    const timings: Timings = new Map();
    session = createSession(connection, params, { today, build, readFirst, atWork, tidy }, timings);
    serve(session, params, guards(connection.console, timings, ended));
    return initializeResult(session.client);
  });
  connection.onRequest((method) =>
    session
      ? new ResponseError(ErrorCodes.MethodNotFound, `There is no method ${method}.`)
      : new ResponseError(ErrorCodes.ServerNotInitialized, "The server is not initialized yet."),
  );
  connection.listen();
  return ended;
}

/** Whatever is asked about a document is answered once the host has of it what the editor has. */
function onceTaken({ world, documents }: Session, guard: Guard): Guard {
  return (name, fallback, handler) =>
    guard(name, fallback, (...params) => {
      const uri = (params[0] as { readonly textDocument?: { readonly uri: string } } | undefined)?.textDocument?.uri;
      const taking = uri === undefined ? undefined : world.taking(documents.path(uri));
      return taking ? taking.then(() => handler(...params)) : handler(...params);
    });
}

function serve(session: Session, params: InitializeParams, guard: Guard): void {
  const { connection } = session;
  const { workspace } = connection;
  connection.onInitialized(
    guard("initialized", undefined, () => {
      session.configure({});
      session.world.setRoots(firstFolders(params));
      if (params.capabilities?.workspace?.workspaceFolders) {
        workspace.onDidChangeWorkspaceFolders(
          guard("workspaceFolders", undefined, (e) => workspaceFolders(session, e)),
        );
      }
      void guard("watchFiles", undefined, () => watchFiles(session))();
      void guard("watchConfiguration", undefined, () => watchConfiguration(session))();
    }),
  );
  serveSync(session, guard);
  serveLanguage(session, onceTaken(session, guard));
  serveViews(session, guard);
  if (session.client.pull) servePull(session, onceTaken(session, guard));
}

function serveSync(session: Session, guard: Guard): void {
  const { connection } = session;
  connection.onDidOpenTextDocument(guard("didOpen", undefined, (p) => didOpen(session, p)));
  connection.onDidChangeTextDocument(guard("didChange", undefined, (p) => didChange(session, p)));
  connection.onDidCloseTextDocument(guard("didClose", undefined, (p) => didClose(session, p)));
  connection.onDidChangeWatchedFiles(guard("didChangeWatchedFiles", undefined, (p) => watchedFiles(session, p)));
  connection.onDidChangeConfiguration(
    guard("didChangeConfiguration", undefined, (p) => configurationChanged(session, p)),
  );
}

function serveLanguage(session: Session, guard: Guard): void {
  const { connection } = session;
  connection.onCompletion(guard("completion", { isIncomplete: false, items: [] }, (p) => completion(session, p)));
  connection.onCompletionResolve((given) =>
    guard("completion/resolve", given, () => resolveCompletion(session, given))(),
  );
  connection.onHover(guard("hover", null, (p) => hover(session, p)));
  connection.languages.inlayHint.on(guard("inlayHint", [], (p) => inlayHints(session, p)));
  connection.onDefinition(guard("definition", [], (p) => definition(session, p)));
  connection.onReferences(guard("references", [], (p, token) => references(session, p, token)));
  connection.onDocumentHighlight(guard("documentHighlight", [], (p) => documentHighlight(session, p)));
  connection.onWorkspaceSymbol(guard("workspace/symbol", [], (p, token) => workspaceSymbol(session, p, token)));
  connection.onWorkspaceSymbolResolve((given) =>
    guard("workspaceSymbol/resolve", given, () => resolveWorkspaceSymbol(session, given))(),
  );
  connection.onDocumentSymbol(guard("documentSymbol", [], (p) => documentSymbol(session, p)));
  connection.onCodeAction(guard("codeAction", [], (p) => codeActions(session, p)));
  connection.onCodeActionResolve((given) =>
    guard("codeAction/resolve", given, () => resolveCodeAction(session, given))(),
  );
  connection.onExecuteCommand(guard("executeCommand", null, (p) => executeCommand(session, p)));
}

function serveViews(session: Session, guard: Guard): void {
  const { connection } = session;
  const failed = { error: "This failed inside the language server; its output says more." };
  connection.onRequest(
    COVERAGE,
    guard(COVERAGE, [], (p: CoverageParams | null) => coverage(session, p)),
  );
  connection.onRequest(
    STANDARDS,
    guard(STANDARDS, [], () => standards(session)),
  );
  connection.onRequest(
    SYSTEMS,
    guard(SYSTEMS, [], () => systems(session)),
  );
  connection.onRequest(
    SCAFFOLDS,
    guard(SCAFFOLDS, [], () => scaffolds(session)),
  );
  connection.onRequest(
    RUN_SCAFFOLD,
    guard(RUN_SCAFFOLD, failed, (p: RunScaffoldParams) => runScaffold(session, p)),
  );
  connection.onRequest(
    STATUS,
    guard(STATUS, "", () => status(session)),
  );
}

function servePull(session: Session, guard: Guard): void {
  const { diagnostics } = session.connection.languages;
  const none = { kind: "full" as const, items: [] };
  diagnostics.on(guard("textDocument/diagnostic", none, (p) => documentDiagnostics(session, p)));
  diagnostics.onWorkspace(
    guard("workspace/diagnostic", { items: [] }, (p, token, _workDone, partial) =>
      workspaceDiagnostics(session, p, token, partial),
    ),
  );
  if (session.client.refreshDiagnostics) refreshWhenOthersChange(session);
}
