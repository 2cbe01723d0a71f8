import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const SOURCE = "server/data/data-quality.yaml";

/**
 * Data-quality characteristics by use, and words of populations, as one module.
 * @param {string} root the project's folder
 * @returns {Promise<{ path: string, text: string }[]>} files to write, paths relative to `root`
 */
export async function generate(root) {
  const { standard: _, checked: __, ...data } = parse(readFileSync(path.join(root, SOURCE), "utf8"));
  return [
    {
      path: "server/src/core/generated/data-quality.ts",
      text: [
        `// Generated from ${SOURCE} by scripts/generate.mjs. Do not edit.\n`,
        "\n/** Characteristics by use and words of populations, as JSON text. */\n",
        `export default ${JSON.stringify(JSON.stringify(data))};\n`,
      ].join(""),
    },
  ];
}
