import { describe, it } from "mocha";
import { check, checkFix } from "../../support/fixture.ts";

describe("unused-suppression", () => {
  it("finds those that suppress nothing, and names that are no rule's", () => {
    check(
      ["unused-suppression"],
      `
      //- /aims/policy.yaml
      # aims-ignore-file no-such-rule: typed from memory
                         ^^^^^^^^^^^^ info unused-suppression (fix): There is no rule "no-such-rule" to suppress.
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      # aims-ignore unreadable-date: the board sets the day
                    ^^^^^^^^^^^^^^^ info unused-suppression (fix): Nothing here is reported by "unreadable-date" any more.
      next_review: 2027-01-31
      # aims-ignore unreadable-date: the board sets the day
      effective: when signed
      `,
    );
  });

  it("says nothing of rules that are off", () => {
    check(
      ["unused-suppression"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      rules:
        unreadable-date: off
      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      # aims-ignore unreadable-date: the board sets the day
      effective: when signed
      `,
    );
  });

  it("is taken out with its line", () => {
    checkFix(
      "unused-suppression",
      `
      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      # aims-ignore unreadable-date: the board sets the day
      title: AI policy
      `,
      `
      //- /aims/policy.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      `,
    );
  });
});
