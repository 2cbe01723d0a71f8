import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("incomplete-assessment", () => {
  it("leaves a document that holds a register alone", () => {
    check(
      ["incomplete-assessment"],
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

      | Assessment ID | System | Assessment date | Conclusion |
      |---------------|--------|-----------------|------------|
      | AIIA-001      | AI-001 | 2026-02-01      | go         |
      `,
    );
  });

  it("names the parts absent from fields", () => {
    check(
      ["incomplete-assessment"],
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
          ^^^^^^^^ warning incomplete-assessment (fix): AIIA-001, the assessment of AI-001, says nothing on people affected and other interested parties (6.7), failures and misuse (6.8.3) and measures (6.9).
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
      metrics: [MEAS-001]
      status: approved
      `,
    );
  });

  it("only advises where ISO/IEC 42001 does not ask, and on drafts", () => {
    check(
      ["incomplete-assessment"],
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
          ^^^^^^^^ info incomplete-assessment (fix): AIIA-001, the assessment of AI-001, says nothing on data and their quality (6.4) and algorithms and models (6.5).
      system: AI-001
      system_version: "3.2"
      assessed_on: 2026-07-02
      description: Scores applications for consumer credit.
      capabilities: [Ranks applications]
      purpose: To decide more evenly than clerks did.
      intended_use: Loan officers see the score before they decide.
      misuse: [Scoring people who did not apply]
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
          ^^^^^^^^ info incomplete-assessment (fix): AIIA-002, the assessment of AI-001, says nothing on people affected and other interested parties (6.7) and measures (6.9).
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
      consulted: [Debt counselling service]
      harms: [Refusal of people who would have paid]
      benefits: [An answer within a day]
      failures:
        - what: Missing income data
      metrics: [MEAS-001]
      status: draft
      `,
    );
  });

  it("reads headings", () => {
    check(
      ["incomplete-assessment"],
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
      `,
    );
  });

  it("shows an empty heading itself, and what has none at the head", () => {
    check(
      ["incomplete-assessment"],
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
                         ^^^^^^^^ warning incomplete-assessment (fix): AIIA-001, the assessment of AI-001, says nothing on measures (6.9).
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
         ^^^^^^^^^^^^^^^^^^ warning incomplete-assessment: Nothing stands under "6. Who is affected".

      ## 7. Benefits and harms

      A quicker answer; refusal of people who would have paid.

      ## 8. Failures

      Missing income data lower the score.
      `,
    );
  });

  it("reads bold labels and table labels", () => {
    check(
      ["incomplete-assessment"],
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

      | Aspect           | What we found                          |
      |------------------|----------------------------------------|
      | Purpose          | To decide more evenly                  |
      | Intended users   | Loan officers                          |
      | Misuse           | Scoring people who did not apply       |
      | Training data    | The loan book                          |
      | Model            | Trees                                  |
      | System overview  | Scores applications                    |
      | Limits           | Ranks only                             |
      | Where it runs    | Two branches                           |

      **Affected groups:** applicants, co-signers

      **Failure modes:** missing income data

      | Harm    | Severity | Mitigation              |
      |---------|----------|-------------------------|
      | Refusal | high     | Officers look at it all |
      `,
    );
  });

  it("counts nothing that is still to be filled", () => {
    check(
      ["incomplete-assessment"],
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
                         ^^^^^^^^ warning incomplete-assessment: AIIA-001, the assessment of AI-001, says nothing on deployment environment (6.6.1).
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

      [Describe where the system is used]

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

  it("leaves registers, log entries, templates and procedures alone", () => {
    check(
      ["incomplete-assessment"],
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

      | Assessment ID | System | Assessment date | Conclusion |
      |---------------|--------|-----------------|------------|
      | AIIA-001      | AI-001 | 2026-02-01      | go         |
      //- /aims/log.yaml
      impact_assessments:
        - id: AIIA-002
          system: AI-001
          assessed_on: 2026-02-01
          evidence: reports/aiia-002.docx
      //- /aims/_TEMPLATE-aiia.md
      ---
      aims: impact-assessment
      id: AIIA-000
      ---
      # Impact assessment
      //- /aims/procedure.md
      # AI impact assessment procedure

      **Document ID:** AIMS-PROC-007
      **Owner:** Bo

      How we assess.
      `,
    );
  });

  it("adds sections with their questions", () => {
    checkFix(
      "incomplete-assessment",
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
      `,
      `
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

      ## Measures

      [TODO: What is done about each harm, failure and misuse, by whom, until when, and how is success seen?]
      `,
    );
  });

  it("adds fields in YAML", () => {
    checkFix(
      "incomplete-assessment",
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
      harms: [Refusal of people who would have paid]
      benefits: [An answer within a day]
      failures:
        - what: Missing income data
      measures:
        - what: Officers review every refusal
      metrics: [MEAS-001]
      status: approved
      affected:
      `,
    );
  });
});
