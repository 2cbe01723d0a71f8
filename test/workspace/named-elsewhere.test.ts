import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createHost } from "../../server/src/core/analysis.ts";
import { readFixture, TODAY } from "../support/fixture.ts";

const BASE = `
  //- /aims/aims.yaml
  aims: management-system
  organisation: Lender Ltd
  //- /aims/risks/register.md
  # AI risk register

  | Risk ID | Risk | Likelihood | Impact | Score | Rating |
  |---|---|---|---|---|---|
  | RISK-001 | Drift | 3 | 4 | 12 | High |
  //- /aims/policy.yaml
  aims: policy
  id: AIMS-POL-001
  title: AI policy
  author: Head of AI governance
  approved_by: Cy Dahl
  //- /aims/audit.yaml
  aims: audit
  id: AUD-2026-01
  lead_auditor: Bo Lind
  provisions: [8.2]
`;

const CRITERIA = (bands: string, more = ""): string =>
  `# Risk criteria\n\n**Document ID:** AIMS-PROC-004\n**Owner:** Ana Ruiz\n\n## Bands\n\nRisks: ${bands}.\n${more}`;
const RACI = (who: string): string =>
  `# RACI\n\n**Document ID:** AIMS-PROC-005\n**Owner:** Cy Dahl (Head of ${who})\n\n| Activity | Ana Ruiz | Bo Lind |\n|---|---|---|\n| AI risk assessment | A | R |\n| Logs | R | A |\n`;

/** What others know of a document by its tables and its header, one change after another. */
const CHANGES: readonly (readonly [path: string, text: string | undefined])[] = [
  ["/aims/risks/criteria.md", CRITERIA("Low 1–5, Medium 6–12, High 13–25")],
  ["/aims/raci.md", RACI("AI governance")],
  ["/aims/risks/criteria.md", CRITERIA("Low 1–5, Medium 6–11, High 12–25")],
  ["/aims/risks/criteria.md", CRITERIA("Low 1–5, Medium 6–11, High 12–25", "\nSee the register.\n")],
  ["/aims/risks/criteria.md", CRITERIA("Low 1–4, Medium 5–13, High 14–25")],
  ["/aims/risks/method.md", CRITERIA("Low 1–9, High 10–25").replace("criteria", "methodology")],
  ["/aims/raci.md", RACI("sales")],
  ["/aims/raci.md", RACI("AI governance").replace("| A | R |", "| A | C |")],
  ["/aims/risks/method.md", undefined],
  ["/aims/raci.md", undefined],
  ["/aims/risks/criteria.md", undefined],
];

describe("what a document says of risk matrices, posts and duties", () => {
  it("is known to the findings of other documents, as it is by then", () => {
    const { files } = readFixture(BASE);
    const now = new Map(files);
    const host = createHost({ today: TODAY });
    const set = (path: string, text: string) => ({ type: "set", path, text }) as const;
    host.apply([{ type: "roots", roots: ["/aims"] }, ...[...now].map(([path, text]) => set(path, text))]);
    const seen = new Set<string>();
    for (const [path, text] of CHANGES) {
      if (text === undefined) now.delete(path);
      else now.set(path, text);
      host.apply([text === undefined ? { type: "delete", path } : set(path, text)]);
      const fresh = createHost({ today: TODAY });
      fresh.apply([{ type: "roots", roots: ["/aims"] }, ...[...now].map(([at, of]) => set(at, of))]);
      const say = (of: typeof host): string[] =>
        of.snapshot.allFindings().map((f) => `${f.path} ${f.rule} ${f.message} ${JSON.stringify(f.related)}`);
      const found = say(host);
      assert.deepEqual(found, say(fresh), path);
      for (const rule of ["band-mismatch", "self-approved", "auditor-audits-own-work"])
        if (found.some((line) => line.includes(` ${rule} `))) seen.add(rule);
    }
    assert.deepEqual([...seen].sort(), ["auditor-audits-own-work", "band-mismatch", "self-approved"]);
  });
});
