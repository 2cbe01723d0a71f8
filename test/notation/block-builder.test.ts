import assert from "node:assert/strict";
import fc from "fast-check";
import { scanCitations } from "../../server/src/core/catalog/citations.ts";
import { holdsWordsOnly } from "../../server/src/core/notation/block-builder.ts";
import { findIds } from "../../server/src/core/records/ids.ts";
import { scanInline } from "../../server/src/core/syntax/markdown-inline.ts";

const PIECES = [
  ...["the risk", "Annex", "annex IV", "ANNEX\nV", "clause", "5.2", "A.6.2.4", "AI-001", "Art. 9", "GDPR", "[x](y.md)"],
  ...["`a.md`", "<!-- x -->", "http://a.b", "https://a.b", "(", ")", " ", "\n", "Anhang", "Articles", "MAP", "§"],
];

describe("prose that holds words only", () => {
  it("has no citations, ids, links or code", () => {
    const prose = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join(" "));
    fc.assert(
      fc.property(prose, (text) => {
        if (!holdsWordsOnly(text)) return;
        assert.deepEqual(scanInline(text), { prose: text, links: [] });
        assert.deepEqual(scanCitations(text, { standards: ["iso-42001", "eu-ai-act"], place: "prose" }), []);
        assert.deepEqual(findIds(text), []);
      }),
      { numRuns: 2000 },
    );
  });
});
