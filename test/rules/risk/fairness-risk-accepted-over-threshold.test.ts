import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("fairness-risk-accepted-over-threshold", () => {
  it("is silent when the bound holds, cannot be read, or is of another matter", () => {
    check(
      ["fairness-risk-accepted-over-threshold"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Bias between groups
          measures: [MEAS-001]
          status: accepted
        - id: RISK-002
          title: Bias between groups
          measures: [MEAS-002, MEAS-404]
          status: accepted
        - id: RISK-003
          title: Slow answers
          measures: [MEAS-003]
          status: accepted
      //- /aims/m.yaml
      measurements:
        - id: MEAS-001
          metric: parity difference
          threshold: "<= 0.05"
          value: 0.04
        - id: MEAS-002
          metric: parity difference
          threshold: small
          value: 0.4
        - id: MEAS-003
          metric: latency
          threshold: "<= 2"
          value: 3
      `,
    );
  });
});
