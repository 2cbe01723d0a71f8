import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("assessment-after-deployment", () => {
  it("holds the first assessment against the day of deployment", () => {
    check(
      ["assessment-after-deployment"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/inventory.md
      # Inventory

      | System ID | System name   | Owner | Status | Deployment date |
      |-----------|---------------|-------|--------|-----------------|
      | AI-001    | Credit scorer | Bo    | live   | 1 September 2025 |
      | AI-002    | Fraud model   | Bo    | live   | 2026-05-01      |
      //- /aims/assessments.md
      # Impact assessments

      | Assessment ID | System | Assessment date | Conclusion |
      |---------------|--------|-----------------|------------|
      | AIIA-001      | AI-001 | 2026-02-01      | go         |
                                 ^^^^^^^^^^ warning assessment-after-deployment: AI-001 "Credit scorer" was first assessed on 2026-02-01, and has been in use since 2025-09-01.
      | AIIA-002      | AI-002 | 2026-05-01      | go         |
      | AIIA-003      | AI-001 | 2026-08-01      | go         |
      `,
    );
  });

  it("is silent where an earlier or undated one exists", () => {
    check(
      ["assessment-after-deployment"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          deployed_on: 2025-09-01
        - id: AI-002
          name: Fraud model
          deployed_on: 2025-09-01
      //- /aims/assessments.yaml
      impact_assessments:
        - id: AIIA-001
          system: AI-001
          assessed_on: 2025-08-01
        - id: AIIA-002
          system: AI-001
          assessed_on: 2026-08-01
        - id: AIIA-003
          system: AI-002
          status: approved
        - id: AIIA-004
          system: AI-002
          assessed_on: 2026-08-01
      `,
    );
  });

  it("is silent where the assessment says itself that it came late", () => {
    check(
      ["assessment-after-deployment"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          deployed_on: 2025-09-01
      //- /aims/aiia.yaml
      aims: impact-assessment
      id: AIIA-001
      title: Retrospective assessment of the credit scorer
      system: AI-001
      assessed_on: 2026-02-01
      `,
    );
  });
});
