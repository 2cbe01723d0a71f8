import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { Refilled } from "../../server/src/core/text/refilled.ts";

describe("a list that is filled again", () => {
  const list = fc.array(
    fc.tuple(fc.nat(3), fc.nat(2)).map(([base, data]) => ({ base, data })),
    { maxLength: 12 },
  );

  it("is what was put into it, and leaves the one before as it was", () => {
    fc.assert(
      fc.property(list, list, list, (before, items, later) => {
        const was = before.slice();
        const filled = new Refilled<number>(before);
        for (const { base, data } of items) filled.put(base, data);
        const made = filled.filled();
        assert.deepEqual(made, items);
        for (const { base, data } of later) filled.put(base, data);
        assert.deepEqual(made, [...items, ...later]);
        assert.deepEqual(before, was);
      }),
    );
  });

  it("holds what is put in later where room was left for it", () => {
    const filled = new Refilled<number>([{ base: 1, data: 1 }]);
    const room = filled.leaveRoom();
    filled.put(5, 5);
    const made = filled.filled();
    filled.put(2, 2, room);
    assert.deepEqual(made, [
      { base: 2, data: 2 },
      { base: 5, data: 5 },
    ]);
  });

  it("holds again what stood in a stretch of the text before", () => {
    const inOrder = list.map((items) => items.sort((a, b) => a.base - b.base));
    fc.assert(
      fc.property(list, inOrder, list, fc.nat(4), fc.nat(4), fc.nat(1), (first, within, last, from, size, by) => {
        const before = [...first, ...within, ...last];
        const filled = new Refilled<number>(before);
        filled.put(7, 7);
        const stretch = { start: from, end: from + size };
        filled.again({ start: first.length, end: first.length + within.length }, stretch, by);
        const again = within.filter(({ base }) => base >= stretch.start && base < stretch.end);
        const expected = again.map(({ base, data }) => ({ base: base + by, data }));
        assert.deepEqual(filled.filled(), [{ base: 7, data: 7 }, ...expected]);
      }),
    );
  });
});
