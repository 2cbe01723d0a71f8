import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Api } from "../../../client/src/activate.ts";
import { activated, closeAll, findings, open, until } from "./support.ts";

describe("the scaffold of an impact assessment", () => {
  let api: Api;
  before(async () => {
    api = await activated();
  });
  afterEach(closeAll);

  it("is offered where a system has none, makes the document and links both ways", async () => {
    const { document } = await open("systems/register.md");
    const finding = await until("the finding", () =>
      findings(document.uri, "unassessed-system").find((one) =>
        document.getText(one.range.with({ start: one.range.start.with({ character: 0 }) })).includes("AI-001"),
      ),
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
      50,
    );
    const action = actions.find((one) => /impact assessment/i.test(one.title));
    assert.ok(action?.edit, actions.map((one) => one.title).join("; "));
    const before = new Set(await markdownFiles());
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    const made = await until("the new document", async () => (await markdownFiles()).find((path) => !before.has(path)));
    const assessment = (await vscode.workspace.openTextDocument(made)).getText();
    assert.match(assessment, /AI-001/);
    assert.match(assessment, /Triage assistant/);
    assert.match(document.getText(), /AIIA-\d+/);
    // A draft is begun, not approved: what was a warning is a note now.
    await until("the warning gone", () => (warnings(document.uri, finding.range.start.line) ? undefined : true));
    await until("the system as drafted in the view", () =>
      systemRow(api, "Triage assistant").includes("draft") ? true : undefined,
    );
  });
});

function warnings(uri: vscode.Uri, line: number): boolean {
  return findings(uri, "unassessed-system").some(
    ({ range, severity }) => range.start.line === line && severity === vscode.DiagnosticSeverity.Warning,
  );
}

async function markdownFiles(): Promise<string[]> {
  const files = await vscode.workspace.findFiles("**/*.md");
  return files.map((uri) => uri.fsPath);
}

function systemRow(api: Api, name: string, id?: string): string {
  for (const child of api.systems.tree.getChildren(id)) {
    const item = api.systems.tree.getTreeItem(child);
    const shown = `${item.label} ${item.description}`;
    const found = shown.includes(name) ? shown : systemRow(api, name, child);
    if (found) return found;
  }
  return "";
}
