import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const SOURCE = "server/data/card-parts.yaml";

/**
 * The parts of a model or system card, as one module.
 * @param {string} root the project's folder
 * @returns {Promise<{ path: string, text: string }[]>} files to write, paths relative to `root`
 */
export async function generate(root) {
  const { parts } = parse(readFileSync(path.join(root, SOURCE), "utf8"));
  return [
    {
      path: "server/src/core/generated/card-parts.ts",
      text: [
        `// Generated from ${SOURCE} by scripts/generate.mjs. Do not edit.\n`,
        "\n/** Parts of a card in order, as JSON text. */\n",
        `export default ${JSON.stringify(JSON.stringify(parts))};\n`,
      ].join(""),
    },
  ];
}
