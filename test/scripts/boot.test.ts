import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { build } from "esbuild";

const MAIN = 'process.stdout.write("answer " + require("node:path").basename(__filename));';
const NAME = `server.abc.${process.version}.${process.arch}.cache`;
/** Lives long enough for a cache to be left. */
const LONGER = `${MAIN} setTimeout(() => undefined, 200);`;

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
      define: { __MAIN_HASH__: '"abc"', __CACHE_AFTER_MS__: "20" },
    });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("runs the bundle without a cache, writes one when asked to, and runs with it", () => {
    assert.equal(run().stdout, "answer server.main.cjs");
    assert.deepEqual(caches(), []);
    run({ AIMS_WRITE_CODE_CACHE: "1" });
    assert.deepEqual(caches(), [NAME]);
    assert.equal(run().stdout, "answer server.main.cjs");
  });

  it("runs with a cache that is damaged, empty or of something else", () => {
    const cache = join(folder, NAME);
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

  it("leaves a cache where the editor says, in the place of older ones, and runs with it", () => {
    writeFileSync(join(folder, "server.main.cjs"), LONGER);
    const storage = join(folder, "storage", "deep");
    const start = () => run({ AIMS_CODE_CACHE: storage }).stdout;
    assert.equal(start(), "answer server.main.cjs");
    assert.deepEqual(readdirSync(storage), [NAME]);
    const whole = readFileSync(join(storage, NAME));
    assert.equal(start(), "answer server.main.cjs");
    assert.deepEqual(readFileSync(join(storage, NAME)), whole);
    writeFileSync(join(storage, "server.old.v1.cache"), "");
    writeFileSync(join(storage, NAME), whole.subarray(0, whole.length - 9));
    assert.equal(start(), "answer server.main.cjs");
    assert.deepEqual(readdirSync(storage), [NAME]);
    assert.equal(readFileSync(join(storage, NAME)).length, whole.length);
  });

  it("leaves a cache that the next start takes, though the bundle has turned switches of V8", () => {
    const switches = `require("node:v8").setFlagsFromString("--heap-growing-percent=30");
      exports.asUsual = (work) => {
        require("node:v8").setFlagsFromString("--heap-growing-percent=0");
        return work();
      };`;
    writeFileSync(join(folder, "server.main.cjs"), `${LONGER} ${switches}`);
    const storage = join(folder, "storage");
    run({ AIMS_CODE_CACHE: storage });
    const left = statSync(join(storage, NAME)).mtimeMs;
    run({ AIMS_CODE_CACHE: storage });
    // One that is refused is written anew.
    assert.equal(statSync(join(storage, NAME)).mtimeMs, left);
  });

  it("leaves none from a thread", () => {
    writeFileSync(join(folder, "server.main.cjs"), LONGER);
    const storage = join(folder, "storage");
    const program = `new (require("node:worker_threads").Worker)(${JSON.stringify(join(folder, "server.cjs"))})`;
    const env = { ...process.env, AIMS_CODE_CACHE: storage };
    assert.equal(
      spawnSync(process.execPath, ["-e", program], { env, encoding: "utf8" }).stdout,
      "answer server.main.cjs",
    );
    assert.equal(existsSync(storage), false);
  });

  it("runs where that folder cannot be written", () => {
    writeFileSync(join(folder, "server.main.cjs"), LONGER);
    writeFileSync(join(folder, "file"), "");
    assert.equal(run({ AIMS_CODE_CACHE: join(folder, "file", "storage") }).stdout, "answer server.main.cjs");
  });
});
