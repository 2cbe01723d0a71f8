import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("competence-unrecorded", () => {
  it("is silent when nothing is kept or nobody is named", () => {
    check(
      ["competence-unrecorded"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/roles.yaml
      roles:
        - id: ROLE-001
          title: Internal auditor
          holder: TBD
          competence: [auditing]
        - id: ROLE-002
          title: Developer
          holder: Cy Berg
        - id: ROLE-003
          title: Tester
          holder: Di Roth
          competence: [testing]
      //- /aims/competence.yaml
      competences:
        - id: COMP-001
          role: Tester
          competence: testing
      `,
    );
  });
});
