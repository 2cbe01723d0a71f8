import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("deferred-exclusion", () => {
  it("reads reasons under other names, and in notes", () => {
    check(
      ["deferred-exclusion"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/inventory.md
      # AI system inventory

      | System ID | System name    | Owner | In AIMS scope | Scope rationale       | Notes                     |
      |-----------|----------------|-------|---------------|-----------------------|---------------------------|
      | AI-001    | Chat assistant | Bo    | No            | To be added in wave 2 |                           |
                                                                            ^^^^^^ warning deferred-exclusion: AI-001 "Chat assistant" is left out of scope because the decision is put off ("wave 2").
      | AI-002    | Fraud model    | Bo    | No            |                       | Impact assessment pending |
                                                                                            ^^^^^^^^^^^^^^^^^^ warning deferred-exclusion: AI-002 "Fraud model" is left out of scope because the decision is put off ("assessment pending").
      | AI-003    | Credit scorer  | Bo    | Yes           | Core business         | Impact assessment pending |
      `,
    );
  });

  it("reads prose, by id and by name", () => {
    check(
      ["deferred-exclusion"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.md
      # AIMS scope statement

      **Document ID:** AIMS-SCOPE-001
      **Systems in scope:** AI-001
      **Owner:** Ana Silva
      **Approved by:** Ana Silva (CEO)
      **Standard:** ISO/IEC 42001:2023

      ## What is left out

      Fraud screening (AI-002) is run by our payment provider and will be brought in
      during the second phase. The chat assistant is left out until its impact assessment is done.
                 ^^^^^^^^^^^^ warning deferred-exclusion: AI-002 "Fraud screening" is left out of scope because the decision is put off ("second phase").
                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning deferred-exclusion: AI-003 "Chat assistant" is left out of scope because the decision is put off ("until its impact assessment").
      The mail sorter touches nobody outside. The credit scorer (AI-001) will be reviewed in a later phase.
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
        - id: AI-002
          name: Fraud screening
        - id: AI-003
          name: Chat assistant
        - id: AI-004
          name: Mail sorter
      `,
    );
  });

  it("underlines the words that put it off", () => {
    check(
      ["deferred-exclusion"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Chat assistant
          in_scope: no
          exclusion_reason: Impact assessment pending.
                                   ^^^^^^^^^^^^^^^^^^ warning deferred-exclusion: AI-001 "Chat assistant" is left out of scope because the decision is put off ("assessment pending").
        - id: AI-002
          name: Fraud model
          in_scope: no
          exclusion_reason: "Will be included in Phase II."
                                                 ^^^^^^^^ warning deferred-exclusion: AI-002 "Fraud model" is left out of scope because the decision is put off ("Phase II").
        - id: AI-003
          name: CV ranker
          in_scope: no
          exclusion_reason: TBD
                            ^^^ warning deferred-exclusion: AI-003 "CV ranker" is left out of scope because the decision is put off ("TBD").
        - id: AI-004
          name: Mail sorter
          in_scope: no
          exclusion_reason: To be assessed when resources allow
                            ^^^^^^^^^^^^^^ warning deferred-exclusion: AI-004 "Mail sorter" is left out of scope because the decision is put off ("To be assessed").
      `,
    );
  });

  it("reads tables and lists of a scope statement", () => {
    check(
      ["deferred-exclusion"],
      `
      //- /aims/scope.md
      # AIMS scope statement

      **Document ID:** AIMS-SCOPE-001
      **Owner:** Ana Silva
      **Approved by:** Ana Silva (CEO)
      **Standard:** ISO/IEC 42001:2023

      ## Out of scope

      | System         | Reason for exclusion                    |
      |----------------|-----------------------------------------|
      | Fraud model    | Planned for the next phase of the AIMS  |
                                         ^^^^^^^^^^ warning deferred-exclusion: "Fraud model" is left out of scope because the decision is put off ("next phase").
      | Chat assistant | **Not yet assessed**                    |
                           ^^^^^^^^^^^^^^^^ warning deferred-exclusion: "Chat assistant" is left out of scope because the decision is put off ("Not yet assessed").
      | Mail sorter    | Sorts our own mail                      |

      * CV ranker (deferred until the works council has decided)
                   ^^^^^^^^ warning deferred-exclusion: "CV ranker" is left out of scope because the decision is put off ("deferred").
      `,
    );
  });

  it("reads a reason in the table of systems", () => {
    check(
      ["deferred-exclusion"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/inventory.md
      # AI system inventory

      | System ID | System name    | Owner | In AIMS scope | Reason for exclusion |
      |-----------|----------------|-------|---------------|----------------------|
      | AI-003    | Chat assistant | Bo    | No            | later                |
                                                             ^^^^^ warning deferred-exclusion: AI-003 "Chat assistant" is left out of scope because the decision is put off ("later").
      `,
    );
  });

  it("is silent on reasons, also where they speak of time", () => {
    check(
      ["deferred-exclusion"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Prototype
          in_scope: no
          exclusion_reason: Not yet deployed; runs on invented data.
        - id: AI-002
          name: Old scorer
          in_scope: no
          exclusion_reason: Decommissioned in phase-out of the old platform, no data kept.
        - id: AI-003
          name: Parent's chatbot
          in_scope: no
          exclusion_reason: Operated by our parent company and will not be included at a later stage.
        - id: AI-004
          name: Mail sorter
          in_scope: yes
          exclusion_reason: phase 2
      `,
    );
  });

  it("is only advice where the entry is approved and has a day", () => {
    check(
      ["deferred-exclusion"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.yaml
      aims: scope
      title: Scope
      exclusions:
        - what: Fraud model
          reason: Not yet assessed
                  ^^^^^^^^^^^^^^^^ info deferred-exclusion: "Fraud model" is left out of scope because the decision is put off ("Not yet assessed").
          approved_by: Ana Silva
          review_on: 2027-02-01
        - what: CV ranker
          reason: Not yet assessed
                  ^^^^^^^^^^^^^^^^ warning deferred-exclusion: "CV ranker" is left out of scope because the decision is put off ("Not yet assessed").
          approved_by: Ana Silva
          review_on: 2026-02-01
      `,
    );
  });
});
