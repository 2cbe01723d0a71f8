import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { spliced, stretchBetween } from "../../server/src/core/text/stretch.ts";

const list = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });

describe("the stretch in which two lists differ", () => {
  it("holds all that differs, and its ends differ", () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const stretch = stretchBetween(before.length, after.length, (i, j) => before[i] === after[j]);
        assert.deepEqual(spliced(before, stretch, after.slice(stretch.start, stretch.after)), after);
        if (stretch.before > stretch.start && stretch.after > stretch.start) {
          assert.notEqual(before[stretch.start], after[stretch.start]);
          assert.notEqual(before[stretch.before - 1], after[stretch.after - 1]);
        }
      }),
    );
  });

  it("is empty between equal lists", () => {
    assert.deepEqual(
      stretchBetween(3, 3, (i, j) => i === j),
      { start: 3, before: 3, after: 3 },
    );
  });
});
