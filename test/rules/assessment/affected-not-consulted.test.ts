import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("affected-not-consulted", () => {
  it("is not misled by the field's own name", () => {
    check(
      ["affected-not-consulted"],
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
      ---
      aims: impact-assessment
      id: AIIA-001
      system: AI-001
      affected: [borrowers]
      consulted: []
                 ^^ warning affected-not-consulted: AIIA-001, the assessment of AI-001, names "borrowers" as affected and nobody as consulted.
      ---
      # Impact assessment

      ## Purpose

      To decide loans.
      `,
    );
  });

  it("reads the list under a heading", () => {
    check(
      ["affected-not-consulted"],
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
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning affected-not-consulted (fix): AIIA-001, the assessment of AI-001, names "Applicants" and "co-signers" as affected and nobody as consulted.

      ## 7. Benefits and harms

      A quicker answer; refusal of people who would have paid.

      ## 8. Failures

      Missing income data lower the score.

      ## 9. Measures

      Officers review every refusal.
      `,
    );
  });

  it("finds people named and nobody asked", () => {
    check(
      ["affected-not-consulted"],
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
                ^^^^^^^^^^^^^^^^^^^^^^^^ warning affected-not-consulted (fix): AIIA-001, the assessment of AI-001, names "applicants" and "co-signers" as affected and nobody as consulted.
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
      affected: [applicants, co-signers]
      consulted: None
                 ^^^^ warning affected-not-consulted: AIIA-002, the assessment of AI-001, names "applicants" and "co-signers" as affected and nobody as consulted.
      harms: [Refusal of people who would have paid]
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
      **Affected groups:** applicants, co-signers
                           ^^^^^^^^^^^^^^^^^^^^^^ warning affected-not-consulted (fix): AIIA-003, the assessment of AI-001, names "applicants" and "co-signers" as affected and nobody as consulted.
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

  it("finds that only the makers were asked", () => {
    check(
      ["affected-not-consulted"],
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
      purpose: To decide more evenly
      assessor: Bo Lind
      participants: [Cy Ray]
      consulted: [Bo Lind, Cy Ray]
                 ^^^^^^^^^^^^^^^^^ warning affected-not-consulted: AIIA-001, the assessment of AI-001, affects "applicants", and only those who made it were asked.
      affected: [applicants]
      `,
    );
  });

  it("is silent where the text tells of asking, and where nobody is named", () => {
    check(
      ["affected-not-consulted"],
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
      harms: [Refusal of people who would have paid]
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
      **Affected groups:** applicants
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

      Applicants and co-signers; two focus groups were held in May.

      ## 7. Benefits and harms

      A quicker answer; refusal of people who would have paid.

      ## 8. Failures

      Missing income data lower the score.

      ## 9. Measures

      Officers review every refusal.
      //- /aims/aiia-004.yaml
      aims: impact-assessment
      id: AIIA-004
      system: AI-001
      system_version: "3.2"
      assessed_on: 2026-07-02
      description: Built after interviews with applicants.
      capabilities: [Ranks applications]
      purpose: To decide more evenly than clerks did.
      intended_use: Loan officers see the score before they decide.
      misuse: [Scoring people who did not apply]
      data: The loan book since 2015.
      algorithm: Gradient-boosted trees.
      environment: Two branches and the website.
      affected: [applicants, co-signers]
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

  it("makes room for those consulted", () => {
    checkFix(
      "affected-not-consulted",
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
      harms: [Refusal of people who would have paid]
      benefits: [An answer within a day]
      failures:
        - what: Missing income data
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
      misuse: [Scoring people who did not apply]
      data: The loan book since 2015.
      algorithm: Gradient-boosted trees.
      environment: Two branches and the website.
      affected: [applicants, co-signers]
      harms: [Refusal of people who would have paid]
      benefits: [An answer within a day]
      failures:
        - what: Missing income data
      measures:
        - what: Officers review every refusal
      metrics: [MEAS-001]
      status: approved
      consulted:
      `,
    );
  });
});
