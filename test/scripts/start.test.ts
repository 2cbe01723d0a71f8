import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../../scripts/lib/process.mjs";

describe("npm start", function () {
  this.timeout(120_000);

  const start = (...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, "scripts", "start.mjs"), ...args], { cwd: ROOT, encoding: "utf8" });

  it("prints findings and coverage of a folder and ends, without an editor", () => {
    const { status, stdout, stderr } = start("--no-editor", "examples/tiny");
    assert.equal(status, 0, stderr);
    assert.match(stdout, /\$ aims check examples\/tiny/);
    assert.match(stdout, /warning \S+/);
    assert.match(stdout, /\$ aims coverage examples\/tiny/);
    assert.match(stdout, /of \d+ provisions: \d+ documented/);
  });

  it("says in a line that a folder does not exist", () => {
    const { status, stderr } = start("--no-editor", "no/such/folder");
    assert.equal(status, 1);
    assert.match(stderr, /no\/such\/folder is not a folder\.\n$/);
  });
});
