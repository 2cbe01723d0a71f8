// Snippets for new records: YAML for every kind, and in Markdown a whole document or a register table.
import { loadKinds } from "./schemas.mjs";

/** Numbers the cursor stops of one snippet. */
class Stops {
  #next = 1;
  /** A stop with a list to choose from, a text to type over, or nothing. */
  stop({ choices, text } = {}) {
    const n = this.#next++;
    if (choices) return `\${${n}|${choices.map((c) => c.replace(/[\\,|]/g, "\\$&")).join(",")}|}`;
    return text === undefined ? `$${n}` : `\${${n}:${text}}`;
  }
}

const LIST_TYPES = ["refs", "people", "provisions", "paths", "list"];

/** The value part of a field: a choice where the schema has one; never an answer in place of the writer's. */
function value(stops, kind, field) {
  if (field.type === "id") return stops.stop({ text: `${kind.idPrefixes[0] ?? "ID"}-001` });
  if (field.type === "enum" || field.type === "enum-list")
    return stops.stop({ choices: field.values.map((v) => v.value) });
  if (field.type === "boolean") return stops.stop({ choices: ["true", "false"] });
  return stops.stop();
}

function yamlField(stops, kind, field) {
  if (LIST_TYPES.includes(field.type) || field.type === "enum-list")
    return [`${field.name}: [${value(stops, kind, field)}]`];
  if (field.type === "maps") {
    const [first, ...rest] = field.nested;
    return [
      `${field.name}:`,
      `  - ${first.name}: ${value(stops, kind, first)}`,
      ...rest.map((f) => `    ${f.name}: ${value(stops, kind, f)}`),
    ];
  }
  if (field.type === "map") {
    return [`${field.name}:`, ...(field.nested ?? []).map((f) => `  ${f.name}: ${value(stops, kind, f)}`)];
  }
  return [`${field.name}: ${value(stops, kind, field)}`];
}

/** Fields worth writing from the start: what is required, one of what is asked for, and what is recommended. */
export function startingFields(kind) {
  const always = [kind.oneOf?.[0], kind.fields.some((f) => f.name === "id") ? "id" : undefined];
  return kind.fields.filter((f) => f.required || f.recommended || always.includes(f.name));
}

function yamlSnippet(kind) {
  const stops = new Stops();
  const fields = startingFields(kind).flatMap((f) => yamlField(stops, kind, f));
  return {
    prefix: [`aims-${kind.id}`, `aims: ${kind.id}`],
    description: `${kind.title}: ${kind.summary}`,
    body: [`aims: ${kind.id}`, ...fields, "$0"],
  };
}

function documentSnippet(kind) {
  const stops = new Stops();
  const fields = startingFields(kind).filter((f) => f.name !== "title" && f.type !== "maps" && f.type !== "map");
  const title = stops.stop();
  return {
    prefix: [`aims-${kind.id}`],
    description: `${kind.title} as a document: ${kind.summary}`,
    body: [
      "---",
      `aims: ${kind.id}`,
      `title: ${title}`,
      ...fields.flatMap((f) => yamlField(stops, kind, f)),
      "---",
      "",
      `# ${title}`,
      "",
      "$0",
    ],
  };
}

const NOT_IN_TABLES = ["map", "maps", "satisfies"];

/** Columns of a new register table. */
export function tableFields(kind) {
  return startingFields(kind).filter((f) => !NOT_IN_TABLES.includes(f.type));
}

function tableSnippet(kind) {
  const stops = new Stops();
  const fields = tableFields(kind);
  const label = (f) => (f.type === "id" ? `${kind.title} ID` : f.title);
  return {
    prefix: [`aims-${kind.id}-table`],
    description: `Register of ${kind.registerKey.replace(/_/g, " ")} as a table: ${kind.summary}`,
    body: [
      `| ${fields.map(label).join(" | ")} |`,
      `|${fields.map((f) => "-".repeat(label(f).length + 2)).join("|")}|`,
      `| ${fields.map((f) => value(stops, kind, f)).join(" | ")} |`,
      "$0",
    ],
  };
}

const file = (entries) => `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;

/** @param {string} root the project's folder */
export async function generate(root) {
  const kinds = loadKinds(root).map((k) => k.info);
  const registers = kinds.filter((k) => !k.document);
  return [
    { path: "snippets/yaml.code-snippets", text: file(kinds.map((k) => [`AIMS: ${k.title}`, yamlSnippet(k)])) },
    {
      path: "snippets/markdown.code-snippets",
      text: file([
        ...kinds
          .filter((k) => k.document && k.id !== "management-system")
          .map((k) => [`AIMS: ${k.title}`, documentSnippet(k)]),
        ...registers.map((k) => [`AIMS: ${k.title} register`, tableSnippet(k)]),
      ]),
    },
  ];
}
