import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

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

  it("adds the field or the column; beside a placeholder only a person can go on", () => {
    const aims = `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      `;
    checkFix(
      "risk-without-owner",
      `${aims}
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
      `,
      `
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
          owner:
      `,
    );
    checkFix(
      "risk-without-owner",
      `${aims}
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact |
      |---------|------|------------|--------|
      | RISK-001 | Drift | 3 | 4 |
      | RISK-002 | Bias | 3 | 4 |
      `,
      `
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Owner |
      |---------|------|------------|--------| ----- |
      | RISK-001 | Drift | 3 | 4 |       |
      | RISK-002 | Bias | 3 | 4 |       |
      `,
    );
    check(
      ["risk-without-owner"],
      `${aims}
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Owner |
      |---------|------|------------|--------|-------|
      | RISK-001 | Drift | 3 | 4 | [Name] |
                                   ^^^^^^ warning risk-without-owner: This risk has no owner.
      | RISK-002 | Bias | 3 | 4 | |
                                  ^ warning risk-without-owner: This risk has no owner.
      //- /aims/risks.csv
      Risk ID,Risk,Likelihood,Impact,Owner
      RISK-011,Drift,3,4,TBD
                         ^^^ warning risk-without-owner: This risk has no owner.
      //- /aims/risks.yaml
      risks:
        - id: RISK-021
          title: Drift
          owner: "{{ owner }}"
                 ^^^^^^^^^^^^^ warning risk-without-owner: This risk has no owner.
      `,
    );
  });
});
