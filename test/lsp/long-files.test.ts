import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { WorldChange } from "../../server/src/core/analysis.ts";
import { Documents } from "../../server/src/lsp/documents.ts";
import { World } from "../../server/src/lsp/world.ts";
import { Editor } from "./support.ts";

describe("a folder of long files", () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "aims-long-")));
    writeFileSync(join(folder, "aims.yaml"), "aims: management-system\norganisation: A\n");
    for (let i = 0; i < 6; i++) writeFileSync(join(folder, `long-${i}.md`), "word ".repeat(40_000));
    for (let i = 0; i < 6; i++) writeFileSync(join(folder, `short-${i}.md`), "word\n");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is taken in one long file at a time, and none of them for one that somebody works on", async () => {
    const taken: (readonly WorldChange[])[] = [];
    const world = new World({
      documents: new Documents(),
      trusted: true,
      apply: (changes) => taken.push(changes),
      unread: (path) => assert.fail(path),
      reading: () => undefined,
      failed: (error) => assert.fail(String(error)),
    });
    world.setRoots([folder]);
    await world.read();
    world.stop();
    const long = (changes: readonly WorldChange[]): number =>
      changes.filter((change) => change.type === "set" && change.text.length > 100_000).length;
    assert.equal(
      taken.reduce((sum, changes) => sum + long(changes), 0),
      6,
    );
    assert.ok(taken.every((changes) => long(changes) <= 1));
    taken.forEach((changes, i) => {
      const [only, another] = changes;
      if (only?.type === "set" && !another) assert.deepEqual(taken[i + 1], [{ type: "closed", path: only.path }]);
    });
  });
});

describe("a document that takes long to read", () => {
  /** A world whose host reads a text for as long as `isReading` says so. */
  const start = () => {
    const [applied, taken, documents] = [[] as string[], [] as string[], new Documents()];
    const host = { isReading: true };
    const world = new World({
      documents,
      trusted: true,
      apply: (changes) => {
        for (const change of changes) applied.push(change.type === "set" ? change.text : change.type);
      },
      *preparing() {
        while (host.isReading) yield undefined;
      },
      taken: (path) => taken.push(path),
      unread: (path) => assert.fail(path),
      reading: () => undefined,
      failed: (error) => assert.fail(String(error)),
    });
    const path = documents.open({ uri: "untitled:a", languageId: "markdown", version: 1, text: "one" });
    return { world, documents, host, path, applied, taken };
  };
  const uri = "untitled:a";

  it("is taken in between messages, with what was typed meanwhile, and then told of", async () => {
    const { world, documents, host, path, applied, taken } = start();
    world.edited(path, "one");
    assert.ok(world.isTaking(path));
    documents.change(uri, 2, [{ text: "two" }]);
    world.edited(path, "two");
    documents.change(uri, 3, [{ text: "three" }]);
    world.edited(path, "three");
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.deepEqual(applied, []);
    host.isReading = false;
    await world.taking(path);
    assert.deepEqual(applied, ["one", "three"]);
    assert.ok(!world.isTaking(path));
    assert.deepEqual(taken, [path]);
    world.stop();
  });

  it("is not taken in once it is closed", async () => {
    const { world, documents, host, path, applied, taken } = start();
    world.edited(path, "one");
    documents.close(uri);
    host.isReading = false;
    await world.taking(path);
    assert.deepEqual(applied, []);
    assert.deepEqual(taken, []);
    world.stop();
  });

  it("holds up what is asked of it, and nothing that is asked of others", async () => {
    const record = (i: number): string => `## RISK-${i}: x\n\n- **Owner:** Bo\n- **Likelihood:** 9\n\n`;
    const text = `# Risk register\n\n${Array.from({ length: 12_000 }, (_, i) => record(i)).join("")}`;
    const aims = "aims: management-system\norganisation: A\n";
    const editor = await Editor.start({ files: { "aims.yaml": aims } });
    try {
      await editor.open("aims.yaml", aims);
      await editor.settled();
      await editor.open("risks.md", text);
      const answered: string[] = [];
      const ask = async (path: string, line: number): Promise<unknown> => {
        const params = { textDocument: { uri: editor.uri(path) }, position: { line, character: 4 } };
        const hover = await editor.request("textDocument/hover", params);
        answered.push(path);
        return hover;
      };
      const [inLong] = await Promise.all([ask("risks.md", 2), ask("aims.yaml", 0)]);
      assert.deepEqual(answered, ["aims.yaml", "risks.md"]);
      assert.ok(inLong);
      const other = `${text}\n## RISK-1: y\n\n- **Owner:** Bo\n`;
      const version = await editor.retype("risks.md", other);
      await editor.until("the edit is told of", () => editor.last("risks.md")?.version === version);
      assert.ok(editor.rules("risks.md").includes("duplicate-id"));
    } finally {
      await editor.stop();
    }
  }).timeout(60_000);
});
