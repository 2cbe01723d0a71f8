import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { Editor } from "./support.ts";

const SYSTEM = "aims: system\nid: AI-001\nname: Scorer\ntier: hihg\nsuppliers: [SUP-001]\n";

function workspace(): Record<string, string> {
  const files: Record<string, string> = {
    "aims.yaml": "aims: management-system\norganisation: X\nstandards: [iso-42001]\nrules:\n  invalid-value: warning\n",
    "zz/AI-001.yaml": SYSTEM,
    "zz/suppliers.yaml": "suppliers:\n  - id: SUP-001\n    name: Somebody\n",
  };
  for (let i = 0; i < 400; i++)
    files[`more/${i}.md`] = `# Procedure ${i}\n\n**Document ID:** AIMS-PROC-${100 + i}\n**Owner:** A\n`;
  return files;
}

describe("a document opened while the workspace is being read", () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it("shows at once what it is wrong by itself, under the AIMS's settings, and nothing that the rest may answer", async () => {
    editor = await Editor.start({ files: workspace(), options: { views: true } });
    await editor.open("zz/AI-001.yaml", SYSTEM);
    await editor.until("something is shown", () => editor.last("zz/AI-001.yaml") !== undefined);
    const first = editor.published.find(({ uri }) => uri === editor.uri("zz/AI-001.yaml"));
    assert.ok(!editor.changed.some((c) => !c.reading), "the workspace was read too soon for this test to say anything");
    assert.deepEqual(
      first?.diagnostics.map((d) => [String(d.code), d.severity]),
      [["invalid-value", 2]],
    );
    assert.equal(first?.version, 1);
    await editor.until("all is read", () => editor.changed.some((c) => !c.reading));
    assert.ok(editor.rules("zz/AI-001.yaml").includes("invalid-value"));
    assert.ok(!editor.rules("zz/AI-001.yaml").includes("dangling-reference"));
  });
});
