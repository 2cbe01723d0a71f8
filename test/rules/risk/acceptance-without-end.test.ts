import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("acceptance-without-end", () => {
  it("looks at what remains before the risk itself, and at columns of any name", () => {
    check(
      ["acceptance-without-end"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | Risk  | Likelihood | Impact | Rating | Residual  | Status   | Valid until | Acceptance reason     |
      |----------|-------|------------|--------|--------|-----------|----------|-------------|-----------------------|
      | RISK-001 | Drift | 1 | 2 | Low    | Very high | Accepted |             |                       |
                                                        ^^^^^^^^ info acceptance-without-end (fix): This risk is rated "Very high" and accepted, and nothing says until when.
      | RISK-002 | Drift | 4 | 4 | High   | Medium    | Accepted |             |                       |
      | RISK-003 | Drift | 4 | 4 | High   | High      | Accepted | Q2 2027     |                       |
      | RISK-004 | Drift | 4 | 4 | High   | High      | Accepted |             | Until the next review |
      | RISK-005 | Drift | 4 | 4 | High   | High      | Open     |             |                       |
      | RISK-006 | Drift | 4 | 4 | High   |           | Accepted |             | Too costly            |
                                                        ^^^^^^^^ info acceptance-without-end (fix): This risk is rated "High" and accepted, and nothing says until when.
      `,
    );
  });

  it("is content with a review of the register as a whole", () => {
    check(
      ["acceptance-without-end"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/risks.md
      ---
      aims: risk-register
      title: AI risk register
      next_review: 2027-01-15
      ---

      | Risk ID  | Risk  | Likelihood | Impact | Residual | Status   |
      |----------|-------|------------|--------|----------|----------|
      | RISK-001 | Drift | 4 | 4 | High     | Accepted |
      `,
    );
  });
});
