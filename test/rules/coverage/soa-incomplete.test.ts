import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("soa-incomplete", () => {
  it("counts what all registers decide and names the rest", () => {
    check(
      ["soa-incomplete"],
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
        ^^^^^ warning soa-incomplete (fix): The statement of applicability decides on 35 of the 38 controls of ISO/IEC 42001:2023; it lacks A.2.4, A.6.2.8, A.10.4.
      | A.2.3 | Alignment with other organizational policies | yes | Treats RISK-001 in the register | planned | 2027-01-31 |
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
      `,
    );
  });

  it("is silent where all 38 are decided, over several files and notations", () => {
    check(
      ["soa-incomplete"],
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
      //- /aims/more.yaml
      controls:
        - control: A.2.4
          applicable: yes
          justification: A policy ages
      //- /aims/a-10-4.yaml
      aims: control
      control: A.10.4
      applicable: no
      justification: We offer AI to nobody
      `,
    );
  });

  it("shows it where the document says what it is", () => {
    check(
      ["soa-incomplete"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/soa.md
      ---
      aims: procedure
      id: AIMS-SOA-001
          ^^^^^^^^^^^^ warning soa-incomplete (fix): The statement of applicability decides on 37 of the 38 controls of ISO/IEC 42001:2023; it lacks A.8.4.
      title: Statement of applicability
      ---
      # Statement of applicability

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
      | A.8.5 | Information for interested parties | yes | Treats RISK-031 in the register | planned | 2027-01-31 |
      | A.9.2 | Processes for responsible use of AI systems | yes | Treats RISK-032 in the register | planned | 2027-01-31 |
      | A.9.3 | Objectives for responsible use of AI system | yes | Treats RISK-033 in the register | planned | 2027-01-31 |
      | A.9.4 | Intended use of the AI system | yes | Treats RISK-034 in the register | planned | 2027-01-31 |
      | A.10.2 | Allocating responsibilities | yes | Treats RISK-035 in the register | planned | 2027-01-31 |
      | A.10.3 | Suppliers | yes | Treats RISK-036 in the register | planned | 2027-01-31 |
      | A.10.4 | Customers | yes | Treats RISK-037 in the register | planned | 2027-01-31 |
      `,
    );
  });

  it("takes an entry for a group as one for its controls", () => {
    check(
      ["soa-incomplete"],
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
      | A.7 | Data for AI systems | no | We use no data at all |  |  |
      `,
    );
  });

  it("is silent on a list of controls that decides nothing", () => {
    check(
      ["soa-incomplete"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/tasks.md
      # Tasks

      | Control | Status  | Owner | Evidence |
      |---------|---------|-------|----------|
      | A.2.2   | planned | Bo    | EV-001   |
      `,
    );
  });

  it("leaves templates alone", () => {
    check(
      ["soa-incomplete"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/_TEMPLATE-soa.md
      # Statement of applicability

      **Document ID:** AIMS-SOA-001
      **Standard:** ISO/IEC 42001:2023

      | Control | Title | Applicable | Justification | Status | Due |
      |---|---|---|---|---|---|
      | A.2.2 | AI policy | yes | Treats RISK-000 in the register | planned | 2027-01-31 |
      | A.2.3 | Alignment with other organizational policies | yes | Treats RISK-001 in the register | planned | 2027-01-31 |
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
      `,
    );
  });

  it("adds the missing rows to the register", () => {
    checkFix(
      "soa-incomplete",
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
      `,
      `
      //- /aims/soa.md
      # Statement of applicability

      **Document ID:** AIMS-SOA-001
      **Standard:** ISO/IEC 42001:2023

      | Control | Title | Applicable | Justification | Status | Due |
      |---|---|---|---|---|---|
      | A.2.2 | AI policy | yes | Treats RISK-000 in the register | planned | 2027-01-31 |
      | A.2.3 | Alignment with other organizational policies | yes | Treats RISK-001 in the register | planned | 2027-01-31 |
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
      | A.2.4 | Review of the AI policy |  |  |  |  |
      | A.10.4 | Customers |  |  |  |  |
      `,
    );
  });
});
