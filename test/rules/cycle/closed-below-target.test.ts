import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("closed-below-target", () => {
  it("holds a result against its target", () => {
    check(
      ["closed-below-target"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/nc.yaml
      nonconformities:
        - id: NC-001
          title: Logs missing
          status: closed
          target: ">= 95 %"
          result: 93 %
                  ^^^^ error closed-below-target: This is closed at 93 %, and the target is >= 95 %.
        - id: NC-002
          title: Logs missing
          status: open
          target: ">= 95 %"
          result: 93 %
      `,
    );
  });

  it("is silent when nothing can be compared", () => {
    check(
      ["closed-below-target"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/nc.yaml
      nonconformities:
        - id: NC-001
          title: Logs missing
          status: closed
          action: Bring log coverage to 100 %
        - id: NC-002
          title: Logs missing
          status: closed
          action: Bring log coverage to 100 %
          effectiveness: Errors reduced by 80 %
        - id: NC-003
          title: Logs missing
          status: closed
          target: better
          result: good
      `,
    );
  });
});
