import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("management-review-incomplete", () => {
  it("reads minutes in Markdown", () => {
    check(
      ["management-review-incomplete"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/mr.md
      # Management review minutes
        ^^^^^^^^^^^^^^^^^^^^^^^^^ warning management-review-incomplete: This review says nothing on audit results.

      **Document ID:** MR-2026-01
      **Date:** 16 June 2026
      **Chair:** Ana Silva
      **Standard:** ISO/IEC 42001:2023

      ## Actions from the previous meeting

      All done.

      ## Changes in the context

      None. Stakeholders asked for reasons of refusal.

      ## Performance

      Nonconformities are closed, metrics within bounds.

      ## Opportunities

      Two.
      `,
    );
  });

  it("is silent when it was not held yet or nothing is known of its inputs", () => {
    check(
      ["management-review-incomplete"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/a.yaml
      aims: management-review
      id: MR-2026-01
      title: Review
      status: planned
      inputs: { audits: AUD-2026-01 }
      //- /aims/b.yaml
      aims: management-review
      id: MR-2026-02
      title: Review
      held_on: 2027-06-16
      inputs: { audits: AUD-2026-01 }
      //- /aims/c.yaml
      aims: management-review
      id: MR-2026-03
      title: Review
      held_on: 2026-06-16
      `,
    );
  });

  it("reads reviews one by one in a YAML list", () => {
    check(
      ["management-review-incomplete"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/reviews.yaml
      - aims: management-review
        id: MR-2026-01
        title: First
        held_on: 2026-06-16
        inputs:
          previous_actions: done
          context_changes: none
          party_changes: none
          nonconformities: two closed
          monitoring: within bounds
          audits: one
          improvement: two
      - aims: management-review
        id: MR-2026-02
        title: Second
        held_on: 2026-07-16
        inputs: { previous_actions: done, context_changes: none, party_changes: none, nonconformities: none, monitoring: fine }
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning management-review-incomplete: This review says nothing on audit results and opportunities for improvement.
      `,
    );
  });
});
