import type { Connection, InitializeParams } from "vscode-languageserver";
import { createHost, type WorldChange } from "../core/analysis.ts";
import {
  COVERAGE,
  type CoverageParams,
  RUN_SCAFFOLD,
  type RunScaffoldParams,
  SCAFFOLDS,
  STATUS,
  SYSTEMS,
} from "../protocol.ts";
import { initializeResult } from "./capabilities.ts";
import { tellViews } from "./changed.ts";
import { clientFeatures } from "./client-features.ts";
import { codeActions, resolveCodeAction } from "./code-action.ts";
import { completion, resolveCompletion } from "./completion.ts";
import { configurationChanged, readSettings, watchConfiguration } from "./configuration.ts";
import { coverage } from "./coverage.ts";
import { definition } from "./definition.ts";
import { Diagnostics } from "./diagnostics.ts";
import { documentSymbol } from "./document-symbol.ts";
import { Documents } from "./documents.ts";
import { guards, type Timings } from "./guard.ts";
import { hover } from "./hover.ts";
import { documentDiagnostics, refreshWhenOthersChange, workspaceDiagnostics } from "./pull-diagnostics.ts";
import { runScaffold, scaffolds } from "./scaffold.ts";
import type { Session } from "./session.ts";
import { executeCommand } from "./show.ts";
import { status } from "./status.ts";
import { didChange, didClose, didOpen } from "./sync.ts";
import { systems } from "./systems.ts";
import { followDate, localDate } from "./today.ts";
import { watchedFiles, watchFiles } from "./watched-files.ts";
import { firstFolders, workspaceFolders } from "./workspace-folders.ts";
import { World } from "./world.ts";

/** What the server takes from its surroundings. */
export interface Environment {
  /** ISO date of today. */
  readonly today: () => string;
}

type Guard = ReturnType<typeof guards>;

/**
 * Serves one editor over `connection`, which this starts to listen.
 * @param environment where the date comes from; the machine's clock unless given
 */
export function startServer(connection: Connection, environment: Partial<Environment> = {}): void {
  const today = environment.today ?? (() => localDate(new Date()));
  connection.onInitialize((params) => {
    const timings: Timings = new Map();
    const guard = guards(connection.console, timings);
    const session = createSession(connection, params, { today }, timings);
    serve(session, params, guard);
    return initializeResult(session.client);
  });
  connection.listen();
}

function createSession(
  connection: Connection,
  params: InitializeParams,
  { today }: Environment,
  timings: Timings,
): Session {
  const first = readSettings(params.initializationOptions);
  const host = createHost({ today: first.today ?? today() });
  const documents = new Documents();
  const apply = (changes: readonly WorldChange[]): void => {
    if (changes.length === 0) return;
    host.apply(changes);
    diagnostics.update();
  };
  const world = new World({
    documents,
    apply,
    reading: (underWay) => (underWay ? views.reading() : diagnostics.update()),
    failed: (error) => connection.console.error(`Reading the workspace failed: ${String(error)}`),
  });
  let fixedDay = first.today;
  const session: Session = {
    connection,
    client: clientFeatures(params),
    host,
    documents,
    world,
    timings,
    get diagnostics() {
      return diagnostics;
    },
    configure(given) {
      const settings = { ...first, ...given };
      fixedDay = settings.today;
      world.configure(settings);
      apply([
        { type: "severities", rules: settings.rules ?? {} },
        { type: "today", today: fixedDay ?? today() },
      ]);
    },
  };
  const diagnostics = new Diagnostics(session);
  const views = tellViews(session);
  const stopDate = followDate(today, (date) => fixedDay ?? apply([{ type: "today", today: date }]));
  connection.onShutdown(() => {
    stopDate();
    views.stop();
    world.stop();
  });
  return session;
}

function serve(session: Session, params: InitializeParams, guard: Guard): void {
  const { connection } = session;
  const { workspace } = connection;
  connection.onInitialized(
    guard("initialized", undefined, () => {
      session.configure({});
      session.world.setRoots(firstFolders(params));
      if (params.capabilities.workspace?.workspaceFolders) {
        workspace.onDidChangeWorkspaceFolders(
          guard("workspaceFolders", undefined, (e) => workspaceFolders(session, e)),
        );
      }
      void guard("watchFiles", undefined, () => watchFiles(session))();
      void guard("watchConfiguration", undefined, () => watchConfiguration(session))();
    }),
  );
  serveSync(session, guard);
  serveLanguage(session, guard);
  serveViews(session, guard);
  if (session.client.pull) servePull(session, guard);
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
  connection.onCompletion(guard("completion", [], (p) => completion(session, p)));
  connection.onCompletionResolve((given) =>
    guard("completion/resolve", given, () => resolveCompletion(session, given))(),
  );
  connection.onHover(guard("hover", null, (p) => hover(session, p)));
  connection.onDefinition(guard("definition", [], (p) => definition(session, p)));
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
