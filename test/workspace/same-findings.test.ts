import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { sameFindings } from "../../server/src/core/analysis/same-findings.ts";
import type { Finding } from "../../server/src/core/analysis.ts";

const range = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 4 } });
const FINDING: Finding = {
  path: "/a.md",
  range: range(3),
  rule: "invalid-value",
  severity: "error",
  message: "No.",
  help: "Why.",
  fixes: [{ title: "Mend it", safe: true, preferred: true, edits: () => undefined }],
  related: [{ path: "/b.md", range: range(1), message: "Here." }],
  unnecessary: false,
};

describe("lists of findings", () => {
  it("are the same when they show the same, whatever objects they hold", () => {
    assert.ok(sameFindings([FINDING], [{ ...FINDING, range: range(3), fixes: FINDING.fixes.map((f) => ({ ...f })) }]));
  });

  const others: Readonly<Record<string, Partial<Finding>>> = {
    place: { range: range(4) },
    rule: { rule: "missing-field" },
    severity: { severity: "warning" },
    message: { message: "Not." },
    help: { help: "" },
    fix: { fixes: [{ title: "Else", safe: true, preferred: true, edits: () => undefined }] },
    "number of fixes": { fixes: [] },
    "related place": { related: [{ path: "/b.md", range: range(2), message: "Here." }] },
    "related file": { related: [{ path: "/c.md", range: range(1), message: "Here." }] },
    "related message": { related: [{ path: "/b.md", range: range(1), message: "There." }] },
    fading: { unnecessary: true },
  };
  for (const [what, change] of Object.entries(others)) {
    it(`are others when the ${what} is another`, () => {
      assert.ok(!sameFindings([FINDING], [{ ...FINDING, ...change }]));
    });
  }

  it("are others when one is longer", () => {
    assert.ok(!sameFindings([FINDING], [FINDING, FINDING]));
    assert.ok(!sameFindings([FINDING, FINDING], [FINDING]));
  });
});
