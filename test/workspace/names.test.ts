import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { dirName, isBelow, Names } from "../../server/src/core/workspace/names.ts";
import { keys } from "../../server/src/core/workspace/tables.ts";

const FILES = ["/a.md", "/a/b.md", "/a/b/c.md", "/a/b/d.md", "/a/e/f.md", "/g/h/i/j.md", "k.md", "l/m.md", "l/n/o.md"];
const FOLDERS = [...new Set(FILES.flatMap((path) => above(path)))];

function above(path: string): string[] {
  const folder = dirName(path);
  return folder === "" ? [] : [folder, ...above(folder)];
}

describe("the names of files", () => {
  it("tell of folders as long as anything stands in them, and of those that come and go", () => {
    const step = fc.record({ path: fc.constantFrom(...FILES), comes: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const names = new Names();
        const there = new Set<string>();
        const exist = (): string[] =>
          [...FILES, ...FOLDERS].filter((path) => [...there].some((file) => isBelow(path, file)));
        for (const { path, comes } of steps) {
          const before = exist();
          const changed = comes ? names.add(path) : names.remove(path);
          if (comes) there.add(path);
          else there.delete(path);
          const now = exist();
          assert.deepEqual(
            [...FILES, ...FOLDERS].filter((one) => names.has(one)),
            now,
          );
          const others = [...FILES, ...FOLDERS].filter((one) => before.includes(one) !== now.includes(one));
          const told = changed.filter((key) => key.startsWith(keys.exists("")));
          assert.deepEqual(told.sort(), others.map(keys.exists).sort());
        }
      }),
    );
  });
});
