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
