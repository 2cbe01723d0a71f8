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

  it("of an earlier run that come again are no change, but where something was worked out without them", () => {
    const versions = [{ commit: "1", date: "2026-11-23", text: "x" }];
    const restored = (saved: [string, string | null][]): Histories => {
      const histories = new Histories();
      histories.restore(saved);
      return histories;
    };
    const quiet = restored([["/a.yaml", "1"]]);
    assert.equal(quiet.set("/a.yaml", versions), false);
    for (const brought of [versions, []]) {
      const asked = restored([["/a.yaml", "1"]]);
      asked.ask("/a.yaml");
      assert.equal(restored(asked.save()).set("/a.yaml", brought), true, "what is saved in between tells of it");
      assert.equal(asked.set("/a.yaml", brought), true);
      assert.equal(asked.set("/a.yaml", brought), false);
    }
  });

  it("that there are none of is no change, whenever that is told", () => {
    const version = { commit: "1", date: "2026-11-23", text: "x" };
    for (const [brought, isOther] of [
      [[], false],
      [[version], true],
    ] as const) {
      const [first, second] = [new Histories(), new Histories()];
      first.ask("/a.yaml");
      second.restore(first.save());
      assert.deepEqual(second.takeWanted(), ["/a.yaml"]);
      second.ask("/a.yaml");
      assert.equal(second.set("/a.yaml", brought), isOther);
    }
  });
});
