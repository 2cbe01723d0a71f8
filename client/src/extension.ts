import * as vscode from "vscode";
import { CloseAction, ErrorAction, type ErrorHandler, LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type Api, start } from "./activate.ts";
import { clientOptions } from "./client-options.ts";
import { restartPolicy } from "./restart-policy.ts";
import { restarting } from "./restart.ts";

const MINUTES = 60_000;

/** Entry on the desktop and wherever else the extension host is Node: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): Api {
  const output = vscode.window.createOutputChannel("AIMS", { log: true });
  const module = vscode.Uri.joinPath(context.extensionUri, "dist", "server.cjs").fsPath;
  // The server leaves its compiled code here, so that it starts faster the next time.
  const env = { ...process.env, AIMS_CODE_CACHE: context.globalStorageUri.fsPath };
  const run = { module, transport: TransportKind.ipc, options: { env } };
  const debug = { ...run, options: { env, execArgv: ["--nolazy", "--inspect=6019"] } };
  const options = { ...clientOptions(output, context.storageUri), errorHandler: errorHandler() };
  const client = new LanguageClient("aims", "AIMS", { run, debug }, options);
  context.subscriptions.push(output);
  const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
  return start(context, client, restarting(client, pause));
}

/** A server that ends is started again, four times in three minutes at most; then the person is told. */
function errorHandler(): ErrorHandler {
  const policy = restartPolicy(4, 3 * MINUTES);
  return {
    // A server to which nothing can be sent has ended, and `closed` is told. A client that is shut down for it would not start another.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      if (policy.again(Date.now())) return { action: CloseAction.Restart, handled: true };
      void offerHelp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function offerHelp(): Promise<void> {
  const [again, output] = ["Restart", "Show Output"];
  const message = "The AIMS language server stopped five times in three minutes and stays stopped.";
  const chosen = await vscode.window.showErrorMessage(message, again, output);
  if (chosen === again) await vscode.commands.executeCommand("aims.restartServer");
  if (chosen === output) await vscode.commands.executeCommand("aims.showStatus");
}
