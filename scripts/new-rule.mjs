// npm run new-rule -- GROUP ID: files of a new rule (code, page, test) and its line in the group's list.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { generate as listOfRules } from "./generate/rules.mjs";
import { ROOT as PROJECT } from "./lib/process.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { root: { type: "string", default: PROJECT } },
});
const ROOT = values.root;
const RULES = join(ROOT, "server/src/core/rules");
const [group = "", id = ""] = positionals;
const problem = problemWith(group, id);
if (problem) {
  console.error(`${problem}\nUsage: npm run new-rule -- GROUP rule-id`);
  process.exitCode = 2;
} else {
  for (const [path, text] of filesOf(group, id)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(path.slice(ROOT.length + 1));
  }
  for (const { path, text } of listOfRules(ROOT)) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    console.log(path);
  }
  console.log(`\nTry it: npm run test:rule -- ${id}`);
}

/** What is wrong with the arguments, in a sentence; undefined when nothing is. */
function problemWith(group, id) {
  const groups = readdirSync(RULES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(RULES, entry.name, "index.ts")))
    .map((entry) => entry.name);
  if (!groups.includes(group)) return `There is no group "${group}"; there are ${groups.join(", ")}.`;
  if (!/^[a-z]+(-[a-z]+)+$/.test(id)) return `"${id}" is no rule id: small letters and hyphens, named for the defect.`;
  if (groups.some((g) => existsSync(join(RULES, g, `${id}.ts`)))) return `There is a rule "${id}" already.`;
  return undefined;
}

/** Paths and contents of what a new rule consists of. */
function filesOf(group, id) {
  const name = id.replace(/-(\w)/g, (_, c) => c.toUpperCase());
  return [
    [join(RULES, group, `${id}.ts`), code(group, id, name)],
    [join(RULES, group, `${id}.md`), page(id)],
    [join(ROOT, "test/rules", group, `${id}.test.ts`), test(id)],
    [join(RULES, group, "index.ts"), listed(readFileSync(join(RULES, group, "index.ts"), "utf8"), id, name)],
  ];
}

function code(group, id, name) {
  return `import { rule } from "../rule.ts";

/** TODO: which documents this is about, and what it leaves alone. */
export const ${name} = rule({
  id: "${id}",
  group: "${group}",
  severity: "warning",
  summary: "Finds suppliers without an owner.",
  preview: true,
  kinds: ["supplier"],
  *record({ facts, data }) {
    if (facts.plain.owner !== undefined) return;
    yield {
      at: data.head,
      message: "This supplier has no owner.",
      help: "Nobody is asked when something changes. Name a person.",
      fixes: [{ title: 'Add "owner"', changes: [{ op: "add-fields", record: facts, fields: { owner: "" } }] }],
    };
  },
});
`;
}

function page(id) {
  return `# ${id}

Severity: **warning**. Preview: off until \`aims.yaml\` or a setting turns it on.

## What it finds

Suppliers without an owner.

## Why it matters

Nobody is asked when something changes.

## How to mend it

Name a person under \`owner\`.

## When it stays silent

On every other kind of record, and on templates.

## Examples

\`\`\`aims-bad
//- /aims/suppliers.yaml
aims: supplier
id: SUP-001
    ^^^^^^^ warning ${id} (fix): This supplier has no owner.
name: Example Models Ltd
\`\`\`

\`\`\`aims-good
//- /aims/suppliers.yaml
aims: supplier
id: SUP-001
name: Example Models Ltd
owner: Jane Doe
\`\`\`
`;
}

function test(id) {
  return `import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

const ON = { severities: { "${id}": "warning" } } as const;

describe("${id}", () => {
  it("finds it in a table too", () => {
    check(
      ["${id}"],
      \`
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example
      //- /aims/suppliers.md
      # Supplier register

      | Supplier ID | Supplier           | Service        | Owner    | Status   |
      |-------------|--------------------|----------------|----------|----------|
      | SUP-001     | Example Models Ltd | Language model |          | approved |
        ^^^^^^^ warning ${id} (fix): This supplier has no owner.
      | SUP-002     | Other Models Ltd   | Language model | Jane Doe | approved |
      \`,
      ON,
    );
  });
});
`;
}

/** The group's list with the new rule in its place in the alphabet. */
function listed(index, id, name) {
  const imports = [...index.matchAll(/^import \{ (\w+) \} from "\.\/([a-z-]+)\.ts";$/gm)].map(([, n, i]) => [i, n]);
  const all = [...imports, [id, name]].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = index.slice(0, index.indexOf("\n") + 1);
  const declared = /\/\*\*[^\n]*\n(export const \w+: readonly Rule\[\] = )/.exec(index);
  const before = declared?.[0] ?? "";
  const lines = all.map(([i, n]) => `import { ${n} } from "./${i}.ts";`).join("\n");
  return `${head}${lines}\n\n${before}[\n${all.map(([, n]) => `  ${n},`).join("\n")}\n];\n`;
}
