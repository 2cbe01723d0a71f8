import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";

const ROOT = resolve(import.meta.dirname, "../..");
const LIST = "server/src/core/rules/link/index.ts";

describe("npm run new-rule", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "aims-new-rule-"));
    cpSync(join(ROOT, LIST), join(folder, LIST));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, "scripts/new-rule.mjs"), ...args, "--root", folder], { encoding: "utf8" });
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");

  it("writes rule, page and test, and lists the rule in its place", () => {
    const { status, stderr } = run("link", "dead-letter");
    assert.equal(status, 0, stderr);
    assert.match(
      read("server/src/core/rules/link/dead-letter.ts"),
      /export const deadLetter = rule\(\{\n {2}id: "dead-letter"/,
    );
    assert.match(read("server/src/core/rules/link/dead-letter.md"), /^# dead-letter\n/);
    assert.match(read("test/rules/link/dead-letter.test.ts"), /describe\("dead-letter"/);
    assert.match(read("docs/rules.md"), /\[dead-letter\]/);
    const added = read(LIST)
      .split("\n")
      .filter((line) => !readFileSync(join(ROOT, LIST), "utf8").includes(line));
    assert.deepEqual(added, ['import { deadLetter } from "./dead-letter.ts";', "  deadLetter,"]);
    assert.match(read(LIST), /danglingReference,\n {2}deadLetter,\n {2}duplicateId/);
  });

  it("refuses what is no id, no group or there already", () => {
    assert.equal(run("link", "Dead_Letter").status, 2);
    assert.equal(run("nowhere", "dead-letter").status, 2);
    assert.equal(run("link", "dead-letter").status, 0);
    assert.equal(run("link", "dead-letter").status, 2);
  });
});
