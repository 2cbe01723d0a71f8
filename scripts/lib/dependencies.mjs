// Brings node_modules to what the lock file says, and does nothing when it is there already.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, runNpm } from "./process.mjs";

/** Says what stands in the way in one sentence, or undefined once everything is installed. */
export function installDependencies() {
  const version = nodeProblem();
  if (version) return version;
  if (isInstalled(ROOT)) return undefined;
  console.log("Installing the project's dependencies …");
  const code = runNpm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
  return code === 0 ? undefined : `npm ci ended with ${code}: the project's dependencies could not be installed.`;
}

function nodeProblem() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return undefined;
  return `Node ${process.versions.node} is too old: Node 20.19 or newer is needed.`;
}

/**
 * Whether a folder's node_modules holds every package of its package-lock.json in the locked version.
 * npm keeps what it installed in node_modules/.package-lock.json; packages for other platforms are not in it.
 * @param {string} folder
 */
export function isInstalled(folder) {
  try {
    const wanted = packagesOf(join(folder, "package-lock.json"));
    const present = packagesOf(join(folder, "node_modules", ".package-lock.json"));
    return Object.entries(wanted).every(
      ([path, { version, optional, link }]) =>
        path === "" || link || (path in present ? present[path].version === version : optional === true),
    );
  } catch {
    return false;
  }
}

/** @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>} */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, "utf8")).packages;
}
