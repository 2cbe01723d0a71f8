import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { LineIndex } from "../../server/src/core/text/line-index.ts";

describe("the lines of a text", () => {
  it("end with LF, CRLF or a lone CR", () => {
    const piece = fc.constantFrom("a", "bc", "\n", "\r", "\r\n", "\n\r", "\r\r\n");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join("");
        const lines = new LineIndex(text);
        const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
        assert.deepEqual(
          Array.from({ length: lines.lineCount }, (_, i) => lines.lineStart(i)),
          starts,
        );
        for (let at = 0; at <= text.length; at++) {
          const { line, character } = lines.position(at);
          assert.equal(lines.lineStart(line) + character, at);
        }
      }),
    );
  });
});
