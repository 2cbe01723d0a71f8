import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Shared } from "../../server/src/core/text/shared.ts";

describe("what is shared while something is read in", () => {
  it("is one object for equal lists and one for equal keys", () => {
    const shared = new Shared();
    const list = shared.texts(["A.6.2.4", "A.7.4"]);
    assert.equal(shared.texts(["A.6.2.4", "A.7.4"]), list);
    assert.deepEqual(list, ["A.6.2.4", "A.7.4"]);
    const made = shared.object("key", () => ({}));
    assert.equal(
      shared.object("key", () => ({})),
      made,
    );
  });
  it("is never one for lists that only look alike when joined", () => {
    const shared = new Shared();
    const lists = [["a\0b"], ["a", "b"], ['a","b'], ["a,b"], [], [""]];
    assert.deepEqual(
      lists.map((list) => shared.texts(list)),
      lists,
    );
  });
  it("leaves texts and lists of any length as they say", () => {
    const shared = new Shared();
    for (const length of [0, 1, 80, 81, 5_000]) {
      const text = "x".repeat(length);
      assert.equal(shared.text(text), text);
      const list = Array.from({ length }, (_, i) => `${i}`);
      assert.deepEqual(shared.texts(list), list);
    }
  });
});
