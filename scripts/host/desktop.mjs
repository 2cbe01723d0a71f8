// Runs a test suite inside the desktop editor, which @vscode/test-electron downloads. Same shape as run-suite.mjs.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { CACHE } from "../lib/process.mjs";

/**
 * @param {import("./run-suite.mjs").Suite} suite
 * @returns {Promise<number>} 0 when all passed
 * @throws {Error} when it could not be run.
 */
export async function runSuite(suite) {
  const profile = mkdtempSync(join(tmpdir(), "aims-desktop-"));
  try {
    return await runTests({
      version: process.env.AIMS_VSCODE_VERSION ?? "stable",
      cachePath: join(CACHE, "desktop"),
      extensionDevelopmentPath: suite.extension,
      extensionTestsPath: suite.tests,
      extensionTestsEnv: suite.env,
      launchArgs: [suite.workspace, "--disable-extensions", "--disable-workspace-trust", "--user-data-dir", profile],
    });
  } catch (error) {
    if (error instanceof Error && /failed with code|Test run failed/i.test(error.message)) return 1;
    throw new Error(`The desktop editor could not be run: ${error instanceof Error ? error.message : error}`);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
