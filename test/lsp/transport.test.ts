import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, it } from "mocha";
import { transportOf } from "../../server/src/lsp/transport.ts";

describe("the server's transport", () => {
  it("is the standard streams or the parent's channel", () => {
    assert.equal(transportOf(["--stdio"], false), "--stdio");
    assert.equal(transportOf([], false), "--stdio");
    assert.equal(transportOf(["--node-ipc"], true), "--node-ipc");
    assert.equal(transportOf(["--clientProcessId=7"], true), "--node-ipc");
    assert.equal(transportOf(["--stdio"], true), "--stdio");
  });

  for (const args of [["--socket=7777"], ["--socket", "7777"], ["--pipe=/tmp/x"], ["--stdio", "--port=1"]]) {
    it(`is never ${args.join(" ")}`, () => assert.match(JSON.stringify(transportOf(args, false)), /is not offered/));
  }

  it("ends with 2 and one line when another is asked for", () => {
    const server = join(import.meta.dirname, "../../dist/server.cjs");
    const { status, stderr } = spawnSync(process.execPath, [server, "--socket=7777"], { encoding: "utf8" });
    assert.equal(status, 2);
    assert.match(stderr, /^aims: --socket is not offered: .*\n$/);
  });
});
