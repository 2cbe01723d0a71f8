import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("applicable-control-uncovered", () => {
  it("finds controls nothing carries out", () => {
    check(
      ["applicable-control-uncovered"],
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
      | A.7.5 | Data provenance | yes | We must know | partial |  |
                                                       ^^^^^^^ warning applicable-control-uncovered: A.7.5 (Data provenance) is taken in, and no document or record here addresses it.
      | A.7.6 | Data preparation | yes | We must know |  |  |
                                                        ^ warning applicable-control-uncovered: A.7.6 (Data preparation) is taken in, and no document or record here addresses it.
      | A.8.3 | External reporting | yes | The supervisor may ask | not started |  |
                                                                    ^^^^^^^^^^^ info applicable-control-uncovered (fix): A.8.3 (External reporting) is taken in and still to be done, with no day by which.
      | A.8.4 | Communication of incidents | yes | We owe it | partial | procedures/incidents.md |
      | A.10.4 | Customers | no | We have none that use AI |  |  |
      `,
    );
  });

  it("says it once where it holds for all", () => {
    check(
      ["applicable-control-uncovered"],
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
      | A.7.2 | Data for development and enhancement of AI system | yes | We must know | planned |  |
                                                                                         ^^^^^^^ info applicable-control-uncovered: All 7 controls taken in here are still to be done, with no day by which.
      | A.7.3 | Acquisition of data | yes | We must know | planned |  |
      | A.7.4 | Quality of data for AI systems | yes | We must know | planned |  |
      | A.7.5 | Data provenance | yes | We must know | planned |  |
      | A.7.6 | Data preparation | yes | We must know | planned |  |
      | A.8.2 | System documentation and information for users | yes | We must know | planned |  |
      | A.8.3 | External reporting | yes | We must know | planned |  |
      `,
    );
  });

  it("takes documents, plans with a day and descriptions", () => {
    check(
      ["applicable-control-uncovered"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/soa.yaml
      controls:
        - control: A.7.5
          applicable: yes
          status: partial
          implementation: Recorded with each data set.
        - control: A.7.6
          applicable: yes
          due: 2027-03-31
        - control: A.8.4
          applicable: yes
          status: partial
        - control: A.7.4
          applicable: yes
          gap:
            note: Quality is not measured yet
            planned_by: 2027-03-31
      //- /aims/incidents.md
      # AI incident procedure

      **Document ID:** AIMS-PROC-003
      **Status:** Approved
      **Approved by:** Ana Silva
      **Approved on:** 2026-03-01
      **Next review:** 2027-03-01
      **Satisfies:** A.8.4

      We tell those concerned within two days.
      `,
    );
  });
});
