import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("duplicate-control", () => {
  it("finds two entries of one statement", () => {
    check(
      ["duplicate-control"],
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
      | A.2.2 | AI policy | yes | Frame | implemented | EV-1 |
      | A.2.3 | Alignment with other organizational policies | yes | Frame | planned |  |
      | A.2.2 | AI policy | yes | Frame | implemented | EV-1 |
        ^^^^^ warning duplicate-control: A.2.2 (AI policy) has two entries.
      | A.2.3 | Review of the AI policy | yes | Frame | implemented | EV-2 |
        ^^^^^ error duplicate-control: A.2.3 (Alignment with other organizational policies) has two entries, one "planned" and one "implemented".
      `,
    );
  });

  it("finds a contradiction between files", () => {
    check(
      ["duplicate-control"],
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
      | A.10.4 | Customers | yes | We sell scores | planned |  |
        ^^^^^^ error duplicate-control: A.10.4 (Customers) is taken in here and left out by another entry.
      //- /aims/more.yaml
      controls:
        - control: A.10.4
          applicable: no
          justification: We offer AI to nobody
      `,
    );
  });

  it("lets other lists repeat a decision", () => {
    check(
      ["duplicate-control"],
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
      | A.10.4 | Customers | no | We offer AI to nobody | not applicable |  |
      | A.2.2 | AI policy | yes | Frame | implemented |  |

      ## Excluded controls

      | Control | Title     | Reason for exclusion  |
      |---------|-----------|-----------------------|
      | A.10.4  | Customers | We offer AI to nobody |
      //- /aims/extract.yaml
      controls:
        - control: A.2.2
          applicable: yes
      `,
    );
  });

  it("lets statements for different systems differ", () => {
    check(
      ["duplicate-control"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/soa.yaml
      controls:
        - control: A.7.5
          applicable: yes
          systems: [AI-001]
        - control: A.7.5
          applicable: no
          systems: [AI-002]
      `,
    );
  });
});
