import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, it } from "mocha";
import { ascii } from "../../scripts/ascii.mjs";

describe("a bundle", () => {
  it("holds nothing but ASCII and says what the sources say", async () => {
    const folder = mkdtempSync(join(tmpdir(), "aims-ascii-"));
    try {
      mkdirSync(join(folder, "src"));
      const source = `export const all = ["é – 🟢", \`–\${1}\`, /^[–—‑-]$/.test("—"), /^[🟢🔴]$/u.test("🔴"), "a–b".split(/–/).length]; // –\n`;
      writeFileSync(join(folder, "src/a.ts"), source);
      const entryPoints = [join(folder, "src/a.ts")];
      const outfile = join(folder, "a.mjs");
      const { outputFiles } = await build({ entryPoints, outfile, format: "esm", plugins: [ascii], write: false });
      const text = outputFiles[0]?.text ?? "";
      assert.match(text, /^[\0-\x7f]+$/);
      const { all } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
      assert.deepEqual(all, ["é – 🟢", "–1", true, true, 2]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
