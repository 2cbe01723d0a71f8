import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

const AIMS = "//- /aims/aims.yaml\naims: management-system\norganisation: Lender Ltd\nstandards: [iso-42001]\n";

describe("expired-evidence", () => {
  it("names who relies on it", () => {
    check(
      ["expired-evidence"],
      `${AIMS}//- /aims/e.yaml
evidence_records:
  - id: EV-001
    title: Supplier certificate
    valid_until: 2026-11-22
                 ^^^^^^^^^^ warning expired-evidence: EV-001 was valid until 2026-11-22. One record relies on it.
  - id: EV-002
    title: Another
    valid_until: 2026-11-23
  - id: EV-003
    title: An old one
    status: retired
    valid_until: 2020-01-01
//- /aims/c.yaml
aims: control
id: CTL-1
control: A.2.2
evidence: [EV-001]
`,
    );
  });
});
