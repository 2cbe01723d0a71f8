// Writes every generated file, or with --check says which are out of date and exits 1.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Folders that hold nothing but generated files: whatever no generator writes there is left over. */
const OWNED = ["server/src/core/generated", "snippets", "docs/reference"];

/**
 * What every generator yields, in path order.
 * @returns {Promise<{ path: string, text: string }[]>}
 */
export async function generateAll(root = ROOT) {
  const folder = path.join(root, "scripts/generate");
  const files = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".mjs")) continue;
    const { generate } = await import(new URL(`./generate/${name}`, import.meta.url).href);
    if (typeof generate === "function") files.push(...(await generate(root)));
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Paths of all files below a folder, relative to `root`. */
const filesBelow = (root, folder) =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(root, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );

/** Files in the owned folders that no generator writes. */
function leftOver(root, files) {
  const written = new Set(files.map((f) => f.path));
  return OWNED.flatMap((folder) => (existsSync(path.join(root, folder)) ? filesBelow(root, folder) : [])).filter(
    (p) => !written.has(p),
  );
}

/** Paths of generated files that are missing, changed or left over. */
export async function outOfDate(root = ROOT) {
  const files = await generateAll(root);
  const changed = files.filter(({ path: p, text }) => {
    const at = path.join(root, p);
    return !existsSync(at) || readFileSync(at, "utf8") !== text;
  });
  return [...changed.map((f) => f.path), ...leftOver(root, files)];
}

async function write(root) {
  const files = await generateAll(root);
  for (const { path: p, text } of files) {
    const at = path.join(root, p);
    if (existsSync(at) && readFileSync(at, "utf8") === text) continue;
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, text);
    console.log(`wrote ${p}`);
  }
  for (const p of leftOver(root, files)) {
    rmSync(path.join(root, p), { recursive: true });
    console.log(`removed ${p}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes("--check")) {
    const stale = await outOfDate();
    for (const p of stale) console.error(`out of date: ${p}`);
    if (stale.length > 0) {
      console.error("Run: node scripts/generate.mjs");
      process.exitCode = 1;
    }
  } else {
    await write(ROOT);
  }
}
