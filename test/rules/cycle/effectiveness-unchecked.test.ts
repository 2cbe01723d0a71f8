import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("effectiveness-unchecked", () => {
  it("knows a check that is still to come", () => {
    check(
      ["effectiveness-unchecked"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/nc.md
      # Nonconformities

      | NC ID | Description | Corrective action | Status | Effectiveness |
      |-------|-------------|-------------------|--------|---------------|
      | NC-001 | Refusals | Reading time | Closed | To be checked in March |
                                                    ^^^^^^^^^^^^^^^^^^^^^^ warning effectiveness-unchecked: This is closed, and whether the action worked is still open ("To be checked in March").
      | NC-002 | Refusals | Reading time | Closed | Verified 2026-09-14 |
      | NC-003 | Refusals | Reading time | Open | |
      `,
    );
  });

  it("is silent when the status is unknown", () => {
    check(
      ["effectiveness-unchecked"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/nc.yaml
      nonconformities:
        - id: NC-001
          title: Refusals sent unread
        - id: NC-002
          title: Refusals sent unread
          status: verified
      `,
    );
  });
});
