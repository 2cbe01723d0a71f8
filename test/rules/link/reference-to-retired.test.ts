import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("reference-to-retired", () => {
  it("finds what is in force and rests on what is not", () => {
    check(
      ["reference-to-retired"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: CV screener
          stage: retirement
        - id: AI-002
          name: Chatbot
          depends_on: [AI-001, SUP-001]
                       ^^^^^^ warning reference-to-retired (fix): "AI-001" is retired, and this record still relies on it.
                               ^^^^^^^ warning reference-to-retired: "SUP-001" is retired, and this record still relies on it.
          suppliers: [SUP-001]
                      ^^^^^^^ warning reference-to-retired: "SUP-001" is retired, and this record still relies on it.
          supersedes: AI-001
      //- /aims/suppliers.yaml
      suppliers:
        - id: SUP-001
          name: Example Models
          status: ended
      `,
    );
  });

  it("leaves the past alone", () => {
    check(
      ["reference-to-retired"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: CV screener
          status: retired
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
          systems: [AI-001]
          status: closed
      //- /aims/incidents.yaml
      incidents:
        - id: INC-001
          title: Wrong refusals
          systems: [AI-001]
      `,
    );
  });
});
