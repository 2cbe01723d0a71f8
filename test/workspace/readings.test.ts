import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { Readings } from "../../server/src/core/analysis/readings.ts";
import { readConfig } from "../../server/src/core/analysis/config.ts";
import { readDocument } from "../../server/src/core/notation/read.ts";
import type { BlockData, Document } from "../../server/src/core/syntax/document.ts";
import { LINES, SAMPLE } from "../support/sample.ts";

const CONFIG = readConfig("/aims", undefined);
const PATH = "/aims/risks.md";

const read = (text: string, previous?: Document): Document =>
  readDocument({ path: PATH, text, inAims: true, standards: ["iso-42001"] }, previous);

describe("what document rules read of each block", () => {
  it("is right after any edits, whether or not it was asked for in between", () => {
    const edit = fc.record({ at: fc.nat(40), line: fc.constantFrom(...LINES), cut: fc.boolean(), ask: fc.boolean() });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        const upper = ({ text }: BlockData): string | undefined =>
          text.length % 3 === 0 ? undefined : text.slice(0, 9);
        const readings = new Readings();
        let lines = (SAMPLE.get(PATH) ?? "").split("\n");
        let document: Document | undefined;
        for (const { at, line, cut, ask } of edits) {
          lines = [...lines.slice(0, at), line, ...lines.slice(cut ? at + 1 : at)];
          document = read(lines.join("\n"), document);
          readings.move(document);
          if (ask) {
            const expected = document.blocks.map(({ data }) => upper(data));
            assert.deepEqual(readings.eachBlock(upper, CONFIG), expected);
          }
        }
      }),
    );
  });

  it("is asked again only of blocks that changed", () => {
    const row = (i: number): string => `| RISK-${1000 + i} | Risk ${i}. | 2 | 3 | open |\n`;
    const head = "# Risk register\n\n| Risk ID | Description | Likelihood | Impact | Status |\n|---|---|---|---|---|\n";
    const text = head + Array.from({ length: 500 }, (_, i) => row(i)).join("");
    let asked = 0;
    const count = ({ kind }: { readonly kind: string | undefined }): string | undefined => {
      asked++;
      return kind;
    };
    const readings = new Readings();
    const before = read(text);
    readings.move(before);
    readings.eachRecord(count, CONFIG);
    assert.equal(asked, 500);
    readings.move(read(text.replace("Risk 250.", "Risk two hundred and fifty.").replace(row(251), ""), before));
    assert.equal(readings.eachRecord(count, CONFIG).length, 499);
    assert.equal(asked, 501);
  });
});
