import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  CHANGED,
  type ChangedParams,
  COVERAGE,
  SYSTEMS,
  type WireCoverage,
  type WireSystems,
} from "../../server/src/protocol.ts";
import { registerCommands } from "./commands.ts";
import { CoverageView } from "./coverage-view.ts";
import { Status } from "./status.ts";
import { SystemsView } from "./systems-view.ts";

/** What `activate` gives to tests in the extension host. */
export interface Api {
  readonly client: BaseLanguageClient;
  readonly coverage: CoverageView;
  readonly systems: SystemsView;
  readonly status: Status;
  /** Settled once the workspace was read and the views show it. */
  readonly ready: Promise<void>;
}

/** Views ask again this long after the last report, in milliseconds. */
const QUIET = 50;

/**
 * Starts the client and what shows its answers: the part that the desktop and the browser share.
 * @param restart how this client is started again.
 */
export function start(context: vscode.ExtensionContext, client: BaseLanguageClient, restart: () => Promise<void>): Api {
  const coverage = new CoverageView(context.workspaceState);
  const systems = new SystemsView();
  const status = new Status();
  const refresh = (): Promise<void> => refreshViews(client, coverage, systems);
  const ready = new Promise<void>((resolve) => {
    context.subscriptions.push(followReports(client, status, () => refresh().then(resolve)));
  });
  context.subscriptions.push(
    coverage,
    systems,
    status,
    registerCommands({ client, coverage, systems, refresh, restart }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void restart()),
    client.onDidChangeState(({ newState }) => followState(client, status, newState)),
    { dispose: () => void client.dispose().catch(() => undefined) },
  );
  client.start().catch((error: unknown) => {
    status.set("stopped");
    client.error("The AIMS language server could not be started.", error, "force");
  });
  return { client, coverage, systems, status, ready };
}

/** Passes reports of the server on, and calls `quiet` when they pause and the workspace is read. */
function followReports(client: BaseLanguageClient, status: Status, quiet: () => Promise<void>): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const following = client.onNotification(CHANGED, (changed: ChangedParams) => {
    status.report(changed);
    clearTimeout(timer);
    if (!changed.reading) timer = setTimeout(() => void quiet(), QUIET);
  });
  return vscode.Disposable.from(following, { dispose: () => clearTimeout(timer) });
}

function followState(client: BaseLanguageClient, status: Status, state: State): void {
  if (state === State.Stopped || state === State.StartFailed) status.set("stopped");
  if (state === State.Starting) {
    status.set("starting");
    client.diagnostics?.clear();
  }
}

/** Asks for both views; an answer that fails leaves the view as it is. */
async function refreshViews(client: BaseLanguageClient, coverage: CoverageView, systems: SystemsView): Promise<void> {
  if (!client.isRunning()) return;
  const failed = (error: unknown): undefined => void client.warn("A view could not be refreshed.", error, false);
  const [reports, rows] = await Promise.all([
    client
      .sendRequest<WireCoverage[]>(COVERAGE, coverage.standard === undefined ? {} : { standard: coverage.standard })
      .catch(failed),
    client.sendRequest<WireSystems[]>(SYSTEMS).catch(failed),
  ]);
  if (reports) coverage.show(reports);
  if (rows) systems.show(rows);
  void vscode.commands.executeCommand(
    "setContext",
    "aims.hasSystems",
    rows?.some((aims) => aims.systems.length > 0),
  );
}
