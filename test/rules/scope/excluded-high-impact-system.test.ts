import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("excluded-high-impact-system", () => {
  it("goes by declared facts of the system", () => {
    check(
      ["excluded-high-impact-system"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: CV ranker
          tier: high
          in_scope: no
                    ^^ warning excluded-high-impact-system: AI-001 "CV ranker" is declared high-risk and is left out of scope.
        - id: AI-002
          name: Emotion reader
          tier: prohibited
          exclusion_reason: Run by the supplier.
                            ^^^^^^^^^^^^^^^^^^^^ warning excluded-high-impact-system: AI-002 "Emotion reader" is declared a prohibited practice and is left out of scope.
        - id: AI-003
          name: Income estimator
          use_areas: [essential-services]
          in_scope: no
                    ^^ warning excluded-high-impact-system: AI-003 "Income estimator" is used in people's access to essential services such as credit and is left out of scope.
        - id: AI-004
          name: Employment news digest
          use_areas: [none]
          tier: minimal
          in_scope: no
        - id: AI-005
          name: Credit scorer
          tier: high
          in_scope: yes
      `,
    );
  });

  it("goes by the impact an assessment found", () => {
    check(
      ["excluded-high-impact-system"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/inventory.md
      # Inventory

      | System ID | System name    | Owner | Status | In scope |
      |-----------|----------------|-------|--------|----------|
      | AI-001    | Chat assistant | Bo    | live   | no       |
                                                      ^^ warning excluded-high-impact-system: AI-001 "Chat assistant" is assessed to have high impact (AIIA-001) and is left out of scope.
      | AI-002    | Mail sorter    | Bo    | live   | no       |
      //- /aims/assessments.md
      # Impact assessments

      | Assessment ID | System | Assessment date | Overall impact |
      |---------------|--------|-----------------|----------------|
      | AIIA-001      | AI-001 | 2026-02-01      | High           |
      | AIIA-002      | AI-002 | 2026-02-01      | Low            |
      `,
    );
  });

  it("shows a system that only the scope statement leaves out there", () => {
    check(
      ["excluded-high-impact-system"],
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

      - The CV ranker, because our parent company runs it
        ^^^^^^^^^^^^^ warning excluded-high-impact-system: AI-001 "CV ranker" is declared high-risk and is left out of scope.
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: CV ranker
          tier: high
      `,
    );
  });
});
