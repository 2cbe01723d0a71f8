import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { readDocument } from "../../server/src/core/notation/read.ts";
import type { Document } from "../../server/src/core/syntax/document.ts";
import { followStretches, stretchesOf } from "../../server/src/core/workspace/stretches.ts";
import { LINES, SAMPLE } from "../support/sample.ts";

const read = (text: string, previous?: Document): Document =>
  readDocument({ path: "/aims/risks.md", text, inAims: true, standards: ["iso-42001"] }, previous);

describe("tables and other blocks of a document", () => {
  it("are after an edit what they are when looked for anew", () => {
    const line = fc.oneof(fc.constantFrom(...LINES), fc.constantFrom("", "", "| a | b |", "|---|---|", "# Heading"));
    const edit = fc.record({ at: fc.nat(30), line, cut: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 10 }), (edits) => {
        let lines = (SAMPLE.get("/aims/risks.md") ?? "").split("\n");
        let document = read(lines.join("\n"));
        assert.ok([...stretchesOf(document)].some(({ type }) => type === "table"));
        for (const { at, line: text, cut } of edits) {
          lines = [...lines.slice(0, at), text, ...lines.slice(at + cut)];
          const next = read(lines.join("\n"), document);
          followStretches(next, document);
          document = next;
          assert.deepEqual([...stretchesOf(document)], [...stretchesOf({ ...document })]);
        }
      }),
    );
  });
});
