import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("kpi-contradicts-records", () => {
  it("reads percentages", () => {
    check(
      ["kpi-contradicts-records"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/mr.md
      # Management review minutes

      **Document ID:** MR-2026-01
      **Date:** 2026-06-16
      **Standard:** ISO/IEC 42001:2023

      Impact assessments are complete (100 % assessed).
                                       ^^^^^^^^^^^^^^ error kpi-contradicts-records: By the records 1 of 2 systems in use is assessed; AI-002 "Fraud model" has no impact assessment.
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          status: live
          in_scope: yes
          deployed_on: 2025-01-10
        - id: AI-002
          name: Fraud model
          status: live
          in_scope: yes
          deployed_on: 2025-01-10
      //- /aims/aiia.yaml
      aims: impact-assessment
      id: AIIA-001
      title: Assessment
      system: AI-001
      assessed_on: 2025-01-02
      status: approved
      `,
    );
  });

  it("is silent on targets and duties", () => {
    check(
      ["kpi-contradicts-records"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/mr.md
      # Management review minutes

      **Document ID:** MR-2026-01
      **Date:** 2026-06-16
      **Standard:** ISO/IEC 42001:2023

      The target is 100 % assessed. All AI systems assessed must be listed. 80 % assessed.
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          status: live
          in_scope: yes
          deployed_on: 2025-01-10
        - id: AI-002
          name: Fraud model
          status: live
          in_scope: yes
          deployed_on: 2025-01-10
      //- /aims/aiia.yaml
      aims: impact-assessment
      id: AIIA-001
      title: Assessment
      system: AI-001
      assessed_on: 2025-01-02
      status: approved
      //- /aims/policy.md
      # AI policy

      **Document ID:** AIMS-POL-001
      **Standard:** ISO/IEC 42001:2023

      All AI systems are assessed.
      `,
    );
  });

  it("is silent when no assessments are kept here", () => {
    check(
      ["kpi-contradicts-records"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/mr.md
      # Management review minutes

      **Document ID:** MR-2026-01
      **Date:** 2026-06-16
      **Standard:** ISO/IEC 42001:2023

      All AI systems have been assessed.
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          status: live
          in_scope: yes
          deployed_on: 2025-01-10
        - id: AI-002
          name: Fraud model
          status: live
          in_scope: yes
          deployed_on: 2025-01-10
      `,
    );
  });

  /** Records of every kind that is counted, beside a document. */
  const records = `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/systems.yaml
      systems:
        - { id: AI-001, name: Scorer, status: live, in_scope: yes, deployed_on: 2025-01-10, owner: Ana Ruiz }
        - { id: AI-002, name: Fraud model, status: live, in_scope: yes, deployed_on: 2025-01-10 }
        - { id: AI-003, name: Chat, status: development, in_scope: yes }
      //- /aims/risks.yaml
      risks:
        - { id: RISK-001, title: Drift, rating: high, residual: high, status: open, owner: Bo Lind, identified_on: 2025-01-01 }
        - { id: RISK-002, title: Bias, rating: high, residual: high, status: open, owner: Bo Lind, identified_on: 2025-01-01 }
        - { id: RISK-003, title: Leak, rating: low, residual: low, status: treated, owner: Bo Lind, identified_on: 2025-01-01 }
        - { id: RISK-004, title: Abuse, rating: low, residual: low, status: in-treatment, identified_on: 2026-10-01 }
      //- /aims/ncs.yaml
      nonconformities:
        - { id: NC-001, title: Logs, grade: minor, status: open, found_on: 2026-01-10 }
        - { id: NC-002, title: Tests, grade: major, status: closed, found_on: 2026-01-10, closed_on: 2026-09-01 }
        - { id: NC-003, title: Training, grade: minor, status: closed, found_on: 2026-01-10, closed_on: 2026-02-01 }
        - { id: NC-004, title: Names, grade: minor, status: open, found_on: 2026-08-01 }
      `;

  it("reads counts in sentences, lists and tables as of the day of the review", () => {
    check(
      ["kpi-contradicts-records"],
      `${records}
      //- /aims/mr.md
      # Management review minutes

      **Document ID:** MR-2026-01
      **Date:** 2026-06-16
      **Standard:** ISO/IEC 42001:2023

      There were no open nonconformities, and the inventory holds 2 AI systems.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error kpi-contradicts-records: By the records there were 2 open nonconformities, not 0, on 2026-06-16.

      Two nonconformities were open. One major nonconformity remains open; 1 minor nonconformity is open.

      3 high risks are open.
      ^^^^^^^^^^^^^^^^^^^^^ error kpi-contradicts-records: By the records there were 2 high open risks, not 3, on 2026-06-16.

      - Open nonconformities: 3
                              ^ error kpi-contradicts-records: By the records there were 2 open nonconformities, not 3, on 2026-06-16.
      - **Closed nonconformities:** 1

      | Indicator | Target | Actual |
      |---|---|---|
      | AI systems in inventory | 5 | 5 |
                                  ^ warning kpi-contradicts-records: By the records there were at most 3 AI systems on record, not 5, on 2026-06-16.
      | Live AI systems | 3 | **1** |
                              ^^^^^ error kpi-contradicts-records: By the records there were 2 live AI systems, not 1, on 2026-06-16.
      | Open nonconformities | 0 | 2 |
      | Risks in register | – | 3 |
      `,
    );
  });

  it("reads shares with what they are a share of", () => {
    check(
      ["kpi-contradicts-records"],
      `${records}
      //- /aims/kpi.md
      # AIMS KPI report

      **Document ID:** AIMS-REP-001
      **Owner:** Ana Ruiz
      **Effective:** 2026-11-23
      **Standard:** ISO/IEC 42001:2023

      95 % of risks have been treated. 50 % of risks were treated. 2 of 2 live AI systems have an owner.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error kpi-contradicts-records: By the records there are at most 2 of 4 risks treated (50 %), not 95 %.
                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error kpi-contradicts-records: By the records there is 1 live AI system with an owner, not 2.

      All high risks are treated. 0 of 3 high risks were treated.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ error kpi-contradicts-records: By the records there are 0 of 2 high risks treated (0 %), not 100 %.
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error kpi-contradicts-records: By the records there are 2 high risks, not 3.

      | KPI | Value |
      |---|---|
      | % of risks with an owner | 100 |
                                   ^^^ error kpi-contradicts-records: By the records there are 3 of 4 risks with an owner (75 %), not 100 %.
      | Risks with owners (%) | 75 |
      | Percentage of risks with owner | 75 % |
      | Nonconformities closed | 1 / 4 |
                                 ^^^^^ error kpi-contradicts-records: By the records there are 2 closed nonconformities, not 1.
      `,
    );
  });

  it("holds an objective's value against the records", () => {
    check(
      ["kpi-contradicts-records"],
      `${records}
      //- /aims/objectives.yaml
      objectives:
        - id: OBJ-001
          title: Owners
          metric: Risks with an owner (%)
          target: 100 %
          actual: 100 %
                  ^^^^^ error kpi-contradicts-records: By the records there are 3 of 4 risks with an owner (75 %), not 100 %.
          measured_on: 2026-11-23
        - id: OBJ-002
          title: Share of calls answered in time
          actual: 100 %
      `,
    );
  });

  it("is silent wherever a word, a day or a record leaves it open", () => {
    check(
      ["kpi-contradicts-records"],
      `${records}
      //- /aims/mr.md
      # Management review minutes

      **Document ID:** MR-2026-01
      **Date:** 2026-06-16
      **Standard:** ISO/IEC 42001:2023

      We target no open nonconformities. Last year there were 9 open nonconformities. About 9 open nonconformities remain.
      9 nonconformities were raised. 9 open nonconformities in sales. 9 new risks are open. 14 open incidents.
      The plan: 95 % of risks treated. 40 % of risks are open to debate. 95 % of risks were treated within 30 days.
      3 AI systems are in the inventory. 2 AI systems are registered. 3 risks are open. 25 % of risks treated.

      | Indicator | Target |
      |---|---|
      | Open nonconformities | 9 |

      | Indicator | Actual |
      |---|---|
      | Open nonconformities in Q2 | 9 |
      | Open nonconformities older than 90 days | 9 |
      | Open nonconformities | 9 days |
      | Risks treated | 95 k |
      //- /aims/policy.md
      # AI policy

      **Document ID:** AIMS-POL-001
      **Standard:** ISO/IEC 42001:2023

      There are 9 open nonconformities.
      //- /aims/system.md
      # Monitoring report

      **Document ID:** AIMS-REP-002
      **Owner:** Ana Ruiz
      **Systems:** AI-001
      **Standard:** ISO/IEC 42001:2023

      There are 9 open nonconformities.
      //- /aims/audit.md
      # Internal audit report

      **Document ID:** AUD-2026-01
      **Lead auditor:** Petra Novak
      **Standard:** ISO/IEC 42001:2023

      There are 9 open nonconformities.
      `,
    );
  });

  it("reads a dashboard's levels, and what a register says of itself", () => {
    check(
      ["kpi-contradicts-records"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/risks.md
      # AI risk register

      The register holds 3 risks, 1 of 2 risks is high. All risks have an owner. Any of the 3 risks above can occur.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning kpi-contradicts-records: By the records there are 2 risks on record, not 3.

      | Risk ID | Risk | Likelihood | Impact | Rating |
      |---|---|---|---|---|
      | RISK-001 | Drift | 4 | 4 | High |
      | RISK-002 | Bias | 1 | 1 | Low |
      //- /aims/dash.md
      # AIMS dashboard

      **Document ID:** AIMS-REP-001
      **Owner:** Ana Ruiz
      **Date:** 23 November 2026
      **Standard:** ISO/IEC 42001:2023

      | Risk level | Number |
      |---|---|
      | 🔴 High | 2 |
                  ^ error kpi-contradicts-records: By the records there is 1 high risk, not 2.
      | 🟢 Low | 1 |

      | Severity of complaints | Number |
      |---|---|
      | High | 7 |
      `,
    );
  });

  it("leaves open which judgement was counted where risks were rated otherwise before treatment", () => {
    check(
      ["kpi-contradicts-records"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/risks.md
      # AI risk register

      ### RISK-001: Leak

      **Likelihood:** Possible (3)
      **Impact:** Major (4)
      **Risk Score:** 12 (High)
      **Residual Risk:** Medium (6)

      ### RISK-002: Outage

      **Likelihood:** Possible (3)
      **Impact:** Minor (2)
      **Risk Score:** 6 (Medium)
      **Residual Risk:** Low (2)

      ## Summary

      | Risk level | Count |
      |---|---|
      | Critical | 1 |
      | High | 1 |
      | Medium | 1 |
      | Low | 0 |
      `,
    );
  });

  it("counts once what several registers list, and leaves open what they say differently", () => {
    check(
      ["kpi-contradicts-records"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/soa.yaml
      controls:
        - { control: A.2.2, applicable: true, status: implemented }
        - { control: A.2.3, applicable: true, status: implemented }
        - { control: A.2.4, applicable: true, status: planned }
      //- /aims/plan.yaml
      controls:
        - { control: A.2.2, applicable: true, status: implemented }
        - { control: A.2.3, applicable: true, status: planned }
      //- /aims/report.md
      # AIMS status report

      **Document ID:** AIMS-REP-001
      **Owner:** Ana Ruiz
      **Effective:** 2026-11-23
      **Standard:** ISO/IEC 42001:2023

      3 applicable controls. 1 control is implemented. 2 of 3 controls are implemented.

      3 of 3 controls are implemented. 5 applicable controls.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error kpi-contradicts-records: By the records there are at most 2 controls implemented, not 3.
                                       ^^^^^^^^^^^^^^^^^^^^^ error kpi-contradicts-records: By the records there are 3 applicable controls, not 5.
      `,
    );
  });
});
