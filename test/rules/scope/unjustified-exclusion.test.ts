import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("unjustified-exclusion", () => {
  it("takes reasons under other names, and in notes", () => {
    check(
      ["unjustified-exclusion"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/inventory.md
      # AI system inventory

      | System ID | System name    | Owner | In AIMS scope | Scope rationale                | Notes                  |
      |-----------|----------------|-------|---------------|--------------------------------|------------------------|
      | AI-001    | Chat assistant | Bo    | No            | Prototype on invented data     |                        |
      | AI-002    | Fraud model    | Bo    | No            |                                | Run by the supplier    |
      | AI-003    | Mail sorter    | Bo    | No            |                                |                        |
                                             ^^ warning unjustified-exclusion (fix): AI-003 "Mail sorter" is left out of scope and no reason is given.
      `,
    );
  });

  it("finds a system of a YAML register without a reason", () => {
    check(
      ["unjustified-exclusion"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Fraud model
          in_scope: no
                    ^^ warning unjustified-exclusion (fix): AI-001 "Fraud model" is left out of scope and no reason is given.
        - id: AI-002
          name: Chat assistant
          in_scope: false
          exclusion_reason:
          ^^^^^^^^^^^^^^^^ warning unjustified-exclusion: AI-002 "Chat assistant" is left out of scope and no reason is given.
        - id: AI-003
          name: Mail sorter
          in_scope: no
          exclusion_reason: n/a
                            ^^^ warning unjustified-exclusion: AI-003 "Mail sorter" is left out of scope and no reason is given.
      `,
    );
  });

  it("finds a system of a register table, at its cell", () => {
    check(
      ["unjustified-exclusion"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/inventory.md
      # AI system inventory

      | System ID | System name    | Owner | In AIMS scope | Reason for exclusion                  |
      |-----------|----------------|-------|---------------|---------------------------------------|
      | AI-001    | Credit scorer  | Bo    | Yes           |                                       |
      | AI-002    | Fraud model    | Bo    | No            |                                       |
                                                             ^ warning unjustified-exclusion: AI-002 "Fraud model" is left out of scope and no reason is given.
      | AI-003    | Chat assistant | Bo    | No            | Out of scope                          |
                                                             ^^^^^^^^^^^^ warning unjustified-exclusion: AI-003 "Chat assistant" is left out of scope, and "Out of scope" says only that it is, not why.
      | AI-004    | Mail sorter    | Bo    | No            | Sorts our own mail; no effect on people |
      `,
    );
  });

  it("finds entries of a scope statement in YAML", () => {
    check(
      ["unjustified-exclusion"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.yaml
      aims: scope
      title: Scope
      approved_by: Ana Silva
      exclusions:
        - what: The marketing department
                ^^^^^^^^^^^^^^^^^^^^^^^^ warning unjustified-exclusion (fix): "The marketing department" is left out of scope and no reason is given.
        - what: Sites outside Portugal
          reason: not applicable
                  ^^^^^^^^^^^^^^ warning unjustified-exclusion: "Sites outside Portugal" is left out of scope, and "not applicable" says only that it is, not why.
        - Payroll, because it is run by our parent company under its own AIMS
        - Office tools
          ^^^^^^^^^^^^ warning unjustified-exclusion: "Office tools" is left out of scope and no reason is given.
      `,
    );
  });

  it("finds rows and items of a scope statement's sections", () => {
    check(
      ["unjustified-exclusion"],
      `
      //- /aims/scope.md
      # AIMS scope statement

      **Document ID:** AIMS-SCOPE-001
      **Owner:** Ana Silva
      **Approved by:** Ana Silva (CEO)
      **Standard:** ISO/IEC 42001:2023

      ## 3. Exclusions from scope

      | Area           | Justification                                      |
      |----------------|----------------------------------------------------|
      | Marketing      | Runs no AI and buys none                            |
      | Chat assistant | Excluded                                           |
                         ^^^^^^^^ warning unjustified-exclusion: "Chat assistant" is left out of scope, and "Excluded" says only that it is, not why.
      | None           |                                                    |

      - Payroll
        ^^^^^^^ warning unjustified-exclusion: "Payroll" is left out of scope and no reason is given.
      - Office tools: they decide nothing about anybody
      - [Name of unit]
      `,
    );
  });

  it("takes a scope statement that explains its exclusions in prose at its word", () => {
    check(
      ["unjustified-exclusion"],
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

      ## Exclusions

      The mail sorter handles our own post only and touches nobody outside.
      //- /aims/systems.yaml
      systems:
        - id: AI-004
          name: Mail sorter
          in_scope: no
      `,
    );
  });

  it("takes the reason from another record of the system", () => {
    check(
      ["unjustified-exclusion"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-004
          name: Mail sorter
          in_scope: no
      //- /aims/ai-004.yaml
      aims: system
      id: AI-004
      name: Mail sorter
      exclusion_reason: Sorts our own mail; no effect on people.
      `,
    );
  });

  it("makes room for the reason", () => {
    checkFix(
      "unjustified-exclusion",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Fraud model
          in_scope: no
      `,
      `
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Fraud model
          in_scope: no
          exclusion_reason:
      `,
    );
  });

  it("makes room for the reason of an entry", () => {
    checkFix(
      "unjustified-exclusion",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/scope.yaml
      aims: scope
      title: Scope
      exclusions:
        - what: The marketing department
          approved_by: Ana Silva
        - what: Payroll
          reason: Run by our parent company under its own AIMS
      `,
      `
      //- /aims/scope.yaml
      aims: scope
      title: Scope
      exclusions:
        - what: The marketing department
          approved_by: Ana Silva
          reason:
        - what: Payroll
          reason: Run by our parent company under its own AIMS
      `,
    );
  });
});
