// npm run check: everything about the code that is not a test, each with its own line, then `N passed, N failed`.
// With names as arguments only these are checked.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { build } from "./lib/build.mjs";
import { installDependencies } from "./lib/dependencies.mjs";
import { ROOT, runNode } from "./lib/process.mjs";
import { auditProblems } from "./lib/audit.mjs";
import { licenceProblems } from "./lib/licences.mjs";
import { pinProblems } from "./lib/pins.mjs";

const tool = (file, ...args) => runNode([join("node_modules", file), ...args]) === 0;
const biome = (...args) => tool("@biomejs/biome/bin/biome", ...args);
const types = (project) => tool("typescript/bin/tsc", "-p", project, "--noEmit");

/** @type {Record<string, () => boolean>} */
const CHECKS = {
  types: () => ["server/src/core/tsconfig.json", "server", "client", "."].map(types).every(Boolean),
  lint: () => biome("lint", "--error-on-warnings"),
  format: () => biome("format"),
  generated: generatedFilesAreCurrent,
  bundles: () => build(["--tests"]),
  unused: () => tool("knip/bin/knip.js", "--no-progress"),
  pins: () => report(pinProblems(ROOT)),
  licences: () => report(licenceProblems(ROOT)),
  audit,
};

const problem = installDependencies();
if (problem) {
  console.error(problem);
  console.log("\n0 passed, 1 failed");
  process.exit(1);
}
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(CHECKS);
let passed = 0;
for (const name of names) {
  const good = CHECKS[name]?.() ?? report([`there is no check "${name}"`]);
  console.log(`${good ? "✔" : "✘"} ${name}`);
  if (good) passed++;
}
console.log(`\n${passed} passed, ${names.length - passed} failed`);
process.exitCode = passed === names.length ? 0 : 1;

/** Generating again must change nothing, whatever else has been edited in the folder. */
function generatedFilesAreCurrent() {
  const before = workTree();
  if (runNode(["scripts/generate.mjs"]) !== 0) return false;
  const after = workTree();
  const changed = [...after].filter(([file, hash]) => before.get(file) !== hash).map(([file]) => file);
  const gone = [...before.keys()].filter((file) => !after.has(file));
  return report([...changed, ...gone].map((file) => `${file} was not current: npm run generate, then commit it`));
}

/** Every file that differs from the commit or is not in it, with what it holds. */
function workTree() {
  const args = ["status", "--porcelain", "-z", "--untracked-files=all", "--no-renames"];
  const { stdout } = spawnSync("git", args, { cwd: ROOT, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const files = stdout.split("\0").filter((entry) => entry !== "");
  return new Map(files.map((entry) => [entry.slice(3), contentHash(join(ROOT, entry.slice(3)))]));
}

function contentHash(file) {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch {
    return "deleted";
  }
}

/** Where the registry answers no such question, that is said and nothing is claimed. */
function audit() {
  const { problems, unanswered } = auditProblems(ROOT);
  if (unanswered !== undefined) console.log(`  not audited: ${unanswered}`);
  return report(problems);
}

/** @param {readonly string[]} problems */
function report(problems) {
  for (const line of problems) console.error(`  ${line}`);
  return problems.length === 0;
}
