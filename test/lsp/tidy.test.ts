import assert from "node:assert/strict";
import { getHeapSpaceStatistics } from "node:v8";
import { mock } from "node:test";
import { describe, it } from "mocha";
import { collectAll, tidier } from "../../server/src/lsp/tidy.ts";
import { Editor } from "./support.ts";
import { FILES, MENDED } from "./workspace-fixture.ts";

const youngSpace = (): number =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")?.space_size ?? 0;

/** Makes V8 take room for young objects, many of which live on for a while. */
function work(): unknown[] {
  return Array.from({ length: 400_000 }, (_, i) => ({ i, text: `${i}` }));
}

describe("memory that is given back", () => {
  it("has the room for young objects in it", async () => {
    assert.equal(work().length, 400_000);
    const before = youngSpace();
    assert.ok(before > 4_000_000);
    await collectAll();
    assert.ok(youngSpace() < before / 2, `${youngSpace()} of ${before}`);
  });

  it("is collected again only when more has come", async () => {
    let collected = 0;
    const tidy = tidier(async () => {
      collected++;
      await collectAll();
    });
    await tidy();
    await tidy();
    assert.equal(collected, 1);
    const kept = work();
    await tidy();
    assert.equal(collected, 2);
    assert.equal(kept.length, 400_000);
  });

  it("is collected after the start and after every longer pause, with nothing kept on disk, too", async () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    let tidied = 0;
    const tidy = async (): Promise<void> => void tidied++;
    const editor = await Editor.start({ files: FILES, tidy });
    try {
      const pass = async (): Promise<void> => {
        for (let i = 0; i < 20; i++) await new Promise<void>((done) => setImmediate(done));
        mock.timers.tick(1_600);
      };
      for (let i = 0; i < 40 && tidied === 0; i++) await pass();
      assert.equal(tidied, 1);
      await editor.open("risks/register.yaml", MENDED);
      for (let i = 0; i < 40 && tidied === 1; i++) await pass();
      assert.equal(tidied, 2);
    } finally {
      mock.timers.reset();
      await editor.stop();
    }
  });
});
