import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("accepted-without-acceptor", () => {
  it("is milder in an approved register and for low risks", () => {
    check(
      ["accepted-without-acceptor"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      **Document ID:** AIMS-RISK-001
      **Owner:** Bo Lind
      **Approved by:** Ana Silva (CEO)
      **Standard:** ISO/IEC 42001:2023

      | Risk ID | Risk | Likelihood | Impact | Rating | Treatment | Status |
      |---------|------|------------|--------|--------|-----------|--------|
      | RISK-001 | Drift | 3 | 5 | High | Accept | Accepted |
                                                   ^^^^^^^^ info accepted-without-acceptor (fix): This risk is accepted, and only the register as a whole names who approved it (Ana Silva (CEO)).
      //- /aims/low.yaml
      risks:
        - id: RISK-011
          title: Leak
          rating: low
          status: accepted
                  ^^^^^^^^ info accepted-without-acceptor (fix): This risk is accepted, and nobody is named who accepted it.
      `,
    );
  });

  it("is silent when the risk is not yet accepted or somebody is named", () => {
    check(
      ["accepted-without-acceptor"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Rating | Treatment | Sign-off | Status |
      |---------|------|------------|--------|--------|-----------|----------|--------|
      | RISK-001 | Drift | 3 | 5 | High | Accept | Ana Silva | Accepted |
      | RISK-002 | Drift | 3 | 5 | High | Accept | | Open |
      | RISK-003 | Drift | 3 | 5 | High | | | |
      `,
    );
  });
});
