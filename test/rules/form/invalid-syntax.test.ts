import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("invalid-syntax", () => {
  it("explains a tab, an open quote and a line that is no key", () => {
    check(
      ["invalid-syntax"],
      `
      //- /aims/a.yaml
      aims: risk
      id: RISK-001
      controls:
      	- A.5.2
      ^ error invalid-syntax (fix): YAML does not take tabs as indentation.
      //- /aims/b.yaml
      aims: risk
      id: RISK-002
      title: Bias: the score follows the postcode
             ^^^^^ error invalid-syntax: There is a second …
      //- /aims/c.yaml
      aims: risk
      id: RISK-003
      owner Jane Doe
      ^^^^^^^^^^^^^^ error invalid-syntax: This line is neither a …
      title: Drift
      `,
    );
  });

  it("keeps the records around what cannot be read", () => {
    check(
      ["invalid-syntax"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: "never closed
                        ^^^^^^ error invalid-syntax: A quote or bracket that was opened is not closed.
        - id: RISK-002
          title: Drift
      `,
    );
  });

  it("says that a merge was left unfinished", () => {
    check(
      ["invalid-syntax"],
      `
      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      <<<<<<< ours
      ^^^^^^^^^^^^ error invalid-syntax: A merge was left unfinished here; the document is read as if the first side had been chosen.
      title: AI policy
      =======
      title: Policy on AI
      >>>>>>> theirs
      `,
    );
  });

  it("leaves files alone that are no governance documents", () => {
    check(
      ["invalid-syntax"],
      `
      //- /aims/values.yaml
      replicas: {{ .Values.replicas }}
      name: "open
      `,
    );
  });

  it("leaves the braces of a template alone", () => {
    check(
      ["invalid-syntax"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/templates/policy.md
      ---
      aims: policy
      id: {{ id }}
      title: {{ title }}
      ---

      # {{ title }}
      `,
    );
  });

  it("replaces tabs", () => {
    checkFix(
      "invalid-syntax",
      `
      //- /aims/a.yaml
      aims: risk
      id: RISK-001
      controls:
      	- A.5.2
      `,
      `
      //- /aims/a.yaml
      aims: risk
      id: RISK-001
      controls:
        - A.5.2
      `,
    );
  });
});
