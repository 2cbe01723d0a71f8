import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("band-mismatch", () => {
  it("reads a matrix in a table, a list and a sentence", () => {
    check(
      ["band-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/table.md
      # AI risk register

      ## Risk rating

      | Level | Score range | Action |
      |-------|-------------|--------|
      | 🟢 **Low** | 1-4 | Watch |
      | 🟡 **Medium** | 5-9 | Treat |
      | 🟠 **High** | 10-14 | Treat soon |
      | 🔴 **Critical** | ≥ 15 | Stop |

      ## Register

      | Risk ID | Risk | Likelihood | Impact | Risk score | Rating |
      |---------|------|------------|--------|-------|--------|
      | RISK-001 | Drift | 3 | 4 | 12 | 🔴 Critical |
                                           ^^^^^^^^ error band-mismatch (fix): A score of 12 is called "Critical", and is "High" (10–14) by this document's own matrix.
      | RISK-002 | Bias | 4 | 5 | 20 | 🔴 Critical |
      | RISK-003 | Leak | 2 | 4 | 8 (Medium) | 🟡 Medium Risk |
      //- /aims/list.md
      # AI risk register

      Risk scores:

      - Low: 1–5
      - Medium: 6–12
      - High: 13–25

      | Risk ID | Risk | Likelihood | Impact | Risk rating |
      |---------|------|------------|--------|--------|
      | RISK-011 | Drift | 3 | 5 | 15 (Medium) |
                                       ^^^^^^ error band-mismatch (fix): A score of 15 is called "Medium", and is "High" (13–25) by this document's own matrix.
      | RISK-012 | Bias | 2 | 2 | Low (4) |
      `,
    );
  });

  it("reads the matrix in aims.yaml", () => {
    check(
      ["band-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      matrix:
        - { rating: low, from: 1, to: 5 }
        - { rating: medium, from: 6, to: 12 }
        - { rating: high, from: 13, to: 25 }
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
          likelihood: 3
          impact: 4
          rating: high
                  ^^^^ error band-mismatch (fix): A score of 12 is called "high", and is "medium" (6–12) by the matrix in aims.yaml.
          residual_score: 6
          residual: low
                    ^^^ error band-mismatch (fix): A residual score of 6 is called "low", and is "medium" (6–12) by the matrix in aims.yaml.
        - id: RISK-002
          title: Leak
          score: 3
          rating: low
      `,
    );
  });

  it("does not take a scale of single steps for a matrix", () => {
    check(
      ["band-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      ## Consequence scale

      | Score | Level | Meaning |
      |-------|-------|---------|
      | 1 | Very low | Hardly noticed |
      | 2 | Low | Small |
      | 3 | Medium | Some |
      | 4 | High | Grave |
      | 5 | Critical | Deadly |

      | Risk ID | Risk | Likelihood | Impact | Score | Rating |
      |---------|------|------------|--------|-------|--------|
      | RISK-001 | Drift | 1 | 4 | 4 | Low |
      `,
    );
  });

  it("is silent when something is unknown", () => {
    check(
      ["band-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      Risk bands: Low 1–5, Medium 6–12, High 13–25.

      | Risk ID | Risk | Likelihood | Impact | Score | Rating |
      |---------|------|------------|--------|-------|--------|
      | RISK-001 | Drift | 3 | 4 | 12 | |
      | RISK-002 | Drift | | 4 | | High |
      | RISK-003 | Drift | 3 | 4 | 12 | Tier B |
      | RISK-004 | Drift | 9 | 9 | 81 | Low |
      //- /aims/none.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Score | Rating |
      |---------|------|------------|--------|-------|--------|
      | RISK-011 | Drift | 1 | 1 | 1 | High |
      `,
    );
  });
});
