import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, it } from "mocha";

const SOURCE = "(function () { return 1; })()";
const ALL = `[
  ["heap-growing-percent", 77],
  ["semi-space-growth-factor", 3],
  ["max-inlined-bytecode-size-cumulative", 77],
  ["interrupt-budget", 77],
]`;

function run(args: readonly string[]): string {
  const cwd = join(import.meta.dirname, "../../server/src/lsp");
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  assert.equal(stderr, "");
  return stdout;
}

/** Whether another process takes the code cache that one made which ran `steps` before. */
function isTaken(steps: string): boolean {
  const make = `import { Script } from "node:vm";
    import { asUsual, turn, turnBack } from "./v8-switches.ts";
    let made = () => new Script(${JSON.stringify(SOURCE)}).createCachedData();
    ${steps}
    process.stdout.write(made().toString("base64"));`;
  const cachedData = run(["--import=tsx", "--input-type=module", "-e", make]);
  const take = `const cachedData = Buffer.from("${cachedData}", "base64");
    const { cachedDataRejected } = new (require("node:vm").Script)(${JSON.stringify(SOURCE)}, { cachedData });
    process.stdout.write(String(!cachedDataRejected));`;
  return run(["-e", take]) === "true";
}

describe("switches of V8", () => {
  it("stand as they usually do once they are turned back", () => {
    assert.ok(isTaken(""));
    assert.ok(!isTaken('turn("max-inlined-bytecode-size-cumulative", 300);'));
    assert.ok(
      isTaken(`for (const [name, value] of ${ALL}) turn(name, value); for (const [name] of ${ALL}) turnBack(name);`),
    );
  });

  it("are left where somebody else has turned them to", () => {
    const turned = 'turn("heap-growing-percent", 77); turn("heap-growing-percent", 20);';
    assert.ok(!isTaken(`${turned} turnBack("heap-growing-percent", 77);`));
    assert.ok(isTaken(`${turned} turnBack("heap-growing-percent", 20);`));
  });

  it("stand so for as long as something needs it", () => {
    const turned = `for (const [name, value] of ${ALL}) turn(name, value);`;
    assert.ok(isTaken(`${turned} const bare = made; made = () => asUsual(bare);`));
    assert.ok(!isTaken(`${turned} asUsual(() => 1);`));
  });
});
