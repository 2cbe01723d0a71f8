import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("only-users-affected", () => {
  it("reads the list under a heading, as items or as one line", () => {
    check(
      ["only-users-affected"],
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
      //- /aims/aiia-001.md
      # Impact assessment of the credit scorer

      **Assessment ID:** AIIA-001
      **System:** AI-001
      **System version:** 3.2
      **Assessment date:** 2026-07-02
      **Status:** Approved

      ## 1. Description and purpose

      Scores applications for consumer credit, to decide more evenly.

      ## 2. Capabilities and limits

      Ranks applications by the chance of default.

      ## 3. Intended use and foreseeable misuse

      Loan officers see the score. Nobody else may.

      ## 4. Data and model

      The loan book since 2015; gradient-boosted trees.

      ## 5. Deployment environment

      Two branches and the website.

      ## 6. Who is affected

      Customers and internal users.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info only-users-affected: Only "Customers" and "internal users" are named as affected, but AI-001 "Credit scorer" is declared to weigh on people it judges.

      ## 7. Benefits and harms

      A quicker answer; refusal of people who would have paid.

      ## 8. Failures

      Missing income data lower the score.

      ## 9. Measures

      Officers review every refusal.
      //- /aims/aiia-002.md
      # Impact assessment of the credit scorer

      **Assessment ID:** AIIA-002
      **System:** AI-001
      **System version:** 3.2
      **Assessment date:** 2026-07-02
      **Status:** Approved

      ## 1. Description and purpose

      Scores applications for consumer credit, to decide more evenly.

      ## 2. Capabilities and limits

      Ranks applications by the chance of default.

      ## 3. Intended use and foreseeable misuse

      Loan officers see the score. Nobody else may.

      ## 4. Data and model

      The loan book since 2015; gradient-boosted trees.

      ## 5. Deployment environment

      Two branches and the website.

      ## 6. Who is affected
         ^^^^^^^^^^^^^^^^^^ info only-users-affected: Only "Users" and "Customers" are named as affected, but AI-001 "Credit scorer" is declared to weigh on people it judges.

      - Users
      - Customers

      ## 7. Benefits and harms

      A quicker answer; refusal of people who would have paid.

      ## 8. Failures

      Missing income data lower the score.

      ## 9. Measures

      Officers review every refusal.
      //- /aims/aiia-003.md
      # Impact assessment of the credit scorer

      **Assessment ID:** AIIA-003
      **System:** AI-001
      **System version:** 3.2
      **Assessment date:** 2026-07-02
      **Status:** Approved

      ## 1. Description and purpose

      Scores applications for consumer credit, to decide more evenly.

      ## 2. Capabilities and limits

      Ranks applications by the chance of default.

      ## 3. Intended use and foreseeable misuse

      Loan officers see the score. Nobody else may.

      ## 4. Data and model

      The loan book since 2015; gradient-boosted trees.

      ## 5. Deployment environment

      Two branches and the website.

      ## 6. Who is affected

      Users above all, though nobody has yet looked at who else may be touched by it.

      ## 7. Benefits and harms

      A quicker answer; refusal of people who would have paid.

      ## 8. Failures

      Missing income data lower the score.

      ## 9. Measures

      Officers review every refusal.
      `,
    );
  });

  it("holds the assessment against the records of the system", () => {
    check(
      ["only-users-affected"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          affected: [applicants, users]
        - id: AI-002
          name: CV ranker
          use_areas: [employment]
        - id: AI-003
          name: Chat assistant
      //- /aims/aiia-001.yaml
      aims: impact-assessment
      id: AIIA-001
      system: AI-001
      system_version: "3.2"
      assessed_on: 2026-07-02
      description: Scores applications for consumer credit.
      capabilities: [Ranks applications]
      purpose: To decide more evenly than clerks did.
      intended_use: Loan officers see the score before they decide.
      misuse: [Scoring people who did not apply]
      data: The loan book since 2015.
      algorithm: Gradient-boosted trees.
      environment: Two branches and the website.
      affected: [Our customers, end users]
                ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning only-users-affected: Only "Our customers" and "end users" are named as affected, but the record of AI-001 "Credit scorer" also names applicants.
      consulted: [Debt counselling service]
      harms: [Refusal of people who would have paid]
      benefits: [An answer within a day]
      failures:
        - what: Missing income data
      measures:
        - what: Officers review every refusal
      metrics: [MEAS-001]
      status: approved
      //- /aims/aiia-002.yaml
      aims: impact-assessment
      id: AIIA-002
      system: AI-002
      system_version: "3.2"
      assessed_on: 2026-07-02
      description: Scores applications for consumer credit.
      capabilities: [Ranks applications]
      purpose: To decide more evenly than clerks did.
      intended_use: Loan officers see the score before they decide.
      misuse: [Scoring people who did not apply]
      data: The loan book since 2015.
      algorithm: Gradient-boosted trees.
      environment: Two branches and the website.
      affected: HR staff
      consulted: [Debt counselling service]
      harms: [Refusal of people who would have paid]
      benefits: [An answer within a day]
      failures:
        - what: Missing income data
      measures:
        - what: Officers review every refusal
      metrics: [MEAS-001]
      status: approved
      //- /aims/aiia-003.yaml
      aims: impact-assessment
      id: AIIA-003
      system: AI-003
      system_version: "3.2"
      assessed_on: 2026-07-02
      description: Scores applications for consumer credit.
      capabilities: [Ranks applications]
      purpose: To decide more evenly than clerks did.
      intended_use: Loan officers see the score before they decide.
      misuse: [Scoring people who did not apply]
      data: The loan book since 2015.
      algorithm: Gradient-boosted trees.
      environment: Two branches and the website.
      affected: [users]
      consulted: [Debt counselling service]
      harms: [Refusal of people who would have paid]
      benefits: [An answer within a day]
      failures:
        - what: Missing income data
      measures:
        - what: Officers review every refusal
      metrics: [MEAS-001]
      status: approved
      `,
    );
  });

  it("works from a control header", () => {
    check(
      ["only-users-affected"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/inventory.md
      # Inventory

      | System ID | System name   | Owner | Status | Tier |
      |-----------|---------------|-------|--------|------|
      | AI-001    | Credit scorer | Bo    | live   | high |
      //- /aims/aiia-001.md
      # Impact assessment of the credit scorer

      **Assessment ID:** AIIA-001
      **Affected groups:** internal users
                           ^^^^^^^^^^^^^^ info only-users-affected: Only "internal users" are named as affected, but AI-001 "Credit scorer" is declared to weigh on people it judges.
      **System:** AI-001
      **System version:** 3.2
      **Assessment date:** 2026-07-02
      **Status:** Approved

      ## 1. Description and purpose

      Scores applications for consumer credit, to decide more evenly.

      ## 2. Capabilities and limits

      Ranks applications by the chance of default.

      ## 3. Intended use and foreseeable misuse

      Loan officers see the score. Nobody else may.

      ## 4. Data and model

      The loan book since 2015; gradient-boosted trees.

      ## 5. Deployment environment

      Two branches and the website.

      ## 6. Who is affected

      Applicants and co-signers.

      ## 7. Benefits and harms

      A quicker answer; refusal of people who would have paid.

      ## 8. Failures

      Missing income data lower the score.

      ## 9. Measures

      Officers review every refusal.
      `,
    );
  });

  it("is silent where others are named", () => {
    check(
      ["only-users-affected"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          affected: [applicants]
          tier: high
      //- /aims/aiia-001.yaml
      aims: impact-assessment
      id: AIIA-001
      system: AI-001
      system_version: "3.2"
      assessed_on: 2026-07-02
      description: Scores applications for consumer credit.
      capabilities: [Ranks applications]
      purpose: To decide more evenly than clerks did.
      intended_use: Loan officers see the score before they decide.
      misuse: [Scoring people who did not apply]
      data: The loan book since 2015.
      algorithm: Gradient-boosted trees.
      environment: Two branches and the website.
      affected: [applicants, co-signers]
      consulted: [Debt counselling service]
      harms: [Refusal of people who would have paid]
      benefits: [An answer within a day]
      failures:
        - what: Missing income data
      measures:
        - what: Officers review every refusal
      metrics: [MEAS-001]
      status: approved
      //- /aims/aiia-002.yaml
      aims: impact-assessment
      id: AIIA-002
      system: AI-001
      system_version: "3.2"
      assessed_on: 2026-07-02
      description: Scores applications for consumer credit.
      capabilities: [Ranks applications]
      purpose: To decide more evenly than clerks did.
      intended_use: Loan officers see the score before they decide.
      misuse: [Scoring people who did not apply]
      data: The loan book since 2015.
      algorithm: Gradient-boosted trees.
      environment: Two branches and the website.
      affected: [users]
      vulnerable_groups: [people in debt]
      consulted: [x]
      harms: [Refusal of people who would have paid]
      benefits: [An answer within a day]
      failures:
        - what: Missing income data
      measures:
        - what: Officers review every refusal
      metrics: [MEAS-001]
      status: approved
      `,
    );
  });
});
