import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("treatment-overdue", () => {
  it("reads dates and statuses as people write them", () => {
    check(
      ["treatment-overdue"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Target date | Status |
      |---------|------|------------|--------|-------------|--------|
      | RISK-001 | Drift | 3 | 4 | 30 June 2026 | 🔴 Open |
                                   ^^^^^^^^^^^^ warning treatment-overdue: The treatment was due on 2026-06-30, and the risk is still open.
      | RISK-002 | Leak | 3 | 4 | Q4 2026 | 🟡 In progress |
      | RISK-003 | Leak | 3 | 4 | 2026-06-30 | Mitigated |
      `,
    );
  });

  it("is silent when the status or the day is unknown", () => {
    check(
      ["treatment-overdue"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Target date | Status |
      |---------|------|------------|--------|-------------|--------|
      | RISK-001 | Drift | 3 | 4 | 2026-06-30 | |
      | RISK-002 | Leak | 3 | 4 | ongoing | Open |
      `,
    );
  });
});
