import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A document whose speed is measured, and the places in it that the bench uses. Lines and characters from 0. */
export interface Probe {
  readonly name: string;
  readonly file: string;
  readonly languageId: string;
  readonly lines: number;
  readonly text: string;
  /** One word in the middle of the document and what makes it wrong; the wrong word is found, the right one is not. */
  readonly edit: { readonly line: number; readonly start: number; readonly good: string; readonly bad: string };
  readonly hover: { readonly line: number; readonly character: number };
  readonly complete: { readonly line: number; readonly character: number };
  /** A place in running text. */
  readonly typing: { readonly line: number; readonly character: number };
}

/** A register of 5,000 lines in which `findings` rows are wrong. */
export interface FindingsProbe extends Probe {
  readonly findings: number;
}

export interface Workspace {
  readonly folder: string;
  readonly files: number;
  readonly probes: readonly Probe[];
  /** Ordinary documents, to be opened beside the probe. */
  readonly typical: readonly string[];
  /** An edit here takes away an id that `dependant` names. */
  readonly crossFile: { readonly file: string; readonly dependant: string; readonly id: string };
}

/** Deterministic numbers in [0, 1). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const OWNERS = ["Mara Lindqvist (Head of Credit)", "Tomas Reyes (ML Lead)", "Ines Okafor (DPO)", "Jon Bakker (COO)"];
const CAUSES = [
  "drift of the applicant mix",
  "missing income data",
  "proxy for postcode",
  "supplier outage",
  "mislabelled defaults",
];
const EFFECTS = [
  "wrong refusals",
  "late decisions",
  "unequal approval rates",
  "unexplained outcomes",
  "exposure of personal data",
];
const TREATMENTS = ["mitigate", "accept", "transfer", "avoid"];
const pad = (n: number, width = 4): string => String(n).padStart(width, "0");

/** Writes documents in every notation the product reads. */
class Generator {
  readonly #next: () => number;
  readonly #systems: number;

  constructor(seed: number, systems: number) {
    this.#next = randomNumbers(seed);
    this.#systems = systems;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.#next() * items.length)] as T;
  }
  #level = (): number => 1 + Math.floor(this.#next() * 5);
  system = (): string => `AI-${pad(1 + Math.floor(this.#next() * this.#systems))}`;

  riskYaml(id: string): string[] {
    return [
      `  - id: ${id}`,
      `    title: ${this.pick(CAUSES)} leads to ${this.pick(EFFECTS)}`,
      `    systems: [${this.system()}]`,
      `    likelihood: ${this.#level()}`,
      `    impact: ${this.#level()}`,
      `    treatment: ${this.pick(TREATMENTS)}`,
      `    controls: [A.6.2.4, A.7.4]`,
      `    owner: ${this.pick(OWNERS)}`,
      `    due: 2027-0${1 + Math.floor(this.#next() * 9)}-15`,
      `    status: open`,
    ];
  }

  riskRow(id: string): string {
    return `| ${id} | ${this.pick(CAUSES)} leads to ${this.pick(EFFECTS)} | ${this.system()} | ${this.#level()} | ${this.#level()} | ${this.pick(TREATMENTS)} | A.6.2.4 | ${this.pick(OWNERS)} | open |`;
  }

  systemYaml(n: number): string {
    return [
      "aims: system",
      `id: AI-${pad(n)}`,
      `name: Scoring model ${n}`,
      `owner: ${this.pick(OWNERS)}`,
      `version: "${1 + (n % 4)}.${n % 7}"`,
      "stage: operation-monitoring",
      "status: live",
      "role: [deployer]",
      "purpose: Rank applications so that people look at the unclear ones first.",
      "affected: [applicants]",
      "oversight: A credit officer decides every refusal.",
      `tier: ${n % 3 === 0 ? "high" : "limited"}`,
      "deployed_on: 2026-03-02",
      "in_scope: true",
      "",
    ].join("\n");
  }

  assessment(n: number): string {
    const id = `AI-${pad(n)}`;
    return [
      "---",
      "aims: impact-assessment",
      `id: AIIA-${pad(n)}`,
      `title: Impact assessment of ${id}`,
      `system: ${id}`,
      `system_version: "${1 + (n % 4)}.${n % 7}"`,
      "assessed_on: 2026-02-10",
      "status: approved",
      `approved_by: ${this.pick(OWNERS)}`,
      "approved_on: 2026-02-14",
      "satisfies:",
      "  iso-42001: [6.1.4, A.5.2]",
      "---",
      "",
      `# Impact assessment of ${id}`,
      "",
      "## Intended use",
      "",
      `The model of ${id} ranks applications. ISO/IEC 42001 clause 6.1.4 asks for this assessment, and A.5.4 for its view of people.`,
      "",
      "## Benefits and harms",
      "",
      `- Harm: ${this.pick(EFFECTS)} caused by ${this.pick(CAUSES)}.`,
      "- Benefit: faster answers for most applicants.",
      "",
      "## Measures",
      "",
      "| Measure | Owner | Due |",
      "|---|---|---|",
      `| Monthly check of approval rates | ${this.pick(OWNERS)} | 2026-12-01 |`,
      "",
    ].join("\n");
  }

  procedure(n: number): string {
    return [
      `# Monitoring procedure ${n}`,
      "",
      `**Document ID:** AIMS-PROC-${pad(n, 3)}  `,
      "**Version:** 1.2  ",
      `**Owner:** ${this.pick(OWNERS)}  `,
      "**Approved By:** Jon Bakker (COO)  ",
      "**Approved On:** 2026-01-20  ",
      "**Status:** Approved  ",
      "**Standard:** ISO/IEC 42001:2023, Clause 9.1  ",
      "",
      ...Array.from(
        { length: 6 },
        (_, i) =>
          `## Step ${i + 1}\n\nLook at ${this.pick(CAUSES)} and note ${this.pick(EFFECTS)}; see clause 9.1 and A.6.2.6.\n`,
      ),
    ].join("\n");
  }

  register(n: number, table: boolean): string {
    const ids = Array.from({ length: 20 }, (_, i) => `RISK-${pad(n * 20 + i + 1, 6)}`);
    if (!table) return ["risks:", ...ids.flatMap((id) => this.riskYaml(id)), ""].join("\n");
    return [
      "# AI risk register",
      "",
      "| Risk ID | Description | AI System | Likelihood | Impact | Treatment | Controls | Owner | Status |",
      "|---|---|---|---|---|---|---|---|---|",
      ...ids.map((id) => this.riskRow(id)),
      "",
    ].join("\n");
  }
}

const AIMS = `aims: management-system
organisation: Bench Lending
roles: [deployer]
standards: [iso-42001]
top_management: [Jon Bakker (COO)]
`;

/** The nth place (line, character) of `word` in `lines`, searched from the middle on. */
function placeOf(
  lines: readonly string[],
  from: number,
  pattern: RegExp,
): { line: number; start: number; word: string } {
  for (let line = from; line < lines.length; line++) {
    const match = pattern.exec(lines[line] as string);
    if (match?.[1] !== undefined) return { line, start: match.index + match[0].indexOf(match[1]), word: match[1] };
  }
  throw new Error(`no ${pattern} after line ${from}`);
}

/** Registers alike but for how many of their entries have a status that there is not. */
export function findingsProbes(counts: readonly number[]): FindingsProbe[] {
  return counts.map((findings, i) => {
    const plain = probe(new Generator(7, 100), 5_000, false, 10 + i);
    let left = findings;
    const wrong = (line: string, at: number): boolean =>
      left > 0 && at !== plain.edit.line && line === "    status: open" && left-- > 0;
    const lines = plain.text.split("\n").map((line, at) => (wrong(line, at) ? "    status: openned" : line));
    const name = `findings-${findings}`;
    return { ...plain, name, file: `probe/${name}.yaml`, text: lines.join("\n"), findings };
  });
}

/** @param series first digit of the ids, so that no two documents share one */
function probe(generator: Generator, size: number, table: boolean, series = table ? 8 : 9): Probe {
  const per = table ? 1 : 10;
  const count = Math.max(1, Math.round((size - (table ? 4 : 1)) / per));
  const ids = Array.from({ length: count }, (_, i) => `RISK-${series}${pad(size, 5)}${pad(i + 1, 5)}`);
  const text = table
    ? [
        "# Probe register",
        "",
        "| Risk ID | Description | AI System | Likelihood | Impact | Treatment | Controls | Owner | Status |",
        "|---|---|---|---|---|---|---|---|---|",
        ...ids.map((id) => generator.riskRow(id)),
        "",
      ].join("\n")
    : ["risks:", ...ids.flatMap((id) => generator.riskYaml(id)), ""].join("\n");
  const lines = text.split("\n");
  const middle = Math.max(table ? 4 : 1, Math.floor(lines.length / 2) - 10);
  const status = placeOf(lines, middle, table ? /\| (open) \|$/ : /status: (\w+)/);
  const title = placeOf(lines, Math.max(table ? 4 : 1, middle - 5), /(leads)/);
  const system = placeOf(lines, middle, /(AI-\d{4})/);
  return {
    name: `${table ? "table" : "yaml"}-${size}`,
    file: `probe/${table ? "table" : "yaml"}-${size}.${table ? "md" : "yaml"}`,
    languageId: table ? "markdown" : "yaml",
    lines: lines.length,
    text,
    edit: { line: status.line, start: status.start, good: status.word, bad: "openned" },
    hover: { line: system.line, character: system.start + 2 },
    complete: { line: system.line, character: system.start + 4 },
    typing: { line: title.line, character: title.start },
  };
}

/**
 * Writes a workspace of `files` documents below `folder`: system records in YAML, assessments with front matter, procedures with a
 * control header, risk registers in YAML and in Markdown tables; and the probes.
 */
export function writeWorkspace(folder: string, files: number, sizes: readonly number[]): Workspace {
  const systems = Math.max(4, Math.floor(files * 0.3));
  const generator = new Generator(42, systems);
  const written: string[] = [];
  const put = (file: string, text: string): void => {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    written.push(file);
  };
  put("aims.yaml", AIMS);
  for (let n = 1; n <= systems; n++) put(`systems/${pad(n % 50, 2)}/AI-${pad(n)}.yaml`, generator.systemYaml(n));
  for (let n = 1; written.length < files; n++) {
    if (n <= systems && n % 8 < 5) put(`assessments/${pad(n % 50, 2)}/AIIA-${pad(n)}.md`, generator.assessment(n));
    else if (n % 8 < 7) put(`procedures/${pad(n % 50, 2)}/PROC-${pad(n)}.md`, generator.procedure(n));
    else put(`risks/register-${pad(n)}.${n % 2 === 0 ? "md" : "yaml"}`, generator.register(n, n % 2 === 0));
  }
  const probes = sizes.flatMap((size) => [probe(generator, size, false), probe(generator, size, true)]);
  for (const p of probes) put(p.file, p.text);
  return {
    folder,
    files: written.length,
    probes,
    typical: written.filter((file) => file.startsWith("assessments/")).slice(0, 19),
    crossFile: { file: "systems/01/AI-0001.yaml", dependant: "assessments/01/AIIA-0001.md", id: "AI-0001" },
  };
}
