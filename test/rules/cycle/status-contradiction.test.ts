import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("status-contradiction", () => {
  it("compares dates and values of several kinds", () => {
    check(
      ["status-contradiction"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/a.yaml
      aims: audit
      id: AUD-2026-01
      status: planned
              ^^^^^^^ error status-contradiction: The status is "planned", and it happened on 2026-05-20.
      finished_on: 2026-05-20
      //- /aims/b.yaml
      aims: audit
      id: AUD-2026-02
      status: completed
              ^^^^^^^^^ error status-contradiction: The status is "completed", and its day is still to come (2027-05-20).
      finished_on: 2027-05-20
      //- /aims/objectives.yaml
      objectives:
        - id: OBJ-001
          title: Fairness
          target: "<= 0.05"
          actual: 0.09
          status: achieved
                  ^^^^^^^^ error status-contradiction: The status is "achieved", and 0.09 does not reach the target (<= 0.05).
        - id: OBJ-002
          title: Fairness
          target: "<= 0.05"
          actual: 0.04
          status: achieved
      `,
    );
  });

  it("is silent when something is unknown", () => {
    check(
      ["status-contradiction"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/a.yaml
      aims: audit
      id: AUD-2026-01
      finished_on: 2026-05-20
      //- /aims/nc.yaml
      nonconformities:
        - id: NC-001
          title: Refusals
          status: open
        - id: NC-002
          title: Refusals
          status: closed
      //- /aims/objectives.yaml
      objectives:
        - id: OBJ-001
          title: Fairness
          target: good
          actual: better
          status: achieved
      `,
    );
  });
});
