import assert from "node:assert/strict";
import * as vscode from "vscode";
import { activated, closeAll, file, findings, open, rangeOf, retype, until } from "./support.ts";

describe("findings in the editor", () => {
  before(activated);
  afterEach(closeAll);

  it("are there for a file that nobody opened", async () => {
    const uri = file("risks/register.yaml");
    const [finding] = await until("a finding in the closed register", () => some(findings(uri, "unknown-provision")));
    assert.ok(!vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()));
    const text = Buffer.from(await vscode.workspace.fs.readFile(uri)).toString();
    const line = text.split("\n").findIndex((one) => one.includes("A.6.2.44"));
    assert.equal(finding?.range.start.line, line);
  });

  it("follow a closed file that changes on disk", async () => {
    const uri = file("risks/register.yaml");
    await until("the finding", () => some(findings(uri, "unknown-provision")));
    const before = await vscode.workspace.fs.readFile(uri);
    const mended = Buffer.from(before).toString().replace("A.6.2.44", "A.6.2.4");
    try {
      await vscode.workspace.fs.writeFile(uri, Buffer.from(mended));
      await until("no finding", () => none(findings(uri, "unknown-provision")));
    } finally {
      await vscode.workspace.fs.writeFile(uri, before);
    }
    await until("the finding again", () => some(findings(uri, "unknown-provision")));
  });

  it("appear under the wrong words while they are typed, and go when they are mended", async () => {
    const editor = await open("policies/ai-policy.md");
    const { document } = editor;
    assert.deepEqual(findings(document.uri, "unknown-provision"), []);
    await retype(editor, "clause 5.2.", "clause 5.2 and control A.6.2.44.");
    const [finding] = await until("a finding", () => some(findings(document.uri, "unknown-provision")));
    assert.deepEqual(finding?.range, rangeOf(document, "A.6.2.44"));
    await retype(editor, "A.6.2.44", "A.6.2.4");
    await until("no finding", () => none(findings(document.uri, "unknown-provision")));
  });

  it("are silent on a Markdown file that is not part of an AIMS document", async () => {
    const document = await vscode.workspace.openTextDocument({
      language: "markdown",
      content: "# Shopping\n\n- apples\n- A.6.2.44\n",
    });
    await vscode.window.showTextDocument(document);
    const editor = await open("policies/ai-policy.md");
    await retype(editor, "clause 5.2.", "control A.6.2.44.");
    await until("the other file's finding", () => some(findings(editor.document.uri, "unknown-provision")));
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });
});

const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);
const none = <T>(list: T[]): true | undefined => (list.length === 0 ? true : undefined);
