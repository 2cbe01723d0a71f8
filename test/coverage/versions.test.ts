import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { holds, nameKey, realText, saysNothing } from "../../server/src/core/coverage/values.ts";
import { compareVersions, type VersionStand } from "../../server/src/core/coverage/versions.ts";

describe("the version something was done on, against the one in use", () => {
  const cases: readonly (readonly [done: string, used: string, stand: VersionStand])[] = [
    ["3.1", "3.2", "older"],
    ["3.2", "3.2", "same"],
    ["v3.2", "3.2", "same"],
    ["Version 3.2", "3.2.1", "same"],
    ["3", "3.2", "same"],
    ["3.x", "3.2", "same"],
    ["3.1.0", "3.1.4", "patch"],
    ["3.2", "3.1", "newer"],
    ["2.9, 3.2", "3.2", "same"],
    ["2025-03", "2026-01", "older"],
    ["2026-01-10", "2026-01-20", "older"],
    ["2026-01-20", "2026-01-20", "same"],
    ["gpt-4", "claude-3", "other"],
    ["blue", "green", "other"],
    ["all versions", "7", "same"],
    ["10.0", "9.0", "newer"],
  ];
  for (const [done, used, stand] of cases) {
    it(`${done} is ${stand} beside ${used}`, () => assert.equal(compareVersions(done, used), stand));
  }

  it("is the same beside itself, whatever it is", () => {
    fc.assert(fc.property(fc.string(), (text) => compareVersions(text, text) === "same"));
  });

  it("answers for any two texts", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => compareVersions(a, b) !== undefined));
  });
});

describe("names and empty words", () => {
  it("compare names without what does not tell them apart", () => {
    assert.equal(nameKey("The Credit-Scorer v3.1"), nameKey("credit scorer"));
    assert.notEqual(nameKey("Credit scorer"), nameKey("Fraud scorer"));
  });

  it("know words that say that there is nothing", () => {
    for (const text of [
      ...["None", "n/a", "-", "–", "", " ", "not applicable", "nil.", "NA", "nobody", "No one", "nd", "…"],
      ...["unassigned", "Unknown", "blank", "Keine", "keiner", "Nein", "niemand", "Aucune", "aucun", "Néant", "Non"],
      ...["no", "nothing", "not available", "not assigned", "na", "kein", "n/a."],
    ]) {
      for (const one of [text, text.toUpperCase(), ` ${text} `]) {
        assert.ok(saysNothing(one), one);
        assert.equal(realText({ plain: { field: one } }, "field"), undefined, one);
        assert.ok(!holds({ plain: { field: [one, { name: one }] } }, "field"), one);
      }
    }
    for (const text of ["Name", "nightly", "Auditor", "underwriting", "To be fair", "3", "Ü", "N", "-1"]) {
      assert.equal(realText({ plain: { field: ` ${text}` } }, "field"), text);
      assert.ok(holds({ plain: { field: ["", { name: text }] } }, "field"), text);
    }
    for (const text of ["Nobody outside the team", "No refusals", "A", "0"]) assert.ok(!saysNothing(text), text);
  });
});
