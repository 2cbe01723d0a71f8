import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("action-overdue", () => {
  it("reads decisions of reviews and dates as people write them", () => {
    check(
      ["action-overdue"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/findings.md
      # Findings

      | Finding ID | Finding | Grade | Action | Due date | Status |
      |------------|---------|-------|--------|----------|--------|
      | FND-001 | Logs | Minor | Switch on | 30 September 2026 | 🟡 In progress |
                                             ^^^^^^^^^^^^^^^^^ warning action-overdue: This was due on 2026-09-30, and is still in progress.
      | FND-002 | Logs | Minor | Switch on | Q4 2026 | Open |
      //- /aims/mr.yaml
      aims: management-review
      id: MR-2026-01
      held_on: 2026-01-10
      decisions: [{ what: Train the team, due: 2026-03-01, status: open }]
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning action-overdue: "Train the team" was due on 2026-03-01 and is not done.
      `,
    );
  });

  it("is silent when day or status is unknown", () => {
    check(
      ["action-overdue"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/findings.md
      # Findings

      | Finding ID | Finding | Grade | Action | Due date | Status |
      |------------|---------|-------|--------|----------|--------|
      | FND-001 | Logs | Minor | Switch on | 30 September 2026 | |
      | FND-002 | Logs | Minor | Switch on | soon | Open |
      | FND-003 | Logs | Minor | Switch on | 30 September 2026 | Closed |
      `,
    );
  });
});
