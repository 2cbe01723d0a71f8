import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const literal = (data) => JSON.stringify(JSON.stringify(data));

const variableOf = (name) => name.replace(/\.yaml$/, "").replace(/[^A-Za-z0-9]+(\w)/g, (_, c) => c.toUpperCase());

/**
 * The generated crosswalks: one module a file, read when one of its ends is asked for, and one that says which there are.
 * @param {string} root the project's folder
 * @returns {{ path: string, text: string }[]} files to write, paths relative to `root`
 */
export function generate(root) {
  const folder = path.join(root, "server/data/crosswalks");
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  const files = [];
  const imports = [];
  const entries = [];
  for (const name of names) {
    const { from, to, ...rest } = parse(readFileSync(path.join(folder, name), "utf8"));
    const file = `crosswalk-${name.replace(/\.yaml$/, "")}.ts`;
    files.push({
      path: `server/src/core/generated/${file}`,
      text: `// Generated from server/data/crosswalks/${name} by scripts/generate.mjs. Do not edit.\nexport default () =>\n  ${literal(rest)};\n`,
    });
    imports.push(`import ${variableOf(name)} from "./${file}";`);
    entries.push(`  { from: ${JSON.stringify(from)}, to: ${JSON.stringify(to)}, text: ${variableOf(name)} },`);
  }
  files.push({
    path: "server/src/core/generated/crosswalks.ts",
    text: [
      "// Generated from server/data/crosswalks/ by scripts/generate.mjs. Do not edit.\n",
      imports.join("\n"),
      "\n\n/** Every crosswalk: the standards at its ends, and what gives the rest of its file as JSON text. */\n",
      `export default [\n${entries.join("\n")}\n] as readonly { from: string; to: string; text: () => string }[];\n`,
    ].join(""),
  });
  return files;
}
