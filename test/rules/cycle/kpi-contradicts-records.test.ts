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
});
