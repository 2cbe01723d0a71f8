// The workbench's page handled as a person would: by keyboard, menus and what can be read on the screen.

/** @typedef {import("playwright-core").Page} Page */

/** Waits until the workbench is there and its windows have settled. */
export async function workbenchShown(page) {
  await page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 60_000 });
  await page.locator(".monaco-workbench .explorer-folders-view").waitFor({ timeout: 60_000 });
}

/** Runs a command of the palette by its title. */
export async function command(page, title) {
  await page.keyboard.press("F1");
  await pick(page, `>${title}`, title.split(": ").at(-1));
}

/** Opens a file of the workspace by its path. */
export async function openFile(page, path) {
  await page.keyboard.press("ControlOrMeta+p");
  await pick(page, path, path.split("/").at(-1));
  await tab(page, path).waitFor();
}

/** Types into the quick input and takes the row that says `row`. */
async function pick(page, text, row) {
  const input = page.locator(".quick-input-widget input[type=text]");
  await input.waitFor({ state: "visible" });
  await input.fill(text);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: row }).first().waitFor();
  await page.keyboard.press("Enter");
}

/** Puts the cursor at a line and column, counted from 1, of the open file. */
export async function goTo(page, line, column) {
  const place = `${line}:${column}`;
  await page.keyboard.press("ControlOrMeta+p");
  await pick(page, `:${place}`, String(line));
}

/** The editor's tab of a file. */
export function tab(page, path) {
  return page.locator(".tabs-container .tab", { hasText: path.split("/").at(-1) });
}

/** The rows of the Problems panel that say `text`. */
export function problems(page, text) {
  return page.locator(".markers-panel .monaco-list-row", { hasText: text });
}

/** The rows of the side bar's trees that say `text`. */
export function sideRows(page, text) {
  return page.locator(".part.sidebar .monaco-list-row", { hasText: text });
}

/** Clicks an icon of the activity bar. */
export async function activity(page, name) {
  await page.locator(`.activitybar .action-item a[aria-label^="${name}"]`).click();
}

/** Shows only what says `text` in the Problems panel. */
export async function filterProblems(page, text) {
  const shown = page.locator(".panel .viewpane-filter", { hasText: "Showing" });
  await page.locator(".panel .viewpane-filter input").fill(text);
  try {
    await shown.waitFor({ timeout: 5_000 });
  } catch {
    // While problems arrive the panel may draw its filter anew, empty.
    await page.locator(".panel .viewpane-filter input").fill(text);
    await shown.waitFor();
  }
}

/** The light bulb at the cursor, which says that something can be done there. */
export function lightBulb(page) {
  return page.locator('.monaco-editor [class*="gutter-lightbulb"], .monaco-editor .lightBulbWidget').first();
}

/** The entry of an open menu of actions that says `text`. */
export function menuEntry(page, text) {
  return page.locator(".action-widget .monaco-list-row.action", { hasText: text }).first();
}

/** Drags the side bar's edge to the right. */
export async function widenSideBar(page, pixels) {
  const box = await page.locator(".part.sidebar").boundingBox();
  const edge = box.x + box.width;
  await page.mouse.move(edge, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(edge + pixels, box.y + 300, { steps: 5 });
  await page.mouse.up();
}

/** Puts away what pops up and would stand in the picture. */
export async function tidy(page) {
  await command(page, "Notifications: Clear All Notifications");
}
