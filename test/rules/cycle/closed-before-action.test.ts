import { describe, it } from "mocha";
import { check } from "../../support/fixture.ts";

describe("closed-before-action", () => {
  it("looks at listed actions and at the day that was set", () => {
    check(
      ["closed-before-action"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/nc.yaml
      nonconformities:
        - id: NC-001
          title: Refusals sent unread
          status: closed
                  ^^^^^^ error closed-before-action: This is closed, and "Change the queue" is not done.
          actions: [{ what: Change the queue, status: open }]
        - id: NC-002
          title: Logs missing
          status: closed
          due: 2026-06-30
          closed_on: 2026-04-02
                     ^^^^^^^^^^ info closed-before-action: This was closed on 2026-04-02, before its action was due (2026-06-30), and nothing says when the action was done.
      `,
    );
  });

  it("is silent when days are unknown", () => {
    check(
      ["closed-before-action"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Lender Ltd
      standards: [iso-42001]
      //- /aims/nc.yaml
      nonconformities:
        - id: NC-001
          title: Refusals sent unread
          status: closed
          due: 2026-06-30
        - id: NC-002
          title: Logs missing
          status: open
          actions: [{ what: Change the queue, status: open }]
      `,
    );
  });
});
