import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const BANNER = (source) => `// Generated from ${source} by scripts/generate.mjs. Do not edit.\n`;

/** Fields of a standard's file that stand in the head, which is read with the first citation; all else waits until that standard is asked for. */
const HEAD = [
  ...[
    "standard",
    "edition",
    "designation",
    "short",
    "aliases",
    "citation",
    "title",
    "publisher",
    "kind",
    "certifiable",
  ],
  ...["status", "editions", "amendments", "checked", "recheck_by", "complete", "own_titles", "derived_ids", "numbers"],
];

/** `{ complete, ids, ranges }` of a catalogue of bare numbers, written out. */
function expandNumbers(numbers) {
  if (numbers === undefined) return undefined;
  const ids = numbers.ids.map(String);
  for (const { prefix, from, to } of numbers.ranges ?? []) {
    for (let n = from; n <= to; n++) ids.push(`${prefix}${n}`);
  }
  return { complete: numbers.complete === true, ids };
}

function split(data) {
  const head = {};
  const body = {};
  for (const [key, value] of Object.entries(data)) {
    if (HEAD.includes(key)) head[key] = value;
    else body[key] = value;
  }
  head.numbers = expandNumbers(head.numbers);
  head.catalogued = (body.provisions ?? []).length > 0;
  return { head, body };
}

const literal = (data) => JSON.stringify(JSON.stringify(data));

/**
 * The generated catalogue: one module with all heads, and one with the provisions of each standard as JSON text.
 * @param {string} root the project's folder
 * @returns {Promise<{ path: string, text: string }[]>} files to write, paths relative to `root`
 */
export async function generate(root) {
  const folder = path.join(root, "server/data/standards");
  const out = "server/src/core/generated";
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  const files = [];
  const heads = [];
  const imports = [];
  const bodies = [];
  for (const name of names) {
    const { head, body } = split(parse(readFileSync(path.join(folder, name), "utf8")));
    heads.push(head);
    const variable = head.standard.replace(/-(\w)/g, (_, c) => c.toUpperCase());
    imports.push(`import ${variable} from "./catalog-${head.standard}.ts";`);
    bodies.push(`  ${JSON.stringify(head.standard)}: ${variable},`);
    files.push({
      path: `${out}/catalog-${head.standard}.ts`,
      text: `${BANNER(`server/data/standards/${name}`)}export default () =>\n  ${literal(body)};\n`,
    });
  }
  files.push({
    path: `${out}/catalog.ts`,
    text: [
      BANNER("server/data/standards/"),
      imports.join("\n"),
      "\n\n/** Heads of all standards, as JSON text. */\n",
      `export const heads = ${literal(heads)};\n`,
      "\n/** What gives the rest of each standard's file as JSON text, by the standard's id. */\n",
      `export const bodies: Readonly<Record<string, () => string>> = {\n${bodies.join("\n")}\n};\n`,
    ].join(""),
  });
  files.push({
    path: `${out}/coverage.ts`,
    text: `${BANNER("server/data/coverage.yaml")}\n/** Which kinds bear on which provisions, as JSON text. */\nexport default ${literal(
      parse(readFileSync(path.join(root, "server/data/coverage.yaml"), "utf8")),
    )};\n`,
  });
  return files;
}
