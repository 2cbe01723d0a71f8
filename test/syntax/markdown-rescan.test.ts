import assert from "node:assert/strict";
import fc from "fast-check";
import { Unchanged } from "../../server/src/core/notation/unchanged.ts";
import { rescanTable, scanMarkdown } from "../../server/src/core/syntax/markdown-blocks.ts";

const line = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("| a | b |", "| cc | |", "  | d | e |", "|x|", "f | g \\| h", "| é | 𝒳 |") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      "# Head",
      "text",
      "- item",
      "> quote",
      "```",
      "<div>",
      "|---|---|",
      "    code",
      "---",
    ),
  },
);
const lineBreak = fc.constantFrom("\n", "\r\n");
const text = fc
  .tuple(
    fc.array(line, { maxLength: 4 }),
    fc.array(line, { minLength: 4, maxLength: 30 }),
    fc.array(line, { maxLength: 6 }),
    lineBreak,
  )
  .map(([above, rows, below, lf]) => [...above, "", "| A | B |", "|---|---|", ...rows, "", ...below].join(lf));
const piece = fc.oneof(
  fc.string({ maxLength: 5 }),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => `${lines.join("\n")}\n`),
  fc.constantFrom("", "\n", "\n\n", "|", "\\", "\r"),
);

describe("a scan of a text that was scanned before an edit", () => {
  it("gives what a scan of the whole gives", () => {
    let again = 0;
    fc.assert(
      fc.property(text, fc.nat(), fc.nat({ max: 12 }), piece, (before, at, length, put) => {
        const start = at % (before.length + 1);
        const after = before.slice(0, start) + put + before.slice(start + length);
        const blocks = rescanTable(after, scanMarkdown(before), new Unchanged(before, after));
        if (!blocks) return;
        again++;
        assert.deepEqual(blocks, scanMarkdown(after));
      }),
      { numRuns: 4000 },
    );
    assert.ok(again > 400, `only ${again} texts were read from a table on`);
  });

  it("reads no more than the rows around an edit", () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `| ${i} | b |`);
    const before = ["# Title", "", "| A | B |", "|---|---|", ...rows, "", "More."].join("\n");
    const after = before.replace("| 500 | b |", "| 500 | changed |");
    const was = scanMarkdown(before);
    const is = rescanTable(after, was, new Unchanged(before, after));
    const [a, b] = [was[1], is?.[1]];
    assert.ok(a?.type === "table" && b?.type === "table");
    assert.equal(b.rows[400], a.rows[400]);
    assert.deepEqual(is, scanMarkdown(after));
  });
});
