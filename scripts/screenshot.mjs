// npm run screenshot: takes the README's picture, media/screenshot.png, from the real editor with examples/lender open.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { openPage } from "./host/browser.mjs";
import { installHost } from "./host/install.mjs";
import * as person from "./host/person.mjs";
import { createProfile, installExtension, startWorkbench } from "./host/workbench.mjs";
import { packageExtension } from "./lib/build.mjs";
import { ROOT } from "./lib/process.mjs";

const SETTINGS = {
  "workbench.colorTheme": "Default Dark Modern",
  "git.enabled": false,
  "editor.minimap.enabled": false,
  "[markdown]": { "editor.wordWrap": "off" },
  "problems.defaultViewMode": "tree",
};

const picture = process.argv[2] ?? join(ROOT, "media", "screenshot.png");
const vsix = packageExtension();
if (!vsix) process.exit(1);
const host = installHost();
const profile = createProfile(SETTINGS);
const folder = join(profile.folder, "lender");
cpSync(join(ROOT, "examples", "lender"), folder, { recursive: true });
installExtension(host, profile, vsix);
const workbench = await startWorkbench(host, profile, { flags: ["--enable-remote-auto-shutdown"] });
const { browser, page } = await openPage({ width: 1440, height: 880, scale: 1.5 });
try {
  await page.goto(workbench.address(folder));
  await person.workbenchShown(page);
  await compose(page);
  await page.screenshot({ path: picture });
  console.log(picture);
} finally {
  await browser.close();
  await workbench.stop();
  profile.remove();
}

/**
 * Coverage and systems at the left, a system's record with what can be done about its finding, the workspace's problems.
 * @param {import("playwright-core").Page} page
 */
async function compose(page) {
  const record = "systems/AI-002-affordability.yaml";
  await person.activity(page, "AIMS");
  await person.widenSideBar(page, 90);
  await person.click(person.sideRows(page, "Leadership").first(), person.sideRows(page, "5.2 ").first());
  await person.command(page, "Problems: Focus on Problems View");
  await person.problems(page, "aims").first().waitFor();
  await person.tidy(page);
  await person.openFile(page, record);
  await person.goTo(page, 2, 7);
  await page.mouse.move(700, 300);
  await person.quickFixMenu(page, "impact assessment");
  // Icons of the trees fade in.
  await page.waitForTimeout(2000);
}
