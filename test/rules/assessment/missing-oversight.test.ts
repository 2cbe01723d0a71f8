import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("missing-oversight", () => {
  it("goes by declared facts", () => {
    check(
      ["missing-oversight"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/inventory.md
      # Inventory

      | System ID | System name   | Owner | Status  | Tier    | Human oversight |
      |-----------|---------------|-------|---------|---------|-----------------|
      | AI-001    | Credit scorer | Bo    | live    | high    |                 |
                                                                ^ warning missing-oversight: AI-001 "Credit scorer" is declared high-risk, and nothing says how people oversee it.
      | AI-002    | CV ranker     | Bo    | live    | high    | None            |
                                                                ^^^^ warning missing-oversight: AI-002 "CV ranker" is declared high-risk, and its oversight reads "None".
      | AI-003    | Mail sorter   | Bo    | live    | minimal |                 |
      | AI-004    | Fraud model   | Bo    | live    | high    | Analysts decide |
      | AI-005    | Old scorer    | Bo    | retired | high    |                 |
      `,
    );
  });

  it("takes what an assessment says", () => {
    check(
      ["missing-oversight"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          tier: high
        - id: AI-002
          name: CV ranker
          use_areas: [employment]
      //- /aims/aiia-001.md
      # Impact assessment of the credit scorer

      **Assessment ID:** AIIA-001
      **System:** AI-001
      **Assessment date:** 2026-07-02

      ## Human oversight

      Officers see the score with its reasons and can overrule it.
      //- /aims/aiia-002.yaml
      aims: impact-assessment
      id: AIIA-002
      system: AI-002
      assessed_on: 2026-07-02
      oversight: Recruiters rank by hand first.
      `,
    );
  });

  it("makes room for it", () => {
    checkFix(
      "missing-oversight",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          tier: high
      `,
      `
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          tier: high
          oversight:
      `,
    );
  });
});
