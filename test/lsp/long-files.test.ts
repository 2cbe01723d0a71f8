import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { WorldChange } from "../../server/src/core/analysis.ts";
import { Documents } from "../../server/src/lsp/documents.ts";
import { World } from "../../server/src/lsp/world.ts";

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
