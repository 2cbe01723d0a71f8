import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("unfilled-placeholder", () => {
  it("is a remark until the document is approved", () => {
    check(
      ["unfilled-placeholder"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # AI policy

      **Document ID:** AIMS-POL-001
      **Owner:** [Name]
                 ^^^^^^ info unfilled-placeholder: "[Name]" still holds the place of an answer.
      **Status:** Draft

      Complaints go to TBD. See [the form](form.md), [1] and [ ] this.
                       ^^^ info unfilled-placeholder: "TBD" still holds the place of an answer.
      //- /aims/form.md
      # Form
      `,
    );
  });

  it("is said once where there are many", () => {
    check(
      ["unfilled-placeholder"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/procedure.md
      # Incident procedure

      **Document ID:** AIMS-PROC-003
      **Owner:** Jane Doe

      We answer within one day, tell the people concerned and keep a record of it. The form below is
      filled by whoever notices the incident and is kept with the register for five years.

      - Reporter: ________
                  ^^^^^^^^ info unfilled-placeholder: "________" and 11 other places in this document still wait for an answer.
      - Date: YYYY-MM-DD
      - System: ________
      - Place: ________
      - Severity: ________
      - People concerned: ________
      - First measure: ________
      - Cause: ________
      - Action: ________
      - Due: YYYY-MM-DD
      - Closed by: ________
      - Closed on: YYYY-MM-DD
      `,
    );
  });

  it("tells a template that lies among the documents once, and none in its folder", () => {
    check(
      ["unfilled-placeholder"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      ---
      aims: policy
      template: true
      title: "[Title]"
      ---

      # [Title]
        ^^^^^^^ info unfilled-placeholder: This is a template that is still to be filled, so it counts for nothing.

      Owner: [Name], date: YYYY-MM-DD
      //- /aims/templates/policy.md
      ---
      aims: policy
      template: true
      title: "[Title]"
      ---

      # [Title]
      //- /aims/_TEMPLATE-risk.yaml
      aims: risk
      template: true
      id: RISK-{{number}}
      `,
    );
  });

  it("takes the name of a list of what is to be done for no open place", () => {
    check(
      ["unfilled-placeholder"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/todo.md
      # TODO — AI governance framework

      ## TODO

      - [ ] Write the policy

      ## Owner: TODO
                ^^^^ info unfilled-placeholder: "TODO" still holds the place of an answer.
      `,
    );
  });

  it("leaves files alone that are no governance documents", () => {
    check(
      ["unfilled-placeholder"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/README.md
      # Read me

      TBD
      `,
    );
  });
});
