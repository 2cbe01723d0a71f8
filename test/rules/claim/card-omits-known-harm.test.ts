import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("card-omits-known-harm", () => {
  it("finds the system by the card its record names, and reads grave residual risks", () => {
    check(
      ["card-omits-known-harm"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          version: "3.1"
          model_card: site/card.md
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Young applicants are refused more often
          systems: [AI-001]
          residual: high
          status: open
        - id: RISK-002
          title: Outage of the scoring service
          systems: [AI-001]
          residual: low
          status: open
      //- /aims/site/card.md
      ---
      aims: model-card
      id: CARD-001
      ---

      # Scorer
        ^^^^^^ warning card-omits-known-harm: This card says nothing of RISK-001, whose residual rating is high.

      ## Limitations

      None known.
      `,
    );
  });

  it("takes the words of the risk for a mention", () => {
    check(
      ["card-omits-known-harm"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Alder Bank
      standards: [iso-42001]
      public: [site/**, README.md]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          version: "3.1"
          model_card: site/card.md
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Young applicants are refused more often
          systems: [AI-001]
          residual: high
          status: open
        - id: RISK-002
          title: Outage of the scoring service
          systems: [AI-001]
          residual: low
          status: open
      //- /aims/site/card.md
      ---
      aims: model-card
      id: CARD-001
      ---

      # Scorer

      ## Limitations

      Young applicants were refused more often than others.
      `,
    );
  });
});
