import assert from "node:assert/strict";
import { explain } from "../../server/src/core/features/explain.ts";

const TODAY = "2026-11-25";
const ids = (query: string): string[] =>
  explain(query, TODAY).found.map((f) => `${f.standard} ${f.provision ?? ""}`.trim());

describe("explain", () => {
  it("knows provisions as people name them", () => {
    const cases: readonly (readonly [string, string])[] = [
      ["A.6.2.4", "iso-42001 A.6.2.4"],
      ["6.1.4", "iso-42001 6.1.4"],
      ["42001:5.2", "iso-42001 5.2"],
      ["ISO/IEC 42005 6.8", "iso-42005 6.8"],
      ["27001 A.5.2", "iso-27001 A.5.2"],
      ["Article 9", "eu-ai-act 9"],
      ["EU AI Act Article 6(3)", "eu-ai-act 6(3)"],
      ["Annex III point 5(b)", "eu-ai-act III.5(b)"],
      ["MAP 1.1", "nist-ai-rmf MAP 1.1"],
      ["govern 1", "nist-ai-rmf GOVERN 1"],
      ["nist-ai-600-1 confabulation", "nist-ai-600-1 confabulation"],
      ["AI system verification and validation", "iso-42001 A.6.2.4"],
    ];
    for (const [query, wanted] of cases) assert.equal(ids(query)[0], wanted, query);
  });

  it("knows terms in any letter case and number, from every vocabulary that has them", () => {
    assert.deepEqual(ids("AI systems")[0], "iso-22989 ai-system");
    assert.deepEqual(ids("concept-drift"), ["working-vocabulary concept-drift"]);
    assert.ok(ids("completeness").includes("iso-5259-2 completeness"));
  });

  it("says whose words a working set is in, and what a law's summary is not", () => {
    assert.match(explain("anomaly detection", TODAY).found[0]?.source ?? "", /working set .* not that document's own/);
    assert.match(explain("Article 9", TODAY).found[0]?.source ?? "", /not legal advice/);
    assert.ok(explain("Article 10(5)", TODAY).found[0]?.body.some((line) => line.startsWith("**Deleted**")));
  });

  it("claims of nothing that it has to be written unless a certifiable text or a law says so, and of titles whose they are", () => {
    const text = (query: string): string => {
      const found = explain(query, TODAY).found[0];
      return [...(found?.body ?? []), found?.source].join("\n");
    };
    assert.match(text("42001 5.2"), /Has to be written down/);
    assert.match(text("MAP 1.1"), /whoever follows it writes it down[\s\S]*Title and explanation are this project's/);
    assert.doesNotMatch(text("Article 50(4)"), /written down/);
    assert.match(text("Article 50(4)"), /Title and summary are this project's, to help and not legal advice/);
    assert.match(text("27001 A.8.6"), /Known here by its title alone/);
  });

  it("tells what a standard is and how much of it is known", () => {
    const [found] = explain("iso-23894", TODAY).found;
    assert.equal(found?.what, "standard");
    assert.ok(found?.body.some((line) => /No certificate against it exists/.test(line)));
  });

  it("says softly that what is known is due for another look", () => {
    assert.doesNotMatch(explain("Article 9", "2026-12-02").found[0]?.source ?? "", /may have changed/);
    assert.match(explain("Article 9", "2026-12-03").found[0]?.source ?? "", /may have changed/);
  });

  it("names what comes nearest to what it does not know", () => {
    assert.deepEqual(explain("overfiting", TODAY), { found: [], nearest: ["overfitting"] });
    assert.equal(explain("A.6.2.44", TODAY).nearest[0], "A.6.2.4");
    assert.deepEqual(explain("zzzz qqq", TODAY), { found: [], nearest: [] });
    for (const hostile of ["", "__proto__", "constructor", "(((((", "9".repeat(5000)]) {
      assert.deepEqual(explain(hostile, TODAY).found, [], hostile.slice(0, 20));
    }
  });
});
