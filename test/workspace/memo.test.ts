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
  it("leaves alone what asked for a part that stayed as it was, whatever else of the whole changed", () => {
    const memo = new Memo();
    let words = ["ant", "bee"];
    const startingWith = (letter: string) =>
      memo.part("by letter", letter, () => {
        memo.read("words");
        return new Map(words.map((word) => [word.charAt(0), [word]]));
      });
    const [a, b, c] = ["a", "b", "c"].map((letter) => memo.run(() => startingWith(letter).join()));
    words = ["ape", "bee", "cat"];
    memo.invalidate(["words"]);
    memo.refresh();
    assert.deepEqual([a?.stale, b?.stale, c?.stale], [true, false, true]);
    assert.deepEqual([startingWith("a"), startingWith("b"), startingWith("d")], [["ape"], ["bee"], []]);
  });
  it("keeps what several results hung on when these are given up for one", () => {
    const { memo, half, set } = world();
    const one = memo.run(() => half());
    const other = memo.run(() => memo.read("other"));
    const told: string[] = [];
    const merged = memo.merge([one, other], "both", (value) => told.push(value));
    assert.ok(one.stale && other.stale && !merged.stale);
    memo.invalidate(["other"]);
    assert.ok(merged.stale);
    set(4);
    assert.deepEqual(told, ["both"]);
  });
  it("keeps what a result hung on that is given up after it went stale", () => {
    const memo = new Memo();
    const told: string[] = [];
    const one = memo.run(() => memo.read("a"));
    memo.invalidate(["a"]);
    const kept = memo.merge([one], "again", (value) => told.push(value));
    assert.ok(!kept.stale);
    memo.invalidate(["a"]);
    assert.deepEqual(told, ["again"]);
  });

  it("tells every reader of a key, however many, and none that was dropped", () => {
    const memo = new Memo();
    for (const count of [1, 2, 12, 13, 40]) {
      const entries = Array.from({ length: count }, () => memo.run(() => memo.read("key")));
      memo.drop(entries[0] as (typeof entries)[0]);
      const told = new Set<number>();
      for (let i = 0; i < count; i++) memo.restore(i, ["key"], (value) => told.add(value));
      memo.invalidate(["key"]);
      assert.equal(told.size, count);
      assert.ok(entries.every(({ stale }) => stale));
      memo.invalidate(["key"]);
      assert.equal(told.size, count);
    }
  });
  it("loses no reader when a result is dropped twice", () => {
    const memo = new Memo();
    const first = memo.run(() => memo.read("key"));
    memo.invalidate(["key"]);
    const second = memo.run(() => memo.read("key"));
    memo.drop(first);
    memo.invalidate(["key"]);
    assert.ok(second.stale);
  });
});
