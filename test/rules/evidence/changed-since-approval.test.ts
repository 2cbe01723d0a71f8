import { check, checkFix } from "../../support/fixture.ts";

const ZERO = "0".repeat(32);
const policy = (status: string, digest: string): string => `//- /aims/p.yaml
aims: policy
id: AIMS-POL-001
title: AI policy
statement: We lend fairly.
status: ${status}
approved_by: Jane Doe
approved_on: 2026-05-01
approved_digest: ${digest}
`;

describe("changed-since-approval", () => {
  it("tells that an approved content has changed, and leaves drafts and other digests alone", () => {
    check(
      ["changed-since-approval"],
      `${policy("approved", `v1.${ZERO}`)}                 ${"^".repeat(35)} warning changed-since-approval (fix): The content has changed since Jane Doe approved it on 2026-05-01.\n`,
    );
    check(["changed-since-approval"], policy("draft", `v1.${ZERO}`));
    check(["changed-since-approval"], policy("approved", "sha256:abc"));
  });
  it("looks at each record of a register by itself", () => {
    check(
      ["changed-since-approval"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: X
      //- /aims/r.yaml
      risks:
        - id: RISK-001
          title: Proxy bias
          approved_digest: v1.${ZERO}
                           ${"^".repeat(35)} warning changed-since-approval: The content has changed since it was approved.
        - id: RISK-002
          title: Another
      `,
    );
  });
  it("offers to set a document back to draft", () => {
    checkFix(
      "changed-since-approval",
      policy("approved", `v1.${ZERO}`),
      policy("draft", `v1.${ZERO}`),
      "Set the status back to draft",
    );
  });
});
