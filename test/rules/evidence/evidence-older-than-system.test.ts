import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

const AIMS = "//- /aims/aims.yaml\naims: management-system\norganisation: Lender Ltd\nstandards: [iso-42001]\n";

describe("evidence-older-than-system", () => {
  it("goes by versions, else by days", () => {
    check(
      ["evidence-older-than-system"],
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
    system_version: "2.0"
                    ^^^^^ warning evidence-older-than-system: This is of version 2.0 of AI-001 "Credit scorer", and version 3.1.4 is in use.
  - id: MEAS-002
    metric: precision
    system: AI-001
    system_version: 3.1.2
                    ^^^^^ info evidence-older-than-system: This is of version 3.1.2…
  - id: MEAS-003
    metric: accuracy
    system: AI-001
    measured_on: 2026-05-01
                 ^^^^^^^^^^ warning evidence-older-than-system: This is of 2026-05-01, before the change of AI-001 "Credit scorer" on 2026-06-01.
  - id: MEAS-004
    metric: accuracy of the old one
    system: AI-002
    system_version: "1.0"
  - id: MEAS-005
    metric: latency
    system: AI-001
    system_version: "2.0"
    measured_on: 2026-01-01
  - id: MEAS-006
    metric: latency
    system: AI-001
    system_version: "3.1"
    measured_on: 2026-07-01
  - id: MEAS-007
    metric: drift
    system: AI-001
    system_version: "2.0"
                    ^^^^^ info evidence-older-than-system: This is of version 2.0…
    gap: { note: Not measured yet, planned_by: 2027-01-31 }
`,
    );
  });
});
