import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, it } from "mocha";
import { Editor } from "./support.ts";

const AIMS = "aims: management-system\norganisation: X\nstandards: [iso-42001]\n";
const SYSTEM = "aims: system\nid: AI-001\nname: Scorer\nsuppliers: [SUP-001]\n";
const SUPPLIERS = "suppliers:\n  - id: SUP-001\n    name: Somebody\n    controls: [A.6.2.44]\n";
const WRONG = "aims: risk\nid: RISK-001\nstatement: Somebody is hurt.\ncontrols: [A.6.2.44]\n";

/** An editor on `firm`, beside which there is a folder that is no workspace folder. */
const FILES = {
  "firm/aims.yaml": AIMS,
  "beside/system.yaml": SYSTEM,
  "beside/suppliers.yaml": SUPPLIERS,
};

describe("the folder around a document that no workspace folder holds", () => {
  let editor: Editor;
  const start = async (files: Readonly<Record<string, string>> = FILES): Promise<void> => {
    editor = await Editor.start({ files, folders: ["firm"] });
    await editor.settled();
  };
  const settings = async (): Promise<void> => {
    await editor.client.sendNotification("workspace/didChangeConfiguration", { settings: null });
  };
  const suppliersRead = (): boolean => editor.rules("beside/suppliers.yaml").includes("unknown-provision");
  const dangling = (): boolean => editor.rules("beside/system.yaml").includes("dangling-reference");
  afterEach(() => editor.stop());

  it("is read once it becomes an AIMS, and is forgotten when it is none any more", async () => {
    await start();
    await editor.open("beside/system.yaml", SYSTEM);
    await editor.until("the document is told of", () => editor.last("beside/system.yaml") !== undefined);
    editor.write("beside/aims.yaml", AIMS);
    await editor.touch("beside/aims.yaml");
    await editor.until("the other document is read", suppliersRead);
    await editor.until("the reference leads somewhere", () => !dangling());
    editor.remove("beside/aims.yaml");
    await editor.touch("beside/aims.yaml");
    await editor.until("the other document is forgotten", () => !suppliersRead());
  });

  it("is one of its own, whatever else is open in a folder above it", async () => {
    await start({
      ...FILES,
      "beside/aims.yaml": AIMS,
      "notes.md": "# Notes\n",
      ".git/HEAD": "ref: refs/heads/main\n",
    });
    await editor.open("notes.md", "# Notes\n");
    await editor.settled();
    await editor.open("beside/system.yaml", SYSTEM);
    await editor.until("the other document is read", suppliersRead);
    await editor.close("beside/system.yaml");
    await editor.until("the other document is forgotten", () => !suppliersRead());
  });

  it("is that of an `aims.yaml` that is in the editor alone", async () => {
    await start();
    await editor.open("beside/system.yaml", SYSTEM);
    await editor.open("beside/aims.yaml", AIMS);
    await editor.until("the other document is read", suppliersRead);
    await editor.close("beside/aims.yaml");
    await editor.until("the other document is forgotten", () => !suppliersRead());
  });

  it("is read as settings say", async () => {
    await start({ ...FILES, "beside/aims.yaml": AIMS });
    await editor.open("beside/system.yaml", SYSTEM);
    await editor.until("the other document is read", suppliersRead);
    editor.settings = { exclude: ["suppliers.yaml"] };
    await settings();
    await editor.until("the other document is left out", () => !suppliersRead());
    editor.settings = {};
    await settings();
    await editor.until("the other document is read again", suppliersRead);
  });

  it("is only listed where it is no AIMS: what a file of it says is not asked", async () => {
    await start({ ...FILES, "beside/risk.yaml": WRONG, "beside/other.yaml": WRONG });
    const wrong = (name: string): boolean => editor.rules(`beside/${name}`).includes("unknown-provision");
    await editor.open("beside/system.yaml", SYSTEM);
    await editor.open("beside/risk.yaml", WRONG);
    await editor.until("the finding", () => wrong("risk.yaml"));
    await editor.touch("beside/other.yaml");
    await editor.close("beside/risk.yaml");
    await editor.until("no finding", () => !wrong("risk.yaml"));
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(wrong("other.yaml"), false);
  });
});

describe("what is open", () => {
  let editor: Editor;
  const folders = async (added: readonly string[], removed: readonly string[]): Promise<void> => {
    const named = (names: readonly string[]) => names.map((name) => ({ uri: editor.uri(name), name }));
    await editor.client.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: named(added), removed: named(removed) },
    });
  };
  afterEach(() => editor.stop());

  it("goes before what is on disk, also for an `aims.yaml` that is read ahead for another document", async () => {
    const off = `${AIMS}rules:\n  unknown-provision: off\n`;
    editor = await Editor.start({ files: { "a/aims.yaml": AIMS, "a/risk.yaml": WRONG }, folders: ["a"] });
    await editor.until("it is read", () => editor.rules("a/risk.yaml").includes("unknown-provision"));
    await editor.open("a/aims.yaml", off);
    await editor.until("the severity holds", () => !editor.rules("a/risk.yaml").includes("unknown-provision"));
    await folders([], ["a"]);
    await folders(["a"], []);
    await editor.open("a/risk.yaml", WRONG);
    await editor.until("the document is told of", () => editor.last("a/risk.yaml")?.version === 1);
    await editor.settled();
    assert.ok(!editor.rules("a/risk.yaml").includes("unknown-provision"), "the file's own text counts");
  });

  it("is told of in full after reading, though its text was known before", async () => {
    editor = await Editor.start({
      files: { "a/aims.yaml": AIMS, "a/system.yaml": SYSTEM, "b/notes.md": "x" },
      folders: ["a"],
    });
    const dangling = (): boolean => editor.rules("a/system.yaml").includes("dangling-reference");
    await editor.open("a/system.yaml", SYSTEM);
    await editor.retype("a/system.yaml", `${SYSTEM}# note\n`);
    await editor.retype("a/system.yaml", SYSTEM);
    await editor.until("the finding", dangling);
    await editor.settled();
    await editor.close("a/system.yaml");
    await editor.settled();
    const before = editor.published.length;
    await editor.open("b/notes.md", "x");
    await editor.open("a/system.yaml", SYSTEM);
    await editor.until("the document is told of", () =>
      editor.published.slice(before).some(({ version }) => version === 1),
    );
    await editor.until("the finding that hangs on other documents", dangling);
  });
});

describe("a folder that changes as a whole", () => {
  let editor: Editor;
  afterEach(() => editor.stop());
  const wrong = (path: string): boolean => editor.rules(path).includes("unknown-provision");

  it("holds what is in it now, when it went and came back between two looks", async () => {
    editor = await Editor.start({ files: { "aims.yaml": AIMS, "a/one.yaml": WRONG, "a/two.yaml": WRONG } });
    await editor.until("both are read", () => wrong("a/one.yaml") && wrong("a/two.yaml"));
    editor.remove("a");
    editor.write("a/two.yaml", WRONG);
    await editor.touch("a");
    await editor.until("the one that is gone is forgotten", () => editor.rules("a/one.yaml").length === 0);
    await editor.settled();
    assert.ok(wrong("a/two.yaml"));
  });

  it("and becomes a file, or a file that becomes a folder, leaves nothing behind", async () => {
    editor = await Editor.start({ files: { "aims.yaml": AIMS, "a.yaml/one.yaml": WRONG, "b.yaml": WRONG } });
    await editor.until("both are read", () => wrong("a.yaml/one.yaml") && wrong("b.yaml"));
    editor.remove("a.yaml");
    editor.write("a.yaml", WRONG);
    editor.remove("b.yaml");
    editor.write("b.yaml/one.yaml", WRONG);
    await editor.touch("a.yaml", "b.yaml");
    await editor.until("what is new is read", () => wrong("a.yaml") && wrong("b.yaml/one.yaml"));
    assert.equal(wrong("a.yaml/one.yaml"), false);
    assert.equal(wrong("b.yaml"), false);
  });

  it("is read through links that stay in the workspace folder", async () => {
    editor = await Editor.start({ files: { "aims.yaml": AIMS, "a/one.yaml": WRONG } });
    await editor.until("it is read", () => wrong("a/one.yaml"));
    editor.write("b/none.md", "x");
    symlinkSync("../a/one.yaml", join(editor.folder, "b/link.yaml"));
    await editor.touch("b");
    await editor.until("the link is read", () => wrong("b/link.yaml"));
  });
});
