import assert from "node:assert/strict";
import fc from "fast-check";
import { parseAnyYaml } from "../../server/src/core/syntax/yaml.ts";
import { parseSimpleYaml } from "../../server/src/core/syntax/yaml-simple.ts";

const SCALARS = [
  ...[
    "x",
    "Ana Lima",
    "3",
    "-4",
    "1.10",
    "0.5e3",
    "007",
    "0x1F",
    "true",
    "False",
    "null",
    "~",
    "",
    "yes",
    "2026-01-01",
    "a: b",
    "a:b",
    "x # c",
  ],
  ...[
    '"q"',
    '"q" # c',
    "'q'",
    "'it''s'",
    '"a\\nb"',
    '"say \\"so\\" and \\\\"',
    '"\\\\\\"" # c',
    '"a\\"',
    "'C:\\x'",
    '"\\\\"" x',
    '"a',
    "[a, b]",
    "[]",
    "[ ]",
    '["x", y ]',
    "[a,]",
    "[a: b]",
    "[a # b]",
    "{a: 1}",
    "{{ j }}",
    "&a x",
    "*a",
  ],
  ...[
    "|",
    "|-",
    ">",
    ">-",
    "!t x",
    "@x",
    "%x",
    "- x",
    "A.6.2.4",
    "http://x.y/z",
    "§ 6.1",
    "50 %",
    "x:",
    ".5",
    "+1",
    "a  b ",
    "<x>",
    "=x",
    "(x)",
    "é",
    ".inf",
    "-",
  ],
];
const line = fc
  .tuple(
    fc.nat(3),
    fc.constantFrom("", "- ", "-   "),
    fc.constantFrom("a", "b", "c d", "e-f", "g/h", ""),
    fc.constantFrom(...SCALARS),
    fc.constantFrom("", " ", "  # c"),
  )
  .map(
    ([indent, dash, key, value, tail]) =>
      `${"  ".repeat(indent)}${dash}${key === "" ? value : `${key}: ${value}`}${tail}`,
  );
const structured = fc.constantFrom(
  ...[
    "a: 1",
    "b:",
    "c:",
    "  d: x",
    "  e: [x, y]",
    "  - x",
    "- x",
    "  - id: R1",
    "    t: y",
    "    u:",
    "      - z",
    "      v: w",
    "f: |",
    "  text",
    "   more",
    "",
    "  # c",
    "# c",
  ],
);

describe("the reader of simple YAML", () => {
  it("says what the library says, or nothing", () => {
    let answered = 0;
    const check = (lines: readonly string[], newline: string) => {
      const text = lines.join(newline) + newline;
      const simple = parseSimpleYaml(text);
      if (simple === undefined) return;
      answered++;
      const tree = parseAnyYaml(text);
      assert.deepEqual(simple, tree.value, JSON.stringify(text));
      assert.deepEqual(tree.problems, [], JSON.stringify(text));
    };
    const newline = fc.constantFrom("\n", "\n", "\r\n");
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), newline, check), { numRuns: 4000 });
    fc.assert(fc.property(fc.array(structured, { minLength: 1, maxLength: 9 }), newline, check), { numRuns: 4000 });
    assert.ok(answered > 800, `only ${answered} texts were simple`);
  });

  it("reads what registers are made of", () => {
    const item =
      '  - id: RISK-001\n    title: "Proxy bias" # told in May\n    systems: [AI-001, AI-002]\n    owner:\n    notes: |\n      One.\n\n      Two.\n    measures:\n      - M-1\n      - M-2\n';
    assert.ok(parseSimpleYaml(item));
    assert.ok(parseSimpleYaml('title: "say \\"so\\""\n'));
  });
});
