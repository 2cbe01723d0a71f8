import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Finding, WorldChange } from "../../server/src/core/analysis.ts";
import { AnalysisHost } from "../../server/src/core/analysis/host.ts";
import { TODAY } from "../support/fixture.ts";

const times = (n: number, make: (i: number) => string): string => Array.from({ length: n }, (_, i) => make(i)).join("");

/** Long documents of all notations, `n` of what each is made of. */
const LONG: readonly (readonly [about: string, path: string, text: (n: number) => string])[] = [
  [
    "rows of a table",
    "/aims/risks.md",
    (n) =>
      `# Risk register\n\n| Risk ID | Description | Likelihood |\n|---|---|---|\n${times(n, (i) => `| RISK-${i} | Words of a row. | ${i % 7} |\n`)}`,
  ],
  [
    "headings",
    "/aims/headings.md",
    (n) => `# Risk register\n\n${times(n, (i) => `## RISK-${i}: x\n\n- **Likelihood:** ${i % 7}\n\nWords.\n\n`)}`,
  ],
  [
    "rows of CSV",
    "/aims/risks.csv",
    (n) => `Risk ID,Description,Likelihood,Impact\n${times(n, (i) => `RISK-${i},Words of a row.,${i % 7},3\n`)}`,
  ],
  [
    "items",
    "/aims/risks.yaml",
    (n) => `risks:\n${times(n, (i) => `  - id: RISK-${i}\n    title: !!str x\n    likelihood: ${i % 7}\n`)}`,
  ],
  [
    "documents",
    "/aims/documents.yaml",
    (n) => times(n, (i) => `---\naims: risk\nid: RISK-${i}\ntitle: x\nlikelihood: ${i % 7}\n`),
  ],
  [
    "paragraphs",
    "/aims/policy.md",
    (n) => `# AI policy\n\n**Owner:** Bo\n\n${times(n, (i) => `Words of A.5.2 and A.6.2.${i}.\n\n`)}`,
  ],
];

const AIMS = "aims: management-system\norganisation: A\nstandards: [iso-42001]\n";

function hostWith(changes: readonly WorldChange[] = []): AnalysisHost {
  const host = new AnalysisHost({ today: TODAY });
  host.apply([{ type: "roots", roots: ["/aims"] }, { type: "set", path: "/aims/aims.yaml", text: AIMS }, ...changes]);
  return host;
}

const plain = (findings: readonly Finding[]) =>
  findings.map(({ fixes, ...f }) => ({ ...f, fixes: fixes.map((x) => x.title) }));

describe("a long text that is read before it is applied", () => {
  for (const [about, path, text] of LONG) {
    it(`is read in steps that do not grow with it, such as one of ${about}`, () => {
      const stepsFor = (n: number): number => {
        let steps = 0;
        for (const _ of hostWith().preparing(path, text(n))) steps++;
        return steps;
      };
      const few = stepsFor(4_000);
      assert.ok(few >= 4, `${few} steps`);
      const many = stepsFor(16_000);
      assert.ok(many >= 3 * few, `${few} steps, and for four times as much ${many}`);
    }).timeout(30_000);
  }

  it("is read no more when it is applied", () => {
    for (const [about, path, text] of LONG) {
      const host = hostWith();
      let read: string | undefined;
      for (const _ of host.preparing(path, text(4_000))) read = about;
      host.apply([{ type: "set", path, text: text(4_000) }]);
      const document = host.aimsOf(path)?.file(path)?.loaded;
      const other = hostWith();
      other.apply([{ type: "set", path, text: text(4_000) }]);
      assert.equal(read, about);
      assert.deepEqual(document && { ...document, memo: undefined }, {
        ...other.aimsOf(path)?.file(path)?.document,
        memo: undefined,
      });
    }
  }).timeout(30_000);

  it("gives the findings of a fresh start, whatever changes meanwhile", () => {
    const op = fc.record({
      edit: fc.record({
        at: fc.nat(4_000),
        removed: fc.nat(2),
        line: fc.constantFrom("", "| RISK-3 | x | 9 |", "# B", "- x"),
      }),
      steps: fc.nat(12),
      // What is applied while the text is read, and whether this one is after that.
      between: fc.constantFrom("nothing", "nothing", "the text", "another text", "the configuration", "it is gone"),
      applied: fc.boolean(),
    });
    const property = fc.property(
      fc.constantFrom(...LONG),
      fc.array(op, { minLength: 1, maxLength: 5 }),
      ([, path, make], ops) => {
        const host = hostWith();
        let [text, said, aims] = [make(2_500), undefined as string | undefined, AIMS];
        const apply = (change: WorldChange): void => {
          host.apply([change]);
          if (change.type === "set" && change.path === path) said = change.text;
          if (change.type === "delete") said = undefined;
          host.snapshot.findings(path, "now");
        };
        for (const { edit, steps, between, applied } of ops) {
          const lines = text.split("\n");
          lines.splice(edit.at % lines.length, edit.removed, edit.line);
          text = lines.join("\n");
          const work = host.preparing(path, text);
          for (let i = 0; i < steps; i++) work.next();
          if (between === "the text") apply({ type: "set", path, text });
          else if (between === "another text") apply({ type: "set", path, text: `${text}\nx` });
          else if (between === "it is gone") apply({ type: "delete", path });
          else if (between === "the configuration") {
            aims = aims === AIMS ? `${AIMS}exclude: [policy.md]\n` : AIMS;
            apply({ type: "set", path: "/aims/aims.yaml", text: aims });
          }
          if (!applied) continue;
          while (!work.next().done);
          apply({ type: "set", path, text });
        }
        const other = hostWith([
          { type: "set", path: "/aims/aims.yaml", text: aims },
          ...(said === undefined ? [] : [{ type: "set", path, text: said } as const]),
        ]);
        assert.deepEqual(plain(host.snapshot.findings(path)), plain(other.snapshot.findings(path)));
        assert.deepEqual(plain(host.snapshot.allFindings()), plain(other.snapshot.allFindings()));
      },
    );
    fc.assert(property, { numRuns: Number(process.env.AIMS_RUNS ?? 20) });
  }).timeout(120_000);
});
