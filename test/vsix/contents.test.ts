import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { packageExtension, STAGE } from "../../scripts/lib/build.mjs";
import { ROOT } from "../../scripts/lib/process.mjs";

const ALLOWED =
  /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|THIRD-PARTY-LICENSES\.md|dist\/(extension|server|server\.main|cli)\.cjs|schemas\/[\w-]+\.schema\.json|snippets\/[\w.-]+|media\/(aims\.svg|icon\.png))$/;
const NEEDED = [
  "package.json",
  "README.md",
  "LICENSE",
  "THIRD-PARTY-LICENSES.md",
  "dist/extension.cjs",
  "dist/server.cjs",
  "dist/server.main.cjs",
  "media/aims.svg",
];

describe("what is packaged", () => {
  it("is what runs and what a reader needs, and nothing else", function () {
    this.timeout(60_000);
    assert.ok(packageExtension());
    const vsce = join(ROOT, "node_modules", "@vscode", "vsce", "vsce");
    const { stdout, stderr } = spawnSync(process.execPath, [vsce, "ls", "--no-dependencies"], {
      cwd: STAGE,
      encoding: "utf8",
    });
    const files = stdout.split(/\r?\n/).filter((line) => line !== "");
    assert.deepEqual(
      files.filter((file) => !ALLOWED.test(file)),
      [],
    );
    for (const file of NEEDED) assert.ok(files.includes(file), `${file} is missing. ${stderr}`);
  });
});
