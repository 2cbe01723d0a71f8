// A Chromium to look at the workbench with: one that is there already, or Debian's.
import { existsSync } from "node:fs";
import { run, which } from "../lib/process.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];

/**
 * The path of a Chromium; installs Debian's package when it may.
 * @throws {Error} one sentence what is missing.
 */
export function installChromium() {
  const present = findChromium();
  if (present) return present;
  if (process.getuid?.() !== 0 || !which("apt-get"))
    throw new Error("No Chromium found: install the chromium package or name a Chromium or Chrome in CHROMIUM.");
  console.log("Installing chromium with apt-get …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", "-qq"], { env, quiet: true });
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"], {
    env,
    quiet: true,
  });
  const installed = findChromium();
  if (!installed) throw new Error("apt-get could not install chromium: name a Chromium or Chrome in CHROMIUM.");
  return installed;
}

function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which does not exist.`);
  }
  return NAMES.map(which).find((file) => file !== undefined);
}
