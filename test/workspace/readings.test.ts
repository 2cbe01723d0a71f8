import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { Readings } from "../../server/src/core/analysis/readings.ts";
import { readConfig } from "../../server/src/core/analysis/config.ts";
import { readDocument } from "../../server/src/core/notation/read.ts";
import type { RecordData } from "../../server/src/core/records/model.ts";
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

  it("is right when it was read ahead in part, whatever was edited meanwhile", () => {
    const row = (n: number): string => `| RISK-${1000 + n} | Risk ${n}. | ${1 + (n % 5)} | 3 | open |`;
    const head = [
      "# Risk register",
      "",
      "| Risk ID | Description | Likelihood | Impact | Status |",
      "|---|---|---|---|---|",
    ];
    const edit = fc.record({ at: fc.nat(20), row: fc.nat(40), cut: fc.boolean(), count: fc.nat(30), most: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), fc.boolean(), (edits, fails) => {
        let isAhead = true;
        const even = ({ plain }: RecordData): unknown => {
          if (fails && isAhead) throw new Error("not yet");
          return Number(plain.likelihood) % 2 === 0 ? plain.likelihood : undefined;
        };
        const readings = new Readings();
        let rows = Array.from({ length: 20 }, (_, n) => row(n));
        let document = read([...head, ...rows].join("\n"));
        readings.move(document);
        for (const { at, row: n, cut, count, most } of edits) {
          readings.aheadOfRecords([even], CONFIG, count, most);
          rows = [...rows.slice(0, at), row(n), ...rows.slice(cut ? at + 1 : at)];
          document = read([...head, ...rows].join("\n"), document);
          readings.move(document);
        }
        isAhead = false;
        assert.deepEqual(
          readings.eachRecord(even, CONFIG),
          document.records.map(({ data }) => even(data)),
        );
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
