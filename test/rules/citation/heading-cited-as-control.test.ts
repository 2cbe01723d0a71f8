import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("heading-cited-as-control", () => {
  it("finds groups and objectives where controls have to be named", () => {
    check(
      ["heading-cited-as-control"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/soa.md
      # Statement of Applicability

      | Control | Title                 | Applicable | Justification              | Status      |
      |---------|-----------------------|------------|----------------------------|-------------|
      | A.6.1   | Guidance              | Yes        | We develop our own systems | implemented |
        ^^^^^ warning heading-cited-as-control: A.6.1 is a heading over controls, not a control.
      | A.6.1.1 | Objective             | Yes        | We develop our own systems | implemented |
        ^^^^^^^ error heading-cited-as-control: A.6.1.1 is the objective over a group of controls, not a control.
      | A.6.1.2 | Objectives            | Yes        | We develop our own systems | implemented |
      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      satisfies:
        iso-42001: [5.2, A.2, A.2.1, "6.1"]
                         ^^^ warning heading-cited-as-control: A.2 is a heading over controls, not a control.
                              ^^^^^ error heading-cited-as-control: A.2.1 is the objective over a group of controls, not a control.
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
          controls: [A.6.2.6, A.6.2]
                              ^^^^^ warning heading-cited-as-control: A.6.2 is a heading over controls, not a control.
      `,
    );
  });

  it("leaves heading rows and groups in prose alone", () => {
    check(
      ["heading-cited-as-control"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/soa.md
      # Statement of Applicability

      The controls of A.6.2 are listed below; clause A.5 is left to the next version.

      | Control | Title                                | Applicable | Justification              | Status      |
      |---------|--------------------------------------|------------|----------------------------|-------------|
      | **A.6** | **AI system life cycle**             |            |                            |             |
      | A.6.1.2 | Objectives for responsible development of AI system | Yes | We develop our own systems | implemented |
      `,
    );
  });

  it("leaves audit scopes alone, which name groups on purpose", () => {
    check(
      ["heading-cited-as-control"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/audit.yaml
      aims: audit
      id: AUD-2026-01
      title: First internal audit
      provisions: [A.6, A.7, "9"]
      `,
    );
  });

  it("writes the control whose title stands beside it", () => {
    checkFix(
      "heading-cited-as-control",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/soa.md
      # Statement of Applicability

      | Control | Title     | Applicable | Justification                 | Status      |
      |---------|-----------|------------|-------------------------------|-------------|
      | A.2.1   | AI policy | Yes        | The policy rules all our work | implemented |
      `,
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/soa.md
      # Statement of Applicability

      | Control | Title     | Applicable | Justification                 | Status      |
      |---------|-----------|------------|-------------------------------|-------------|
      | A.2.2   | AI policy | Yes        | The policy rules all our work | implemented |
      `,
    );
  });
});
