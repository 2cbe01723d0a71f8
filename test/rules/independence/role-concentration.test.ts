import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("role-concentration", () => {
  it("is silent for few parts and when nobody is named", () => {
    check(
      ["role-concentration"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      approved_by: Jane Doe
      //- /aims/system.yaml
      aims: system
      id: AI-001
      name: Credit scorer
      owner: Jane Doe
      //- /aims/audit.yaml
      aims: audit
      id: AUD-2026-01
      lead_auditor: Jane Doe
      //- /aims/risk.yaml
      aims: risk
      id: RISK-001
      title: Drift
      //- /aims/team.yaml
      aims: audit
      id: AUD-2026-02
      lead_auditor: Governance team
      `,
    );
  });

  it("counts what a table of responsibilities gives", () => {
    check(
      ["role-concentration"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/raci.md
      # Who does what
        ^^^^^^^^^^^^^ info role-concentration: A. Ruiz audits, approves policies, owns risks, owns AI systems and makes impact assessments here.

      **Document ID:** AIMS-PROC-010
      **Owner:** Bo Lind

      | Activity | Ana Ruiz | Bo Lind |
      |---|---|---|
      | AI policy approval | A | R |
      | AI impact assessment | A/R | C |
      | Risk assessment | R | A |
      | Internal audit | R | A |
      //- /aims/system.yaml
      aims: system
      id: AI-001
      name: Scorer
      owner: A. Ruiz
      `,
    );
  });
});
