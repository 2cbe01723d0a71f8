import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("residual-above-inherent", () => {
  it("compares bands where there are no scores", () => {
    check(
      ["residual-above-inherent"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
          rating: medium
          residual: high
                    ^^^^ error residual-above-inherent: The risk is "high" after treatment and "medium" before it.
        - id: RISK-002
          title: Leak
          rating: 🔴 High
          residual: Low (4)
        - id: RISK-003
          title: Leak
          rating: high
          residual: high
      `,
    );
  });

  it("is silent when something is unknown", () => {
    check(
      ["residual-above-inherent"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
          residual: high
        - id: RISK-002
          title: Leak
          rating: group B
          residual: high
        - id: RISK-003
          title: Abuse
          score: 6
          residual_score: TBD
      `,
    );
  });
});
