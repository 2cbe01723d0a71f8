import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Memo } from "../../server/src/core/workspace/memo.ts";

/** A memo over one changing number, a name made of it, and a name made of that name. */
function world() {
  const memo = new Memo();
  const runs: string[] = [];
  let number = 1;
  const half = () =>
    memo.derived("half", () => {
      runs.push("half");
      memo.read("number");
      return number / 2;
    });
  const quarter = () =>
    memo.derived("quarter", () => {
      runs.push("quarter");
      return half() / 2;
    });
  const set = (next: number) => {
    number = next;
    memo.invalidate(["number"]);
  };
  return { memo, runs, half, quarter, set };
}

describe("memo", () => {
  it("works a named computation out once until something it read changes", () => {
    const { runs, half, set } = world();
    assert.deepEqual([half(), half()], [0.5, 0.5]);
    set(4);
    assert.equal(half(), 2);
    assert.deepEqual(runs, ["half", "half"]);
  });
  it("works out again what asked for a name, however far away the change", () => {
    const { memo, half, quarter, set } = world();
    half();
    let told = 0;
    const entry = memo.run(
      () => quarter() + half(),
      () => {
        told++;
      },
    );
    assert.equal(entry.value, 0.75);
    set(4);
    assert.ok(entry.stale);
    assert.equal(told, 1);
    assert.equal(quarter(), 1);
  });
  it("leaves alone what did not ask", () => {
    const { memo, runs, quarter } = world();
    quarter();
    memo.invalidate(["another"]);
    quarter();
    assert.deepEqual(runs, ["quarter", "half"]);
  });
});
