import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("harms-unlisted", () => {
  it("reads registers and heading records for the word that there is none", () => {
    check(
      ["harms-unlisted"],
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
      //- /aims/log.md
      # Impact assessments

      **Document ID:** AIMS-PROC-009
      **Owner:** Bo

      | Assessment ID | System | Assessment date | Conclusion | Potential harms |
      |---------------|--------|-----------------|------------|-----------------|
      | AIIA-001      | AI-001 | 2026-02-01      | go         | None identified |
                                                                ^^^^^^^^^^^^^^^ warning harms-unlisted: "None identified" is all this assessment says of harm.
      | AIIA-002      | AI-001 | 2026-03-01      | go         | Wrong refusals  |
      | AIIA-003      | AI-001 | 2026-04-01      | go         |                 |

      ### AIIA-004: Credit scorer

      **System:** AI-001
      **Assessment date:** 2026-05-01
      **Harms:** n/a
                 ^^^ warning harms-unlisted: "n/a" is all this assessment says of harm.
      `,
    );
  });

  it("finds benefits without harm", () => {
    check(
      ["harms-unlisted"],
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
      data: The loan book since 2015.
      algorithm: Gradient-boosted trees.
      environment: Two branches and the website.
      affected: [applicants, co-signers]
      consulted: [Debt counselling service]
      benefits: [An answer within a day]
                ^^^^^^^^^^^^^^^^^^^^^^^^ warning harms-unlisted (fix): AIIA-001, the assessment of AI-001, lists benefits and no harm.
      measures:
        - what: Officers review every refusal
      metrics: [MEAS-001]
      status: approved
      `,
    );
  });

  it("finds the word that there is none, in a field and under a heading", () => {
    check(
      ["harms-unlisted"],
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
      harms: none
             ^^^^ warning harms-unlisted: "none" is all this assessment says of harm.
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
      affected: [applicants, co-signers]
      consulted: [Debt counselling service]
      harms: No significant harms were identified.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning harms-unlisted: "No significant harms were identified." is all this assessment says of harm.
      benefits: [An answer within a day]
      failures:
        - what: Missing income data
      measures:
        - what: Officers review every refusal
      metrics: [MEAS-001]
      status: approved
      //- /aims/aiia-003.md
      # Impact assessment of the credit scorer

      **Assessment ID:** AIIA-003
      **System:** AI-001
      **System version:** 3.2
      **Assessment date:** 2026-07-02
      **Status:** Approved

      ## Benefits

      A quicker answer.

      ## Potential harms

      None identified.
      ^^^^^^^^^^^^^^^^ warning harms-unlisted: "None identified." is all this assessment says of harm.

      ## Measures

      Officers look at every refusal.
      `,
    );
  });

  it("finds a document that sees the good only", () => {
    check(
      ["harms-unlisted"],
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
                         ^^^^^^^^ warning harms-unlisted (fix): AIIA-001, the assessment of AI-001, lists benefits and no harm.
      **System:** AI-001
      **System version:** 3.2
      **Assessment date:** 2026-07-02
      **Status:** Approved

      ## Purpose

      To decide more evenly.

      ## Benefits

      A quicker answer for applicants.

      ## Deployment

      Two branches.
      `,
    );
  });

  it("is silent where harm is named in any way, and where neither is", () => {
    check(
      ["harms-unlisted"],
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
      data: The loan book since 2015.
      algorithm: Gradient-boosted trees.
      environment: Two branches and the website.
      affected: [applicants, co-signers]
      consulted: [Debt counselling service]
      measures:
        - what: Officers review every refusal
      metrics: [MEAS-001]
      status: approved
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

  it("reads impacts one by one", () => {
    check(
      ["harms-unlisted"],
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
          ^^^^^^^^ warning harms-unlisted (fix): AIIA-001, the assessment of AI-001, lists benefits and no harm.
      system: AI-001
      purpose: To decide more evenly
      impacts:
        - party: applicants
          direction: benefit
          description: A quicker answer
      //- /aims/aiia-002.yaml
      aims: impact-assessment
      id: AIIA-002
      system: AI-001
      purpose: To decide more evenly
      impacts:
        - party: applicants
          direction: benefit
          description: A quicker answer
        - party: co-signers
          direction: harm
          description: Refusal
      `,
    );
  });

  it("makes room for harms", () => {
    checkFix(
      "harms-unlisted",
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
      data: The loan book since 2015.
      algorithm: Gradient-boosted trees.
      environment: Two branches and the website.
      affected: [applicants, co-signers]
      consulted: [Debt counselling service]
      benefits: [An answer within a day]
      measures:
        - what: Officers review every refusal
      metrics: [MEAS-001]
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
      data: The loan book since 2015.
      algorithm: Gradient-boosted trees.
      environment: Two branches and the website.
      affected: [applicants, co-signers]
      consulted: [Debt counselling service]
      benefits: [An answer within a day]
      measures:
        - what: Officers review every refusal
      metrics: [MEAS-001]
      status: approved
      harms:
      `,
    );
  });
});
