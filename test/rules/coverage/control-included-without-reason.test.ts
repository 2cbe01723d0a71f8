import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("control-included-without-reason", () => {
  it("takes columns that say where the need comes from", () => {
    check(
      ["control-included-without-reason"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/soa.md
      # Statement of applicability

      **Document ID:** AIMS-SOA-001
      **Standard:** ISO/IEC 42001:2023

      | Control | Title | Applicable | Legal | Risk | Reason |
      |---|---|---|---|---|---|
      | A.2.2 | AI policy | Y | x |  |  |
      | A.2.3 | Alignment with other organizational policies | Y |  | RISK-002 |  |
      | A.2.4 | Review of the AI policy | Y |  |  |  |
                                                    ^ warning control-included-without-reason: A.2.4 (Review of the AI policy) is taken in, and no reason is given.
      `,
    );
  });

  it("finds single entries", () => {
    check(
      ["control-included-without-reason"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/soa.md
      # Statement of applicability

      **Document ID:** AIMS-SOA-001
      **Standard:** ISO/IEC 42001:2023

      | Control | Title | Applicable | Justification | Status | Evidence |
      |---|---|---|---|---|---|
      | A.2.2 | AI policy | yes |  | planned |  |
                                  ^ warning control-included-without-reason: A.2.2 (AI policy) is taken in, and no reason is given.
      | A.2.3 | Alignment with other organizational policies | yes | Security and privacy policies exist | planned |  |
      | A.2.4 | Review of the AI policy | yes | - | planned |  |
                                                ^ warning control-included-without-reason: A.2.4 (Review of the AI policy) is taken in, and no reason is given.
      | A.3.2 | AI roles and responsibilities | no |  |  |  |
      `,
    );
  });

  it("says it once where none has one", () => {
    check(
      ["control-included-without-reason"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/soa.md
      # Statement of applicability

      **Document ID:** AIMS-SOA-001
      **Standard:** ISO/IEC 42001:2023

      | Control | Title | Applicable | Status | Evidence |
      |---|---|---|---|---|
      | A.2.2 | AI policy | yes | planned | EV-001 |
                            ^^^ warning control-included-without-reason: None of the 6 controls taken in here has a justification.
      | A.2.3 | Alignment with other organizational policies | yes | planned | EV-001 |
      | A.2.4 | Review of the AI policy | yes | planned | EV-001 |
      | A.3.2 | AI roles and responsibilities | yes | planned | EV-001 |
      | A.3.3 | Reporting of concerns | yes | planned | EV-001 |
      | A.4.2 | Resource documentation | yes | planned | EV-001 |
      `,
    );
  });

  it("takes the risks named for a reason", () => {
    check(
      ["control-included-without-reason"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/soa.yaml
      controls:
        - control: A.2.2
          applicable: yes
          risks: [RISK-001]
        - control: A.2.3
          applicable: yes
                      ^^^ warning control-included-without-reason (fix): A.2.3 (Alignment with other organizational policies) is taken in, and no reason is given.
      `,
    );
  });
});
