// Builds and packages, with what is installed.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { CACHE, ROOT, runNode } from "./process.mjs";

/**
 * Bundles into dist/.
 * @param {readonly string[]} [flags] `--tests`, `--minify`
 * @returns {boolean} whether it went well; what went wrong is on stderr.
 */
export function build(flags = []) {
  return runNode(["esbuild.config.mjs", ...flags]) === 0;
}

/**
 * Packages the extension as it is published.
 * @returns {string | undefined} the .vsix, or nothing when vsce refused; its reasons are on stderr.
 */
export function packageExtension() {
  if (!build(["--minify"])) return undefined;
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, "aims.vsix");
  const vsce = join(ROOT, "node_modules", "@vscode", "vsce", "vsce");
  const code = runNode(
    [vsce, "package", "--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "--out", file],
    {
      quiet: true,
    },
  );
  return code === 0 ? file : undefined;
}
