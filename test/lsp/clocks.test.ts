import assert from "node:assert/strict";
import { mock } from "node:test";
import { afterEach, beforeEach, describe, it } from "mocha";
import { followDate } from "../../server/src/lsp/today.ts";
import { CAPABLE, Editor } from "./support.ts";
import { FILES, MENDED } from "./workspace-fixture.ts";

describe("things that happen by the clock", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setInterval"] }));
  afterEach(() => mock.timers.reset());

  it("take over the new day once, whenever the old one ended", () => {
    let day = "2026-11-23";
    const told: string[] = [];
    const stop = followDate(
      () => day,
      (date) => told.push(date),
    );
    mock.timers.tick(120_000);
    day = "2026-11-24";
    mock.timers.tick(240_000);
    stop();
    day = "2026-11-25";
    mock.timers.tick(120_000);
    assert.deepEqual(told, ["2026-11-24"]);
  });

  it("find what changed on disk where the editor reports nothing", async () => {
    const { didChangeWatchedFiles: _, ...workspace } = CAPABLE.workspace ?? {};
    const editor = await Editor.start({ files: FILES, capabilities: { ...CAPABLE, workspace } });
    try {
      const wrong = (): boolean => editor.rules("risks/register.yaml").includes("unknown-provision");
      await editor.until("the finding", wrong);
      editor.write("risks/register.yaml", MENDED);
      mock.timers.tick(5000);
      await editor.until("no finding", () => !wrong());
      editor.remove("systems");
      mock.timers.tick(5000);
      await editor.until("the reference dangling", () =>
        editor.rules("risks/register.yaml").includes("dangling-reference"),
      );
    } finally {
      await editor.stop();
    }
  });
});
