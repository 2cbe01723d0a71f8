import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

const AIMS = `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001, eu-ai-act]`;

describe("understated-tier", () => {
  it("holds a tier in a table against facts in the system's own file", () => {
    check(
      ["understated-tier"],
      `${AIMS}
      //- /aims/inventory.md
      # AI system inventory

      | System ID | System name   | Owner | EU AI Act tier | Status |
      |-----------|---------------|-------|----------------|--------|
      | AI-001    | Credit scorer | Bo    | Minimal        | live   |
                                            ^^^^^^^ warning understated-tier (fix): AI-001 "Credit scorer" is declared minimal, and by its own facts it is high-risk: Annex III point 5(b), creditworthiness or credit score of people (annex_iii_uses: credit-scoring); not for detecting fraud.
      | AI-002    | Fraud model   | Bo    | High           | live   |
      | AI-003    | Old scorer    | Bo    | Minimal        | retired |
      //- /aims/ai-001.yaml
      systems:
        - id: AI-001
          annex_iii_uses: [credit-scoring]
          name: Credit scorer
        - id: AI-003
          name: Old scorer
          annex_iii_uses: [credit-scoring]
          status: retired
      `,
    );
  });

  it("asks rather than asserts where only an area is known", () => {
    check(
      ["understated-tier"],
      `${AIMS}
      //- /aims/s.yaml
      systems:
        - id: AI-001
          name: CV sorter
          use_areas: [employment]
          tier: minimal
                ^^^^^^^ warning understated-tier (fix): AI-001 "CV sorter" is declared minimal, and no reason is given, while …
        - id: AI-002
          name: Shift planner
          use_areas: [employment]
          tier: minimal
                ^^^^^^^ info understated-tier (fix): AI-002 "Shift planner" is declared minimal, while …
          tier_reason: Plans shifts by opening hours, no data on people.
        - id: AI-003
          name: Rota ranker
          use_areas: [employment]
          profiling: true
          tier: minimal
                ^^^^^^^ warning understated-tier (fix): AI-003 "Rota ranker" is declared minimal, while …
          tier_reason: Only a helper.
        - id: AI-004
          name: Canteen forecast
          use_areas: [employment]
          annex_iii_uses: none
          tier: minimal
        - id: AI-005
          name: Lift brake watch
          safety_component: true
          tier: minimal
                ^^^^^^^ warning understated-tier (fix): AI-005 "Lift brake watch" is declared minimal, and no reason is given, while …
        - id: AI-006
          name: Lift brake control
          safety_component: true
          product_law: [lifts]
          third_party_assessment: true
          tier: limited
                ^^^^^^^ warning understated-tier (fix): AI-006 "Lift brake control" is declared limited (transparency duties), and by its own facts it is high-risk: Art. 6(1), …
      `,
    );
  });

  it("is mild where the Regulation leaves room, and asks no more of prose", () => {
    check(
      ["understated-tier"],
      `${AIMS}
      //- /aims/s.yaml
      systems:
        - id: AI-001
          name: Helper
          interacts_with_people: true
          tier: minimal
                ^^^^^^^ info understated-tier (fix): AI-001 "Helper" is declared minimal, and by its own facts it is limited (transparency duties): Art. 50(1), …
        - id: AI-002
          name: Screening of applicants
          purpose: Sorts job applicants for hiring managers.
          tier: minimal
                ^^^^^^^ info understated-tier (fix): AI-002 "Screening of applicants" is declared minimal, and its purpose brings a use to mind that Annex III point 4(a) lists (recruitment); no field says whether it is one.
        - id: AI-004
          name: Onboarding quiz
          purpose: Tells new employees where the kitchen is.
          tier: minimal
        - id: AI-005
          name: Loan fraud
          purpose: Flags fraud in loan applications.
          tier: minimal
        - id: AI-007
          name: Candidate molecules
          purpose: Ranks candidate molecules by score.
          tier: minimal
        - id: AI-008
          name: CV ranking
          tier: minimal
                ^^^^^^^ info understated-tier (fix): AI-008 "CV ranking" is declared minimal, and its name brings a use to mind …
        - id: AI-006
          name: Credit scoring
          use_areas: [none]
          tier: minimal
        - id: AI-009
          name: Text writer
          generative: true
          tier: minimal
                ^^^^^^^ info understated-tier (fix): AI-009 "Text writer" is declared minimal, and by its own facts it is limited (transparency duties): Art. 50(2), …
        - id: AI-010
          name: Code helper
          generative: true
          synthetic_content: [code]
          tier: minimal
        - id: AI-003
          name: Foundation model
          general_purpose: true
          synthetic_content: [text]
          tier: gpai
      `,
    );
  });

  it("looks at the exception for minor uses", () => {
    check(
      ["understated-tier"],
      `${AIMS}
      //- /aims/s.yaml
      systems:
        - id: AI-001
          name: Parser
          annex_iii_uses: [recruitment]
          derogation: preparatory-task
                      ^^^^^^^^^^^^^^^^ warning understated-tier (fix): AI-001 "Parser" relies on the exception of Art. 6(3) for recruitment and selection, and names no written assessment that it holds.
          profiling: false
          tier: minimal
        - id: AI-002
          name: Sorter
          annex_iii_uses: [recruitment]
          derogation: preparatory-task
                      ^^^^^^^^^^^^^^^^ info understated-tier (fix): AI-002 "Sorter" relies on the exception of Art. 6(3) for recruitment and selection, and nothing says whether it profiles people.
          derogation_assessment: s.yaml
          tier: minimal
        - id: AI-003
          name: Plain
          annex_iii_uses: [recruitment]
          derogation: none
          tier: high
      `,
    );
  });

  it("leaves alone what has nothing to do with the Act", () => {
    check(
      ["understated-tier"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Inc
      standards: [iso-42001]
      //- /aims/s.yaml
      systems:
        - id: AI-001
          name: CV sorter
          use_areas: [employment]
          jurisdictions: [United States]
          tier: minimal
        - id: AI-002
          name: Rota
          use_areas: [employment]
          tier: low
        - id: AI-003
          name: Ranker
          use_areas: [employment]
          jurisdictions: [Finland]
          tier: low
                ^^^ warning understated-tier (fix): AI-003 "Ranker" is declared minimal, and no reason is given, while …
      `,
    );
  });

  it("sets the tier", () => {
    checkFix(
      "understated-tier",
      `${AIMS}
      //- /aims/s.yaml
      systems:
        - id: AI-001
          name: Grader
          annex_iii_uses: [grading]
          tier: limited
      `,
      `
      //- /aims/s.yaml
      systems:
        - id: AI-001
          name: Grader
          annex_iii_uses: [grading]
          tier: high
      `,
    );
  });
});
