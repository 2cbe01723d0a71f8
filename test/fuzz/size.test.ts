import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createHost, type Finding, type Host } from "../../server/src/core/analysis.ts";
import type { FileFacts } from "../../server/src/core/workspace/api.ts";
import { Tables } from "../../server/src/core/workspace/tables.ts";
import { TODAY } from "../support/fixture.ts";
import { costOf } from "../support/worked.ts";

const AIMS = "aims: management-system\norganisation: Example Lending\nstandards: [iso-42001]\n";
const RISK = "aims: risk\nid: RISK-001\n";
const RISK_TABLE =
  "# Risk register\n\n| Risk ID | Description | Likelihood | Impact | Owner |\n|---|---|---|---|---|\n";
const RISK_CSV = "Risk ID,Description,Likelihood,Impact\n";
const POLICY = "# AI policy\n\n**Document ID:** AIMS-POL-001\n**Owner:** Jane Doe\n\nISO/IEC 42001, 5.2.\n\n";

const times = (n: number, make: (i: number) => string): string => Array.from({ length: n }, (_, i) => make(i)).join("");

/** Texts that grow with `n`: each would take too long if some step of the work on it were not linear. */
const GROWING: readonly (readonly [about: string, path: string, text: (n: number) => string])[] = [
  ["rows of a table", "risks.md", (n) => RISK_TABLE + times(n / 4, (i) => `| RISK-${i} | x | 3 | 4 | Bo |\n`)],
  ["cells of one row", "risks.md", (n) => `${RISK_TABLE}| RISK-001 ${"| x ".repeat(4 * n)}|\n`],
  [
    "columns",
    "risks.md",
    (n) => `| Risk ID | Likelihood ${"| x ".repeat(n)}|\n|---|---${"|---".repeat(n)}|\n| RISK-001 |\n`,
  ],
  ["rows of CSV", "risks.csv", (n) => RISK_CSV + times(n / 4, (i) => `RISK-${i},x,3,4\n`)],
  ["cells of one CSV row", "risks.csv", (n) => `${RISK_CSV}RISK-001${",x".repeat(4 * n)}\n`],
  ["CSV quotes on lines of their own", "risks.csv", (n) => RISK_CSV + '"\n'.repeat(n)],
  ["a CSV quote never closed", "risks.csv", (n) => `${RISK_CSV}RISK-001,"${'x,"'.repeat(4 * n)}\n`],
  ["rows with one id", "risks.yaml", (n) => `risks:\n${"  - id: RISK-001\n    title: x\n".repeat(n / 4)}`],
  ["documents with one id", "risks.yaml", (n) => `---\n${RISK}`.repeat(n / 4)],
  ["keys", "risks.yaml", (n) => RISK + times(n / 2, (i) => `k${i}: 1\n`)],
  ["keys with tags", "risks.yaml", (n) => RISK + times(n / 2, (i) => `k${i}: !t${i} x\n`)],
  [
    "mappings of which each is wrong",
    "risks.yaml",
    (n) => `${RISK}measures:\n${times(n / 2, (i) => `  - metric: m${i}\n    value: [x]\n`)}`,
  ],
  [
    "ids of nothing in one cell",
    "risks.md",
    (n) => `# Risk register\n\n| Risk ID | AI system |\n|---|---|\n| RISK-1 | ${times(n / 2, (i) => `AI-${i}, `)}|\n`,
  ],
  ["quotes in CSV that are never closed", "risks.csv", (n) => RISK_CSV + times(n / 2, (i) => `RISK-${i},"x,3,4\n`)],
  ["one key", "risks.yaml", (n) => RISK + "a: 1\n".repeat(n)],
  ["aliases", "risks.yaml", (n) => `${RISK}x: &x 1\n${times(n / 4, (i) => `k${i}: *x\n`)}`],
  ["anchors", "risks.yaml", (n) => RISK + times(n / 4, (i) => `k${i}: &a${i} 1\n`)],
  ["open brackets in YAML", "risks.yaml", (n) => `${RISK}title: ${"[".repeat(n)}\n`],
  ["brackets in YAML", "risks.yaml", (n) => `${RISK}title: ${"[".repeat(n)}${"]".repeat(n)}\n`],
  ["open braces in YAML", "risks.yaml", (n) => `${RISK}title: ${"{a: ".repeat(n)}\n`],
  ["dashes on one line of YAML", "risks.yaml", (n) => `${RISK}title:\n  ${"- ".repeat(n)}x\n`],
  ["double quotes", "risks.yaml", (n) => `${RISK}title: ${'"'.repeat(4 * n)}\n`],
  ["single quotes", "risks.yaml", (n) => `${RISK}title: ${"'".repeat(4 * n + 1)}\n`],
  ["quoted words", "risks.yaml", (n) => `${RISK}title: ${'"a" '.repeat(n)}\n`],
  ["quotes on lines of their own", "risks.yaml", (n) => RISK + '"\n'.repeat(n)],
  ["colons", "risks.yaml", (n) => `${RISK}title: ${"a: ".repeat(n)}\n`],
  ["tabs", "risks.yaml", (n) => RISK + "\t- a: b\n".repeat(n)],
  ["broken items", "risks.yaml", (n) => `aims: risk\nrisks:\n${"  - id: [\n".repeat(n / 4)}`],
  ["stray lines", "risks.yaml", (n) => RISK + "stray words\n".repeat(n)],
  ["references", "risks.yaml", (n) => `${RISK}systems: [${times(n / 2, (i) => `AI-${i}, `)}]\n`],
  [
    "words for ids",
    "risks.yaml",
    (n) => `risks:\n${times(n / 4, (i) => `  - id: RISK-${i}\n    systems: [word${i}]\n`)}`,
  ],
  [
    "ids of elsewhere",
    "risks.md",
    (n) =>
      `# Risk register\n\n| Risk ID | AI system |\n|---|---|\n${times(n / 4, (i) => `| RISK-${i} | JIRA-${i} |\n`)}`,
  ],
  ["conflicts", "risks.yaml", (n) => RISK + "<<<<<<< HEAD\na: 1\n=======\nb: 2\n>>>>>>> x\n".repeat(n / 4)],
  ["marks of conflicts never closed", "risks.yaml", (n) => RISK + "<<<<<<< HEAD\n".repeat(n)],
  ["question marks", "risks.yaml", (n) => `${RISK}${"? a\n: b\n".repeat(n / 2)}`],
  ["tags", "risks.yaml", (n) => `${RISK}title: ${"!t ".repeat(n)}x\n`],
  ["lines of a value", "risks.yaml", (n) => `${RISK}title: x\n${"  word\n".repeat(n)}`],
  ["merges", "risks.yaml", (n) => `${RISK}b: &b {a: 1}\n${"<<: *b\n".repeat(n / 4)}`],
  ["ends of documents", "risks.yaml", (n) => `${RISK}${"...\n---\n".repeat(n / 2)}`],
  ["template statements", "risks.yaml", (n) => `${RISK}${"{% if x %}\na: 1\n".repeat(n / 2)}`],
  [
    "systems that feed each other",
    "systems.yaml",
    (n) =>
      `systems:\n${times(n / 32, (i) => `  - id: AI-${i}\n    feeds: [AI-${i + 1}]\n    in_scope: ${i % 2 === 0}\n`)}`,
  ],
  ["block quotes", "policy.md", (n) => `${POLICY}${"> ".repeat(n)}x\n`],
  ["list marks on one line", "policy.md", (n) => `${POLICY}${"- ".repeat(n)}x\n`],
  ["lists in lists", "policy.md", (n) => POLICY + times(Math.sqrt(n), (i) => `${"  ".repeat(i)}- x\n`)],
  ["quotes in quotes", "policy.md", (n) => POLICY + times(Math.sqrt(n), (i) => `${"> ".repeat(i)}x\n`)],
  ["open links", "policy.md", (n) => `${POLICY}${"[".repeat(n)}\n`],
  ["links in links", "policy.md", (n) => `${POLICY}${"[a](".repeat(n)}\n`],
  ["emphasis", "policy.md", (n) => `${POLICY}${"**a*_".repeat(n)}\n`],
  ["runs of backticks", "policy.md", (n) => POLICY + times(Math.sqrt(n), (i) => `${"`".repeat(i)}a`)],
  ["comments never closed", "policy.md", (n) => `${POLICY}${"<!-- ".repeat(n)}\n`],
  ["tags never closed", "policy.md", (n) => `${POLICY}${"<a ".repeat(n)}\n`],
  [
    "links to anchors of another file",
    "policy.md",
    (n) => `${POLICY}${times(n / 4, (i) => `## H ${i}\n\n[a](policy.md#x${i}) [b](policy.md#h-${i})\n\n`)}`,
  ],
  [
    "findings with a suppression each",
    "policy.md",
    (n) => POLICY + times(n / 2, (i) => `A.6.2.${i + 50} <!-- aims-ignore unknown-provision: x -->\n\n`),
  ],
  [
    "names like those of systems",
    "systems.yaml",
    (n) =>
      `systems:\n${times(n / 16, (i) => `  - id: AI-${i}\n    name: Scorer n${i}\n`)}---\nrisks:\n${times(n / 16, (i) => `  - id: RISK-${i}\n    systems: [Scoring n${i} x]\n`)}`,
  ],
  ["delimiter rows", "policy.md", (n) => POLICY + "| a |\n|---|\n".repeat(n / 2)],
  ["definitions of links", "policy.md", (n) => POLICY + "[a]: b\n".repeat(n)],
  ["ids in prose", "policy.md", (n) => `${POLICY}${times(n / 2, (i) => `RISK-${i} `)}\n`],
  ["parts of a number", "policy.md", (n) => `${POLICY}clause ${"1.".repeat(n)} A${".1".repeat(n)}\n`],
  ["articles", "policy.md", (n) => `${POLICY}Articles ${"6, ".repeat(n)}\n`],
  ["claims", "policy.md", (n) => POLICY + "We are certified to ISO/IEC 42001 and free of bias.\n".repeat(n / 16)],
  ["headings", "policy.md", (n) => POLICY + "## x\n".repeat(n)],
  [
    "heading records",
    "risks.md",
    (n) => `# Risk register\n\n${times(n / 8, (i) => `### RISK-${i}: x\n\n- **Owner:** Bo\n\n`)}`,
  ],
  ["labels", "policy.md", (n) => `# AI policy\n\n${"**Owner:** Bo\n".repeat(n)}\nISO/IEC 42001\n`],
  [
    "citations on one line",
    "policy.md",
    (n) => `${POLICY}${"A.5.2 and ISO/IEC 42001:2022 clause 6.1.44, ".repeat(n / 8)}\n`,
  ],
  [
    "keys above rows of a form",
    "assessment.md",
    (n) =>
      `---\naims: impact-assessment\nid: AIIA-001\n${times(n, (i) => `k${i}: 1\n`)}---\n# A\n\n| Field | Value |\n|---|---|\n${"| Purpose | x |\n".repeat(2 * n)}`,
  ],
  ["placeholders on one line", "policy.md", (n) => `${POLICY}${"[Name] {{ x }} TBD ____ ".repeat(n / 2)}\n`],
  ["suppressions", "policy.md", (n) => `${POLICY}${"<!-- aims-ignore x: y -->\n".repeat(n / 2)}`],
  ["carriage returns", "policy.md", (n) => `${POLICY}${"\r".repeat(4 * n)}x\n`],
];

/** A workspace that holds the text, asked for everything an editor asks for; processor time in milliseconds. */
function cost(path: string, text: string): number {
  return costOf(() => {
    const host = workspace(path, text);
    look(host, path);
    host.apply([{ type: "set", path: `/aims/${path}`, text: `${text}\n` }]);
    look(host, path);
  });
}

function workspace(path: string, text: string): Host {
  const host = createHost({ today: TODAY });
  host.apply([
    { type: "roots", roots: ["/aims"] },
    { type: "set", path: "/aims/aims.yaml", text: AIMS },
    { type: "set", path: `/aims/${path}`, text },
  ]);
  return host;
}

function look({ snapshot }: Host, name: string): void {
  const path = `/aims/${name}`;
  const at = { line: 7, character: 3 };
  assertFew(snapshot.findings(path));
  snapshot.symbols(path);
  snapshot.hover(path, at);
  snapshot.completion(path, at);
  snapshot.actions(path, { start: at, end: at });
  snapshot.fixAll(path);
}

/** Whatever a document is made of, an editor is sent no more than it can show. */
function assertFew(findings: readonly Finding[]): void {
  const counts = new Map<string, number>();
  for (const { rule, severity } of findings) {
    const count = (counts.get(`${rule} ${severity}`) ?? 0) + 1;
    counts.set(`${rule} ${severity}`, count);
    assert.ok(count <= 1001, `${count} findings of ${rule}`);
  }
}

/** Processor time in milliseconds for taking a file of so many records with one id into an index. */
function costOfOneId(count: number): number {
  const path = "/aims/risks.yaml";
  const record = (): unknown => ({ path, id: "RISK-001", kind: "risk", plain: {}, addresses: [] });
  const records = Array.from({ length: count }, record);
  const facts = { path, governed: true, records, cites: [], mentions: [] } as unknown as FileFacts;
  const tables = new Tables();
  return costOf(() => {
    tables.update(path, facts);
    assert.equal(tables.byId.get("risk-001").length, count);
  });
}

/** Processor time in milliseconds for checking in steps a document of so many headings. */
function costOfSteps(count: number): number {
  const host = workspace("policy.md", POLICY + "## x\n".repeat(count));
  return costOf(() => {
    for (const _ of host.checking("/aims/policy.md"));
  });
}

const SMALL = 6_000;
/** How much longer a text four times as long may take: 4 where all is linear, 16 where a step is quadratic. */
const MOST = 9;
/** Below this, in milliseconds, it is not the text that costs. */
const LEAST = 40;
const TRIES = 4;

function assertGrows(costOf: (n: number) => number, small: number): void {
  let [few, many] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < TRIES; i++) {
    few = Math.min(few, costOf(small));
    many = Math.min(many, costOf(4 * small));
    if (many < MOST * Math.max(LEAST, few)) return;
  }
  assert.fail(`${Math.round(few)} ms, and for four times as much ${Math.round(many)} ms`);
}

describe("four times as much of anything takes about four times as long", () => {
  for (const [about, path, text] of GROWING) {
    it(about, () => assertGrows((n) => cost(path, text(n)), SMALL)).timeout(120_000);
  }
  it("steps in which a long document is checked", () => assertGrows(costOfSteps, 30_000)).timeout(120_000);
  it("records with one id in a long file", () => assertGrows(costOfOneId, 20_000)).timeout(120_000);
});

/** Texts that stand for more than a thousand million values. */
const BOMBS: readonly (readonly [about: string, text: string])[] = [
  [
    "lists of aliases",
    `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${times(9, (i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]\n`)}`,
  ],
  ["mappings of aliases", `m0: &m0 {a: x}\n${times(40, (i) => `m${i + 1}: &m${i + 1} {a: *m${i}, b: *m${i}}\n`)}`],
  [
    "merges of merges",
    `m0: &m0 {k0: 1}\n${times(60, (i) => `m${i + 1}: &m${i + 1} {<<: [${`*m${i}, `.repeat(10)}], k${i + 1}: 1}\n`)}`,
  ],
  ["an alias within what it names", `a: &a [*a, {b: *a}]\nm: &m {<<: *m, c: *m}\n`],
];

describe("a YAML bomb", () => {
  for (const [about, text] of BOMBS) {
    it(`of ${about} is read and said, and the rest of the record with it`, () => {
      const took = cost("risks.yaml", RISK + text);
      assert.ok(took < 5_000, `${took} ms`);
      const host = workspace("risks.yaml", RISK + text);
      assert.ok(host.snapshot.findings("/aims/risks.yaml").length > 0);
      assert.deepEqual(host.snapshot.workspaceSymbols("RISK-001").length, 1);
      assert.deepEqual(host.takeFailures(), []);
    });
  }
});

describe("nesting a hundred thousand deep", () => {
  const DEEP = 100_000;
  for (const [about, path, text] of [
    ["brackets", "risks.yaml", `${RISK}title: ${"[".repeat(DEEP)}${"]".repeat(DEEP)}\n`],
    ["braces", "risks.yaml", `${RISK}title: ${"{a: ".repeat(DEEP)}${"}".repeat(DEEP)}\n`],
    ["dashes", "risks.yaml", `${RISK}title:\n  ${"- ".repeat(DEEP)}x\n`],
    ["questions", "risks.yaml", `${RISK}${"? ".repeat(DEEP)}x\n`],
    ["block quotes", "policy.md", `${POLICY}${"> ".repeat(DEEP)}x\n`],
    ["list items", "policy.md", `${POLICY}${"* ".repeat(DEEP)}x\n`],
    ["links", "policy.md", `${POLICY}${"[".repeat(DEEP)}x${"](y)".repeat(DEEP)}\n`],
    ["JSON", "results.json", `${"[".repeat(DEEP)}1${"]".repeat(DEEP)}`],
  ] as const) {
    it(`of ${about} overflows nothing`, () => {
      const host = workspace(path === "results.json" ? "risks.yaml" : path, path === "results.json" ? RISK : text);
      if (path === "results.json") {
        const measured = "aims: measurement\nid: MEAS-001\nmetric: x\nvalue: 1\nsource: results.json#/0/0\n";
        host.apply([{ type: "set", path: "/aims/m.yaml", text: measured }]);
        host.snapshot.findings("/aims/m.yaml");
        host.apply(host.takeWanted().map((wanted) => ({ type: "source", path: wanted, text })));
      }
      assert.ok(host.snapshot.allFindings().length > 0);
      look(host, path);
      assert.deepEqual(host.takeFailures(), []);
    });
  }
});

describe("two hundred thousand of one thing", () => {
  const MANY = 200_000;
  const SCOPE = "---\naims: scope\n---\n# Scope\n\n";
  for (const [about, path, text] of [
    [
      "rows of a form",
      "assessment.md",
      `---\naims: impact-assessment\n---\n# A\n\n|Field|Value|\n|-|-|\n${"|Purpose|x|\n".repeat(MANY)}`,
    ],
    ["header lines", "policy.md", `# AI policy\n\n${"**Owner:** B\n".repeat(MANY)}\nISO/IEC 42001\n`],
    ["excluded rows", "scope.md", `${SCOPE}## Exclusions\n\n|System|Why|\n|-|-|\n${"|AI-1|x|\n".repeat(MANY)}`],
    ["rows out of scope", "scope.md", `${SCOPE}## Systems\n\n|System|In scope|\n|-|-|\n${"|AI-1|no|\n".repeat(MANY)}`],
  ] as const) {
    it(`such as ${about} is no more than can be read and checked`, () => {
      const host = workspace(path, text);
      assert.ok(host.snapshot.allFindings().length > 0);
      assert.deepEqual(host.takeFailures(), []);
    });
  }
});
