import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

const AIMS = `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]`;

describe("risk-to-people-missing", () => {
  it("speaks only where consequences are listed for the organisation alone", () => {
    check(
      ["risk-to-people-missing"],
      `${AIMS}
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: A
          systems: [AI-001]
          consequences: [{ for: organisation, what: Fine }, { for: organisation, what: Cost }]
          ^^^^^^^^^^^^ info risk-to-people-missing (fix): RISK-001 names what would follow for the organisation and for nobody else.
        - id: RISK-002
          title: B
          systems: [AI-001]
          consequences: [{ for: organisation, what: Fine }, { for: society, what: Mistrust }]
        - id: RISK-003
          title: C
          systems: [AI-001]
        - id: RISK-004
          title: D
          systems: [AI-001]
          affected: [applicants]
          consequences: [{ for: organisation, what: Fine }]
        - id: RISK-005
          title: E
          consequences: [{ for: organisation, what: Fine }]
        - id: RISK-006
          title: F
          systems: [AI-001]
          consequences: [People are refused]
        - id: RISK-007
          title: G
          systems: [AI-001]
          status: closed
          consequences: [{ for: organisation, what: Fine }]
      `,
    );
  });

  it("asks where a place for those affected is left empty and the system weighs on people", () => {
    check(
      ["risk-to-people-missing"],
      `${AIMS}
      //- /aims/systems.yaml
      systems:
        - { id: AI-001, name: Scorer, tier: high }
        - { id: AI-002, name: Sorter, tier: minimal }
      //- /aims/risks.md
      # Risk register

      | Risk ID  | Description | AI systems | Affected   | Likelihood | Impact | Treatment | Owner |
      |----------|-------------|------------|------------|------------|--------|-----------|-------|
      | RISK-001 | Refusals    | AI-001     |            | 2          | 3      | mitigate  | Bo    |
                                              ^ info risk-to-people-missing: RISK-001 leaves open who would be affected, and AI-001 is declared high-risk.
      | RISK-002 | Refusals    | AI-001     | Applicants | 2          | 3      | mitigate  | Bo    |
      | RISK-003 | Outage      | AI-001     | none       | 2          | 3      | mitigate  | Bo    |
      | RISK-004 | Letters     | AI-002     |            | 2          | 3      | mitigate  | Bo    |
      `,
    );
  });

  it("makes room for those affected", () => {
    checkFix(
      "risk-to-people-missing",
      `${AIMS}
      //- /aims/risks.yaml
      aims: risk
      id: RISK-001
      title: A
      systems: [AI-001]
      consequences: [{ for: organisation, what: Fine }]
      `,
      `
      //- /aims/risks.yaml
      aims: risk
      id: RISK-001
      title: A
      systems: [AI-001]
      consequences: [{ for: organisation, what: Fine }]
      affected:
      `,
    );
  });
});
