import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "mocha";
import { readAudit } from "../../scripts/lib/audit.mjs";
import { licenceProblems, shippedPackages } from "../../scripts/lib/licences.mjs";
import { ROOT } from "../../scripts/lib/process.mjs";

describe("what is shipped", () => {
  it("are the dependencies and theirs, each under a licence that allows it", () => {
    const names = shippedPackages(ROOT).map(({ name }) => name);
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    for (const name of Object.keys(dependencies)) assert.ok(names.includes(name), name);
    assert.ok(names.includes("vscode-jsonrpc"), "a dependency's dependency");
    assert.ok(!names.includes("esbuild"));
    assert.deepEqual(licenceProblems(ROOT), []);
  });

  it("is refused under another licence or without its text", () => {
    const folder = mkdtempSync(join(tmpdir(), "aims-licences-"));
    try {
      const packages = {
        "": { dependencies: { a: "1.0.0" } },
        "node_modules/a": { version: "1.0.0", license: "GPL-3.0-only" },
      };
      writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ packages }));
      mkdirSync(join(folder, "node_modules/a"), { recursive: true });
      assert.equal(licenceProblems(folder).length, 2);
      cpSync(join(ROOT, "LICENSE"), join(folder, "node_modules/a/LICENSE"));
      assert.deepEqual(licenceProblems(folder), [`a is under "GPL-3.0-only", which is not on the list of licences`]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("is audited: a known vulnerability is a problem, no answer is said to be none", () => {
    const bad = { vulnerabilities: { a: { name: "a", severity: "high", range: "<2" } } };
    assert.deepEqual(readAudit(JSON.stringify(bad)).problems, ["a <2: known vulnerability (high)"]);
    assert.deepEqual(readAudit(JSON.stringify({ vulnerabilities: {} })), { problems: [] });
    const refused = readAudit(JSON.stringify({ message: "405 Method Not Allowed - POST https://x.example/y" }));
    assert.equal(refused.unanswered, "405 Method Not Allowed - POST the registry");
    assert.ok(readAudit("").unanswered);
  });
});
