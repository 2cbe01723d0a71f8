import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Finding } from "../../../server/src/core/analysis.ts";
import { check, checkFix, hostOf } from "../../support/fixture.ts";

describe("unknown-field", () => {
  it("offers the nearest field that is not taken, also within a field", () => {
    check(
      ["unknown-field"],
      `
      //- /aims/risk.yaml
      aims: risk
      id: RISK-001
      title: Drift
      onwer: Jane Doe
      ^^^^^ warning unknown-field (fix): A risk has no field "onwer", so what stands here is not read; "owner" is one.
      consequences:
        - for: individuals
          wat: A refusal nobody can explain
          ^^^ warning unknown-field (fix): "consequences" has no field "wat", so what stands here is not read; "what" is one.
      favourite_colour: green
      ^^^^^^^^^^^^^^^^ info unknown-field: A risk has no field "favourite_colour"; what stands here is kept but not read.
      `,
    );
  });

  it("is quiet on front matter of other tools, labels and columns", () => {
    check(
      ["unknown-field"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/policy.md
      ---
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      layout: page
      permalink: /policy
      onwer: Jane Doe
      ^^^^^ warning unknown-field (fix): A policy has no field "onwer", so what stands here is not read; "owner" is one.
      ---

      # AI policy
      //- /aims/review.md
      # Access procedure

      **Document ID:** AIMS-PROC-001
      **Owner:** Jane Doe
      **Onwer of the room:** Ann Lee
      //- /aims/risks.md
      # AI risk register

      | Risk ID  | Description | Likelihood | Impact | Owner    | Colour | Status |
      |----------|-------------|------------|--------|----------|--------|--------|
      | RISK-001 | Drift       | 3          | 4      | Jane Doe | green  | open   |
      `,
    );
  });

  it("tells a key that several records of a register have once", () => {
    check(
      ["unknown-field"],
      `
      //- /aims/aims.yaml
      aims: management-system
      organisation: Example Lending
      //- /aims/risks.yaml
      risks:
        - id: RISK-001
          title: Drift
          area: operations
          ^^^^ info unknown-field: A risk has no field "area"; what stands here is kept but not read. 2 other records here have it, too.
          residual: { likelihood: 2, reason: Watched }
                                     ^^^^^^ info unknown-field: "residual" has no field "reason"; what stands here is kept but not read.
        - id: RISK-002
          title: Leak
          area: data
          board: Seen
          ^^^^^ info unknown-field: A risk has no field "board"; what stands here is kept but not read. Another record here has it, too.
        - id: RISK-003
          title: Bias
          area: data
          board: Seen
          ownr: Jane Doe
          ^^^^ warning unknown-field (fix): A risk has no field "ownr", so what stands here is not read; "owner" is one.
      `,
    );
  });

  it("tells a hundred keys of a record one by one, and how many others there are", () => {
    const keys = (count: number): string => Array.from({ length: count }, (_, i) => `other_${i}_words: 1\n`).join("");
    const found = (count: number): readonly Finding[] =>
      hostOf(new Map([["/a.yaml", `aims: risk\nid: RISK-001\ntitle: x\n${keys(count)}`]]))
        .snapshot.findings("/a.yaml")
        .filter(({ rule }) => rule === "unknown-field");
    assert.equal(found(100).length, 100);
    assert.equal(found(101).length, 101);
    const many = found(1500);
    assert.equal(many.length, 101);
    assert.equal(many.at(-1)?.range.start.line, 103);
    assert.match(many.at(-1)?.message ?? "", /^1400 more keys of this record are no fields/);
  });

  it("takes no suppression of one that is not told by itself for unused", () => {
    const keys = Array.from({ length: 150 }, (_, i) => `other_${i}_words: 1 # aims-ignore unknown-field: ours\n`).join(
      "",
    );
    const { snapshot } = hostOf(new Map([["/a.yaml", `aims: risk\nid: RISK-001\ntitle: x\n${keys}`]]));
    const rules = new Set(snapshot.findings("/a.yaml").map(({ rule }) => rule));
    assert.ok(!rules.has("unknown-field") && !rules.has("unused-suppression"), [...rules].join());
  });

  it("renames the key and leaves its value", () => {
    checkFix(
      "unknown-field",
      `
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      approved_bye: "Jane Doe"
      `,
      `
      //- /aims/a.yaml
      aims: policy
      id: AIMS-POL-001
      title: AI policy
      approved_by: "Jane Doe"
      `,
    );
  });
});
