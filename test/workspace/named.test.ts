import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Named, namedIn } from "../../server/src/core/workspace/named.ts";
import { ALL } from "../notation/fixtures.ts";
import { read } from "../notation/support.ts";

describe("what a file names", () => {
  it("is the same looked at once and counted block by block", () => {
    const counted = new Named();
    let cites = 0;
    for (const file of Object.values(ALL)) {
      const { blocks } = read(file);
      counted.move(blocks);
      const once = namedIn(blocks);
      assert.deepEqual(once.cites, counted.cites, file.path);
      assert.deepEqual(once.mentions, counted.mentions, file.path);
      cites += once.cites.length;
    }
    assert.ok(cites > 5);
  });

  it("is each once and in order, wherever it stands", () => {
    const text = "# P\n\nSee A.5.4 and RISK-002.\n\nSee clause 6.1.4, A.5.4, risk RISK-002 and AI-001.\n";
    const { blocks } = read({ path: "/aims/a.md", text: `---\naims: procedure\nid: P-1\n---\n\n${text}` });
    const { cites, mentions } = namedIn(blocks);
    assert.deepEqual(
      cites.map(({ provision }) => provision),
      ["6.1.4", "A.5.4"],
    );
    assert.deepEqual(mentions, ["ai-001", "risk-002"]);
  });
});
