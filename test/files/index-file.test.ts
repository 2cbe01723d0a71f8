import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { StoredFinding, StoredPart, StoredShown } from "../../server/src/core/analysis.ts";
import { asLines, partsIn } from "../../server/src/files/index-file.ts";

const at = { line: 0, character: 0 };
const finding = (message: string): StoredFinding => ({
  range: { start: at, end: at },
  rule: "a-rule",
  severity: "warning",
  message,
  help: "",
  fixes: [],
  related: [],
  unnecessary: false,
});
const shown = (i: number): StoredShown => {
  const part = { part: "shown", path: `/aims/${i}.md`, mark: { length: i, hash: i * 7 } } as const;
  return i % 3 === 0 ? { ...part, findings: [finding(`Ä ${i}`)] } : part;
};

describe("the lines of an index", () => {
  it("give the parts they were made of, in their order", () => {
    const files = Array.from({ length: 1_001 }, (_, i) => shown(i));
    const parts: StoredPart[] = [
      { part: "numbers", of: 1 },
      ...files,
      { part: "numbers", of: 2 },
      ...files.slice(0, 200),
      ...files.slice(0, 2),
    ];
    for (const some of [parts, files, files.slice(0, 200), []])
      assert.deepEqual(JSON.parse(JSON.stringify([...partsIn(asLines(some))])), some);
  });

  it("are not read where they say what was found until somebody asks", () => {
    const lines = Buffer.from(asLines([shown(0), shown(3), shown(4)]));
    lines.write("[{!", lines.indexOf("[{"));
    const [first, second, third] = [...partsIn(lines)] as StoredShown[];
    assert.throws(() => first?.findings);
    assert.deepEqual(second?.findings, [finding("Ä 3")]);
    assert.equal(third?.findings, undefined);
  });
});
