// A browser page that can reach loopback only.
import { chromium } from "playwright-core";
import { installChromium } from "./chromium.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/**
 * Opens a page; `browser.close()` ends everything.
 * @param {{ width: number, height: number, scale?: number }} size
 */
export async function openPage(size = { width: 1400, height: 900 }) {
  const browser = await chromium.launch({ executablePath: installChromium(), headless: true, args: FLAGS });
  const context = await browser.newContext({
    viewport: { width: size.width, height: size.height },
    deviceScaleFactor: size.scale ?? 1,
  });
  // A busy machine draws slowly.
  context.setDefaultTimeout(90_000);
  return { browser, page: await context.newPage() };
}
