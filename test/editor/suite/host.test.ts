import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("the extension host", () => {
  it("has the extension under test and the workspace open", () => {
    assert.ok(vscode.extensions.getExtension("aims.aims"));
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  });
});
