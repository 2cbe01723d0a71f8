import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("unassessed-system", () => {
  it("finds systems in use or being made, in every notation", () => {
    check(
      ["unassessed-system"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/inventory.md
      # AI system inventory

      | System ID | System name    | Owner | Status      | Risk tier | Impact assessment |
      |-----------|----------------|-------|-------------|-----------|-------------------|
      | AI-001    | Credit scorer  | Bo    | Live        | High      | None              |
        ^^^^^^ warning unassessed-system (fix): AI-001 "Credit scorer", declared high-risk, is live and has no impact assessment.
      | AI-002    | Chat assistant | Bo    | pilot       | limited   | AIIA-009          |
        ^^^^^^ warning unassessed-system (fix): AI-002 "Chat assistant" is in pilot and has no impact assessment. Its record names AIIA-009, which is not among the documents.
      | AI-003    | CV ranker      | Bo    | Development | high      | n/a               |
        ^^^^^^ warning unassessed-system (fix): AI-003 "CV ranker", declared high-risk, is in development and has no impact assessment.
      | AI-004    | Mail sorter    | Bo    | planned     | minimal   |                   |
      | AI-005    | Old scorer     | Bo    | retired     | high      |                   |
      | AI-006    | Fraud model    | Bo    | live        | high      | AIIA-001          |
      //- /aims/assessments.yaml
      impact_assessments:
        - id: AIIA-001
          title: Fraud model
          assessed_on: 2026-01-10
      //- /aims/voice.md
      ---
      aims: system
      id: AI-007
          ^^^^^^ warning unassessed-system (fix): AI-007 "Voice bot" is live and has no impact assessment.
      name: Voice bot
      stage: operation-monitoring
      ---
      # Voice bot
      `,
    );
  });

  it("is silent on systems out of scope", () => {
    check(
      ["unassessed-system"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Fraud model
          status: live
          in_scope: no
        - id: AI-002
          name: Mail sorter
          status: live
      //- /aims/scope.md
      # AIMS scope statement

      **Document ID:** AIMS-SCOPE-001
      **Approved by:** Ana Silva

      ## Exclusions

      - AI-002: sorts our own mail
      `,
    );
  });

  it("knows assessments by the system's id, name or both, and from the system's side", () => {
    check(
      ["unassessed-system"],
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
        - id: AI-003
          name: Mail sorter
        - id: AI-004
          name: Voice bot
          impact_assessment: [AIIA-004]
        - id: AI-005
          name: Chat assistant
          impact_assessment: reports/chat.pdf
      //- /aims/reports/chat.pdf
      %PDF
      //- /aims/assessments.md
      # Impact assessments

      | Assessment ID | System              | Assessment date | Conclusion |
      |---------------|---------------------|-----------------|------------|
      | AIIA-001      | AI-001              | 2026-01-10      | go         |
      | AIIA-002      | fraud model         | 2026-01-10      | go         |
      | AIIA-003      | Mail sorter (AI-003) | 2026-01-10     | go         |
      //- /aims/aiia-004.yaml
      aims: impact-assessment
      id: AIIA-004
      assessed_on: 2026-01-10
      `,
    );
  });

  it("only advises where a draft is begun", () => {
    check(
      ["unassessed-system"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
              ^^^^^^ info unassessed-system: AI-001 "Credit scorer" is live, and its impact assessment does not count yet. AIIA-001 is draft, not approved.
          name: Credit scorer
          status: live
        - id: AI-002
              ^^^^^^ info unassessed-system: AI-002 "Fraud model" is live, and its impact assessment does not count yet. AIIA-002 is dated 2027-01-10, a day to come.
          name: Fraud model
          status: live
        - id: AI-003
              ^^^^^^ info unassessed-system: AI-003 "Voice bot" is in development, and its impact assessment does not count yet. AIIA-003 is in-review, not approved.
          name: Voice bot
          status: development
      //- /aims/aiia-003.yaml
      aims: impact-assessment
      id: AIIA-003
      system: AI-003
      status: in-review
      //- /aims/aiia-001.yaml
      aims: impact-assessment
      id: AIIA-001
      system: AI-001
      status: draft
      //- /aims/aiia-002.yaml
      aims: impact-assessment
      id: AIIA-002
      system: AI-002
      assessed_on: 2027-01-10
      `,
    );
  });

  it("speaks once of a system that several records describe", () => {
    check(
      ["unassessed-system"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/ownership.md
      # Ownership

      | System ID | System name   | Owner | Status |
      |-----------|---------------|-------|--------|
      | AI-001    | Credit scorer | Bo    | live   |
      //- /aims/systems.yaml
      systems:
        - id: AI-001
              ^^^^^^ warning unassessed-system (fix): AI-001 "Credit scorer", declared high-risk, is live and has no impact assessment.
          name: Credit scorer
          purpose: Scores
          version: "3.2"
          status: live
          tier: high
      `,
    );
  });
});
