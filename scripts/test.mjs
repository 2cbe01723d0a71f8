// npm test: installs what the tests need, runs every part, and ends with the line `N passed, N failed`.
// With the names of parts as arguments only these run.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installChromium } from "./host/chromium.mjs";
import { installHost } from "./host/install.mjs";
import { build } from "./lib/build.mjs";
import { installDependencies } from "./lib/dependencies.mjs";
import { CACHE, runNode } from "./lib/process.mjs";

const MOCHA = [join("node_modules", "mocha", "bin", "mocha.js"), "--reporter", "scripts/lib/reporter.mjs"];
const ELSEWHERE = ["editor", "vsix", "bench"].flatMap((folder) => ["--ignore", `test/${folder}/**`]);

/** What each part runs, and whether `npm test` does so without being asked. */
const PARTS = {
  unit: { title: "Unit, language server and command line", arguments: [...MOCHA, "test/**/*.test.ts", ...ELSEWHERE] },
  editor: { title: "Inside the editor's extension host", arguments: ["test/editor/run.mjs"] },
  vsix: {
    title: "The packaged extension, used as a person would",
    arguments: [...MOCHA, "test/vsix/**/*.test.ts"],
    // Before any test's clock runs.
    prepare: () => [installHost(), installChromium()],
  },
  desktop: {
    title: "Inside the desktop editor's extension host",
    arguments: ["test/editor/run.mjs", "--desktop"],
    onlyWhenAsked: true,
  },
};

const total = { passed: 0, failed: 0 };
for (const [name, outcome] of runAll(chosenParts())) {
  console.log(`${name}: ${outcome.passed} passed, ${outcome.failed} failed`);
  total.passed += outcome.passed;
  total.failed += outcome.failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function chosenParts() {
  const asked = process.argv.slice(2);
  return asked.length > 0 ? asked : Object.keys(PARTS).filter((name) => !PARTS[name].onlyWhenAsked);
}

/** Name and outcome of each part, installation and build first. */
function* runAll(parts) {
  const problem = installDependencies();
  if (problem) {
    console.error(problem);
    return yield ["install", { passed: 0, failed: 1 }];
  }
  if (!build(["--tests"])) return yield ["build", { passed: 0, failed: 1 }];
  const outcomes = parts.map((name) => [name, runPart(name)]);
  console.log("");
  yield* outcomes;
}

/** A part that ends badly without saying which test failed, or says nothing at all, counts as one failure. */
function runPart(name) {
  const part = PARTS[name];
  console.log(`\n── ${part?.title ?? name}`);
  try {
    if (!part) throw new Error(`There is no part "${name}" of the tests.`);
    part.prepare?.();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
  const file = join(CACHE, `counts-${name}.json`);
  mkdirSync(CACHE, { recursive: true });
  rmSync(file, { force: true });
  const code = runNode(part.arguments, { env: { ...process.env, AIMS_COUNTS: file } });
  const { passed, failed } = readCounts(file);
  if (passed + failed === 0) console.error(`Not one test ran in this part.`);
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 0 };
  }
}
