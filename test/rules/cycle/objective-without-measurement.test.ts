import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("objective-without-measurement", () => {
  it("looks at the day", () => {
    check(
      ["objective-without-measurement"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/objectives.md
      # AI objectives

      | Objective ID | Objective | Metric | Target | Due date | Status |
      |--------------|-----------|--------|--------|----------|--------|
      | OBJ-001 | Fairness | parity | <= 0.05 | Q2 2026 | On track |
                                                ^^^^^^^ warning objective-without-measurement (fix): This objective was due on 2026-06-30, and no value shows whether it was reached.
      | OBJ-002 | Speed | days | <= 7 | Q4 2026 | On track |
      `,
    );
  });

  it("is silent when nothing says that it is over", () => {
    check(
      ["objective-without-measurement"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/objectives.yaml
      objectives:
        - id: OBJ-001
          title: Fairness
          target: "<= 0.05"
        - id: OBJ-002
          title: Fairness
          due: 2026-01-01
          status: planned
      `,
    );
  });
});
