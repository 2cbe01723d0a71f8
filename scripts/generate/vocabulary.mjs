// The vocabulary as JSON text.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

/** Each way a table may be recognised as `{ columns: [["id"], ["title", "description"]], title?: [...] }`. */
function tables(kind) {
  return (kind.tables ?? []).map((way) => ({
    columns: (way.columns ?? way).map((c) => c.split("|")),
    title: way.title,
  }));
}

/** @param {string} root the project's folder */
export async function generate(root) {
  const data = parse(readFileSync(path.join(root, "server/data/vocabulary.yaml"), "utf8"));
  for (const kind of Object.values(data.kinds)) kind.tables = tables(kind);
  return [
    {
      path: "server/src/core/generated/vocabulary.ts",
      text: [
        "// Generated from server/data/vocabulary.yaml by scripts/generate.mjs. Do not edit.",
        "/** The vocabulary as JSON text, parsed on first use. */",
        `export const VOCABULARY_JSON = ${JSON.stringify(JSON.stringify(data))};`,
        "",
      ].join("\n"),
    },
  ];
}
