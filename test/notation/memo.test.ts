import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { Memo } from "../../server/src/core/notation/memo.ts";
import { readDocument } from "../../server/src/core/notation/read.ts";

const setting = { inAims: true, standards: ["iso-42001"] };

describe("what is remembered of a text", () => {
  it("tells whether a word stands in the text, whatever the edits before it made of it", () => {
    const text = fc.array(fc.constantFrom("a", "b", "\n"), { maxLength: 12 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.boolean()), { minLength: 1, maxLength: 8 }), (texts) => {
        let memo: Memo | undefined;
        for (const [one, isAsked] of texts) {
          memo = Memo.after(memo, setting, one);
          if (isAsked) assert.equal(memo.holds("aba"), one.includes("aba"), JSON.stringify(texts));
          memo.settle();
        }
      }),
    );
  });

  it("gives the rows of a table again that an edit took apart and the next makes one", () => {
    const row = (n: number): string => `| RISK-${n} | Drift of part ${n} | ${1 + (n % 5)} | 3 | Ana Lima | open |\n`;
    const rows = Array.from({ length: 100 }, (_, n) => row(n));
    const head =
      "# AI risk register\n\n| Risk ID | Description | Likelihood | Impact | Owner | Status |\n|---|---|---|---|---|---|\n";
    const whole = `${head}${rows.join("")}`;
    const apart = `${head}${rows.slice(0, 20).join("")}\n${rows.slice(20).join("")}`;
    const input = { path: "/aims/risks.md", ...setting };
    const first = readDocument({ ...input, text: whole });
    const second = readDocument({ ...input, text: apart }, first);
    const third = readDocument({ ...input, text: whole }, second);
    assert.equal(first.records.length, 100);
    assert.ok(second.records.length < 100);
    assert.deepEqual(
      third.records.map(({ data }, i) => data === first.records[i]?.data),
      rows.map(() => true),
    );
  });
});
