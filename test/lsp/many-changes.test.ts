import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Documents } from "../../server/src/lsp/documents.ts";
import { withChanges } from "../../server/src/lsp/many-changes.ts";

const piece = fc.constantFrom("a", "word", "\n", "\r\n", "\r", "😀", "é", " ", "");
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));
const position = fc.record({
  line: fc.integer({ min: -1, max: 7 }),
  character: fc.integer({ min: -1, max: 9 }),
});
const change = fc.oneof(
  { weight: 12, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text }) },
  { weight: 1, arbitrary: fc.record({ text }) },
);

describe("many changes of one text", () => {
  it("give what they give one after another", () => {
    let made = 0;
    const property = fc.property(text, fc.array(change, { maxLength: 5 }), (before, changes) => {
      const expected = TextDocument.update(TextDocument.create("a:b", "yaml", 1, before), [...changes], 2).getText();
      const given = withChanges(before, changes);
      if (given === undefined) return;
      made++;
      assert.equal(given, expected);
    });
    fc.assert(property, { numRuns: 20_000 });
    assert.ok(made > 1_000, `${made} were made line by line`);
  });

  it("are made in a time that grows as their number and the text do", () => {
    const uri = "file:///a.yaml";
    const cost = (count: number): number => {
      const documents = new Documents();
      documents.open({ uri, languageId: "yaml", version: 1, text: "  - id: RISK-001\n    owner: Bo\n".repeat(count) });
      const changes: TextDocumentContentChangeEvent[] = [];
      for (let line = 2 * count - 1; line > 0; line -= 2) {
        const range = { start: { line, character: 4 }, end: { line, character: 9 } };
        changes.push({ range, text: "holder" });
      }
      const since = process.cpuUsage().user;
      const after = documents.change(uri, 2, changes)?.getText();
      const took = (process.cpuUsage().user - since) / 1000;
      assert.equal(after, "  - id: RISK-001\n    holder: Bo\n".repeat(count));
      return took;
    };
    const least = (count: number): number => Math.min(...[0, 1, 2].map(() => cost(count)));
    const [few, many] = [least(3_000), least(12_000)];
    assert.ok(many < 9 * Math.max(20, few), `${few} ms, and for four times as many ${many} ms`);
  }).timeout(60_000);
});
