import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("uniform-residual", () => {
  it("is silent on a short register and where bands are unknown", () => {
    check(
      ["uniform-residual"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Rating | Controls | Residual |
      |---|---|---|---|---|---|---|
      | RISK-002 | Risk 2 | 3 | 5 | High | A.6.2.6 | Low |
      | RISK-003 | Risk 3 | 2 | 3 | Medium | A.6.2.6 | Low |
      | RISK-004 | Risk 4 | 3 | 5 | High | A.6.2.6 | Low |
      | RISK-005 | Risk 5 | 2 | 3 | Medium | A.6.2.6 | Low |
      | RISK-006 | Risk 6 | 3 | 5 | High | A.6.2.6 | Low |
      | RISK-007 | Risk 7 | 2 | 3 | Medium | A.6.2.6 | Low |
      | RISK-009 | Risk 9 | 3 | 5 | High | A.6.2.6 | |
      `,
    );
  });
});
