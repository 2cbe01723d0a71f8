import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("live-system-outside-inventory", () => {
  it("reads the sections and tables of a scope statement", () => {
    check(
      ["live-system-outside-inventory"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.md
      # AIMS scope statement

      **Document ID:** AIMS-SCOPE-001
      **Owner:** Ana Silva
      **Approved by:** Ana Silva (CEO)
      **Standard:** ISO/IEC 42001:2023

      ## AI systems covered

      | AI system        | Use                |
      |------------------|--------------------|
      | Credit scorer    | Decides on credit  |
      | Complaint sorter | Sorts complaints   |
        ^^^^^^^^^^^^^^^^ warning live-system-outside-inventory: "Complaint sorter" is said to be in scope, but the inventory has no system of that name.

      ## Other systems in scope

      - Voice authenticator: lets customers in
        ^^^^^^^^^^^^^^^^^^^ warning live-system-outside-inventory: "Voice authenticator" is said to be in scope, but the inventory has no system of that name.
      - AI-001
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
      `,
    );
  });

  it("offers to add a system to the scope only by an id that is read as that", () => {
    check(
      ["live-system-outside-inventory"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.yaml
      aims: scope
      systems: [AI-001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
      //- /aims/other.yaml
      aims: system
      id: of [SUP-001]
          ^^^^^^^^^^^^ warning live-system-outside-inventory (fix): of [SUP-001] "Other" is in the inventory, and the scope neither names it nor leaves it out.
      name: Other
      `,
    );
  });

  it("finds systems the records name and the inventory lacks", () => {
    check(
      ["live-system-outside-inventory"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          in_scope: yes
      //- /aims/aiia.md
      # Impact assessment of the complaint sorter

      **Assessment ID:** AIIA-002
      **System:** Complaint sorter
                  ^^^^^^^^^^^^^^^^ warning live-system-outside-inventory: "Complaint sorter" has an impact assessment, but the inventory has no system of that name.
      **Assessment date:** 2026-02-01
      //- /aims/incidents.yaml
      incidents:
        - id: INC-001
          title: Wrong refusals
          systems: [Voice bot X]
                    ^^^^^^^^^^^ warning live-system-outside-inventory: "Voice bot X" had an incident, but the inventory has no system of that name.
      //- /aims/risks.md
      # Risk register

      | Risk ID | Risk       | AI system           | Likelihood | Impact |
      |---------|------------|---------------------|------------|--------|
      | R-001   | Proxy bias | Credit scorer       | 3          | 4      |
      | R-002   | Drift      | The scorer          | 3          | 4      |
      | R-003   | Outage     | All systems         | 3          | 4      |
      | R-004   | Deep fakes | Voice authenticator | 3          | 4      |
                               ^^^^^^^^^^^^^^^^^^^ info live-system-outside-inventory: "Voice authenticator" has a risk in the register, but the inventory has no system of that name.
      `,
    );
  });

  it("finds systems in use the scope passes over", () => {
    check(
      ["live-system-outside-inventory"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.md
      # AIMS scope statement

      **Document ID:** AIMS-SCOPE-001
      **Approved by:** Ana Silva

      ## Systems in scope

      | System ID | System        |
      |-----------|---------------|
      | AI-001    | Credit scorer |

      ## Systems out of scope

      | System ID | System      | Reason              |
      |-----------|-------------|---------------------|
      | AI-002    | Mail sorter | Sorts our own mail  |
      //- /aims/inventory.md
      # Inventory

      | System ID | System name    | Owner | Status      |
      |-----------|----------------|-------|-------------|
      | AI-001    | Credit scorer  | Bo    | live        |
      | AI-002    | Mail sorter    | Bo    | live        |
      | AI-003    | Chat assistant | Bo    | live        |
        ^^^^^^ warning live-system-outside-inventory (fix): AI-003 "Chat assistant" is live, and the scope neither names it nor leaves it out.
      | AI-004    | CV ranker      | Bo    | development |
        ^^^^^^ info live-system-outside-inventory (fix): AI-004 "CV ranker" is in development, and the scope neither names it nor leaves it out.
      | AI-005    | Old scorer     | Bo    | retired     |
      | AI-006    | Voice bot      | Bo    | planned     |
      `,
    );
  });

  it("is silent while no scope names its systems, and while there is no inventory", () => {
    check(
      ["live-system-outside-inventory"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.yaml
      aims: scope
      title: Scope
      statement: All our lending.
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Proxy bias
          systems: [Some scorer]
      `,
    );
  });

  it("adds the system to the scope", () => {
    checkFix(
      "live-system-outside-inventory",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.yaml
      aims: scope
      title: Scope
      systems: [AI-001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          status: live
        - id: AI-002
          name: Chat assistant
          status: live
      `,
      `
      //- /aims/scope.yaml
      aims: scope
      title: Scope
      systems: [AI-001, AI-002]
      `,
    );
  });

  it("or leaves it out, with room for the reason", () => {
    checkFix(
      "live-system-outside-inventory",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.yaml
      aims: scope
      title: Scope
      systems: [AI-001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          status: live
        - id: AI-002
          name: Chat assistant
          status: live
      `,
      `
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          status: live
        - id: AI-002
          name: Chat assistant
          status: live
          in_scope: false
          exclusion_reason:
          exclusion_approved_by:
          exclusion_approved_on:
      `,
      "Leave AI-002 out of scope and give the reason",
    );
  });

  it("or leaves it out where the inventory asks and nobody answered", () => {
    checkFix(
      "live-system-outside-inventory",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.yaml
      aims: scope
      title: Scope
      systems: [AI-001]
      //- /aims/systems.md
      # AI system inventory

      | System ID | Name | Owner | Status | In scope |
      |---|---|---|---|---|
      | AI-001 | Credit scorer | Ana Lima | Live | Yes |
      | AI-002 | Chat assistant | Bo Ek | Live | |
      `,
      `
      //- /aims/systems.md
      # AI system inventory

      | System ID | Name | Owner | Status | In scope | Reason for exclusion | Exclusion approved by | Exclusion approved on |
      |---|---|---|---|---| -------------------- | --------------------- | --------------------- |
      | AI-001 | Credit scorer | Ana Lima | Live | Yes |                      |                       |                       |
      | AI-002 | Chat assistant | Bo Ek | Live | No |                      |                       |                       |
      `,
      "Leave AI-002 out of scope and give the reason",
    );
  });
});
