import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("unknown-field", () => {
  it("offers the nearest field that is not taken, also within a field", () => {
    check(
      ["unknown-field"],
      `
      //- /aims/risk.yaml
      aims: risk
      id: RISK-001
      title: Drift
      onwer: Jane Doe
      ^^^^^ warning unknown-field (fix): A risk has no field "onwer", so what stands here is not read; "owner" is one.
      consequences:
        - for: individuals
          wat: A refusal nobody can explain
          ^^^ warning unknown-field (fix): "consequences" has no field "wat", so what stands here is not read; "what" is one.
      favourite_colour: green
      ^^^^^^^^^^^^^^^^ info unknown-field: A risk has no field "favourite_colour"; what stands here is kept but not read.
      `,
    );
  });

  it("is quiet on front matter of other tools, labels and columns", () => {
    check(
      ["unknown-field"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      layout: page
      permalink: /policy
      onwer: Jane Doe
      ^^^^^ warning unknown-field (fix): A policy has no field "onwer", so what stands here is not read; "owner" is one.
      ---

      # AI policy
      //- /aims/review.md
      # Access procedure

      **Document ID:** AIMS-PROC-001
      **Owner:** Jane Doe
      **Onwer of the room:** Ann Lee
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | Description | Likelihood | Impact | Owner    | Colour | Status |
      |----------|-------------|------------|--------|----------|--------|--------|
      | RISK-001 | Drift       | 3          | 4      | Jane Doe | green  | open   |
      `,
    );
  });

  it("renames the key and leaves its value", () => {
    checkFix(
      "unknown-field",
      `
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      approved_bye: "Jane Doe"
      `,
      `
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      approved_by: "Jane Doe"
      `,
    );
  });
});
