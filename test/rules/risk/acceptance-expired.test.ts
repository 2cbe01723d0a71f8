import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("acceptance-expired", () => {
  it("counts a quarter to its last day", () => {
    check(
      ["acceptance-expired"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Status | Acceptance expires |
      |---------|------|------------|--------|--------|--------------------|
      | RISK-001 | Drift | 3 | 4 | Accepted | Q3 2026 |
                                              ^^^^^^^ warning acceptance-expired: The acceptance of this risk ended on 2026-09-30.
      | RISK-002 | Leak | 3 | 4 | Accepted | Q4 2026 |
      | RISK-003 | Leak | 3 | 4 | Accepted | 2026-11-23 |
      | RISK-004 | Leak | 3 | 4 | Closed | 2025-01-01 |
      `,
    );
  });

  it("is silent when no day is known", () => {
    check(
      ["acceptance-expired"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Status | Acceptance expires |
      |---------|------|------------|--------|--------|--------------------|
      | RISK-001 | Drift | 3 | 4 | Accepted | |
      | RISK-002 | Leak | 3 | 4 | Accepted | on review |
      `,
    );
  });
});
