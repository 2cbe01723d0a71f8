import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const TIERS = "server/data/ai-act-tiers.yaml";
const DATES = "server/data/ai-act-dates.yaml";

/**
 * Conditions of the classes of the EU AI Act, its duties and its dates, as one module.
 * @param {string} root the project's folder
 * @returns {Promise<{ path: string, text: string }[]>} files to write, paths relative to `root`
 */
export async function generate(root) {
  const read = (name) => parse(readFileSync(path.join(root, name), "utf8"));
  const { checked, notice, order, union, decisive, exceptions, suggestions, conditions } = read(TIERS);
  const { amendment, duties, roles_together, superseded } = read(DATES);
  const data = {
    checked,
    notice,
    order,
    union,
    decisive,
    exceptions,
    suggestions,
    conditions,
    amendment,
    duties,
    roles_together,
    superseded,
  };
  return [
    {
      path: "server/src/core/generated/ai-act.ts",
      text: [
        `// Generated from ${TIERS} and ${DATES} by scripts/generate.mjs. Do not edit.\n`,
        "\n/** Conditions, exceptions, duties and dates as JSON text. */\n",
        `export default ${JSON.stringify(JSON.stringify(data))};\n`,
      ].join(""),
    },
  ];
}
