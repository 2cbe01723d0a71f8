import { describe, it } from "mocha";
import { check } from "../support/fixture.ts";

describe("a register that cannot be read", () => {
  it("is said to be broken inside an AIMS", () => {
    check(
      ["invalid-syntax"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: X
      //- /aims/risks.yaml
      risks:
      \t- id: RISK-010
      ^ error invalid-syntax (fix): YAML does not take tabs as indentation.
      \t  title: Tabbed
      `,
    );
  });

  it("is nobody's business where there is no AIMS, or the file is of another kind", () => {
    check(
      "*",
      `
      //- /desk/risks.yaml
      risks:
      \t- id: RISK-010
      //- /aims/aims.yaml
      aims: management-system
      organisation: X
      rules: { uncovered-provision: off, missing-scope: off }
      //- /aims/ci.yaml
      jobs:
      \t- build
      `,
    );
  });

  it("is nobody's business where what can be read of it is no record", () => {
    check(
      ["invalid-syntax"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: X
      //- /aims/spend.yaml
      description: Not zero: it is real
      metrics:
        - metric_name: spend
          expression: SUM(cost)
      //- /aims/risks.yaml
      note: Not zero: it is real
            ^^^ error invalid-syntax: There is a second \`key:\` where one value is expected.
      risks:
        - id: RISK-010
          title: Bias
      `,
    );
  });

  it("reads a second label after two spaces", () => {
    check(
      ["unreadable-date"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: X
      //- /aims/policy.md
      # AI policy

      **Document ID:** AIMS-POL-001  **Approved by:** Ana Roe  **Approved on:** 03/04/2026
                                                                                ^^^^^^^^^^ warning unreadable-date (fix): "03/04/2026" can be 3 April 2026 or 4 March 2026.
      `,
    );
  });
});
