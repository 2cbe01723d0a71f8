import assert from "node:assert/strict";
import * as vscode from "vscode";
import { activated, closeAll, open, rangeOf, retype } from "./support.ts";

describe("language features in the editor", () => {
  before(activated);
  afterEach(closeAll);

  it("completes a field's allowed values", async () => {
    const editor = await open("systems/draft.yaml");
    await retype(editor, "owner: Mei Tanaka", "owner: Mei Tanaka\nstage: dep");
    const at = rangeOf(editor.document, "stage: dep").end;
    const labels = await completions(editor.document, at);
    assert.ok(labels.includes("deployment"), labels.join(", "));
  });

  it("completes provision numbers with their titles inside a sentence", async () => {
    const editor = await open("policies/ai-policy.md");
    await retype(editor, "clause 5.2.", "clause 5.2 and control A.6.2.");
    const at = rangeOf(editor.document, "A.6.2.").end;
    const labels = await completions(editor.document, at);
    assert.ok(
      labels.some((label) => label.startsWith("A.6.2.4")),
      labels.join(", "),
    );
  });

  it("completes inside a table cell", async () => {
    const editor = await open("systems/register.md");
    await retype(editor, "| operation-monitoring | yes      | Orders", "| dep | yes      | Orders");
    const labels = await completions(editor.document, rangeOf(editor.document, "| dep").end);
    assert.ok(labels.includes("deployment"), labels.join(", "));
  });

  it("says on hover what a cited clause is about", async () => {
    const { document } = await open("policies/ai-policy.md");
    const at = rangeOf(document, "5.2").start.translate(0, 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      at,
    );
    const text = hovers.flatMap((hover) =>
      hover.contents.map((part) => (typeof part === "string" ? part : part.value)),
    );
    assert.match(text.join("\n"), /AI policy/);
  });

  it("goes from a reference to the record", async () => {
    const { document } = await open("risks/register.yaml");
    const at = rangeOf(document, "AI-001").start.translate(0, 1);
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      at,
    );
    const uris = found.map((one) => ("targetUri" in one ? one.targetUri : one.uri));
    assert.deepEqual(
      uris.map((uri) => uri.path.split("/").at(-1)),
      ["register.md"],
    );
  });

  it("lists the records of a register as symbols", async () => {
    const { document } = await open("systems/register.md");
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    const names = flatten(symbols).map((symbol) => symbol.name);
    for (const id of ["AI-001", "AI-002"])
      assert.ok(
        names.some((name) => name.includes(id)),
        names.join(", "),
      );
  });
});

async function completions(document: vscode.TextDocument, at: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    at,
  );
  return list.items.map((item) => (typeof item.label === "string" ? item.label : item.label.label));
}

function flatten(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flatten(symbol.children)]);
}
