import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { FactsReader, storeFacts } from "../../server/src/core/analysis/stored.ts";
import type { RecordFacts } from "../../server/src/core/records/model.ts";
import { Shared } from "../../server/src/core/text/shared.ts";
import type { FileFacts } from "../../server/src/core/workspace/api.ts";

function facts(path: string): FileFacts {
  const own: RecordFacts = {
    path,
    kind: "procedure",
    id: "PROC-1",
    notation: "control-header",
    plain: { id: "PROC-1", owner: "Mara Lindqvist (Head of Credit)", related: ["AI-001", "RISK-1"] },
    template: false,
    sections: [{ title: "Purpose", slug: "purpose", level: 2, content: "filled" }],
    addresses: [{ standard: "iso-42001", provision: "5.3" }],
    hasPlaceholders: false,
  };
  return {
    path,
    governed: true,
    template: false,
    records: [own],
    own,
    sections: own.sections,
    anchors: ["purpose", "note"],
    cites: own.addresses,
    mentions: ["ai-002"],
    matrices: undefined,
    hands: { tables: [], signatures: [], holdings: [{ post: "Head of Credit", name: "Mara Lindqvist" }], people: [] },
  };
}

describe("facts that were stored", () => {
  const sharing = new FactsReader(new Shared());
  const through = (path: string, reader = sharing): FileFacts =>
    reader.read(path, JSON.parse(JSON.stringify(storeFacts(facts(path)))) as ReturnType<typeof storeFacts>);
  const [one, other] = [through("/a.md"), through("/b.md")];

  it("say what they said", () => {
    assert.deepEqual(one, facts("/a.md"));
    assert.deepEqual(other, facts("/b.md"));
    assert.deepEqual(through("/c.md", new FactsReader()), facts("/c.md"));
  });
  it("have once what many files say in the same words", () => {
    const parts = ({ own, anchors, cites, mentions, hands }: FileFacts): unknown[] => [
      own?.plain.related,
      own?.sections[0],
      own?.addresses,
      anchors,
      cites,
      mentions,
      hands,
    ];
    for (const [i, part] of parts(one).entries()) assert.equal(part, parts(other)[i]);
  });
});
