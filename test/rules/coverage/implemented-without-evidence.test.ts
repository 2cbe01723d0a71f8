import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("implemented-without-evidence", () => {
  it("finds single entries", () => {
    check(
      ["implemented-without-evidence"],
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
      | A.2.2 | AI policy | yes | Frame | Implemented |  |
                                          ^^^^^^^^^^^ warning implemented-without-evidence: A.2.2 (AI policy) is said to be implemented, and nothing is named that shows it.
      | A.2.3 | Alignment with other organizational policies | yes | Frame | implemented | policies/list.md |
      | A.2.4 | Review of the AI policy | yes | Frame | ✅ | None |
                                                        ^ warning implemented-without-evidence: A.2.4 (Review of the AI policy) is said to be implemented, and nothing is named that shows it.
      | A.3.2 | AI roles and responsibilities | yes | Frame | partial |  |
      `,
    );
  });

  it("says it once where none has any", () => {
    check(
      ["implemented-without-evidence"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/soa.md
      # Statement of applicability

      **Document ID:** AIMS-SOA-001
      **Standard:** ISO/IEC 42001:2023

      | Control | Title | Applicable | Justification | Status |
      |---|---|---|---|---|
      | A.2.4 | Review of the AI policy | yes | Frame | implemented |
                                                        ^^^^^^^^^^^ warning implemented-without-evidence: All 6 controls said here to be implemented have nothing named that shows it.
      | A.3.2 | AI roles and responsibilities | yes | Frame | implemented |
      | A.3.3 | Reporting of concerns | yes | Frame | implemented |
      | A.4.2 | Resource documentation | yes | Frame | implemented |
      | A.4.3 | Data resources | yes | Frame | implemented |
      | A.4.4 | Tooling resources | yes | Frame | implemented |
      `,
    );
  });

  it("takes what other records show", () => {
    check(
      ["implemented-without-evidence"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/soa.yaml
      controls:
        - id: CTRL-001
          control: A.2.2
          applicable: yes
          status: implemented
        - control: A.2.3
          applicable: yes
          status: implemented
          implementation: See policies/list.md, section 2.
        - control: A.2.4
          applicable: yes
          status: implemented
          verified_on: 2026-02-02
        - control: A.3.3
          applicable: yes
          status: implemented
                  ^^^^^^^^^^^ warning implemented-without-evidence (fix): A.3.3 (Reporting of concerns) is said to be implemented, and nothing is named that shows it.
      //- /aims/ai-policy.yaml
      aims: policy
      title: AI policy
      satisfies:
        iso-42001: [A.2.2]
      //- /aims/evidence.yaml
      evidence_records:
        - id: EV-001
          title: Hotline log
          controls: [CTRL-001]
      `,
    );
  });

  it("makes room for evidence", () => {
    checkFix(
      "implemented-without-evidence",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/soa.yaml
      controls:
        - control: A.3.3
          applicable: yes
          status: implemented
      `,
      `
      //- /aims/soa.yaml
      controls:
        - control: A.3.3
          applicable: yes
          status: implemented
          evidence:
      `,
    );
  });
});
