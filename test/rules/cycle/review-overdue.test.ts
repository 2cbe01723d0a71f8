import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("review-overdue", () => {
  it("counts from the last review or approval by the record's own cycle", () => {
    check(
      ["review-overdue"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/policy.md
      # AI policy

      **Document ID:** AIMS-POL-001
      **Approved on:** 14 March 2025
      **Review cycle:** Annual
                        ^^^^^^ warning review-overdue: It was last looked at on 2025-03-14, and its own cycle asked for a review by 2026-03-14.
      **Standard:** ISO/IEC 42001:2023
      //- /aims/later.md
      # Logging policy

      **Document ID:** AIMS-POL-002
      **Approved on:** 14 March 2025
      **Last reviewed:** 2026-02-01
      **Review cycle:** Annual
      **Standard:** ISO/IEC 42001:2023
      `,
    );
  });

  it("is silent for drafts, for what was reviewed since, and when nothing is known", () => {
    check(
      ["review-overdue"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      status: draft
      next_review: 2026-03-31
      //- /aims/b.yaml
      aims: policy
      id: AIMS-POL-002
      title: Logging policy
      reviewed_on: 2026-04-01
      next_review: 2026-03-31
      //- /aims/c.yaml
      aims: policy
      id: AIMS-POL-003
      title: Use policy
      approved_on: 2020-01-01
      review_cycle: on change
      //- /aims/e.yaml
      aims: policy
      id: AIMS-POL-005
      title: Data policy
      next_review: 2026-11-23
      `,
    );
  });
});
