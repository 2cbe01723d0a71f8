import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { Editor } from "./support.ts";
import { FILES } from "./workspace-fixture.ts";

const OUTSIDE = "aims: risk\nid: RISK-777\nsatisfies: { iso-42001: [A.6.2.44] }\n";

describe("a link to a folder of the workspace", () => {
  it("brings nothing a second time, whatever is reported or was open there", async () => {
    const editor = await Editor.start({ files: { ...FILES, "z/risk.yaml": OUTSIDE } });
    try {
      for (const [to, link] of [
        [".", "a"],
        ["z", "b"],
      ] as const)
        symlinkSync(to, join(editor.folder, link));
      const once = ["z/risk.yaml", "risks/register.yaml"];
      await editor.touch("a", "b", "a/risks/register.yaml", "b/risk.yaml", "a/b/risk.yaml", "z/risk.yaml");
      await editor.open("b/risk.yaml", OUTSIDE);
      await editor.until("it is shown where it is open", () => editor.rules("b/risk.yaml").length > 0);
      await editor.close("b/risk.yaml");
      await editor.until("it is gone there", () => editor.rules("b/risk.yaml").length === 0);
      await editor.settled();
      const shown = Object.keys(editor.all()).map((path) => path.slice(1));
      assert.deepEqual(
        shown.filter((path) => /^[ab]\//.test(path)),
        [],
      );
      assert.deepEqual(
        once.filter((path) => !shown.includes(path)),
        [],
      );
    } finally {
      await editor.stop();
    }
  });
});

describe("what settings leave out", () => {
  it("is left out with all that is in it, also when that is reported as changed", async () => {
    const editor = await Editor.start({ files: { ...FILES, "old/risk.yaml": OUTSIDE }, options: { exclude: ["old"] } });
    try {
      editor.write("new.yaml", OUTSIDE);
      await editor.touch("old/risk.yaml", "old", "new.yaml");
      await editor.until("what is not left out", () => editor.rules("new.yaml").includes("unknown-provision"));
      await editor.settled();
      assert.deepEqual(editor.rules("old/risk.yaml"), []);
    } finally {
      await editor.stop();
    }
  });
});

describe("a link that leads out of the workspace", () => {
  let editor: Editor;
  let elsewhere: string;
  beforeEach(async () => {
    elsewhere = mkdtempSync(join(tmpdir(), "aims-elsewhere-"));
    writeFileSync(join(elsewhere, "risk.yaml"), OUTSIDE);
    editor = await Editor.start({ files: FILES });
    await editor.settled();
  });
  afterEach(async () => {
    await editor.stop();
    rmSync(elsewhere, { recursive: true, force: true });
  });

  it("is not read when it is reported as changed, be it a file or a folder", async () => {
    symlinkSync(join(elsewhere, "risk.yaml"), join(editor.folder, "link.yaml"));
    symlinkSync(elsewhere, join(editor.folder, "folder"));
    editor.write("real.yaml", OUTSIDE);
    await editor.touch("link.yaml", "folder", "folder/risk.yaml", "real.yaml");
    await editor.until("what is inside", () => editor.rules("real.yaml").includes("unknown-provision"));
    assert.deepEqual(editor.rules("link.yaml"), []);
    assert.deepEqual(editor.rules("folder/risk.yaml"), []);
    assert.ok(!editor.rules("real.yaml").includes("duplicate-id"), "its twin outside was read");
  });

  it("is not read when a file gives way to it", async () => {
    editor.write("real.yaml", OUTSIDE);
    await editor.touch("real.yaml");
    await editor.until("what is inside", () => editor.rules("real.yaml").includes("unknown-provision"));
    editor.remove("real.yaml");
    symlinkSync(join(elsewhere, "risk.yaml"), join(editor.folder, "real.yaml"));
    await editor.touch("real.yaml");
    await editor.until("nothing", () => editor.rules("real.yaml").length === 0);
  });
});
