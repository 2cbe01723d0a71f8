import * as vscode from "vscode";

/** Whether documents may be changed. In a workspace that is not trusted a message says why not. */
export async function mayWrite(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = "Manage Workspace Trust";
  const chosen = await vscode.window.showWarningMessage(
    "This workspace is not trusted, so AIMS reads it and changes nothing. Trust the workspace to create or mend documents.",
    manage,
  );
  if (chosen === manage) await vscode.commands.executeCommand("workbench.trust.manage");
  return vscode.workspace.isTrusted;
}
