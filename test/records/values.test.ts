import assert from "node:assert/strict";
import fc from "fast-check";
import type { KindId } from "../../server/src/core/generated/kinds.ts";
import { type FieldInfo, KINDS, kindInfo } from "../../server/src/core/records/kinds.ts";
import type { Plain } from "../../server/src/core/records/model.ts";
import { canonicalLevel, coerce, isNoValue, splitList } from "../../server/src/core/records/values.ts";
import { worked } from "../support/worked.ts";

const field = (kind: KindId, name: string) => kindInfo(kind).field(name) as FieldInfo;

const CASES: readonly (readonly [KindId, string, string, Plain])[] = [
  ["control", "status", "✅ Implemented", "implemented"],
  ["control", "status", "✅", "implemented"],
  ["control", "status", "**In Progress**", "partial"],
  ["control", "status", "Partially implemented", "partial"],
  ["control", "status", "Not Started", "not-started"],
  ["control", "status", "N/A", "not-applicable"],
  ["control", "status", "🟡 Partial – awaiting tooling", "partial"],
  ["control", "status", "Somehow", "Somehow"],
  ["control", "status", "Planned Q2 2027", "planned"],
  ["control", "status", "Implemented, see the runbook", "implemented"],
  ["policy", "status", "Approved subject to changes", "Approved subject to changes"],
  ["policy", "status", "Approved – in force", "approved"],
  ["risk", "status", "Accepted by the board", "accepted"],
  ["change", "status", "Draft", "proposed"],
  ["audit", "status", "Final", "completed"],
  ["system", "tier", "Minimal / none", "minimal"],
  ["nonconformity", "grade", "Low", "minor"],
  ["control", "applicable", "Y", true],
  ["control", "applicable", "Yes", true],
  ["control", "applicable", "✓", true],
  ["control", "applicable", "Included", true],
  ["control", "applicable", "No - no personal data", false],
  ["control", "applicable", "N", false],
  ["control", "applicable", "☐", false],
  ["control", "applicable", "perhaps", "perhaps"],
  ["control", "control", "A.6.2.4 — Verification and validation", "A.6.2.4"],
  ["control", "control", "Annex A.6.2.4", "A.6.2.4"],
  ["control", "control", "42001:A.6.2.4", "42001:A.6.2.4"],
  ["control", "control", "5 controls are open", "5 controls are open"],
  ["risk", "rating", "High (12)", "high"],
  ["risk", "rating", "🔴 High", "high"],
  ["risk", "rating", "12 (High)", "high"],
  ["risk", "rating", "12 - High", "high"],
  ["risk", "rating", "MODERATE", "medium"],
  ["risk", "rating", "Extreme", "critical"],
  ["risk", "rating", "élevé", "high"],
  ["risk", "rating", "Purple", "Purple"],
  ["risk", "score", "12", 12],
  ["risk", "score", "12 (High)", 12],
  ["risk", "score", "High (12)", 12],
  ["risk", "score", "3 × 4 = 12", 12],
  ["risk", "score", "12/25", 12],
  ["risk", "score", "0,5", 0.5],
  ["risk", "score", "twelve", "twelve"],
  ["risk", "likelihood", "3 - Possible", 3],
  ["risk", "likelihood", "Possible (3)", 3],
  ["risk", "likelihood", "4 – Likely", 4],
  ["risk", "likelihood", "🟠 Almost certain", "Almost certain"],
  ["risk", "likelihood", "1-5", "1-5"],
  ["risk", "treatment", "Mitigate (reduce)", "mitigate"],
  ["risk", "treatment", "Tolerate", "accept"],
  ["risk", "treatment", "A reviewer reads each case", "A reviewer reads each case"],
  ["risk", "status", "Open – waiting for the vendor", "open"],
  ["risk", "status", "In progress", "in-treatment"],
  ["risk", "due", "Q3 2026", "2026-09-30"],
  ["risk", "accepted_on", "March 2026", "2026-03-01"],
  ["risk", "accepted_on", "03/04/2026", "03/04/2026"],
  ["risk", "accepted_on", "TBD", "TBD"],
  ["risk", "systems", "AI-001 (CV screener)", "AI-001"],
  ["risk", "systems", "[[AI-001]]", "AI-001"],
  ["risk", "systems", "cv-screener", "cv-screener"],
  ["control", "evidence", "evidence/minutes 2026.pdf", "evidence/minutes 2026.pdf"],
  ["system", "stage", "Production", "operation-monitoring"],
  ["system", "stage", "Operation and monitoring", "operation-monitoring"],
  ["system", "stage", "design_development", "design-development"],
  ["system", "tier", "High-risk (Annex III)", "high"],
  ["system", "tier", "Limited risk", "limited"],
  ["system", "tier", "Not high-risk", "minimal"],
  ["system", "version", "v3.1", "3.1"],
  ["system", "version", "3.10", "3.10"],
  ["system", "version", "Version 2.0-rc1", "2.0-rc1"],
  ["system", "version", "vision-large", "vision-large"],
  ["system", "role", "AI provider", "provider"],
  ["system", "purpose", "Yes", "Yes"],
  ["policy", "status", "🟢 Approved", "approved"],
  ["finding", "grade", "Minor NC", "minor"],
  ["nonconformity", "status", "Resolved", "closed"],
  ["audit", "status", "Scheduled", "planned"],
];

describe("coerce", () => {
  for (const [kind, name, text, value] of CASES) {
    it(`reads ${JSON.stringify(text)} of ${kind}.${name}`, () => {
      assert.deepEqual(coerce(field(kind, name), text), value);
    });
  }

  it("leaves the schema's own values as they are", () => {
    for (const kind of KINDS) {
      for (const f of kind.fields)
        for (const { value } of f.values ?? []) assert.equal(coerce(f, value), value, `${kind.id}.${f.name}`);
    }
  });

  it("survives any text, and gives text where it cannot read", () => {
    const fields = KINDS.flatMap((k) => k.fields);
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string({ maxLength: 400, unit: "binary" }), (f, text) => {
        assert.ok(["string", "number", "boolean"].includes(typeof coerce(f, text)));
      }),
    );
  });

  it("is quick on long and hostile text", () => {
    const texts = ["1".repeat(1e6), "(".repeat(1e6), "- ".repeat(5e5), "a-".repeat(5e5), "= 1".repeat(3e5)];
    const since = worked();
    for (const text of texts)
      for (const name of ["score", "rating", "systems", "controls", "due", "treatment"])
        coerce(field("risk", name), text);
    for (const text of texts) splitList(text);
    assert.ok(worked() - since < 3000);
  });
});

describe("canonicalLevel", () => {
  it("gives the level of a scale's word", () => {
    assert.equal(canonicalLevel("Moderate"), "medium");
    assert.equal(canonicalLevel("HIGH (15)"), "high");
    assert.equal(canonicalLevel("Negligible"), "very-low");
    assert.equal(canonicalLevel("Band Nine"), "band nine");
  });
});

describe("isNoValue", () => {
  it("knows words that say there is none", () => {
    for (const text of ["N/A", "n/a", "none", "—", "-", "", " ", "Not applicable", "not yet", "(none)"])
      assert.equal(isNoValue(text), true, text);
    for (const text of ["no harm is expected", "0", "Nora", "NA-7"]) assert.equal(isNoValue(text), false, text);
  });
});

describe("splitList", () => {
  const texts = (text: string) => splitList(text).map((i) => i.text);

  it("splits at commas, semicolons and line breaks", () => {
    assert.deepEqual(texts("AI-001, AI-002;AI-003"), ["AI-001", "AI-002", "AI-003"]);
    assert.deepEqual(texts("fairness<br>safety<br />privacy"), ["fairness", "safety", "privacy"]);
    assert.deepEqual(texts("A.6.2.4,A.6.2.5"), ["A.6.2.4", "A.6.2.5"]);
    assert.deepEqual(texts(" ; , "), []);
    assert.deepEqual(texts(""), []);
  });

  it("leaves commas where something stronger separates", () => {
    assert.deepEqual(texts("Jane Doe, CTO; Ali Khan, CEO"), ["Jane Doe, CTO", "Ali Khan, CEO"]);
  });

  it("leaves brackets, parentheses and code marks whole", () => {
    assert.deepEqual(texts("applicants (young, old), staff"), ["applicants (young, old)", "staff"]);
    assert.deepEqual(texts("`a,b`, [c, d](e)"), ["`a,b`", "[c, d](e)"]);
    assert.deepEqual(texts("applicants (young, old"), ["applicants (young", "old"]);
  });

  it("gives offsets into the text, in order and apart, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: fc.constantFrom(..."ab ,;()[]`<br>\n-1.A") }), (text) => {
        let at = 0;
        for (const item of splitList(text)) {
          assert.equal(text.slice(item.start, item.end), item.text);
          assert.ok(item.start >= at && item.text === item.text.trim() && item.text !== "");
          at = item.end;
        }
      }),
    );
  });
});
