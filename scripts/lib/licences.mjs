// What the bundles hold that others wrote, and under which licences.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Licences (SPDX) that may be shipped: permissive, and nothing is asked but that their text goes along. */
const ALLOWED = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD", "BlueOak-1.0.0"]);

/** A package that is shipped. */
/** @typedef {{ name: string, version: string, licence: string, folder: string }} Shipped */

/**
 * The packages that run in the product: the dependencies and theirs, by the lock file, in name order.
 * @param {string} root
 * @returns {Shipped[]}
 */
export function shippedPackages(root) {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const seen = new Set();
  const visit = (name, from) => {
    const key = resolveFrom(packages, name, from);
    if (key === undefined || seen.has(key)) return;
    seen.add(key);
    for (const next of Object.keys(packages[key].dependencies ?? {})) visit(next, key);
  };
  for (const name of Object.keys(packages[""].dependencies ?? {})) visit(name, "");
  return [...seen].sort().map((key) => ({
    name: key.slice(key.lastIndexOf("node_modules/") + "node_modules/".length),
    version: packages[key].version,
    licence: packages[key].license ?? "none stated",
    folder: join(root, key),
  }));
}

/** The place in the lock file that `name` means to the package at `from`, by Node's rule. */
function resolveFrom(packages, name, from) {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf("/node_modules/"), 0))) {
    const key = `${at === "" ? "" : `${at}/`}node_modules/${name}`;
    if (key in packages) return key;
    if (at === "") return undefined;
  }
}

/**
 * Packages that may not be shipped as they are, one sentence each.
 * @param {string} root
 */
export function licenceProblems(root) {
  return shippedPackages(root).flatMap((one) => [
    ...(ALLOWED.has(one.licence)
      ? []
      : [`${one.name} is under "${one.licence}", which is not on the list of licences`]),
    ...(licenceText(one) === undefined ? [`${one.name} ships no text of its licence`] : []),
  ]);
}

/** @param {Shipped} shipped */
export function licenceText({ folder }) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(name));
  return file === undefined ? undefined : readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
}
