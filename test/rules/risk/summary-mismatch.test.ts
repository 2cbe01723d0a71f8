import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("summary-mismatch", () => {
  it("reads counts below their levels, with a total", () => {
    check(
      ["summary-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      | High | Medium | Low | Total |
      |------|--------|-----|-------|
      | **1** | 3 | 1 | 5 |
                ^ error summary-mismatch (fix): The summary counts 3 medium risks, and the register here has 2.
                        ^ error summary-mismatch (fix): The summary counts 5 risks, and the register here has 4.

      ## Register

      | Risk ID | Risk | Likelihood | Impact | Rating | Owner |
      |---------|------|------------|--------|--------|-------|
      | RISK-001 | Drift | 3 | 3 | Medium | Bo |
      | RISK-002 | Bias | 3 | 3 | Medium | Bo |
      | RISK-003 | Leak | 5 | 5 | 🔴 High | Bo |
      | RISK-004 | Abuse | 1 | 1 | Low | Bo |
      `,
    );
  });

  it("reads levels that stand beside the scores", () => {
    check(
      ["summary-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | Risk  | Likelihood | Impact | Risk score  | Residual risk |
      |----------|-------|------------|--------|-------------|---------------|
      | RISK-001 | Drift | 3          | 4      | 12 (High)   | Medium (6)    |
      | RISK-002 | Bias  | 3          | 3      | 9 (Medium)  | Low (4)       |
      | RISK-003 | Leak  | 3          | 3      | 9 (Medium)  | Low (3)       |

      | Risk level | Count |
      |------------|-------|
      | High       | 1     |
      | Medium     | 1     |
                     ^ error summary-mismatch (fix): The summary counts 1 medium risk, and the register here has 2.
      | Low        | 1     |
                     ^ error summary-mismatch (fix): The summary counts 1 low risk, and the register here has 0.
      `,
    );
  });

  it("is silent when it counts something else or a level is unknown", () => {
    check(
      ["summary-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/all.md
      # AI risk register

      | Level | Count |
      |-------|-------|
      | High | 14 |
      | Medium | 30 |
      | Low | 3 |

      ## Register

      | Risk ID | Risk | Likelihood | Impact | Rating | Owner |
      |---------|------|------------|--------|--------|-------|
      | RISK-001 | Drift | 3 | 3 | Medium | Bo |
      | RISK-002 | Bias | 3 | 3 | Medium | Bo |
      | RISK-003 | Leak | 5 | 5 | 🔴 High | Bo |
      | RISK-004 | Abuse | 1 | 1 | Low | Bo |
      //- /aims/unknown.md
      # AI risk register

      | Level | Count |
      |-------|-------|
      | High | 1 |
      | Medium | 1 |

      | Risk ID | Risk | Likelihood | Impact | Rating | Owner |
      |---------|------|------------|--------|--------|-------|
      | RISK-011 | Drift | 3 | 3 | Medium | Bo |
      | RISK-012 | Bias | 3 | 3 | | Bo |
      | RISK-013 | Leak | 5 | 5 | High | Bo |
      `,
    );
  });

  it("is silent when the ratings after treatment or the open risks fit", () => {
    check(
      ["summary-mismatch"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      | Level | Count |
      |-------|-------|
      | High | 0 |
      | Low | 3 |

      | Risk ID | Risk | Likelihood | Impact | Rating | Controls | Residual | Owner | Status |
      |---------|------|------------|--------|--------|----------|----------|-------|--------|
      | RISK-021 | Drift | 3 | 3 | High | A.6.2.6 | Low | Bo | Open |
      | RISK-022 | Bias | 3 | 3 | High | A.6.2.6 | Low | Bo | Open |
      | RISK-023 | Leak | 5 | 5 | High | A.6.2.6 | Low | Bo | Open |
      | RISK-024 | Abuse | 5 | 5 | High | A.6.2.6 | High | Bo | Closed |
      `,
    );
  });

  it("reads counts in a list or on a line, and no other lines", () => {
    const register = (summary: string): string => `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/risks.md
      # AI risk register

      ## Summary
${summary}
      ## Risks

      | Risk ID | Risk | Likelihood | Impact | Rating |
      |---|---|---|---|---|
      | RISK-001 | Drift | 4 | 4 | High |
      | RISK-002 | Bias | 4 | 4 | High |
      | RISK-003 | Leak | 2 | 3 | Medium |
      | RISK-004 | Loss | 1 | 1 | Low |
      `;
    check(
      ["summary-mismatch"],
      register(`
      - **Total risks:** 4
      - High: 3
              ^ error summary-mismatch (fix): The summary counts 3 high risks, and the register here has 2.
      - Medium: 1
      - Low: 1
      `),
    );
    check(
      ["summary-mismatch"],
      register(`
      High: 2, Medium: 2, Low: 1.
                       ^ error summary-mismatch (fix): The summary counts 2 medium risks, and the register here has 1.
      `),
    );
    check(
      ["summary-mismatch"],
      register(`
      - High: 1–4
      - Medium: 5 weeks
      - Low: 9

      Low: 9. Medium: 9 as a rule.
      `),
    );
  });
});
