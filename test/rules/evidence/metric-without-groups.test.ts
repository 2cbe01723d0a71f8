import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

const AIMS = "//- /aims/aims.yaml\naims: management-system\norganisation: Lender Ltd\nstandards: [iso-42001]\n";

describe("metric-without-groups", () => {
  it("asks whom a fairness metric compares, wherever that may stand", () => {
    check(
      ["metric-without-groups"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
        ^^^^^^^^ warning metric-without-groups (fix): disparate_impact does not say which groups it compares.
    metric: disparate_impact
    threshold: ">= 0.8"
    value: 0.9
  - id: MEAS-002
    metric: equalized odds difference by gender
    threshold: "<= 0.1"
    value: 0.05
  - id: MEAS-003
    metric: demographic parity difference
    threshold: "<= 0.1"
    source: r.json#/dpd
  - id: MEAS-004
    metric: recall
    threshold: ">= 0.1"
    value: 0.5
//- /aims/r.json
{"dpd": {"a": 0.01, "b": 0.02}}
`,
    );
  });
});
