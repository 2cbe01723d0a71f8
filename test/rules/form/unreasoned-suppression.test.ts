import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("unreasoned-suppression", () => {
  it("wants a reason in Markdown and YAML", () => {
    check(
      ["unreasoned-suppression"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # AI policy

      **Document ID:** AIMS-POL-001
      **Owner:** Jane Doe

      <!-- aims-ignore broken-link -->
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning unreasoned-suppression: This suppresses "broken-link" without saying why.
      [Minutes](minutes.md)

      <!-- aims-ignore broken-link: kept by the notary -->
      [Deed](deed.md)
      //- /aims/policy.yaml
      # aims-ignore-file unknown-field, unreadable-date
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning unreasoned-suppression: This suppresses "unknown-field" and "unreadable-date" without saying why.
      aims: policy
      id: AIMS-POL-002
      title: AI policy
      `,
    );
  });

  it("cannot be silenced itself", () => {
    check(
      ["unreasoned-suppression"],
      `
      //- /aims/policy.yaml
      # aims-ignore-file unreasoned-suppression
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning unreasoned-suppression: This suppresses "unreasoned-suppression" without saying why.
      aims: policy
      id: AIMS-POL-002
      title: AI policy
      `,
    );
  });
});
