import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { getHeapSpaceStatistics } from "node:v8";
import { mock } from "node:test";
import { describe, it } from "mocha";
import type { Host } from "../../server/src/core/analysis.ts";
import { KeptIndex } from "../../server/src/lsp/kept-index.ts";
import { collectAll, tidier } from "../../server/src/lsp/tidy.ts";
import { Editor } from "./support.ts";
import { FILES, MENDED } from "./workspace-fixture.ts";

const youngSpace = (): number =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")?.space_size ?? 0;

/** Makes V8 take room for young objects, many of which live on for a while. */
function work(): unknown[] {
  return Array.from({ length: 400_000 }, (_, i) => ({ i, text: `${i}` }));
}

/** Largest room for young objects, in MB, of a process in which many of them live on for a while. */
function youngIn(before: string): number {
  const program = `import { getHeapSpaceStatistics } from "node:v8";
    import { atWork } from "./tidy.ts";
    ${before}
    let most = 0;
    const lately = [];
    for (let i = 0; i < 300; i++) {
      lately[i % 40] = Array.from({ length: 5_000 }, (_, j) => ({ j, text: "x" + j }));
      await new Promise((done) => setImmediate(done));
      const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
      most = Math.max(most, young.space_size);
    }
    process.stdout.write(String(most));`;
  const cwd = join(import.meta.dirname, "../../server/src/lsp");
  const args = ["--import=tsx", "--input-type=module", "-e", program];
  return Number(spawnSync(process.execPath, args, { cwd, encoding: "utf8" }).stdout) / 1e6;
}

describe("memory at work", () => {
  it("is less for young objects than V8 would take", () => {
    // V8 has its own ways, the newer the more: not every time it takes as much as it may.
    const times = Array.from({ length: 4 }, () => ({ usual: youngIn(""), bounded: youngIn("atWork();") }));
    assert.ok(
      times.some(({ usual, bounded }) => bounded > 0 && bounded < 20 && usual > 1.5 * bounded),
      JSON.stringify(times),
    );
  }).timeout(180_000);

  it("is told of once, when all was told for the first time", async () => {
    let told = 0;
    const editor = await Editor.start({ files: FILES, atWork: () => void told++ });
    try {
      await editor.open("risks/register.yaml", MENDED);
      for (let i = 0; i < 200 && told === 0; i++) await new Promise((done) => setTimeout(done, 20));
      await new Promise((done) => setTimeout(done, 300));
      assert.equal(told, 1);
    } finally {
      await editor.stop();
    }
  });
});

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

  it("gathers the names of symbols before it is collected for the first time, and goes no further once somebody works", async () => {
    const done: string[] = [];
    let handled = 0;
    function* gatheringSymbols(): Generator<undefined> {
      done.push("begun");
      if (done.length === 1) handled++;
      yield;
      done.push("gathered");
    }
    const tidy = async (): Promise<void> => void done.push("tidied");
    const host = { snapshot: { revision: 1, gatheringSymbols } } as unknown as Host;
    const readFirst = undefined;
    const nothing = { storage: undefined, build: "", trusted: true, history: false, readFirst } as const;
    const world = assert.fail;
    const index = new KeptIndex({ ...nothing, host, world, tidy, handled: () => handled, warn: assert.fail });
    mock.timers.enable({ apis: ["setTimeout"] });
    try {
      index.settled();
      for (let i = 0; i < 2; i++) {
        mock.timers.tick(1_600);
        for (let turns = 0; turns < 5; turns++) await new Promise<void>((next) => setImmediate(next));
      }
      assert.deepEqual(done, ["begun", "begun", "gathered", "tidied"]);
    } finally {
      mock.timers.reset();
      index.stop();
    }
  });
});
