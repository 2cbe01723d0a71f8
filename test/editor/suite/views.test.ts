import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Api } from "../../../client/src/activate.ts";
import { activated, closeAll, open, retype, until } from "./support.ts";

describe("the views", () => {
  let api: Api;
  before(async () => {
    api = await activated();
  });
  afterEach(closeAll);

  it("show every clause and control of the standard with its level", () => {
    const rows = allRows(api.coverage.tree);
    for (const provision of ["4.1", "5.2", "9.2.2", "10.2", "A.2.2", "A.10.4"])
      assert.match(levelOf(rows, provision), /missing|placeholder|excluded|documented|operated|effective|checked/);
    assert.match(levelOf(rows, "5.2"), /▮/);
  });

  it("lower a level when its document goes back to draft, and raise it again", async () => {
    const level = () => levelOf(allRows(api.coverage.tree), "5.2");
    const before = level();
    const editor = await open("policies/ai-policy.md");
    await retype(editor, "**Status:** Approved", "**Status:** Draft");
    await until("a level below documented", () => (level().includes("▮") ? undefined : true));
    await retype(editor, "**Status:** Draft", "**Status:** Approved");
    await until("the level as before", () => (level() === before ? true : undefined));
  });

  it("switch to the standard that is chosen, and back", async () => {
    const labels = () => allRows(api.coverage.tree).map((item) => text(item.label));
    assert.ok(labels().some((label) => label.startsWith("A.2.2 ")));
    // The list has to be shown before a key can choose from it; the standard shown now comes first.
    await until("a standard chosen from the list", async () => {
      let done = false;
      const chosen = vscode.commands.executeCommand("aims.coverage.standard").then(() => (done = true));
      for (let n = 0; !done; n++) {
        await new Promise((resolve) => setTimeout(resolve, 300));
        const key = n % 2 === 0 ? "quickOpenSelectNext" : "acceptSelectedQuickOpenItem";
        if (!done) await vscode.commands.executeCommand(`workbench.action.${key}`);
      }
      await chosen;
      return labels().some((label) => label.startsWith("A.2.2 ")) ? undefined : true;
    });
    assert.ok(labels().length > 0, "nothing is shown by the other standard");
    const shows = async (standard: string, provision: string) => {
      await api.coverage.switchTo(standard);
      await vscode.commands.executeCommand("aims.refresh");
      await until(standard, () => (labels().some((label) => label.startsWith(`${provision} `)) ? true : undefined));
    };
    await shows("nist-ai-rmf", "GOVERN 1.1");
    await shows("iso-42001", "A.2.2");
  });

  it("list the AI systems with what is known of their assessment", () => {
    const rows = allRows(api.systems.tree).map((item) => `${text(item.label)} ${text(item.description)}`);
    for (const name of ["Triage assistant", "X-ray pre-reader"]) {
      const row = rows.find((one) => one.includes(name));
      assert.match(row ?? rows.join("\n"), /unassessed/);
    }
  });
});

/** Every row of a tree, as VS Code would draw it. */
function allRows(tree: Api["coverage"]["tree"], id?: string): vscode.TreeItem[] {
  return tree.getChildren(id).flatMap((child) => [tree.getTreeItem(child), ...allRows(tree, child)]);
}

/** What stands beside a provision. */
function levelOf(rows: readonly vscode.TreeItem[], provision: string): string {
  const row = rows.find((item) => text(item.label).startsWith(`${provision} `));
  assert.ok(row, `no row for ${provision}`);
  return text(row.description);
}

function text(value: string | boolean | vscode.TreeItemLabel | undefined): string {
  return typeof value === "object" ? value.label : String(value ?? "");
}
