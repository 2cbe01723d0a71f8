// The reference of the document format: a page for each kind, from its schema and the vocabulary.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { loadKinds } from "./schemas.mjs";
import { startingFields } from "./snippets.mjs";

const NOTE = "<!-- Generated from schemas/ and server/data/vocabulary.yaml by scripts/generate.mjs. Do not edit. -->";

const TYPES = {
  text: "text",
  enum: "one of the values below",
  "enum-list": "list of the values below",
  date: "date",
  boolean: "yes or no",
  number: "number",
  integer: "whole number",
  id: "id",
  person: "person",
  people: "list of people",
  provision: "provision",
  provisions: "list of provisions",
  path: "path",
  paths: "list of paths",
  list: "list",
  map: "mapping",
  maps: "list of mappings",
  version: "version",
  satisfies: "provisions by standard",
};

function typeName(field) {
  if (field.type === "ref" || field.type === "refs") {
    const what = field.refKinds ? field.refKinds.map((k) => `[${k}](${k}.md)`).join(", ") : "any record";
    return field.type === "ref" ? `id of ${what}` : `ids of ${what}`;
  }
  if (field.scale) return "number or word of a scale";
  if (field.open) return "text, usually one of the values below";
  return TYPES[field.type];
}

const mark = (field) => (field.required ? " · required" : field.recommended ? " · recommended" : "");

function fieldSection(field, labels, level = "###") {
  const lines = [
    `${level} \`${field.name}\``,
    "",
    `**${field.title}** · ${typeName(field)}${mark(field)}`,
    "",
    field.description,
  ];
  if (field.values) lines.push("", ...field.values.map((v) => `- \`${v.value}\`: ${v.description}`));
  if (field.nested) {
    lines.push("", "| Field | Type | What to write |", "| --- | --- | --- |");
    for (const n of field.nested) {
      const values = n.values ? ` (${n.values.map((v) => `\`${v.value}\``).join(", ")})` : "";
      lines.push(`| \`${n.name}\`${n.required ? " (required)" : ""} | ${typeName(n)}${values} | ${n.description} |`);
    }
  }
  if (labels?.length > 0) lines.push("", `Also read as: ${labels.map((l) => `“${l}”`).join(", ")}.`);
  return [...lines, ""];
}

/** Fields whose schema is the same in most kinds; they stand on one page. */
function commonFields(kinds) {
  const counts = new Map();
  for (const { info } of kinds) {
    for (const { required, recommended, ...f } of info.fields) {
      const key = JSON.stringify(f);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, n]) => n > kinds.length / 2).map(([key]) => key));
}

const keyOf = ({ required, recommended, ...f }) => JSON.stringify(f);

function idText(kind) {
  if (kind.idPrefixes.length === 0) return "It has no id of its own.";
  const [first, ...rest] = kind.idPrefixes;
  const others = rest.length > 0 ? `; ${rest.map((p) => `\`${p}-…\``).join(", ")} are known too` : "";
  return `Usual id: \`${first}-001\`${others}.`;
}

/** How fields may be written together in one mapping. */
function groupSections({ groups }, labels) {
  if (groups.length === 0) return [];
  return [
    "## Fields in one mapping",
    "",
    "In YAML these may stand in a mapping of their own and are the same fields there.",
    "",
    ...groups.flatMap(({ name, description, parts }) => [
      `### \`${name}:\``,
      "",
      description,
      "",
      "| Part | Field |",
      "| --- | --- |",
      ...parts.map(([part, field]) => `| \`${part}\` | \`${field}\` |`),
      "",
      `Also read as: ${labels[name].map((l) => `“${l}”`).join(", ")}.`,
      "",
    ]),
  ];
}

function example(kind) {
  const fields = startingFields(kind).map((f) =>
    f.type === "id" ? `id: ${kind.idPrefixes[0] ?? "ID"}-001` : `${f.name}:`,
  );
  return ["```yaml", `aims: ${kind.id}`, ...fields, "```"];
}

function kindPage({ info: kind }, common, words) {
  const own = kind.fields.filter((f) => !common.has(keyOf(f)));
  const shared = kind.fields.filter((f) => common.has(keyOf(f)));
  const provisions = kind.demonstrates.map((p) => `\`${p}\``).join(", ");
  const recommended = shared.filter((f) => f.required || f.recommended).map((f) => `\`${f.name}\`${mark(f)}`);
  return [
    NOTE,
    "",
    `# ${kind.title}`,
    "",
    kind.summary,
    "",
    `Write \`aims: ${kind.id}\`, or list such records under \`${kind.registerKey}:\`. ${idText(kind)}`,
    ...(provisions === "" ? [] : ["", `A record of this kind deals by its nature with ${provisions}.`]),
    ...(kind.oneOf ? ["", `At least one of ${kind.oneOf.map((f) => `\`${f}\``).join(", ")} has to be there.`] : []),
    "",
    "What to begin with:",
    "",
    ...example(kind),
    "",
    "## Fields",
    "",
    ...own.flatMap((f) => fieldSection(f, words.kinds[kind.id].fields?.[f.name])),
    ...groupSections(kind, words.kinds[kind.id].groups),
    "## Common fields",
    "",
    `These mean the same in every kind and are explained under [common fields](common.md): ${shared.map((f) => `\`${f.name}\``).join(", ")}.`,
    ...(recommended.length > 0 ? ["", `Of them: ${recommended.join(", ")}.`] : []),
    "",
  ].join("\n");
}

function commonPage(kinds, common, words) {
  const seen = new Map();
  for (const { info } of kinds) for (const f of info.fields) if (common.has(keyOf(f))) seen.set(f.name, f);
  return [
    NOTE,
    "",
    "# Common fields",
    "",
    "Fields that mean the same in every kind of record.",
    "",
    ...[...seen.values()].flatMap(({ required, recommended, ...f }) => fieldSection(f, words.fields[f.name], "##")),
  ].join("\n");
}

function indexPage(kinds) {
  const rows = kinds.map(
    ({ info: k }) => `| [${k.title}](${k.id}.md) | \`${k.id}\` | \`${k.registerKey}\` | ${k.summary} |`,
  );
  return [
    NOTE,
    "",
    "# Document format",
    "",
    "A record is one thing the management system speaks of: a policy, a system, a risk. It may be written as a YAML file, as an",
    "item of a YAML register, as front matter or a block of bold labels at the top of a Markdown file, as a row of a Markdown table",
    "or CSV file, or as a heading with labelled lines. The fields are the same everywhere; see also the",
    "[common fields](common.md).",
    "",
    "| Kind | `aims:` | Register | What it is |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
    "## How values are written",
    "",
    "- **Dates** are best written `2026-03-14`. `14 March 2026`, `March 14, 2026`, `14-Mar-2026`, `14.03.2026`, `March 2026` and",
    "  `Q1 2026` are read too. `03/04/2026` is two different days and is asked about.",
    "- **Ids** are a prefix, a hyphen and a number: `RISK-001`. A reference is the id itself.",
    "- **People** are a name, with the post in parentheses if it matters: `Jane Doe (Head of Credit)`.",
    "- **Lists** in one line or cell are separated by commas or semicolons.",
    "- **Provisions** are numbers as the standard has them: `5.2`, `A.6.2.4`; with several standards in use",
    "  `iso-42001:A.6.2.4`.",
    "- **Allowed values** are also known by the words people use for them: `In progress`, `✅`, `Y`.",
    "",
  ].join("\n");
}

/** @param {string} root the project's folder */
export async function generate(root) {
  const kinds = loadKinds(root);
  const words = parse(readFileSync(path.join(root, "server/data/vocabulary.yaml"), "utf8"));
  const common = commonFields(kinds);
  const page = (name, text) => ({ path: `docs/reference/${name}.md`, text });
  return [
    page("README", indexPage(kinds)),
    page("common", commonPage(kinds, common, words)),
    ...kinds.map((k) => page(k.info.id, kindPage(k, common, words))),
  ];
}
