import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { LIMITS, withinLimits } from "../../server/src/files/limits.ts";

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
    const { read, said } = withinLimits(paths, { ...LIMITS, documents: 2, bytes: 1e9 });
    assert.deepEqual(read, paths.slice(0, 3));
    assert.equal(said.length, 1);
    const [change] = said;
    assert.ok(change?.type === "unreadable" && change.path === paths[3]);
    assert.match(change.reason, /left out, and 1 more with it: 2 documents of one folder are read at most/);
  });

  it("ends after so many bytes; what is no document is known all the same", () => {
    const { read, said } = withinLimits(paths, { ...LIMITS, documents: 10, bytes: 150 });
    assert.deepEqual(read, paths.slice(0, 3));
    assert.equal(said.length, 1);
  });

  it("leaves out whole folders of management systems beyond so many, those deepest down first", () => {
    const [top, one, two, below] = ["aims.yaml", "b/aims.yaml", "a/aims.yml", "b/c/aims.yaml"];
    const all = [below, "b/c/x.md", "b/c/x.png", one, "b/x.md", two, "a/x.md", top, "x.md"].map((p) => `/w/${p}`);
    const { read, said } = withinLimits(all, { ...LIMITS, systems: 2 });
    assert.deepEqual(
      read,
      ["b/c/x.png", two, "a/x.md", top, "x.md"].map((p) => `/w/${p}`),
    );
    assert.equal(said.length, 1);
    assert.equal(said[0]?.path, "/w/b/aims.yaml");
    assert.match(said[0]?.reason ?? "", /folder is left out, and 1 more with it: 2 management systems \(aims\.yaml\)/);
    assert.deepEqual(withinLimits(all, { ...LIMITS, systems: 4 }), { read: all, said: [] });
  });
});
