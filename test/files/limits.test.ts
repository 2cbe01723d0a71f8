import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { withinLimits } from "../../server/src/files/limits.ts";

describe("how much of a folder is read", () => {
  let folder: string;
  let paths: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "aims-limits-"));
    paths = ["a.md", "b.png", "c.yaml", "d.csv", "e.md"].map((name) => join(folder, name));
    for (const path of paths) writeFileSync(path, "x".repeat(100));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is all of it, as a rule, without asking for a size", () => {
    rmSync(folder, { recursive: true });
    assert.deepEqual(withinLimits(paths), { read: paths, said: [] });
  });

  it("ends after so many documents; the first one left out says how many others are", () => {
    const { read, said } = withinLimits(paths, { documents: 2, bytes: 1e9 });
    assert.deepEqual(read, paths.slice(0, 3));
    assert.equal(said.length, 1);
    const [change] = said;
    assert.ok(change?.type === "unreadable" && change.path === paths[3]);
    assert.match(change.reason, /left out, and 1 more with it: 2 documents of one folder are read at most/);
  });

  it("ends after so many bytes; what is no document is known all the same", () => {
    const { read, said } = withinLimits(paths, { documents: 10, bytes: 150 });
    assert.deepEqual(read, paths.slice(0, 3));
    assert.equal(said.length, 1);
  });
});
