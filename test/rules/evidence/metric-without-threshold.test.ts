import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

const AIMS = "//- /aims/aims.yaml\naims: management-system\norganisation: Lender Ltd\nstandards: [iso-42001]\n";

describe("metric-without-threshold", () => {
  it("asks for a bound where something was measured", () => {
    check(
      ["metric-without-threshold"],
      `${AIMS}//- /aims/m.yaml
measurements:
  - id: MEAS-001
        ^^^^^^^^ info metric-without-threshold (fix): days to answer a complaint has no threshold.
    metric: days to answer a complaint
    value: 4
  - id: MEAS-002
    metric: recall
  - id: MEAS-003
    metric: recall
    threshold: ">= 0.9"
    value: 0.95
`,
    );
  });
});
