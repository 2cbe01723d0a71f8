import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("risk-without-treatment", () => {
  it("is advice for medium risks", () => {
    check(
      ["risk-without-treatment"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Rating | Treatment | Date identified | Status |
      |---------|------|------------|--------|--------|-----------|-----------------|--------|
      | RISK-001 | Drift | 3 | 4 | 🟡 Medium | N/A | 2026-01-10 | Open |
                                               ^^^ info risk-without-treatment: This risk is medium, and nothing says what is done about it.
      | RISK-002 | Leak | 5 | 4 | High | | 2026-11-10 | Open |
      | RISK-003 | Abuse | 5 | 4 | High | Mitigate | 2026-01-10 | Open |
      | RISK-004 | Abuse | 1 | 1 | Low | | 2026-01-10 | Open |
      `,
    );
  });

  it("is silent when the band is unknown or another record treats it", () => {
    check(
      ["risk-without-treatment"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
          rating: to be rated
        - id: RISK-002
          title: Leak
          rating: high
      //- /aims/soa.yaml
      controls:
        - control: A.6.2.6
          applicable: yes
          risks: [RISK-002]
      `,
    );
  });
});
