import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("template-counted", () => {
  it("finds templates by path and by id", () => {
    check(
      ["template-counted"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/forms.yaml
      aims: evidence
      template: true
      id: EV-900
      title: "[Title]"
      //- /aims/evidence.yaml
      evidence:
        - id: EV-001
          title: Minutes
          path: ./templates/minutes.md#top
                ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning template-counted: "./templates/minutes.md#top" is a template, and a template shows nothing that happened.
        - id: EV-002
          title: Test report
          path: reports/test.pdf
      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      evidence: [EV-900, EV-001]
                 ^^^^^^ warning template-counted: "EV-900" is a template, and a template shows nothing that happened.
      //- /aims/soa.yaml
      controls:
        - control: A.2.2
          applicable: yes
          status: planned
          evidence: [EV-900]
      //- /aims/templates/minutes.md
      ---
      aims: management-review
      template: true
      id: MR-{{year}}
      ---

      # Minutes
      `,
    );
  });
});
