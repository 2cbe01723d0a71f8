import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("missing-field", () => {
  it("names all that is missing at once, and what is empty where it stands", () => {
    check(
      ["missing-field"],
      `
      //- /aims/a.yaml
      aims: system
            ^^^^^^ warning missing-field (fix): This AI system has no "id" or "name".
      purpose: Sorts applications
      //- /aims/b.yaml
      aims: system
      id: AI-002
      name:
      ^^^^ warning missing-field: "name" is empty.
      //- /aims/c.yaml
      aims: risk
      id: RISK-001
      title: Drift
      consequences:
        - what: A refusal nobody can explain
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning missing-field: "consequences" has no "for".
      `,
    );
  });

  it("says once that a register has no such column", () => {
    check(
      ["missing-field"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/systems.md
      # AI system inventory

      | AI system   | Owner    | Purpose            | Status |
      |-------------|----------|--------------------|--------|
      | CV screener | Jane Doe | Sorts applications | live   |
      | Chatbot     | Ann Lee  | Answers questions  | live   |
      `,
    );
  });

  it("leaves templates alone", () => {
    check(
      ["missing-field"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/templates/system.yaml
      aims: system
      template: true
      purpose: "[What it is for]"
      `,
    );
  });

  it("adds the fields, empty", () => {
    checkFix(
      "missing-field",
      `
      //- /aims/a.yaml
      aims: system
      purpose: Sorts applications
      `,
      `
      //- /aims/a.yaml
      aims: system
      purpose: Sorts applications
      id:
      name:
      `,
    );
  });
});
