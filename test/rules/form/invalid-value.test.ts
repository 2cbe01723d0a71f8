import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("invalid-value", () => {
  it("stands at the value, in lists and nested fields too", () => {
    check(
      ["invalid-value"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      roles: [provider, deployr]
                        ^^^^^^^ error invalid-value (fix): "roles" is "deployr"; it has to be one of provider, developer, deployer, user, customer, platform-provider, integrator, importer, distributor, authorised-representative, product-manufacturer, data-provider and 1 more.
      //- /aims/risk.yaml
      aims: risk
      id: RISK-001
      title: Drift
      score: many
             ^^^^ error invalid-value: "score" is "many"; it has to be a number.
      consequences:
        - for: peeple
               ^^^^^^ error invalid-value: "consequences.for" is "peeple"; it has to be one of individuals, groups, society, organisation.
          what: A refusal nobody can explain
      `,
    );
  });

  it("is a remark on several words of one's own in a labelled line, and a warning on one", () => {
    check(
      ["invalid-value"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.md
      # Risk register

      ## RISK-001: Drift

      **Likelihood:** 2
      **Impact:** 3
      **Status:** Explainability tools deployed
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info invalid-value: "status" is "Explainability tools deployed"; it has to be one of open, in-treatment, treated, accepted, monitored, closed.

      ## RISK-002: Leak

      **Likelihood:** 2
      **Impact:** 3
      **Status:** Elsewhere
                  ^^^^^^^^^ warning invalid-value: "status" is "Elsewhere"; it has to be one of open, in-treatment, treated, accepted, monitored, closed.

      ## RISK-003: Bias

      **Likelihood:** 2
      **Impact:** 3
      **Status:** Mitigations active, watched
      `,
    );
  });

  it("tells once of items of one list that are of the wrong shape", () => {
    check(
      ["invalid-value"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
          controls:
            - kind: path
              ^^^^^^^^^^ error invalid-value: "controls" is a mapping; it has to be text. So are 2 other items here.
            - kind: symbol
            - A.6.2.4
            - kind: gate
          systems:
            - [AI-001]
              ^^^^^^^^ error invalid-value: "systems" is a list; it has to be text. So is another item here.
            - [AI-002]
      `,
    );
  });

  it("stands in the cell of a table", () => {
    check(
      ["invalid-value"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | Description | Likelihood | Impact | Score | Owner    | Status  |
      |----------|-------------|------------|--------|-------|----------|---------|
      | RISK-001 | Drift       | 3          | 4      | 12    | Jane Doe | opne    |
                                                                          ^^^^ warning invalid-value (fix): "status" is "opne"; it has to be one of open, in-treatment, treated, accepted, monitored, closed.
      | RISK-002 | Bias        | 3          | 4      | high  | Jane Doe | ✅ Open |
                                                       ^^^^ warning invalid-value: "score" is "high"; it has to be a number.
      `,
    );
  });

  it("understands the words people use", () => {
    check(
      ["invalid-value"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # AI policy

      **Document ID:** AIMS-POL-001
      **Owner:** Jane Doe
      **Status:** ✅ Approved
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: CV screener
          status: In production
          in_scope: yes
      `,
    );
  });

  it("leaves placeholders and model cards alone", () => {
    check(
      ["invalid-value"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      status: TBD
      //- /aims/card/README.md
      ---
      license: [mit, apache-2.0]
      language: {language}
      tags: text-classification
      pipeline_tag: text-classification
      library_name: transformers
      ---

      # Model card for screener

      ## Intended uses

      Sorting applications.
      `,
    );
  });

  it("writes the nearest allowed value in YAML", () => {
    checkFix(
      "invalid-value",
      `
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      status: "aproved" # by the board
      `,
      `
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      status: approved # by the board
      `,
    );
  });

  it("and in a cell", () => {
    checkFix(
      "invalid-value",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | Description | Likelihood | Impact | Owner    | Status |
      |----------|-------------|------------|--------|----------|--------|
      | RISK-001 | Drift       | 3          | 4      | Jane Doe | opne   |
      `,
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | Description | Likelihood | Impact | Owner    | Status |
      |----------|-------------|------------|--------|----------|--------|
      | RISK-001 | Drift       | 3          | 4      | Jane Doe | open   |
      `,
    );
  });
});
