import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { RecordFacts } from "../../server/src/core/records/model.ts";
import type { FileFacts } from "../../server/src/core/workspace/api.ts";
import { Tables } from "../../server/src/core/workspace/tables.ts";

/** A file with one risk that names a system. */
function fileWithRisk(path: string): FileFacts {
  const risk: RecordFacts = {
    path,
    kind: "risk",
    id: path.toUpperCase(),
    notation: "yaml",
    plain: { systems: ["AI-001"] },
    template: false,
    sections: [],
    addresses: [],
    hasPlaceholders: false,
  };
  const none = { cites: [], mentions: [], sections: [], anchors: [] };
  return { path, governed: true, template: false, records: [risk], own: risk, ...none };
}

describe("lists of the index", () => {
  it("are the same objects as long as nothing of them changes, empty ones too", () => {
    const tables = new Tables();
    assert.equal(tables.ofKind.get("role"), tables.ofKind.get("role"));
    assert.equal(tables.byId.get("none"), tables.byId.get("none"));
  });
  it("of one index are not those of another", () => {
    assert.notEqual(new Tables().ofKind.get("role"), new Tables().ofKind.get("role"));
  });
  it("are in order and mended however many items come and go", () => {
    const tables = new Tables();
    const paths = Array.from({ length: 40 }, (_, i) => `risk-${String(i).padStart(3, "0")}`);
    const check = (known: readonly string[]): void => {
      const sorted = [...known].sort();
      assert.deepEqual(
        tables.references.get("ai-001").map(({ from }) => from.path),
        sorted,
      );
      assert.equal(tables.references.get("ai-001"), tables.references.get("ai-001"));
      assert.deepEqual(
        tables.byId.get(`${sorted[0]}`).map(({ path }) => path),
        sorted.slice(0, 1),
      );
    };
    const known: string[] = [];
    for (const path of [...paths].reverse()) {
      tables.update(path, fileWithRisk(path));
      known.push(path);
      check(known);
    }
    while (known.length > 1) {
      tables.update(known.splice(7 % known.length, 1)[0] as string, undefined);
      check(known);
    }
  });
  it("are the same whether or not anybody is told what changed; who is not told gets no keys", () => {
    const [told, untold] = [new Tables(), new Tables()];
    const file = fileWithRisk("risk-001");
    assert.deepEqual([...told.update(file.path, file)].sort(), [
      "alike:= 1",
      "alike:~ RISK- 001",
      "file:risk-001",
      "files",
      "id:risk-001",
      "ids",
      "kind:risk",
      "own:risk-001",
      "ref:ai-001",
    ]);
    assert.equal(untold.update(file.path, file, false).size, 0);
    assert.deepEqual(untold.references.get("ai-001"), told.references.get("ai-001"));
    assert.deepEqual(untold.alike("= 1"), ["RISK-001"]);
  });
});
