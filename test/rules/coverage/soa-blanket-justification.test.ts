import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("soa-blanket-justification", () => {
  it("finds groups, wildcards and ranges", () => {
    check(
      ["soa-blanket-justification"],
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
      | A.2.2 | AI policy | yes | Sets the frame for our decisions | planned |  |
      | A.7 | Data for AI systems | no | We buy all data |  |  |
        ^^^ warning soa-blanket-justification: "A.7" decides on several controls in one entry.
      | A.8.x | Information for interested parties | yes | We owe it to our customers | planned |  |
        ^^^^^ warning soa-blanket-justification: "A.8.x" decides on several controls in one entry.
      | A.9.2 – A.9.4 | Use of AI systems | yes | We use what we build | planned |  |
        ^^^^^^^^^^^^^ warning soa-blanket-justification: "A.9.2 – A.9.4" decides on several controls in one entry.
      | All other controls |  | no | Not needed at our size |  |  |
        ^^^^^^^^^^^^^^^^^^ warning soa-blanket-justification: "All other controls" decides on several controls in one entry.
      `,
    );
  });

  it("finds a sentence on the rest", () => {
    check(
      ["soa-blanket-justification"],
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
      | A.2.2 | AI policy | yes | Sets the frame for our decisions | planned |  |

      The remaining 37 controls are considered not applicable at our size.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning soa-blanket-justification: One sentence decides on all controls that this statement of applicability does not list (37 of 38).

      - All other Annex A controls apply in full.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning soa-blanket-justification: One sentence decides on all controls that this statement of applicability does not list (37 of 38).
      `,
    );
  });

  it("lets the sentence stand where every control is listed", () => {
    check(
      ["soa-blanket-justification"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/soa.md
      # Statement of applicability

      **Document ID:** AIMS-SOA-001
      **Standard:** ISO/IEC 42001:2023

      | Control | Title | Applicable | Justification | Status | Due |
      |---|---|---|---|---|---|
      | A.2.2 | AI policy | yes | Treats RISK-000 in the register | planned | 2027-01-31 |
      | A.2.3 | Alignment with other organizational policies | yes | Treats RISK-001 in the register | planned | 2027-01-31 |
      | A.2.4 | Review of the AI policy | yes | Treats RISK-002 in the register | planned | 2027-01-31 |
      | A.3.2 | AI roles and responsibilities | yes | Treats RISK-003 in the register | planned | 2027-01-31 |
      | A.3.3 | Reporting of concerns | yes | Treats RISK-004 in the register | planned | 2027-01-31 |
      | A.4.2 | Resource documentation | yes | Treats RISK-005 in the register | planned | 2027-01-31 |
      | A.4.3 | Data resources | yes | Treats RISK-006 in the register | planned | 2027-01-31 |
      | A.4.4 | Tooling resources | yes | Treats RISK-007 in the register | planned | 2027-01-31 |
      | A.4.5 | System and computing resources | yes | Treats RISK-008 in the register | planned | 2027-01-31 |
      | A.4.6 | Human resources | yes | Treats RISK-009 in the register | planned | 2027-01-31 |
      | A.5.2 | AI system impact assessment process | yes | Treats RISK-010 in the register | planned | 2027-01-31 |
      | A.5.3 | Documentation of AI system impact assessments | yes | Treats RISK-011 in the register | planned | 2027-01-31 |
      | A.5.4 | Assessing AI system impact on individuals or groups of individuals | yes | Treats RISK-012 in the register | planned | 2027-01-31 |
      | A.5.5 | Assessing societal impacts of AI systems | yes | Treats RISK-013 in the register | planned | 2027-01-31 |
      | A.6.1.2 | Objectives for responsible development of AI system | yes | Treats RISK-014 in the register | planned | 2027-01-31 |
      | A.6.1.3 | Processes for responsible AI system design and development | yes | Treats RISK-015 in the register | planned | 2027-01-31 |
      | A.6.2.2 | AI system requirements and specification | yes | Treats RISK-016 in the register | planned | 2027-01-31 |
      | A.6.2.3 | Documentation of AI system design and development | yes | Treats RISK-017 in the register | planned | 2027-01-31 |
      | A.6.2.4 | AI system verification and validation | yes | Treats RISK-018 in the register | planned | 2027-01-31 |
      | A.6.2.5 | AI system deployment | yes | Treats RISK-019 in the register | planned | 2027-01-31 |
      | A.6.2.6 | AI system operation and monitoring | yes | Treats RISK-020 in the register | planned | 2027-01-31 |
      | A.6.2.7 | AI system technical documentation | yes | Treats RISK-021 in the register | planned | 2027-01-31 |
      | A.6.2.8 | AI system recording of event logs | yes | Treats RISK-022 in the register | planned | 2027-01-31 |
      | A.7.2 | Data for development and enhancement of AI system | yes | Treats RISK-023 in the register | planned | 2027-01-31 |
      | A.7.3 | Acquisition of data | yes | Treats RISK-024 in the register | planned | 2027-01-31 |
      | A.7.4 | Quality of data for AI systems | yes | Treats RISK-025 in the register | planned | 2027-01-31 |
      | A.7.5 | Data provenance | yes | Treats RISK-026 in the register | planned | 2027-01-31 |
      | A.7.6 | Data preparation | yes | Treats RISK-027 in the register | planned | 2027-01-31 |
      | A.8.2 | System documentation and information for users | yes | Treats RISK-028 in the register | planned | 2027-01-31 |
      | A.8.3 | External reporting | yes | Treats RISK-029 in the register | planned | 2027-01-31 |
      | A.8.4 | Communication of incidents | yes | Treats RISK-030 in the register | planned | 2027-01-31 |
      | A.8.5 | Information for interested parties | yes | Treats RISK-031 in the register | planned | 2027-01-31 |
      | A.9.2 | Processes for responsible use of AI systems | yes | Treats RISK-032 in the register | planned | 2027-01-31 |
      | A.9.3 | Objectives for responsible use of AI system | yes | Treats RISK-033 in the register | planned | 2027-01-31 |
      | A.9.4 | Intended use of the AI system | yes | Treats RISK-034 in the register | planned | 2027-01-31 |
      | A.10.2 | Allocating responsibilities | yes | Treats RISK-035 in the register | planned | 2027-01-31 |
      | A.10.3 | Suppliers | yes | Treats RISK-036 in the register | planned | 2027-01-31 |
      | A.10.4 | Customers | yes | Treats RISK-037 in the register | planned | 2027-01-31 |

      All other controls are applicable as listed above.
      `,
    );
  });

  it("looks at statements of applicability only", () => {
    check(
      ["soa-blanket-justification"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/note.md
      # Note on controls

      **Document ID:** AIMS-PROC-004
      **Owner:** Bo

      The remaining controls are not applicable to the test environment.
      `,
    );
  });

  it("is silent on a number it does not know, which is another rule's matter", () => {
    check(
      ["soa-blanket-justification"],
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
      | A.2.22 | AI policy | yes | Sets the frame for our decisions | planned |  |
      `,
    );
  });
});
