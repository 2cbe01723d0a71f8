import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Histories } from "../../server/src/core/workspace/history.ts";

describe("earlier versions of a file", () => {
  it("are asked for once more when there are other commits while they are being brought", () => {
    const histories = new Histories();
    const version = (commit: string) => ({ commit, date: "2026-11-23", text: "x" });
    histories.ask("/a.yaml");
    assert.deepEqual(histories.takeWanted(), ["/a.yaml"]);
    histories.set("/a.yaml", [version("1")]);
    assert.deepEqual(histories.takeWanted(), []);
    histories.renew();
    assert.deepEqual(histories.takeWanted(), ["/a.yaml"]);
    histories.renew();
    histories.set("/a.yaml", [version("1")]);
    assert.deepEqual(histories.takeWanted(), ["/a.yaml"], "the second request is lost");
  });
});
