import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { build } from "esbuild";

const MAIN = 'process.stdout.write("answer " + require("node:path").basename(__filename));';

describe("the server's entry", () => {
  let folder: string;
  const run = (env: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, [join(folder, "server.cjs")], { env: { ...process.env, ...env }, encoding: "utf8" });
  const caches = () => readdirSync(folder).filter((name) => name.endsWith(".cache"));

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "aims-boot-"));
    writeFileSync(join(folder, "server.main.cjs"), MAIN);
    const entryPoints = [join(import.meta.dirname, "../../server/boot.cjs")];
    await build({
      entryPoints,
      outfile: join(folder, "server.cjs"),
      platform: "node",
      format: "cjs",
      define: { __MAIN_HASH__: '"abc"' },
    });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("runs the bundle without a cache, writes one when asked to, and runs with it", () => {
    assert.equal(run().stdout, "answer server.main.cjs");
    assert.deepEqual(caches(), []);
    run({ AIMS_WRITE_CODE_CACHE: "1" });
    assert.deepEqual(caches(), [`server.abc.${process.version}.cache`]);
    assert.equal(run().stdout, "answer server.main.cjs");
  });

  it("runs with a cache that is damaged, empty or of something else", () => {
    const cache = join(folder, `server.abc.${process.version}.cache`);
    run({ AIMS_WRITE_CODE_CACHE: "1" });
    const whole = readFileSync(cache);
    for (const bytes of [
      whole.subarray(0, whole.length / 2),
      Buffer.alloc(0),
      Buffer.from("not a cache"),
      Buffer.alloc(4096, 7),
    ]) {
      writeFileSync(cache, bytes);
      assert.equal(run().stdout, "answer server.main.cjs");
    }
    copyFileSync(process.argv[1] as string, cache);
    assert.equal(run().stdout, "answer server.main.cjs");
  });
});
