import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { hostOf, readFixture } from "../support/fixture.ts";

/** The hints of a file as `line:character label`, in the lines asked for. */
function hints(source: string, path: string, lines: readonly [from: number, to: number] = [0, 1000]): string[] {
  const { snapshot } = hostOf(readFixture(source).files);
  const range = { start: { line: lines[0], character: 0 }, end: { line: lines[1], character: 0 } };
  return snapshot
    .inlayHints(path, range)
    .map(({ position, label, tooltip }) => `${position.line}:${position.character} ${label} | ${tooltip}`);
}

const AIMS = `
  //- /aims/aims.yaml
  aims: management-system
  organisation: Lender Ltd
  matrix:
    - { rating: low, from: 1, to: 5 }
    - { rating: medium, from: 6, to: 12 }
    - { rating: high, from: 13 }
`;

describe("band hints", () => {
  it("stand beside the score, else behind likelihood and impact, before treatment and after it", () => {
    const yaml = `${AIMS}
  //- /aims/risks.yaml
  risks:
    - id: RISK-001
      title: Drift
      likelihood: 3
      impact: 4
      residual_score: 4
    - id: RISK-002
      title: Leak
      score: 15
    - id: RISK-003
      title: Abuse
      likelihood: 3
  `;
    assert.deepEqual(hints(yaml, "/aims/risks.yaml"), [
      "4:13 medium | 12 lies in 6–12: medium by the matrix in aims.yaml.",
      "5:21 low | 4 lies in 1–5: low by the matrix in aims.yaml.",
      "8:13 high | 15 lies in 13 and above: high by the matrix in aims.yaml.",
    ]);
    assert.equal(hints(yaml, "/aims/risks.yaml", [6, 9]).length, 1);
  });

  it("are read from a grid, and are none where no matrix is written down", () => {
    const table = `
  | Risk ID | Risk | Likelihood | Impact | Score |
  |---------|------|------------|--------|-------|
  | RISK-001 | Drift | Likely | Major | 6 |`;
    const source = `
  //- /aims/aims.yaml
  aims: management-system
  organisation: Lender Ltd
  //- /aims/a/risks.md
  # AI risk register

  | Likelihood / Impact | Minor | Major |
  |---|---|---|
  | Rare | Low | Low |
  | Likely | Low | High |
${table}
  //- /aims/b/risks.md
  # AI risk register
${table}
  `;
    assert.deepEqual(hints(source, "/aims/a/risks.md"), [
      "9:39 High | Likely with Major: High by this document's own matrix.",
    ]);
    assert.deepEqual(hints(source, "/aims/b/risks.md"), []);
  });
});
