import assert from "node:assert/strict";
import fc from "fast-check";
import type { Value } from "../../server/src/core/records/model.ts";
import { parseYaml } from "../../server/src/core/syntax/yaml.ts";
import { chunkYaml } from "../../server/src/core/syntax/yaml-chunks.ts";
import { readYaml, readYamlWhole, wholeEntry, type YamlDocument } from "../../server/src/core/syntax/yaml-document.ts";
import { shiftEntry, shiftValue } from "../../server/src/core/syntax/values.ts";

/** What documents say, with absolute spans: keys, values, items. */
function outline(documents: readonly YamlDocument[]): unknown {
  const bare = (value: Value): unknown => JSON.parse(JSON.stringify(value));
  return documents.map((document) => ({
    entries: document.entries.map((entry) => {
      const { key, keySpan, value } = shiftEntry(wholeEntry(entry), entry.base);
      return { key, keySpan, value: bare(value) };
    }),
    items: document.items.map((item) => bare(shiftValue(item.value, item.base))),
  }));
}

const problemsOf = (documents: readonly YamlDocument[]) =>
  documents.flatMap(({ parts }) =>
    parts.flatMap(({ base, tree }) => tree.problems.map((p) => ({ ...p, at: base + p.span.start }))),
  );

/** Top-level keys that stand twice are for the reader of records to see, wherever each was read. */
const mistakes = (documents: readonly YamlDocument[]) =>
  problemsOf(documents).filter((p) => p.code !== "duplicate-field");

const line = fc.constantFrom(
  ...[
    "a: 1",
    "b:",
    "risks:",
    "c: [1, 2]",
    "d: {x: 1}",
    "e: |",
    "f: >-",
    "  text",
    "    deep: x",
    "  - id: R1",
    "    t: y",
    "- x",
    "- id: R2",
  ],
  ...[
    "  t: z",
    "  - R3",
    "# comment",
    "  # indented",
    "",
    "---",
    "...",
    'g: "q"',
    "g: 'it''s'",
    "h: x # c",
    "  -",
    "-",
    "---   # note",
  ],
  ...[
    "i: &a 1",
    "j: *a",
    "k: R&D",
    "l: [",
    "]",
    "m: ~",
    "\tx",
    "n: {{ y }}",
    'o: "open',
    "p: 'open",
    "? q",
    "stray",
    "a b: c",
    "  - - x",
  ],
);

describe("YAML read by chunks", () => {
  it("says what the whole says wherever that is valid", () => {
    let valid = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 9 }), fc.constantFrom("\n", "\r\n"), (lines, newline) => {
        const text = lines.join(newline) + newline;
        const whole = readYamlWhole(text, parseYaml);
        const chunked = readYaml(text, parseYaml);
        assert.equal(mistakes(chunked).length === 0, mistakes(whole).length === 0, `valid in one way only:\n${text}`);
        if (mistakes(whole).length > 0) return;
        valid++;
        assert.deepEqual(outline(chunked), outline(whole), text);
      }),
      { numRuns: 4000 },
    );
    assert.ok(valid > 200, `only ${valid} valid texts tried`);
  });

  it("says what the whole says of long registers", () => {
    const item = fc.constantFrom(
      "  - id: R\n    t: |\n      - x\n      # y\n\n",
      "  - id: S\n    l:\n      - 1\n",
      "  - {id: T}\n",
      "  -\n    id: U\n",
    );
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 8 }), fc.boolean(), (items, flush) => {
        const body = flush ? items.map((i) => i.replace(/^ {2}/gm, "")) : items;
        const text = `title: x\nrisks: # all\n${body.join("")}owner: Ana\n`;
        assert.deepEqual(outline(readYaml(text, parseYaml)), outline(readYamlWhole(text, parseYaml)), text);
      }),
      { numRuns: 300 },
    );
  });

  it("splits a register at its items and reads the same part once", () => {
    const text = "aims: risk\nrisks:\n  - id: R1\n    t: x\n  - id: R2\n\nowner: Ana\n";
    const chunks = chunkYaml(text).flatMap((document) => document.chunks);
    assert.deepEqual(
      chunks.map(({ type, start, end }) => [type, text.slice(start, end)]),
      [
        ["entry", "aims: risk\n"],
        ["head", "risks:\n"],
        ["item", "  - id: R1\n    t: x\n"],
        ["item", "  - id: R2\n\n"],
        ["entry", "owner: Ana\n"],
      ],
    );
  });

  it("keeps a mistake in one item from hiding the others", () => {
    const text = 'risks:\n  - id: R1\n    title: "open\n  - id: R2\n    title: fine\n';
    const [document] = readYaml(text, parseYaml);
    assert.equal(document?.entries[0]?.items?.length, 2);
    assert.equal(problemsOf(document ? [document] : []).length, 1);
  });
});

describe("YAML", () => {
  const problem = (text: string) => {
    const { problems } = parseYaml(text);
    return problems.map((p) => [p.code, text.slice(p.span.start, p.span.end)]);
  };

  it("is explained where it is wrong", () => {
    assert.deepEqual(problem("a: b: c\n"), [["invalid-syntax", "b:"]]);
    assert.deepEqual(problem("a:\n\tb: 1\n"), [["invalid-syntax", "\t"]]);
    assert.deepEqual(problem("a: {{ x }} y\n"), [["invalid-syntax", "{{ x }}"]]);
    assert.deepEqual(problem("{% if x %}\na: 1\n"), [["invalid-syntax", "{% if x %}"]]);
    assert.deepEqual(problem("a: @x\n"), [["invalid-syntax", "@x"]]);
    assert.deepEqual(problem("a: 1\na: 2\n"), [["duplicate-field", "a"]]);
    assert.match(parseYaml('a: "open\n').problems[0]?.message ?? "", /not closed/);
    assert.match(parseYaml("a: 1\nfoo\nb: 2\n").problems[0]?.help ?? "", /colon/);
    assert.equal(parseYaml("a:\n\tb: 1\n").problems[0]?.fix?.edits[0]?.newText, "  ");
  });

  it("survives alias bombs, merge keys, aliases of nothing and deep nesting", () => {
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (let i = 0; i < 12; i++)
      bomb.push(
        `${String.fromCharCode(98 + i)}: &${String.fromCharCode(98 + i)} [${`*${String.fromCharCode(97 + i)}, `.repeat(9)}]`,
      );
    assert.ok(parseYaml(bomb.join("\n")).value);
    assert.equal(parseYaml("a: *nothing\n").problems.length, 1);
    assert.ok(parseYaml("[".repeat(5000)).problems.length > 0);
    const merged = parseYaml("base: &b {owner: Ana, x: 1}\nsystem:\n  <<: *b\n  x: 2\n").value;
    const system = merged?.type === "map" ? merged.entries[1]?.value : undefined;
    assert.deepEqual(system?.type === "map" ? system.entries.map((e) => e.key) : [], ["x", "owner"]);
  });

  it("reads gaps of templates as text", () => {
    const tree = parseYaml("version: {{ metadata.version }}\n");
    const value = tree.value?.type === "map" ? tree.value.entries[0]?.value : undefined;
    assert.equal(value?.type === "scalar" && value.text, "{{ metadata.version }}");
    assert.deepEqual(tree.problems, []);
  });

  it("keeps a number as it is written", () => {
    const tree = parseYaml("version: 2.10\n");
    const value = tree.value?.type === "map" ? tree.value.entries[0]?.value : undefined;
    assert.equal(value?.type === "scalar" && value.text, "2.10");
  });
});
