import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const SOURCE = "server/data/claims.yaml";

/**
 * What rules on public claims look for, as one module; the sentences that show it stay behind.
 * @param {string} root the project's folder
 * @returns {Promise<{ path: string, text: string }[]>} files to write, paths relative to `root`
 */
export async function generate(root) {
  const { guards, certificate, rules } = parse(readFileSync(path.join(root, SOURCE), "utf8"));
  const data = { guards, certificate, rules: rules.map(({ says: _says, leaves: _leaves, ...rule }) => rule) };
  return [
    {
      path: "server/src/core/generated/claims.ts",
      text: [
        `// Generated from ${SOURCE} by scripts/generate.mjs. Do not edit.\n`,
        "\n/** Patterns of public claims and the guards that leave a sentence alone, as JSON text. */\n",
        `export default ${JSON.stringify(JSON.stringify(data))};\n`,
      ].join(""),
    },
  ];
}
