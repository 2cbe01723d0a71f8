// Builds and packages, with what is installed.
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CACHE, ROOT, runNode } from "./process.mjs";

const VSCE = join(ROOT, "node_modules", "@vscode", "vsce", "vsce");

/**
 * Bundles into dist/.
 * @param {readonly string[]} [flags] `--tests`, `--minify`
 * @returns {boolean} whether it went well; what went wrong is on stderr.
 */
export function build(flags = []) {
  return runNode(["esbuild.config.mjs", ...flags]) === 0;
}

/** What is published stands here by itself: vsce would walk the whole folder, the editor host in .cache included. */
export const STAGE = join(CACHE, "package");

/**
 * Packages the extension as it is published: the manifest's `files` and no others.
 * @returns {string | undefined} the .vsix, or nothing when vsce refused; its reasons are on stderr.
 */
export function packageExtension() {
  if (!build(["--minify"])) return undefined;
  stage();
  const file = join(CACHE, "aims.vsix");
  const options = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "--out", file];
  return runNode([VSCE, "package", ...options], { cwd: STAGE, quiet: true }) === 0 ? file : undefined;
}

function stage() {
  const { files } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  rmSync(STAGE, { recursive: true, force: true });
  for (const file of ["package.json", ...files]) cpSync(join(ROOT, file), join(STAGE, file), { recursive: true });
}
