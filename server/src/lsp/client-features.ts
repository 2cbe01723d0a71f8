import type { InitializeParams } from "vscode-languageserver";
import type { Settings } from "../protocol.ts";

/** What the connected editor can do, as far as answers depend on it. */
export interface ClientFeatures {
  readonly pull: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshInlayHints: boolean;
  readonly relatedInformation: boolean;
  readonly tags: boolean;
  readonly snippets: boolean;
  readonly markdownHover: boolean;
  readonly markdownDocs: boolean;
  readonly locationLinks: boolean;
  readonly symbolTree: boolean;
  /** The editor asks for the place of a workspace symbol once it is chosen. */
  readonly resolveSymbols: boolean;
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  readonly resolveEdits: boolean;
  readonly actionLiterals: boolean;
  readonly showDocument: boolean;
  readonly applyEdit: boolean;
  readonly configuration: boolean;
  readonly watchFiles: boolean;
  readonly watchConfiguration: boolean;
  readonly progress: boolean;
  /** The editor shows views: it is told when to ask for them again. */
  readonly views: boolean;
  /**
   * The editor drops the command of a resolved action where the list of actions was let go meanwhile, and keeps one that the list had. VS Code
   * does, and who asks for views is VS Code.
   */
  readonly dropsCommands: boolean;
}

/** Reads the editor's features from its capabilities and `initializationOptions`; some editors send `null` for what they have not. */
export function clientFeatures({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const textDocument = capabilities?.textDocument ?? {};
  const workspace = capabilities?.workspace ?? {};
  const options = (initializationOptions ?? {}) as Settings;
  const edits = workspace.workspaceEdit;
  const createFiles = edits?.resourceOperations?.includes("create") === true;
  const action = textDocument.codeAction;
  return {
    pull: Boolean(textDocument.diagnostic) && options.diagnostics !== "push",
    refreshDiagnostics: workspace.diagnostics?.refreshSupport === true,
    refreshInlayHints: workspace.inlayHint?.refreshSupport === true,
    relatedInformation: textDocument.publishDiagnostics?.relatedInformation === true,
    tags: Boolean(textDocument.publishDiagnostics?.tagSupport),
    snippets: textDocument.completion?.completionItem?.snippetSupport === true,
    markdownHover: textDocument.hover?.contentFormat?.includes("markdown") === true,
    markdownDocs: textDocument.completion?.completionItem?.documentationFormat?.includes("markdown") === true,
    locationLinks: textDocument.definition?.linkSupport === true,
    symbolTree: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    resolveSymbols: workspace.symbol?.resolveSupport?.properties?.includes("location.range") === true,
    // Files are created among document changes, so an editor that names the one takes the other, whether it says so or not.
    documentChanges: edits?.documentChanges === true || createFiles,
    createFiles,
    resolveEdits: action?.dataSupport === true && action.resolveSupport?.properties?.includes("edit") === true,
    actionLiterals: Boolean(action?.codeActionLiteralSupport),
    showDocument: capabilities?.window?.showDocument?.support === true,
    applyEdit: workspace.applyEdit === true,
    configuration: workspace.configuration === true,
    watchFiles: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    watchConfiguration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    progress: capabilities?.window?.workDoneProgress === true,
    views: options.views === true,
    dropsCommands: options.views === true,
  };
}
