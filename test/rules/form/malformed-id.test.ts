import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("malformed-id", () => {
  it("holds ids against a prefix and against a regular expression", () => {
    check(
      ["malformed-id"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      id_patterns:
        risk: EL-RISK
        system: AI-\\d{3}
        supplier: (a+)+
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
              ^^^^^^^^ warning malformed-id (fix): The id "RISK-001" is not of the form EL-RISK-… that aims.yaml sets for this kind (risk).
          title: Drift
        - id: EL-RISK-002
          title: Bias
      //- /aims/systems.yaml
      systems:
        - id: AI-1
              ^^^^ warning malformed-id: The id "AI-1" is not of the form AI-\\d{3} that aims.yaml sets for this kind (AI system).
          name: CV screener
        - id: ai-002
              ^^^^^^ warning malformed-id (fix): The id "ai-002" is not of the form AI-\\d{3} that aims.yaml sets for this kind (AI system).
          name: Chatbot
      //- /aims/suppliers.yaml
      suppliers:
        - id: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab
          name: Example Models
      `,
    );
  });

  it("without a pattern finds only what cannot be typed again", () => {
    check(
      ["malformed-id"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.yaml
      aims: risk
      risks:
        - id: RISK‑001
              ^^^^^^^^ warning malformed-id (fix): The id "RISK‑001" holds a sign that looks like a hyphen or a space and is another.
          title: Drift
        - id: RISK_002
              ^^^^^^^^ warning malformed-id (fix): The id "RISK_002" is not written with a hyphen.
          title: Bias
        - id: postcode-bias
          title: The score follows the postcode
        - id: RISK-XXX
          title: Still to be numbered
      `,
    );
  });

  it("offers no fix while something refers to the id", () => {
    check(
      ["malformed-id"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.yaml
      aims: risk
      id: RISK_002
          ^^^^^^^^ warning malformed-id: The id "RISK_002" is not written with a hyphen.
      title: Bias
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: CV screener
          risks: [RISK_002]
      `,
    );
  });

  it("writes a hyphen", () => {
    checkFix(
      "malformed-id",
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risk.yaml
      aims: risk
      id: RISK_002
      title: Bias
      `,
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risk.yaml
      aims: risk
      id: RISK-002
      title: Bias
      `,
    );
  });
});
