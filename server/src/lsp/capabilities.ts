import { CodeActionKind, type InitializeResult, TextDocumentSyncKind } from "vscode-languageserver";
import type { ClientFeatures } from "./client-features.ts";
import { SHOW } from "./show.ts";

/** The kind of the source action that applies every safe fix of a document. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.aims`;

/** What this server offers to an editor with these features. */
export function initializeResult(client: ClientFeatures): InitializeResult {
  return {
    serverInfo: { name: "aims" },
    capabilities: {
      positionEncoding: "utf-16",
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      completionProvider: { resolveProvider: true, triggerCharacters: [":", " ", "|", ".", "[", "(", "/", "#", "-"] },
      hoverProvider: true,
      definitionProvider: true,
      inlayHintProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      workspaceSymbolProvider: client.resolveSymbols ? { resolveProvider: true } : true,
      documentSymbolProvider: { label: "AIMS" },
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, CodeActionKind.Source, FIX_ALL],
        resolveProvider: client.resolveEdits,
      },
      ...(client.showDocument ? { executeCommandProvider: { commands: [SHOW] } } : {}),
      ...(client.pull
        ? { diagnosticProvider: { identifier: "aims", interFileDependencies: true, workspaceDiagnostics: true } }
        : {}),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
