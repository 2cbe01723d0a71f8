import assert from "node:assert/strict";
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { writeAtomically } from "../../server/src/files/write.ts";
import { asAnybody } from "../support/anybody.ts";

describe("writing a file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "aims-write-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("keeps the mode and the byte-order mark, and leaves nothing beside it", () => {
    const name = `${"a".repeat(250)}.md`;
    const file = join(folder, name);
    for (const mode of [0o640, 0o666]) {
      writeFileSync(file, "\ufeffold");
      chmodSync(file, mode);
      writeAtomically(file, "new");
      assert.equal(readFileSync(file, "utf8"), "\ufeffnew");
      assert.equal(statSync(file).mode & 0o777, mode);
      assert.deepEqual(readdirSync(folder), [name]);
    }
  });

  it("leaves a file alone that may be read only", function () {
    const file = join(folder, "a.md");
    writeFileSync(file, "old");
    chmodSync(file, 0o444);
    chmodSync(folder, 0o777);
    const back = asAnybody();
    if (!back) return this.skip();
    try {
      assert.throws(() => writeAtomically(file, "new"), /EACCES/);
    } finally {
      back();
    }
    assert.equal(readFileSync(file, "utf8"), "old");
    assert.deepEqual(readdirSync(folder), ["a.md"]);
  });

  it("writes where a link leads and keeps the link", () => {
    writeFileSync(join(folder, "real.md"), "old");
    symlinkSync("real.md", join(folder, "link.md"));
    writeAtomically(join(folder, "link.md"), "new");
    assert.ok(lstatSync(join(folder, "link.md")).isSymbolicLink());
    assert.equal(readFileSync(join(folder, "real.md"), "utf8"), "new");
  });

  it("is not in the way of what a run left that was killed, nor writes through it", () => {
    const [file, elsewhere] = [join(folder, "a.md"), join(folder, "elsewhere")];
    writeFileSync(file, "old");
    writeFileSync(elsewhere, "untouched");
    symlinkSync(elsewhere, `${file}.${process.pid}.tmp`);
    writeAtomically(file, "new");
    assert.equal(readFileSync(elsewhere, "utf8"), "untouched");
    assert.equal(readFileSync(file, "utf8"), "new");
  });
});
