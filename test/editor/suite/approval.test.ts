import assert from "node:assert/strict";
import * as vscode from "vscode";
import { activated, closeAll, findings, open, rangeOf, retype, until } from "./support.ts";

describe("the approval of a document", () => {
  const ask = vscode.window.showInputBox;
  before(activated);
  afterEach(async () => {
    vscode.window.showInputBox = ask;
    await closeAll();
  });

  it("is written by the command, notices a change, says on hover what changed, and is written anew by the fix", async () => {
    const editor = await open("policies/ai-policy.md");
    const { document } = editor;
    const prompts: string[] = [];
    vscode.window.showInputBox = (async (options?: vscode.InputBoxOptions) => {
      prompts.push(options?.prompt ?? "");
      return "Ruth Adeyemi";
    }) as typeof ask;
    await vscode.commands.executeCommand("aims.approve");
    const print = await until("the fingerprint", () => /v1\.[0-9a-f]{32}\S*/.exec(document.getText())?.[0]);
    assert.deepEqual(prompts, ["Who approves it?"], "the document shown is the one that is approved");
    assert.match(document.getText(), /\*\*Approved by:\*\* Ruth Adeyemi/);
    assert.deepEqual(changed(document), []);

    await retype(editor, "no system does", "some systems do");
    const [finding] = await until("the change noticed", () =>
      changed(document).length > 0 ? changed(document) : undefined,
    );
    assert.match(finding?.message ?? "", /since Ruth Adeyemi approved it.*: "Commitments"\./);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      rangeOf(document, print).start.translate(0, 5),
    );
    const said = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value)));
    assert.match(said.join("\n"), /changed since it was approved: "Commitments"/);

    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      finding?.range,
      vscode.CodeActionKind.QuickFix.value,
      20,
    );
    const anew = actions.find(({ title }) => /^Approve this document anew as Ruth Adeyemi/.test(title));
    assert.ok(anew?.edit, actions.map(({ title }) => title).join("; "));
    assert.ok(await vscode.workspace.applyEdit(anew.edit));
    await until("the change approved", () => (changed(document).length === 0 ? true : undefined));
    assert.ok(!document.getText().includes(print));
  });
});

const changed = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  findings(document.uri, "changed-since-approval");
