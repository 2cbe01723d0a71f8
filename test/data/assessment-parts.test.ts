import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { assessmentParts, partsForLabel } from "../../server/src/core/catalog/assessment-parts.ts";
import { provision, provisions } from "../../server/src/core/catalog/catalog.ts";
import { kindInfo } from "../../server/src/core/records/kinds.ts";

describe("the parts of an impact assessment", () => {
  const parts = assessmentParts();

  it("name provisions and fields that exist", () => {
    for (const { id, standard, provisions: numbers, fields } of parts) {
      for (const number of numbers) assert.equal(provision(standard, number)?.id, number, `${id}: ${number}`);
      for (const field of fields) assert.ok(kindInfo("impact-assessment").field(field), `${id}: ${field}`);
    }
  });

  it("leave out nothing that clause 6 has written down", () => {
    const named = new Set(parts.flatMap((p) => p.provisions));
    const left = provisions("iso-42005").filter(
      (p) => p.assessable && p.id.startsWith("6.") && p.id !== "6.1" && !named.has(p.id),
    );
    assert.deepEqual(
      left.map((p) => p.id),
      [],
    );
  });

  it("have ids, titles and questions of their own", () => {
    for (const key of ["id", "title", "question"] as const) {
      assert.equal(new Set(parts.map((p) => p[key])).size, parts.length, key);
    }
    for (const { question } of parts) assert.match(question, /^[A-Z].*\?$/);
  });

  it("are known by their own titles", () => {
    for (const { id, title } of parts) assert.ok(partsForLabel(title).includes(id), title);
  });

  it("are known by headings as people write them", () => {
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ["PART 2: STAKEHOLDER AND AFFECTED PARTY ANALYSIS", ["interested-parties"]],
      ["4.2 Benefits", ["benefits-harms"]],
      ["3. Intended use and foreseeable misuse", ["purpose", "intended-use", "misuse", "failures"]],
      ["Failure modes", ["failures"]],
      ["Document control", []],
      ["Version history", []],
      ["Conclusion", []],
      ["", []],
    ];
    for (const [heading, wanted] of cases)
      assert.deepEqual([...partsForLabel(heading)].sort(), [...wanted].sort(), heading);
  });
});
