import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { allTables, blocksOf, tablesIn } from "../../server/src/core/notation/seen.ts";
import { scanMarkdown } from "../../server/src/core/syntax/markdown-blocks.ts";
import { read } from "./support.ts";

const LINES = [
  "# One",
  "## Two",
  " # Set in",
  "Title",
  "===",
  "> # Quoted",
  "- # Item",
  "  # In it",
  "- item",
  "1. item",
].concat([
  "```",
  "<div>",
  "<!--",
  "-->",
  "words",
  "",
  "| a | b |",
  "|---|---|",
  "> | a |",
  "    code",
  "---",
  "#no",
  "\t# Tab",
]);

const HEAD = "---\naims: procedure\nid: PRO-001\n---\n# Document\n";

describe("the blocks of a Markdown document, scanned in parts", () => {
  it("are those of the whole text", () => {
    const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 25 });
    fc.assert(
      fc.property(lines, fc.constantFrom("\n", "\r\n"), (drawn, end) => {
        const text = [HEAD, ...drawn].join(end);
        const [one, other] = [read({ path: "a.md", text }), read({ path: "a.md", text })];
        assert.equal(one.headings[0]?.title, "Document");
        const tables = allTables(one);
        assert.deepEqual(blocksOf(one), scanMarkdown(text, HEAD.indexOf("#")));
        assert.deepEqual(tables, tablesIn(other, { start: 0, end: text.length }));
      }),
      { numRuns: 2000 },
    );
  });
});
