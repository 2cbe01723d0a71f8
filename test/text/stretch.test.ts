import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { changedStretch, joinedStretch, spliced, stretchBetween } from "../../server/src/core/text/stretch.ts";

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

  it("is found once, whatever has moved, and can be joined with another", () => {
    const data = [{ a: 1 }, { b: 2 }, { c: 3 }];
    const placed = fc
      .array(fc.tuple(fc.nat(2), fc.nat(9)), { maxLength: 12 })
      .map((items) => items.map(([which, base]) => ({ base, data: data[which] as object })));
    fc.assert(
      fc.property(placed, placed, (before, after) => {
        const stretch = changedStretch(before, after);
        const same = (i: number, j: number): boolean => before[i]?.data === after[j]?.data;
        assert.deepEqual(stretch, stretchBetween(before.length, after.length, same));
        assert.equal(changedStretch(before, after), stretch);
        const places = stretchBetween(before.length, after.length, (i, j) => before[i]?.base === after[j]?.base);
        const both = joinedStretch(stretch, places);
        assert.deepEqual(joinedStretch(places, stretch), both);
        assert.deepEqual(before.slice(0, both.start), after.slice(0, both.start));
        assert.deepEqual(before.slice(both.before), after.slice(both.after));
      }),
    );
  });
});
