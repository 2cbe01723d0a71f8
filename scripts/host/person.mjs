// The workbench's page handled as a person would: by keyboard, menus and what can be read on the screen.

/** @typedef {import("playwright-core").Page} Page */

/** Waits until the workbench is there and its windows have settled. */
export async function workbenchShown(page) {
  await page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 60_000 });
  await page.locator(".monaco-workbench .explorer-folders-view").waitFor({ timeout: 60_000 });
}

/** How often a person tries what did not arrive. */
const TRIES = 4;

/** How long a person waits for something to happen before trying again, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Does something, and again while it does not arrive: what takes the focus meanwhile swallows keys and puts away what has just opened, and
 * what is drawn anew under the pointer swallows clicks.
 * @param {(options: { timeout: number }) => Promise<unknown>} act fails when it could not be done within `timeout` milliseconds.
 * @throws {Error} that of the last attempt.
 */
async function insist(act) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act({ timeout: PATIENCE });
    } catch (error) {
      if (attempt === TRIES) throw error;
    }
  }
}

/** Runs a command of the palette by its title. */
export async function command(page, title) {
  await pick(page, "F1", `>${title}`, title.split(": ").at(-1));
}

/** Opens a file of the workspace by its path. */
export async function openFile(page, path) {
  await insist(async (options) => {
    await pick(page, "ControlOrMeta+p", path, path.split("/").at(-1));
    await tab(page, path).waitFor(options);
  });
}

/** Opens the quick input by a key, types into it and takes the row that says `row`. */
async function pick(page, key, text, row) {
  const input = page.locator(".quick-input-widget input[type=text]");
  await insist(async (options) => {
    await page.keyboard.press(key);
    await input.fill(text, options);
    await page.locator(".quick-input-list .monaco-list-row", { hasText: row }).first().click(options);
  });
}

/** Puts the cursor at a line and column, counted from 1, of the open file. */
export async function goTo(page, line, column) {
  await pick(page, "ControlOrMeta+p", `:${line}:${column}`, String(line));
}

/** Clicks on something until what that brings is there. */
export async function click(target, brings) {
  await insist(async (options) => {
    await target.click(options);
    await brings.waitFor(options);
  });
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
  // While problems arrive the panel may draw its filter anew, empty.
  await insist(async (options) => {
    await page.locator(".panel .viewpane-filter input").fill(text, options);
    await page.locator(".panel .viewpane-filter", { hasText: "Showing" }).waitFor(options);
  });
}

/** Goes from a row of the Problems panel that says `text` to its place in a file. */
export async function goToProblem(page, text, path) {
  await insist(async (options) => {
    await problems(page, text).first().dblclick(options);
    await tab(page, path).waitFor(options);
    await editing(page).waitFor(options);
  });
}

/** The editor that has the focus. */
function editing(page) {
  return page.locator(".editor-instance .monaco-editor.focused");
}

/**
 * Opens the menu of what can be done at the cursor, takes the entry that says `text`, and again while that was not possible.
 * @param {() => Promise<unknown>} [opened] called while the menu is open.
 */
export async function quickFix(page, text, opened) {
  await insist(async (options) => {
    await openQuickFixes(page, text, options);
    await opened?.();
    await menuEntry(page, text).click(options);
  });
}

/** Opens the menu of what can be done at the cursor, which has an entry that says `text`. */
export async function quickFixMenu(page, text) {
  await insist((options) => openQuickFixes(page, text, options));
}

/**
 * Waits for the light bulb but does not rely on it: the editor shows none where it was given the focus after it had asked for actions or
 * where it mistakes one that stood in another file for it. It also drops a menu where it asks for actions again just then.
 */
async function openQuickFixes(page, text, options) {
  if (!(await editing(page).isVisible())) await command(page, "View: Focus Active Editor Group");
  await lightBulb(page)
    .waitFor(options)
    .catch(() => undefined);
  await page.keyboard.press("ControlOrMeta+.");
  await menuEntry(page, text).waitFor(options);
}

/** The light bulb at the cursor, which says that something can be done there. */
function lightBulb(page) {
  return page.locator('.monaco-editor [class*="gutter-lightbulb"], .monaco-editor .lightBulbWidget:visible').first();
}

/** The entry of an open menu of actions that says `text`. */
function menuEntry(page, text) {
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
