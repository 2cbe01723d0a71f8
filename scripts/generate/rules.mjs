// docs/rules.md: every rule with its severity and what it finds, from the rules themselves and their pages.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FOLDER = "server/src/core/rules";
const NOTE = `<!-- Generated from ${FOLDER}/ by scripts/generate.mjs. Do not edit. -->`;

/** Groups in the order of the registry, with what each is about. */
const GROUPS = {
  form: "The record reads right",
  citation: "Every reference number is true",
  link: "Everything named exists",
  scope: "What the management system says it covers",
  coverage: "Clauses and controls",
  assessment: "Systems and their impact",
  evidence: "Proof, not paper",
  claim: "What is said in public, and the certificate behind it",
  risk: "The register adds up",
  independence: "Who checked whom",
  cycle: "Plan, do, check, act",
  data: "What AI learns from and runs on",
};

const INTRO = `# The rules

A rule is named for the defect it finds. Its page says why it matters, how to mend it and when it stays silent; the examples there run as
tests. **error** is for what is certainly wrong, **warning** for what an auditor would raise, **info** for advice, **hint** for style. A
finding can be milder than its rule where a check needs a guess.

Set severities in \`aims.yaml\` (\`rules: { orphan-record: off }\`) or in the editor's settings. To suppress one finding, write the reason
beside it: \`<!-- aims-ignore stale-assessment: next one agreed for May -->\`, in YAML \`# aims-ignore …\`; \`aims-ignore-file\` is for the
whole file.`;

function readRule(folder, group, id) {
  const source = readFileSync(path.join(folder, group, `${id}.ts`), "utf8");
  // What stands before may be findings, which have severities, too.
  const code = source.slice(Math.max(0, source.search(/^export const \w+ = rule\(/m)));
  const text = (name) => new RegExp(`^  ${name}:\\s+"((?:[^"\\\\]|\\\\.)*)"`, "m").exec(code)?.[1];
  const preview = /^ {2}preview: true/m.test(code);
  return { id, severity: text("severity"), summary: JSON.parse(`"${text("summary") ?? ""}"`), preview };
}

function rulesOf(folder, group) {
  if (!existsSync(path.join(folder, group))) return [];
  return readdirSync(path.join(folder, group))
    .filter((name) => name.endsWith(".ts") && name !== "index.ts")
    .sort()
    .map((name) => readRule(folder, group, name.slice(0, -3)));
}

function section(folder, group, title) {
  const rows = rulesOf(folder, group).map(
    ({ id, severity, summary, preview }) =>
      `| [${id}](../${FOLDER}/${group}/${id}.md) | ${severity}${preview ? " (preview, off)" : ""} | ${summary.replaceAll("|", "\\|")} |`,
  );
  return rows.length === 0
    ? []
    : ["", `## ${group}: ${title}`, "", "| Rule | Severity | What it finds |", "| --- | --- | --- |", ...rows];
}

/**
 * The list of rules.
 * @param {string} root the project's folder
 * @returns {{ path: string, text: string }[]}
 */
export function generate(root) {
  const folder = path.join(root, FOLDER);
  const sections = Object.entries(GROUPS).flatMap(([group, title]) => section(folder, group, title));
  return [{ path: "docs/rules.md", text: `${[NOTE, "", INTRO, ...sections].join("\n")}\n` }];
}
