import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("circular-approval", () => {
  it("finds circles of any length, and no more", () => {
    check(
      ["circular-approval"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policies.yaml
      policies:
        - id: AIMS-POL-001
          title: First
          supersedes: AIMS-POL-003
                      ^^^^^^^^^^^^ error circular-approval: This comes back to itself: AIMS-POL-001 replaces AIMS-POL-003 replaces AIMS-POL-002 replaces AIMS-POL-001.
        - id: AIMS-POL-002
          title: Second
          supersedes: AIMS-POL-001
                      ^^^^^^^^^^^^ error circular-approval: This comes back to itself: AIMS-POL-002 replaces AIMS-POL-001 replaces AIMS-POL-003 replaces AIMS-POL-002.
        - id: AIMS-POL-003
          title: Third
          supersedes: AIMS-POL-002
                      ^^^^^^^^^^^^ error circular-approval: This comes back to itself: AIMS-POL-003 replaces AIMS-POL-002 replaces AIMS-POL-001 replaces AIMS-POL-003.
        - id: AIMS-POL-004
          title: Fourth
          supersedes: AIMS-POL-003
      //- /aims/evidence.yaml
      evidence:
        - id: EV-001
          title: Report
          evidence: [EV-002]
                     ^^^^^^ warning circular-approval: This comes back to itself: EV-001 is shown by EV-002 is shown by EV-001.
        - id: EV-002
          title: Summary of the report
          evidence: [EV-003, EV-001]
                             ^^^^^^ warning circular-approval: This comes back to itself: EV-002 is shown by EV-001 is shown by EV-002.
        - id: EV-003
          title: Figures
      `,
    );
  });
});
