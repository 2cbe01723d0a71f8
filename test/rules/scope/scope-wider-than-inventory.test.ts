import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("scope-wider-than-inventory", () => {
  it("finds the words in a statement over several lines", () => {
    check(
      ["scope-wider-than-inventory"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.yaml
      aims: scope
      title: Scope
      statement: >
        The AIMS of Lender Ltd covers all
                                      ^^^ warning scope-wider-than-inventory: This scope speaks of "all AI systems", but the inventory leaves AI-002 out.
        AI systems and the people who run them.
      //- /aims/systems.yaml
      systems:
        - id: AI-002
          name: Fraud model
          in_scope: no
      `,
    );
  });

  it("reads the sections of a scope statement", () => {
    check(
      ["scope-wider-than-inventory"],
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

      ## Systems in scope

      - AI-001 Credit scorer
      - AI-002 Fraud model
        ^^^^^^ error scope-wider-than-inventory: This scope covers AI-002 "Fraud model", whose own record leaves it out.

      ## Exclusions

      - AI-003: run by the supplier
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
        - id: AI-002
          name: Fraud model
          in_scope: no
        - id: AI-003
          name: Mail sorter
      `,
    );
  });

  it("finds listed systems that their own records leave out", () => {
    check(
      ["scope-wider-than-inventory"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.md
      ---
      aims: scope
      id: AIMS-SCOPE-001
      title: Scope
      systems: [AI-001, AI-002, AI-003]
                        ^^^^^^ error scope-wider-than-inventory: This scope covers AI-002 "Fraud model", whose own record leaves it out.
                                ^^^^^^ warning scope-wider-than-inventory: This scope covers AI-003 "Old scorer", which is retired.
      ---
      # Scope
      //- /aims/inventory.md
      # Inventory

      | System ID | System name   | Owner | Status  | In scope |
      |-----------|---------------|-------|---------|----------|
      | AI-001    | Credit scorer | Bo    | live    | yes      |
      | AI-002    | Fraud model   | Bo    | live    | no       |
      | AI-003    | Old scorer    | Bo    | retired | yes      |
      `,
    );
  });

  it("finds a system listed and excluded by the same statement", () => {
    check(
      ["scope-wider-than-inventory"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.yaml
      aims: scope
      title: Scope
      systems: [AI-001, AI-002]
                        ^^^^^^ error scope-wider-than-inventory: AI-002 "Fraud model" stands in this scope both among the systems covered and among the exclusions.
      exclusions:
        - system: AI-002
          reason: Run by the supplier
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
        - id: AI-002
          name: Fraud model
      `,
    );
  });

  it("finds sentences about all systems", () => {
    check(
      ["scope-wider-than-inventory"],
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

      This AIMS covers all AI systems that Lender Ltd runs.
                       ^^^^^^^^^^^^^^ warning scope-wider-than-inventory: This scope speaks of "all AI systems", but the inventory leaves AI-002 out.

      - every AI system listed in the inventory is looked at once a year
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          in_scope: yes
        - id: AI-002
          name: Fraud model
          status: live
          in_scope: no
        - id: AI-003
          name: Old scorer
          status: retired
          in_scope: no
      `,
    );
  });

  it("only advises while there is no inventory", () => {
    check(
      ["scope-wider-than-inventory"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.yaml
      aims: scope
      title: Scope
      statement: All AI systems and the people who run them.
                 ^^^^^^^^^^^^^^ info scope-wider-than-inventory: This scope speaks of "All AI systems", and there is no inventory that says which they are.
      `,
    );
  });

  it("is silent on sentences that bound themselves, and on sound lists", () => {
    check(
      ["scope-wider-than-inventory"],
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

      All AI systems must be registered before use.
      The AIMS covers all AI systems except those listed below.

      ## Exclusions

      - All AI systems of the parent company: it runs its own AIMS
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
        - id: AI-002
          name: Fraud model
          in_scope: no
      `,
    );
  });
});
