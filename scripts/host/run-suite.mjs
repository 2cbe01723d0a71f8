// Runs a test suite inside the extension host of the workbench. The suite's file keeps the contract of
// @vscode/test-electron (`run(): Promise<void>`), so the desktop editor runs the very same one.
import { format } from "node:util";
import { openPage } from "./browser.mjs";
import { installHost } from "./install.mjs";
import { createProfile, startWorkbench } from "./workbench.mjs";

/** Lines that start with it are the suite's own; everything else in the log is the workbench's. */
const MARK = "[suite] ";

/**
 * @typedef {object} Suite
 * @property {string} extension The extension's folder.
 * @property {string} tests The suite's bundled file.
 * @property {string} workspace The folder to open.
 * @property {Record<string, string>} [env] For the extension host.
 * @property {number} [timeout] Seconds.
 */

/**
 * @param {Suite} suite
 * @returns {Promise<number>} what the suite's run ended with: 0 when all passed
 * @throws {Error} when it could not be run.
 */
export async function runSuite(suite) {
  const host = installHost();
  const profile = createProfile({ "git.enabled": false, "files.autoSave": "off" });
  const flags = ["--enable-smoke-test-driver", "--enable-remote-auto-shutdown"];
  let workbench, browser;
  try {
    workbench = await startWorkbench(host, profile, { flags, env: { ...suite.env, AIMS_SUITE_MARK: MARK } });
    const opened = await openPage();
    browser = opened.browser;
    const { exit } = await exitOf(opened.page, suite.timeout ?? 420);
    // Without the smoke-test driver the workbench would ignore these two.
    const payload = [
      ["extensionDevelopmentPath", `vscode-remote://${workbench.authority}${suite.extension}`],
      ["extensionTestsPath", `vscode-remote://${workbench.authority}${suite.tests}`],
    ];
    await opened.page.goto(workbench.address(suite.workspace, { payload: JSON.stringify(payload) }));
    return await exit;
  } finally {
    await browser?.close();
    await workbench?.stop();
    profile.remove();
  }
}

/** The workbench calls `codeAutomationExit` with the runner's code, and `codeAutomationLog` for every line. */
async function exitOf(page, seconds) {
  const others = [];
  const exit = new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`${why}\n${others.join("\n")}`));
    const late = setTimeout(fail, seconds * 1000, `The suite did not end within ${seconds} s.`);
    late.unref();
    page.on("crash", () => fail("The workbench's page crashed."));
    void page.exposeFunction("codeAutomationExit", (code) => {
      clearTimeout(late);
      resolve(code);
    });
  });
  await page.exposeFunction("codeAutomationLog", (_type, args) => {
    const line = format(...args);
    if (line.startsWith(MARK)) return console.log(line.slice(MARK.length));
    others.push(line.slice(0, 400));
    if (others.length > 60) others.shift();
  });
  // Awaited later: until then a failure must not count as unhandled.
  exit.catch(() => {});
  return { exit };
}
