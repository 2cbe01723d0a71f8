import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { ownName, readChange, staysInside, walk } from "../../server/src/files/walk.ts";

describe("what is read of a folder", () => {
  let base: string;
  let root: string;
  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), "aims-walk-")));
    root = join(base, "root");
    mkdirSync(join(root, "in"), { recursive: true });
    mkdirSync(join(base, "out"));
    writeFileSync(join(base, "out", "secret.md"), "x");
    writeFileSync(join(root, "in", "a.md"), "x");
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  it("leaves out files and folders that links lead to outside of it, and goes round no loop", () => {
    symlinkSync(join(base, "out", "secret.md"), join(root, "file.md"));
    symlinkSync(join(base, "out"), join(root, "folder"));
    symlinkSync("..", join(root, "in", "loop"));
    symlinkSync("a.md", join(root, "in", "b.md"));
    symlinkSync("self", join(root, "self"));
    const found = [...walk(root, {})].map((path) => path.slice(root.length + 1));
    assert.deepEqual(found.sort(), ["in/a.md", "in/b.md"]);
  });

  it("has a folder by its own name, whatever links lead to it, and by a link one that is not walked", () => {
    symlinkSync("in", join(root, "a-link"));
    symlinkSync("..", join(root, "in", "up"));
    mkdirSync(join(root, "node_modules", "policies"), { recursive: true });
    writeFileSync(join(root, "node_modules", "policies", "b.md"), "x");
    symlinkSync("node_modules/policies", join(root, "policies"));
    symlinkSync("node_modules/policies", join(root, "policies-too"));
    const names = (folder: string): string[] =>
      [...walk(folder, { within: root })].map((path) => path.slice(root.length + 1));
    assert.deepEqual(names(root), ["in/a.md", "policies/b.md"]);
    assert.deepEqual(names(join(root, "in")), ["in/a.md"]);
    assert.equal(ownName(join(root, "a-link"), root), join(root, "in"));
    assert.equal(ownName(join(root, "policies"), root), join(root, "policies"));
  });

  it("is decided by where a path really is", () => {
    symlinkSync(join(base, "out", "secret.md"), join(root, "file.md"));
    symlinkSync(join(base, "out"), join(root, "folder"));
    for (const path of ["file.md", "folder/secret.md", "../out/secret.md"])
      assert.equal(staysInside(root, join(root, path)), false, path);
    for (const path of ["in/a.md", "in/../in/a.md", "not-there.md", ""])
      assert.equal(staysInside(root, join(root, path)), true, path);
    assert.equal(staysInside(root, `${root}-beside`), true, "what does not exist leaks nothing");
  });

  it("is no pipe, which would never end", () => {
    const pipe = join(root, "pipe.md");
    execFileSync("mkfifo", [pipe]);
    assert.deepEqual(readChange(pipe, { maxBytes: 10 }), {
      type: "unreadable",
      path: pipe,
      reason: "it is no regular file",
    });
  });
});
