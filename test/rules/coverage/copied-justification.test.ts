import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("copied-justification", () => {
  it("is shown once, at the first entry", () => {
    check(
      ["copied-justification"],
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
      | A.2.2 | AI policy | yes | Required  to manage AI responsibly | planned |  |
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning copied-justification: "Required to manage AI responsibly" is the justification of 6 controls (A.2.2, A.2.3, A.2.4, A.3.2, A.3.3, A.4.2).
      | A.2.3 | Alignment with other organizational policies | yes | Required to manage AI responsibly. | planned |  |
      | A.2.4 | Review of the AI policy | yes | Required  to manage AI responsibly | planned |  |
      | A.3.2 | AI roles and responsibilities | yes | Required to manage AI responsibly. | planned |  |
      | A.3.3 | Reporting of concerns | yes | Required  to manage AI responsibly | planned |  |
      | A.4.2 | Resource documentation | yes | Required to manage AI responsibly. | planned |  |
      `,
    );
  });

  it("looks over files and notations", () => {
    check(
      ["copied-justification"],
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
      | A.2.2 | AI policy | yes | Best practice in our industry | planned |  |
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning copied-justification: "Best practice in our industry" is the justification of 5 controls (A.2.2, A.2.3, A.2.4, A.3.2, A.3.3).
      | A.2.3 | Alignment with other organizational policies | yes | Best practice in our industry | planned |  |
      | A.2.4 | Review of the AI policy | yes | Best practice in our industry | planned |  |
      //- /aims/zz.yaml
      controls:
        - control: A.3.2
          applicable: yes
          justification: Best practice in our industry
        - control: A.3.3
          applicable: yes
          justification: Best practice in our industry
      `,
    );
  });

  it("lets four share a reason, and leaves empty and stock reasons to others", () => {
    check(
      ["copied-justification"],
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
      | A.2.2 | AI policy | no | Not applicable |  |  |
      | A.2.3 | Alignment with other organizational policies | no | Not applicable |  |  |
      | A.2.4 | Review of the AI policy | no | Not applicable |  |  |
      | A.3.2 | AI roles and responsibilities | no | Not applicable |  |  |
      | A.3.3 | Reporting of concerns | no | Not applicable |  |  |
      | A.4.2 | Resource documentation | no | Not applicable |  |  |
      | A.4.3 | Data resources | yes | Asked for by the supervisor | planned |  |
      | A.4.4 | Tooling resources | yes | Asked for by the supervisor | planned |  |
      | A.4.5 | System and computing resources | yes | Asked for by the supervisor | planned |  |
      | A.4.6 | Human resources | yes | Asked for by the supervisor | planned |  |
      | A.5.2 | AI system impact assessment process | yes |  | planned |  |
      | A.5.3 | Documentation of AI system impact assessments | yes |  | planned |  |
      | A.5.4 | Assessing AI system impact on individuals or groups of individuals | yes |  | planned |  |
      | A.5.5 | Assessing societal impacts of AI systems | yes |  | planned |  |
      | A.6.1.2 | Objectives for responsible development of AI system | yes |  | planned |  |
      | A.6.1.3 | Processes for responsible AI system design and development | yes |  | planned |  |
      `,
    );
  });
});
