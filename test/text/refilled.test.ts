import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { Refilled } from "../../server/src/core/text/refilled.ts";

describe("a list that is filled again", () => {
  it("is what was put into it, and leaves the one before as it was", () => {
    const list = fc.array(fc.nat(3), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, list, (before, items, later) => {
        const was = before.slice();
        const filled = new Refilled<number>(before);
        for (const item of items) {
          if (filled.next === item) filled.keep();
          else filled.put(item);
        }
        const made = filled.filled();
        assert.deepEqual(made, items);
        for (const item of later) filled.put(item);
        assert.deepEqual(made, [...items, ...later]);
        assert.deepEqual(before, was);
      }),
    );
  });
});
