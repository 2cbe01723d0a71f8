import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("assessment-without-measurement", () => {
  it("finds finished assessments without any figure", () => {
    check(
      ["assessment-without-measurement"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          version: "3.2"
      //- /aims/aiia-001.yaml
      aims: impact-assessment
      id: AIIA-001
          ^^^^^^^^ warning assessment-without-measurement (fix): AIIA-001, the assessment of AI-001, names no measurement, test result or figure.
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
      status: approved
      //- /aims/aiia-002.md
      # Impact assessment of the credit scorer

      **Assessment ID:** AIIA-002
                         ^^^^^^^^ warning assessment-without-measurement (fix): AIIA-002, the assessment of AI-001, names no measurement, test result or figure.
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

  it("is silent where figures, results or measurements are told", () => {
    check(
      ["assessment-without-measurement"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          version: "3.2"
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

      Applicants and co-signers.

      ## 7. Benefits and harms

      A quicker answer; refusal of people who would have paid.

      ## 8. Failures

      Missing income data lower the score.

      ## 9. Measures

      Officers review every refusal.

      ## 10. Test results

      See the report of June.
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

      Ranks 91 % of applications right by the chance of default.

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

  it("is silent where a measurement names the system, and on drafts", () => {
    check(
      ["assessment-without-measurement"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
        - id: AI-002
          name: Fraud model
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
      status: approved
      //- /aims/measurements.yaml
      measurements:
        - id: MEAS-001
          metric: Approval rate difference
          system: AI-001
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
      affected: [applicants, co-signers]
      consulted: [Debt counselling service]
      harms: [Refusal of people who would have paid]
      benefits: [An answer within a day]
      failures:
        - what: Missing income data
      measures:
        - what: Officers review every refusal
      status: in-review
      `,
    );
  });

  it("makes room for measured outcomes", () => {
    checkFix(
      "assessment-without-measurement",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          version: "3.2"
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
      status: approved
      `,
      `
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
      status: approved
      metrics:
      `,
    );
  });
});
