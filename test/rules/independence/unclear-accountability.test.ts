import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

const AIMS = `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      //- /aims/raci.md
      # RACI matrix

      **Document ID:** AIMS-PROC-010
      **Owner:** Ana Ruiz
`;

describe("unclear-accountability", () => {
  it("reads letters in their many forms, and roles down the side", () => {
    check(
      ["unclear-accountability"],
      `${AIMS}
      ## Before use

      | Activity | **CEO** | Ana Ruiz | Bo Lind |
      |---|---|---|---|
      | Policy | A | **A**, R | C |
        ^^^^^^ warning unclear-accountability: 2 are accountable for "Policy": CEO and Ana Ruiz.
      | **Release** | AR | - | I |
      | Inventory | I | A/R | |
      | **Clause 8** | | | |
      | Reports | I | R | – |
        ^^^^^^^ info unclear-accountability: Nobody is accountable for "Reports".

      ## RACI in use

      | | CEO | Ana Ruiz |
      |---|---|---|
      | Monitoring | R & A | A |
        ^^^^^^^^^^ warning unclear-accountability: 2 are accountable for "Monitoring": CEO and Ana Ruiz.
      | Retirement | R | A |
      | Records | R | A |
      `,
    );
  });

  it("reads names in columns", () => {
    check(
      ["unclear-accountability"],
      `${AIMS}
      | Task | Responsible | Accountable | Consulted |
      |---|---|---|---|
      | Logging | Bo Lind | Ana Ruiz, Cy Dahl | – |
        ^^^^^^^ warning unclear-accountability: 2 are accountable for "Logging": Ana Ruiz and Cy Dahl.
      | Backups | Bo Lind | Ana Ruiz | – |
      | Training | Bo Lind | Ana Ruiz | Cy Dahl |
      `,
    );
  });

  it("knows one person under a post and a name", () => {
    check(
      ["unclear-accountability"],
      `${AIMS}
      | Activity | AI governance lead | Ana Ruiz | Bo Lind |
      |---|---|---|---|
      | Logging | A | A | R |
      | Backups | A | C | R |
      //- /aims/roles.yaml
      aims: role
      id: ROLE-001
      title: AI governance lead
      holder: Ana Ruiz
      `,
    );
  });

  it("holds the table against the owner of the record that an activity names", () => {
    check(
      ["unclear-accountability"],
      `${AIMS}
      | Activity | Ana Ruiz | Bo Lind |
      |---|---|---|
      | Running AI-001 | R | A |
        ^^^^^^^^^^^^^^ warning unclear-accountability: Bo Lind is accountable for this, and AI-001 names Cy Dahl as its owner, who has no part in it here.
      | Running AI-002 | R | A |
      | Running AI-003 | R | A |
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Scorer
          owner: Cy Dahl
        - id: AI-002
          name: Ranker
          owner: Ana Ruiz (CTO)
        - id: AI-003
          name: Chat
          owner: Credit team
      `,
    );
  });

  it("is silent where the letters mean something else, in legends and in templates", () => {
    check(
      ["unclear-accountability"],
      `${AIMS}
      | Code | Meaning | Note |
      |---|---|---|
      | R | Responsible | A |

      | Activity | Ana Ruiz | Bo Lind |
      |---|---|---|
      | Logging | A | A |
      | Backups | A | A |
      | Training | R | A |

      | Activity | Grade | Mark |
      |---|---|---|
      | Logging | A | A |
      | Backups | B | R |
      //- /aims/approvers.md
      # RACI of releases

      **Document ID:** AIMS-PROC-012
      **Owner:** Ana Ruiz

      **R** = responsible, **A** = approves, **C** = consulted

      | Activity | Ana Ruiz | Bo Lind | Cy Dahl |
      |---|---|---|---|
      | Release | A | A | R |
      | Backups | A | C | R |
      //- /aims/raci-template.md
      # RACI matrix template

      **Document ID:** AIMS-PROC-011
      **Owner:** [Name]

      | Activity | CEO | CTO |
      |---|---|---|
      | Logging | A | A |
      | Backups | R | A |
      | Training | R | A |
      `,
    );
  });
});
