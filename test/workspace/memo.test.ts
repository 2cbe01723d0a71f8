import assert from "node:assert/strict";
import fc from "fast-check";
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

interface Word {
  word: string;
}

/** Words by the letters in them. */
function letters(first: readonly Word[], memo: Memo) {
  let words = first;
  const numbers = new Map<Word, number>();
  const key = (item: Word): string => {
    if (!numbers.has(item)) numbers.set(item, numbers.size);
    return `word ${numbers.get(item)}`;
  };
  const placed: string[] = [];
  const parting = {
    items: () => {
      memo.read("words");
      return words;
    },
    keys: (item: Word) => {
      memo.read(key(item));
      placed.push(item.word);
      return [...new Set(item.word)];
    },
  };
  return {
    placed,
    withLetter: (letter: string) => memo.part("by letter", letter, parting).map(({ word }) => word),
    set: (next: readonly Word[]) => {
      words = next;
      memo.invalidate(["words"]);
    },
    change: (item: Word, word: string) => {
      item.word = word;
      memo.invalidate([key(item)]);
    },
  };
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
    const [ant, ape, bee, cat] = [{ word: "ant" }, { word: "ape" }, { word: "bee" }, { word: "cat" }];
    const { withLetter, set } = letters([ant, bee], memo);
    const [a, b, c] = ["a", "b", "c"].map((letter) => memo.run(() => withLetter(letter).join()));
    set([ape, bee, cat]);
    memo.refresh();
    assert.deepEqual([a?.stale, b?.stale, c?.stale], [true, false, true]);
    assert.deepEqual([withLetter("a"), withLetter("b"), withLetter("d")], [["ape", "cat"], ["bee"], []]);
  });
  it("finds the parts of those items alone that a change concerns", () => {
    const memo = new Memo();
    const words = Array.from({ length: 100 }, (_, i) => ({ word: `${"abcde".charAt(i % 5)}${i}` }));
    const { withLetter, change, placed } = letters(words, memo);
    const entries = ["a", "b", "c", "d", "e"].map((letter) => memo.run(() => withLetter(letter)));
    assert.equal(placed.length, 100);
    placed.length = 0;
    change(words[7] as Word, "a7");
    memo.refresh();
    assert.deepEqual(placed, ["a7"]);
    assert.deepEqual(
      entries.map(({ stale }) => stale),
      [true, false, true, false, false],
    );
  });
  it("gives parts as they would be worked out from scratch, in the order of all items, after any changes", () => {
    const word = fc.record({ at: fc.nat(5), word: fc.constantFrom("a", "ab", "b", "bca", "c", "") });
    const step = fc.oneof(
      word,
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5]).map((order) => ({ order })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const memo = new Memo();
        const all = ["a", "b", "c", "ab", "bc", "ca"].map((text) => ({ word: text }));
        let now: Word[] = all;
        const { withLetter, set, change } = letters(all, memo);
        for (const one of steps) {
          if ("order" in one) {
            now = one.order.map((i) => all[i] as Word);
            set(now);
          } else change(all[one.at] as Word, one.word);
          for (const letter of ["a", "b", "c", "d"]) {
            const entry = memo.run(() => withLetter(letter));
            const wanted = now.filter((item) => item.word.includes(letter)).map((item) => item.word);
            assert.deepEqual(entry.value, wanted);
          }
        }
      }),
    );
  });
  it("tells of a part whose items stand in another order", () => {
    const memo = new Memo();
    const [one, two] = [{ word: "a1" }, { word: "a2" }];
    const { withLetter, set } = letters([one, two], memo);
    const entry = memo.run(() => withLetter("a"));
    set([two, one]);
    memo.refresh();
    assert.ok(entry.stale);
    assert.deepEqual(withLetter("a"), ["a2", "a1"]);
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
  it("loses no reader that was at work when the last one before it was dropped", () => {
    const memo = new Memo();
    const first = memo.run(() => memo.read("a"));
    const second = memo.run(() => {
      memo.read("a");
      memo.read("b");
      memo.drop(first);
    });
    assert.deepEqual(memo.keysOf([second]), ["a", "b"]);
    memo.invalidate(["a"]);
    assert.equal(second.stale, true);
  });

  it("notes what is read again after another computation has read it", () => {
    const memo = new Memo();
    const outer = memo.run(() => {
      memo.read("a");
      memo.run(() => memo.read("a"));
      memo.read("a");
    });
    assert.deepEqual(memo.keysOf([outer]), ["a"]);
    memo.invalidate(["a"]);
    assert.equal(outer.stale, true);
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
