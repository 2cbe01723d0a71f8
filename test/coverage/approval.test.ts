import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createHost } from "../../server/src/core/analysis.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";

const POLICY = `# AI policy

**Document ID:** AIMS-POL-001
**Status:** Draft
**Owner:** Bo Ek

ISO/IEC 42001 clause 5.2.

## Commitments

We lend fairly.
`;

describe("coverage: what was approved", () => {
  it("documents while it is the text that stands there, and no longer once that has changed", () => {
    const host = createHost({ today: "2026-11-23" });
    const set = (name: string, text: string) => host.apply([{ type: "set", path: `/w/${name}`, text }]);
    host.apply([{ type: "roots", roots: ["/w"] }]);
    set("aims.yaml", "aims: management-system\norganisation: X\nstandards: [iso-42001]\n");
    set("policy.md", POLICY);
    const row = () => {
      const rows = host.snapshot.coverage("/w", "iso-42001")?.groups.flatMap((group) => group.provisions);
      const found = rows?.find(({ provision }) => provision === "5.2");
      assert.ok(found);
      return found;
    };
    assert.equal(row().level, "placeholder");

    const edits = host.snapshot.scaffold("/w", "approve", { document: "policy.md", by: "Ada Lind" });
    assert.ok(typeof edits !== "string", String(edits));
    const approved = applyEdits(
      POLICY,
      edits.flatMap((file) => ("edits" in file ? file.edits : [])),
    );
    assert.match(approved, /v1\./);
    set("policy.md", approved);
    assert.equal(row().level, "documented");

    set("policy.md", approved.replace("We lend fairly.", "We lend."));
    assert.equal(row().level, "placeholder");
    assert.match(row().why, /^AIMS-POL-001 has changed since it was approved/);

    set("policy.md", approved);
    assert.equal(row().level, "documented");
  });
});
