import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("root-cause-missing", () => {
  it("looks at grave incidents and at empty cells", () => {
    check(
      ["root-cause-missing"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/incidents.md
      # Incident log

      | Incident ID | Description | Severity | Root cause | Status |
      |-------------|-------------|----------|------------|--------|
      | INC-001 | Wrong refusals | Critical | TBD | Closed |
                                              ^^^ warning root-cause-missing: This incident is closed, and no cause is named.
      | INC-002 | Slow answers | Low | | Closed |
      `,
    );
  });

  it("is silent while it is open or the status is unknown", () => {
    check(
      ["root-cause-missing"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/nc.yaml
      nonconformities:
        - id: NC-001
          title: Refusals sent unread
          status: open
        - id: NC-002
          title: Refusals sent unread
      `,
    );
  });
});
