import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { installHost } from "../../scripts/host/install.mjs";
import { openPage } from "../../scripts/host/browser.mjs";
import * as person from "../../scripts/host/person.mjs";
import { createProfile, installExtension, startWorkbench } from "../../scripts/host/workbench.mjs";
import { packageExtension } from "../../scripts/lib/build.mjs";
import { CACHE, ROOT } from "../../scripts/lib/process.mjs";

const SHOTS = join(CACHE, "shots");

describe("the packaged extension, used as a person would", function () {
  this.timeout(240_000);
  let profile: ReturnType<typeof createProfile>;
  let workbench: Awaited<ReturnType<typeof startWorkbench>> | undefined;
  let opened: Awaited<ReturnType<typeof openPage>> | undefined;
  let page: Page;
  let folder: string;

  before(async () => {
    mkdirSync(SHOTS, { recursive: true });
    const vsix = packageExtension();
    assert.ok(vsix, "the extension could not be packaged");
    const host = installHost();
    profile = createProfile({ "git.enabled": false });
    // What a person does in the editor lands in files.
    folder = join(profile.folder, "examples");
    cpSync(join(ROOT, "examples"), folder, { recursive: true });
    installExtension(host, profile, vsix);
    workbench = await startWorkbench(host, profile, { flags: ["--enable-remote-auto-shutdown"] });
    opened = await openPage();
    page = opened.page;
    await page.goto(workbench.address(folder));
    await person.workbenchShown(page);
  });

  after(async () => {
    await opened?.browser.close();
    await workbench?.stop();
    profile?.remove();
  });

  afterEach(async function () {
    const name = (this.currentTest?.title ?? "test").replaceAll(/\W+/g, "-");
    await page?.screenshot({ path: join(SHOTS, `${name}.png`) });
  });

  it("lists the findings of files that nobody opened in the Problems panel", async () => {
    await person.command(page, "Problems: Focus on Problems View");
    await person.problems(page, "aims").first().waitFor({ timeout: 30_000 });
    assert.equal(await page.locator(".tabs-container .tab").count(), 0);
  });

  it("shows coverage and systems behind an icon of its own", async () => {
    await person.activity(page, "AIMS");
    await person.sideRows(page, "42001").first().waitFor();
    await person.sideRows(page, "documented").first().waitFor();
    await page.locator(".part.sidebar .pane-header", { hasText: "AI Systems" }).waitFor();
    await person.sideRows(page, "unassessed").first().waitFor();
  });

  it("opens the source of a level when its row is clicked", async () => {
    const policy = person.sideRows(page, "5.2 ").first();
    await person.click(person.sideRows(page, "Leadership").first(), policy);
    await person.click(policy, page.locator(".tabs-container .tab").first());
  });

  it("makes the impact assessment of an unassessed system from the quick-fix menu", async () => {
    const before = new Set(files(folder));
    await person.command(page, "Problems: Focus on Problems View");
    await person.filterProblems(page, "unassessed-system");
    await person.goToProblem(page, "Affordability estimator", "AI-002-affordability.yaml");
    await person.quickFix(page, "impact assessment", () =>
      page.screenshot({ path: join(SHOTS, "quick-fix-menu.png") }),
    );
    // The editor makes the file first and saves what is in it a moment later.
    const made = await appears(() =>
      files(folder).find((file) => file.endsWith(".md") && !before.has(file) && read(folder, file) !== ""),
    );
    assert.match(read(folder, made), /AIIA-/);
    assert.match(read(folder, made), /Affordability estimator/);
    await person.tab(page, made).waitFor();
    await page.locator(".monaco-editor .view-line", { hasText: "AIIA-" }).first().waitFor();
  });
});

function files(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

async function appears<T>(probe: () => T | undefined): Promise<T> {
  for (let waited = 0; waited < 15_000; waited += 100) {
    const value = probe();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail("no new document on disk");
}
