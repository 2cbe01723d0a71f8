// Runs the editor suite: in the workbench where it can be had (Linux), else or with --desktop or AIMS_TEST_HOST=desktop
// in the desktop editor.
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../scripts/lib/process.mjs";

const wanted = process.argv.includes("--desktop") ? "desktop" : process.env.AIMS_TEST_HOST;
const desktop = (wanted ?? (process.platform === "linux" ? "workbench" : "desktop")) === "desktop";
const { runSuite } = await import(desktop ? "../../scripts/host/desktop.mjs" : "../../scripts/host/run-suite.mjs");

// The suite writes into the workspace it opens.
const folder = realpathSync(mkdtempSync(join(tmpdir(), "aims-suite-")));
try {
  cpSync(join(ROOT, "test", "editor", "workspace"), folder, { recursive: true });
  process.exitCode = await runSuite({
    extension: ROOT,
    tests: join(ROOT, "dist", "test", "editor.cjs"),
    workspace: folder,
    env: process.env.AIMS_COUNTS ? { AIMS_COUNTS: process.env.AIMS_COUNTS } : {},
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
