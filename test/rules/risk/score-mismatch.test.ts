import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("score-mismatch", () => {
  it("reads scores in many notations", () => {
    check(
      ["score-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Score | Residual likelihood | Residual impact | Residual score |
      |---------|------|------------|--------|-------|---------------------|-----------------|----------------|
      | RISK-001 | Drift | 3 - Possible | 4 (Major) | 3 × 4 = 12 | 1 | 4 | 4 (Low) |
      | RISK-002 | Proxy bias | 2 | 4 | 2 x 4 = 6 | 2 | 2 | 6 |
                                                ^ error score-mismatch (fix): 2 × 4 is 8, not 6.
                                                            ^ error score-mismatch (fix): The residual score is 6, and likelihood 2 × impact 2 is 4.
      | RISK-003 | Leak | 5 | 5 | **20** (High) | 1 | 5 | 5/25 |
                                  ^^^^^^^^^^^^^ error score-mismatch: The score is 20, and likelihood 5 × impact 5 is 25.
      //- /aims/one.yaml
      aims: risk
      id: RISK-009
      title: Prompt injection
      likelihood: 3
      impact: 3
      score: 6
             ^ error score-mismatch (fix): The score is 6, and likelihood 3 × impact 3 is 9.
      `,
    );
  });

  it("reads words by the scales in aims.yaml", () => {
    check(
      ["score-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      scales:
        likelihood: [rare, unlikely, possible, likely, almost certain]
        impact: [negligible, minor, moderate, major, severe]
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
          likelihood: Likely
          impact: major
          score: 12
                 ^^ error score-mismatch (fix): The score is 12, and likelihood 4 × impact 4 is 16.
        - id: RISK-002
          title: Leak
          likelihood: almost certain
          impact: minor
          score: 10
      `,
    );
  });

  it("is silent where the register judges in another way", () => {
    check(
      ["score-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/sums.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Score |
      |---------|------|------------|--------|-------|
      | RISK-001 | Drift | 3 | 4 | 7 |
      | RISK-002 | Bias | 1 | 4 | 5 |
      //- /aims/rpn.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Detectability | Score |
      |---------|------|------------|--------|---------------|-------|
      | RISK-011 | Drift | 3 | 4 | 2 | 24 |
      //- /aims/weighted.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Score |
      |---------|------|------------|--------|-------|
      | RISK-021 | Drift | 3 | 4 | 48 |
      | RISK-022 | Drift | 2 | 4 | 32 |
      | RISK-023 | Drift | 1 | 4 | 16 |
      //- /aims/percent.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Score |
      |---------|------|------------|--------|-------|
      | RISK-031 | Drift | 20% | 4 | 2 |
      `,
    );
  });

  it("is silent when something is unknown", () => {
    check(
      ["score-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Score |
      |---------|------|------------|--------|-------|
      | RISK-001 | Drift | | 4 | 12 |
      | RISK-002 | Bias | TBD | 4 | 12 |
      | RISK-003 | Leak | High | Medium | 12 |
      | RISK-004 | Abuse | 3 | 4 | |
      `,
    );
  });

  it("sets the product", () => {
    checkFix(
      "score-mismatch",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/r.yaml
      aims: risk
      id: RISK-001
      title: Drift
      likelihood: 2
      impact: 4
      score: 6 # by hand
      `,
      `
      //- /aims/r.yaml
      aims: risk
      id: RISK-001
      title: Drift
      likelihood: 2
      impact: 4
      score: 8 # by hand
      `,
    );
  });

  it("reads a score beside the band, where enough rows show that it is one", () => {
    const rows = (more: string): string => `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Risk rating |
      |---------|------|------------|--------|-------------|
      | RISK-001 | Drift | 3 | 4 | High (12) |
      | RISK-002 | Bias | 5 | 2 | High (12) |${more}
      `;
    check(["score-mismatch"], rows(""));
    check(
      ["score-mismatch"],
      rows(`
                                        ^^ error score-mismatch (fix): The score is 12, and likelihood 5 × impact 2 is 10.
      | RISK-003 | Leak | 2 | 2 | 4 - Low |`),
    );
    check(
      ["score-mismatch"],
      rows(`
      | RISK-003 | Leak | 2 | 2 | Low (1) |
      | RISK-004 | Loss | 2 | 3 | Low (1) |`),
    );
  });

  it("goes by the scores of a grid where one is written down", () => {
    check(
      ["score-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/risks.md
      # AI risk register

      | Likelihood / Impact | 1 | 2 |
      |---|---|---|
      | 1 | 1 | 3 |
      | 2 | 2 | 7 |

      | Risk ID | Risk | Likelihood | Impact | Score |
      |---------|------|------------|--------|-------|
      | RISK-001 | Drift | 1 | 2 | 3 |
      | RISK-002 | Bias | 2 | 1 | 2 |
      | RISK-003 | Leak | 2 | 2 | 6 |
                                  ^ error score-mismatch (fix): The score is 6, and likelihood 2 with impact 2 is 7 by the risk matrix.
      `,
    );
  });
});
