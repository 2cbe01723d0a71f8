import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("link-outside-repository", () => {
  it("finds paths above the workspace folder", () => {
    check(
      ["link-outside-repository"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policies/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      ---

      [a](../../board/minutes.md), [b](../notes.md), [c](../../../../x.md), ![d](../../logo.png)
          ^^^^^^^^^^^^^^^^^^^^^^ warning link-outside-repository: "../../board/minutes.md" leads out of this repository.
                                                         ^^^^^^^^^^^^^^^^ warning link-outside-repository: "../../../../x.md" leads out of this repository.
                                                                                 ^^^^^^^^^^^^^^ warning link-outside-repository: "../../logo.png" leads out of this repository.
      //- /aims/notes.md
      # Notes
      //- /aims/evidence.yaml
      evidence:
        - id: EV-001
          title: Report
          path: ../shared/report.pdf
                ^^^^^^^^^^^^^^^^^^^^ warning link-outside-repository: "../shared/report.pdf" leads out of this repository.
      `,
    );
  });
});
