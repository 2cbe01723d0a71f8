import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("risk-without-owner", () => {
  it("stands at the empty cell", () => {
    check(
      ["risk-without-owner"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Owner | Status |
      |---------|------|------------|--------|-------|--------|
      | RISK-001 | Drift | 3 | 4 | TBD | Open |
                                   ^^^ warning risk-without-owner: This risk has no owner.
      | RISK-002 | Drift | 3 | 4 | Bo Lind, Ana Silva | Open |
      | RISK-003 | Drift | 3 | 4 | — | Closed |
      `,
    );
  });

  it("is silent where the document names the owner of all its risks", () => {
    check(
      ["risk-without-owner"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      **Document ID:** AIMS-RISK-001
      **Risk owner:** Bo Lind
      **Owner:** Bo Lind
      **Standard:** ISO/IEC 42001:2023

      | Risk ID | Risk | Likelihood | Impact | Status |
      |---------|------|------------|--------|--------|
      | RISK-001 | Drift | 3 | 4 | Open |
      //- /aims/other.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Responsible manager |
      |---------|------|------------|--------|---------------------|
      | RISK-002 | Drift | 3 | 4 | Bo Lind |
      `,
    );
  });
});
