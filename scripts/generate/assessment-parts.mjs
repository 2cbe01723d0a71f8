import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const SOURCE = "server/data/assessment-parts.yaml";

/**
 * The parts of a written impact assessment, as one module.
 * @param {string} root the project's folder
 * @returns {Promise<{ path: string, text: string }[]>} files to write, paths relative to `root`
 */
export async function generate(root) {
  const { standard, parts, apparatus } = parse(readFileSync(path.join(root, SOURCE), "utf8"));
  const data = {
    parts: parts.map((part) => ({ ...part, standard, provisions: part.provisions.map(String) })),
    apparatus,
  };
  return [
    {
      path: "server/src/core/generated/assessment-parts.ts",
      text: [
        `// Generated from ${SOURCE} by scripts/generate.mjs. Do not edit.\n`,
        "\n/** Parts of a written impact assessment in order, and headings that stand for none, as JSON text. */\n",
        `export default ${JSON.stringify(JSON.stringify(data))};\n`,
      ].join(""),
    },
  ];
}
