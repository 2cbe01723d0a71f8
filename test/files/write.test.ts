import assert from "node:assert/strict";
import {
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

describe("writing a file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "aims-write-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("keeps the mode and the byte-order mark, and leaves nothing beside it", () => {
    const file = join(folder, "a.md");
    writeFileSync(file, "\ufeffold", { mode: 0o640 });
    writeAtomically(file, "new");
    assert.equal(readFileSync(file, "utf8"), "\ufeffnew");
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder), ["a.md"]);
  });

  it("writes where a link leads and keeps the link", () => {
    writeFileSync(join(folder, "real.md"), "old");
    symlinkSync("real.md", join(folder, "link.md"));
    writeAtomically(join(folder, "link.md"), "new");
    assert.ok(lstatSync(join(folder, "link.md")).isSymbolicLink());
    assert.equal(readFileSync(join(folder, "real.md"), "utf8"), "new");
  });

  it("does not write through what stands where its neighbour goes", () => {
    const [file, elsewhere] = [join(folder, "a.md"), join(folder, "elsewhere")];
    writeFileSync(file, "old");
    writeFileSync(elsewhere, "untouched");
    symlinkSync(elsewhere, `${file}.${process.pid}.tmp`);
    assert.throws(() => writeAtomically(file, "new"), /EEXIST/);
    assert.equal(readFileSync(elsewhere, "utf8"), "untouched");
    assert.equal(readFileSync(file, "utf8"), "old");
  });
});
