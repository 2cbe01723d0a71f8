import * as vscode from "vscode";
import type { DocumentSelector, LanguageClientOptions, Middleware } from "vscode-languageclient";
import type { Settings } from "../../server/src/protocol.ts";

const PATTERN = "**/*.{yaml,yml,md,markdown,csv}";

/** YAML, Markdown and CSV on disk and not yet saved; no diff sides, outputs or other views of them. */
const documentSelector: DocumentSelector = [
  { scheme: "file", pattern: PATTERN },
  ...["yaml", "markdown", "csv"].map((language) => ({ scheme: "untitled", language })),
];

/** Nothing is offered or applied that would change a workspace that is not trusted. */
const middleware: Middleware = {
  provideCodeActions: (document, range, context, token, next) =>
    vscode.workspace.isTrusted ? next(document, range, context, token) : [],
  workspace: {
    handleApplyEdit: (params, next) =>
      vscode.workspace.isTrusted
        ? next(params, new vscode.CancellationTokenSource().token)
        : { applied: false, failureReason: "The workspace is not trusted." },
  },
};

/**
 * Options that every host of the client uses. Diagnostics are pushed: in VS Code that is the way in which those of
 * closed and deleted files come and go with the files.
 */
export function clientOptions(outputChannel: vscode.LogOutputChannel, storage?: vscode.Uri): LanguageClientOptions {
  return {
    documentSelector,
    outputChannel,
    diagnosticCollectionName: "aims",
    initializationOptions: (): Settings => ({
      ...settings(),
      diagnostics: "push",
      views: true,
      trusted: vscode.workspace.isTrusted,
      ...(storage?.scheme === "file" ? { storage: storage.fsPath } : {}),
    }),
    markdown: { isTrusted: false, supportHtml: false },
    middleware,
  };
}

function settings(): Settings {
  const aims = vscode.workspace.getConfiguration("aims");
  return {
    rules: aims.get<Settings["rules"]>("rules", {}),
    maxFileSize: aims.get<number>("maxFileSize", 2048),
    exclude: aims.get<string[]>("exclude", []),
    history: aims.get<boolean>("history", true),
    sourceHints: aims.get<boolean>("sourceHints", true),
  };
}
