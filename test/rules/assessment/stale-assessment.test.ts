import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("stale-assessment", () => {
  it("holds the version assessed against the one in use", () => {
    check(
      ["stale-assessment"],
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
        - id: AI-002
          name: Fraud model
          version: v2.0.4
        - id: AI-003
          name: Mail sorter
          version: 3.2.1
        - id: AI-004
          name: Chat assistant
          version: gpt-4
        - id: AI-005
          name: CV ranker
          version: "1.4"
      //- /aims/assessments.md
      # Impact assessments

      | Assessment ID | System | Version assessed | Assessment date | Conclusion |
      |---------------|--------|------------------|-----------------|------------|
      | AIIA-001      | AI-001 | v3.1             | 2026-05-01      | go         |
                                 ^^^^ warning stale-assessment (fix): Version 3.1 of AI-001 "Credit scorer" was assessed, and version 3.2 is in use.
      | AIIA-002      | AI-002 | 2.0.1            | 2026-05-01      | go         |
                                 ^^^^^ info stale-assessment (fix): Version 2.0.1 of AI-002 "Fraud model" was assessed, and version 2.0.4 is in use.
      | AIIA-003      | AI-003 | 3.x              | 2026-05-01      | go         |
      | AIIA-004      | AI-004 | claude-3         | 2026-05-01      | go         |
      | AIIA-005      | AI-005 | 1.5              | 2026-05-01      | go         |
      `,
    );
  });

  it("holds its date against the last change, and its day of reassessment against today", () => {
    check(
      ["stale-assessment"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          last_change: 2026-06-10
        - id: AI-002
          name: Fraud model
          last_change: 2027-06-10
      //- /aims/aiia.md
      # Impact assessment of the credit scorer

      **Assessment ID:** AIIA-001
      **System:** AI-001
      **Assessment date:** 14 March 2026
                           ^^^^^^^^^^^^^ warning stale-assessment (fix): AI-001 "Credit scorer" was assessed on 2026-03-14, before its change of 2026-06-10.
      //- /aims/aiia-002.md
      ---
      aims: impact-assessment
      id: AIIA-002
      systems: [AI-002]
      assessed_on: 2026-03-14
      reassess_on: 2026-11-22
                   ^^^^^^^^^^ warning stale-assessment (fix): AI-002 "Fraud model" was to be assessed again by 2026-11-22.
      ---
      # Fraud model
      `,
    );
  });

  it("takes the interval of the AIMS where no day is given", () => {
    check(
      ["stale-assessment"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      review_intervals:
        impact-assessment: 12 months
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
      assessed_on: 2025-07-02
                   ^^^^^^^^^^ warning stale-assessment (fix): AI-001 "Credit scorer" was to be assessed again by 2026-07-02 (interval: 12 months).
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
      `,
    );
  });

  it("looks at the newest assessment only", () => {
    check(
      ["stale-assessment"],
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
      system_version: "3.1"
      assessed_on: 2025-07-02
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
      `,
    );
  });

  it("is silent on systems retired or out of scope, and on drafts", () => {
    check(
      ["stale-assessment"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          version: "4"
          status: retired
        - id: AI-002
          name: Fraud model
          version: "4"
          in_scope: no
        - id: AI-003
          name: Mail sorter
          version: "4"
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
      affected: [applicants, co-signers]
      consulted: [Debt counselling service]
      harms: [Refusal of people who would have paid]
      benefits: [An answer within a day]
      failures:
        - what: Missing income data
      measures:
        - what: Officers review every refusal
      metrics: [MEAS-001]
      status: draft
      `,
    );
  });
});
