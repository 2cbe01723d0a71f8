import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("residual-lowered-without-measure", () => {
  it("is advice where a table has no place for measures", () => {
    check(
      ["residual-lowered-without-measure"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Rating | Residual | Status |
      |---------|------|------------|--------|--------|----------|--------|
      | RISK-001 | Drift | 3 | 5 | High | Low | Treated |
                                          ^^^ info residual-lowered-without-measure (fix): The risk falls from high to low, and nothing is named that lowers it.
      //- /aims/more.md
      # AI risk register

      | Risk ID | Risk | Likelihood | Impact | Rating | Controls | Residual | Status |
      |---------|------|------------|--------|--------|----------|----------|--------|
      | RISK-011 | Drift | 3 | 5 | High | | Low | Treated |
                                            ^^^ warning residual-lowered-without-measure: The risk falls from high to low, and nothing is named that lowers it.
      | RISK-012 | Drift | 3 | 5 | High | A.6.2.6 | Low | Treated |
      `,
    );
  });

  it("is silent when a measure or too little is known", () => {
    check(
      ["residual-lowered-without-measure"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
          rating: high
          treatment: Retrain every month and compare with the last version
          residual: low
        - id: RISK-002
          title: Leak
          rating: high
          treatment: mitigate
        - id: RISK-003
          title: Abuse
          rating: high
          residual: low
      //- /aims/soa.yaml
      controls:
        - control: A.6.2.6
          applicable: yes
          risks: [RISK-003]
      `,
    );
  });
});
