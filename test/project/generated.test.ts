import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { KINDS, kindForColumns, kindForWord } from "../../server/src/core/records/kinds.ts";
import { generateAll, outOfDate } from "../../scripts/generate.mjs";

const ROOT = path.resolve(import.meta.dirname, "../..");

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
}
const snippets = (name: string): Record<string, Snippet> =>
  JSON.parse(readFileSync(path.join(ROOT, `snippets/${name}.code-snippets`), "utf8"));

describe("generated files", () => {
  it("are current (else run: node scripts/generate.mjs)", async () => {
    assert.deepEqual(await outOfDate(ROOT), []);
  });

  it("come out the same every time", async () => {
    assert.deepEqual(await generateAll(ROOT), await generateAll(ROOT));
  });

  it("import nothing at run time and build no code from text", () => {
    const code = readFileSync(path.join(ROOT, "server/src/core/generated/validators.ts"), "utf8");
    assert.doesNotMatch(code, /\brequire\(|new Function|\bimport\b|\beval\(/);
  });
});

describe("snippets", () => {
  it("cover every kind in YAML, and begin with its marker", () => {
    const yaml = Object.values(snippets("yaml"));
    assert.deepEqual(
      yaml.map((s) => s.body[0]),
      KINDS.map((k) => `aims: ${k.id}`),
    );
  });

  it("of tables are read back as registers of their kind", () => {
    const tables = Object.entries(snippets("markdown")).filter(([, s]) => s.body[1]?.startsWith("|-"));
    assert.ok(tables.length > 10);
    for (const [name, { body }] of tables) {
      const labels = (body[0] as string)
        .slice(1, -1)
        .split("|")
        .map((label) => label.trim());
      const kind = kindForWord(name.replace("AIMS: ", "").replace(" register", ""));
      const match = kindForColumns(labels);
      assert.equal(match?.kind, kind, name);
      assert.ok(
        match?.columns.every((c) => c !== undefined),
        `${name}: ${labels.filter((_, i) => match?.columns[i] === undefined)}`,
      );
    }
  });

  it("have as many cells in a row as in the header", () => {
    for (const [name, { body }] of Object.entries(snippets("markdown"))) {
      if (!body[1]?.startsWith("|-")) continue;
      const cells = (line: string) => line.replace(/\$\{\d+\|[^}]*\|\}/g, "").split("|").length;
      assert.equal(cells(body[2] as string), cells(body[0] as string), name);
    }
  });
});

describe("the reference of the document format", () => {
  it("has a page for every kind, which explains or points to every field", () => {
    const common = readFileSync(path.join(ROOT, "docs/reference/common.md"), "utf8");
    for (const kind of KINDS) {
      const page = readFileSync(path.join(ROOT, `docs/reference/${kind.id}.md`), "utf8");
      for (const field of kind.fields) {
        const here = page.includes(`### \`${field.name}\``);
        const there = page.includes(`\`${field.name}\``) && common.includes(`## \`${field.name}\``);
        assert.ok(here || there, `${kind.id}.${field.name}`);
      }
    }
  });
});
