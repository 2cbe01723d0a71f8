import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

const AIMS = "//- /aims/aims.yaml\naims: management-system\norganisation: Lender Ltd\nstandards: [iso-42001]\n";

describe("test-data-after-deployment", () => {
  it("speaks of what an assessment before going live rests on", () => {
    check(
      ["test-data-after-deployment"],
      `${AIMS}//- /aims/s.yaml
systems:
  - id: AI-001
    name: Credit scorer
    version: "3.1.4"
    last_change: 2026-06-01
    deployed_on: 2026-02-01
  - id: AI-002
    name: Old one
    version: "3.0"
    status: retired
//- /aims/m.yaml
measurements:
  - id: MEAS-001
    metric: recall
    system: AI-001
    measured_on: 2026-07-05
    test_data_from: 2026-04-01
                    ^^^^^^^^^^ warning test-data-after-deployment: The test data begins on 2026-04-01, after AI-001 "Credit scorer" went live on 2026-02-01, and AIIA-001 of 2026-01-20 rests on it.
  - id: MEAS-002
    metric: precision
    system: AI-001
    measured_on: 2026-07-05
    test_data_from: 2026-04-01
  - id: MEAS-003
    metric: drift
    system: AI-001
    frequency: monthly
    measured_on: 2026-07-05
    test_data_from: 2026-04-01
//- /aims/a.yaml
aims: impact-assessment
id: AIIA-001
system: AI-001
assessed_on: 2026-01-20
metrics: [MEAS-001, MEAS-003]
`,
    );
  });
});
