// Exact versions everywhere, and lock files that work against any registry.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const PACKAGES = [".", "scripts/host"];

/**
 * What is not pinned, or does not agree, one sentence each.
 * @param {string} root
 */
export function pinProblems(root) {
  return PACKAGES.flatMap((folder) => {
    const read = (name) => JSON.parse(readFileSync(join(root, folder, name), "utf8"));
    const manifest = read("package.json");
    const lock = read("package-lock.json");
    return [...manifestProblems(manifest, lock), ...lockProblems(lock)].map((text) => `${folder}: ${text}`);
  });
}

function manifestProblems(manifest, lock) {
  const groups = ["dependencies", "devDependencies", "optionalDependencies"];
  return groups.flatMap((group) =>
    Object.entries(manifest[group] ?? {}).flatMap(([name, version]) => {
      if (!EXACT.test(version)) return [`${name} is "${version}", not one exact version`];
      const locked = lock.packages[`node_modules/${name}`]?.version;
      return locked === version ? [] : [`${name} is ${version} in package.json and ${locked} in the lock file`];
    }),
  );
}

function lockProblems(lock) {
  return Object.entries(lock.packages).flatMap(([path, entry]) => [
    ...(entry.resolved !== undefined ? [`the lock file says where ${path} is downloaded from`] : []),
    ...(path !== "" && !entry.link && !entry.integrity ? [`the lock file has no checksum of ${path}`] : []),
    ...missingOptionals(lock, path, entry).map((name) => `the lock file lacks ${name}, so that npm ci refuses it`),
  ]);
}

/** npm leaves packages of other platforms out of the lock file where it cannot find them. */
function missingOptionals(lock, path, entry) {
  const nearby = (name) => `${path === "" ? "" : `${path}/`}node_modules/${name}` in lock.packages;
  const hoisted = (name) => `node_modules/${name}` in lock.packages;
  return Object.keys(entry.optionalDependencies ?? {}).filter((name) => !nearby(name) && !hoisted(name));
}
