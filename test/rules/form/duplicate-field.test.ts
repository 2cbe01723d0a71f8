import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { check, hostOf } from "../../support/fixture.ts";

describe("duplicate-field", () => {
  it("finds keys written twice in every kind of YAML", () => {
    check(
      ["duplicate-field"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
          owner: Jane Doe
          owner: Ann Lee
          ^^^^^ error duplicate-field: "owner" stands here a second time; only the first counts.
      //- /aims/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      version: 1
      version: 2
      ^^^^^^^ error duplicate-field: "version" stands here a second time; only the first counts.
      ---

      # AI policy
      `,
    );
  });

  it("finds labels written twice in a header", () => {
    check(
      ["duplicate-field"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # AI policy

      **Document ID:** AIMS-POL-001
      **Owner:** Jane Doe
      **Version:** 1.0
      **Owner:** Ann Lee
        ^^^^^ error duplicate-field: "Owner" stands here a second time; only the first counts.
      `,
    );
  });

  it("leaves two words for one field alone, and columns", () => {
    check(
      ["duplicate-field"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      # AI policy

      **Document ID:** AIMS-POL-001
      **Owner:** Jane Doe
      **Document owner:** Jane Doe
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | Description | Likelihood | Impact | Owner    | Risk owner | Status |
      |----------|-------------|------------|--------|----------|------------|--------|
      | RISK-001 | Drift       | 3          | 4      | Jane Doe | Ann Lee    | open   |
      `,
    );
  });

  it("tells a hundred of a record one by one, and how many others there are", () => {
    const text = `aims: risk\nid: RISK-001\ntitle: x\n${"notes: x\n".repeat(1001)}`;
    const found = hostOf(new Map([["/a.yaml", text]])).snapshot.findings("/a.yaml");
    const told = found.filter(({ rule }) => rule === "duplicate-field").map(({ message }) => message);
    assert.equal(told.length, 101);
    assert.match(told.at(-1) ?? "", /^900 more fields of this record stand here a second time/);
  });
});
