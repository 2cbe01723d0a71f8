import assert from "node:assert/strict";
import fc from "fast-check";
import { readDocument } from "../../server/src/core/notation/read.ts";
import type { RecordData } from "../../server/src/core/records/model.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { ALL, type Fixture } from "./fixtures.ts";
import { checkSpans, outline, read } from "./support.ts";

const fixture = fc.constantFrom(...Object.values(ALL));
const PATHS = ["/aims/a.yaml", "/aims/a.md", "/aims/a.csv", "/aims/aims.yaml", "/x/_TEMPLATE-a.md"];
const PIECES = [
  ...[
    "\n",
    "\r\n",
    "  ",
    "\t",
    "- ",
    "id: ",
    "aims: risk\n",
    "risks:\n",
    "  - id: R1\n",
    "---\n",
    "...\n",
    "# H\n",
    "## RISK-009: x\n",
  ],
  ...[
    "**Owner:** x\n",
    "| a | b |\n",
    "|---|---|\n",
    "| RISK-1 | x |\n",
    "```\n",
    "<!--",
    "-->",
    "{{ x }}",
    "{% if %}",
    "[x](y.md)",
  ],
  ...[
    "\ufeff",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "<<: *a\n",
    "|\n",
    ">-\n",
    "# aims-ignore x: y\n",
    "A.6.2.4",
    "ISO/IEC 42001",
  ],
  ...[
    "<<<<<<< HEAD\n",
    "=======\n",
    ">>>>>>> b\n",
    "`",
    "\\",
    "|",
    "____",
    "TBD",
    "[Name]",
    "✅ ",
    "> ",
    "1. ",
    "é",
    "\u2011",
    "%YAML 1.2\n",
  ],
];
const edit = fc.record({ at: fc.nat(2000), cut: fc.nat(30), put: fc.constantFrom("", ...PIECES) });

function edited(text: string, { at, cut, put }: { at: number; cut: number; put: string }): string {
  const start = at % (text.length + 1);
  return applyEdits(text, [{ span: { start, end: Math.min(text.length, start + cut) }, newText: put }]);
}

function readsWell(file: Fixture): void {
  for (const inAims of [true, false]) checkSpans(read(file, undefined, inAims));
}

describe("reading any text", () => {
  it("takes arbitrary strings", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.array(fc.constantFrom(...PIECES)).map((p) => p.join("")),
    );
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), text, (path, t) => readsWell({ path, text: t })),
      { numRuns: 250 },
    );
  });

  it("takes fixtures with pieces put in and cut out", () => {
    fc.assert(
      fc.property(fixture, fc.array(edit, { minLength: 1, maxLength: 6 }), (file, edits) => {
        readsWell({ ...file, text: edits.reduce(edited, file.text) });
      }),
      { numRuns: 300 },
    );
  });

  for (const [name, file] of Object.entries(ALL)) {
    it(`takes ${name} cut off at every place, and with CRLF`, () => {
      for (let end = 0; end < file.text.length; end++) checkSpans(read({ ...file, text: file.text.slice(0, end) }));
      checkSpans(read({ ...file, text: file.text.replaceAll("\n", "\r\n") }));
    });
  }

  it("says the same whether or not anything is kept for another reading", () => {
    // One list, so that what files have in the same words is taken from one another.
    const standards = ["iso-42001"];
    fc.assert(
      fc.property(fixture, fc.array(edit, { maxLength: 4 }), fc.boolean(), (file, edits, inAims) => {
        const input = { ...file, text: edits.reduce(edited, file.text), inAims, standards };
        const before = readDocument({ ...input, text: file.text });
        const { memo: _, ...kept } = readDocument(input, before);
        const { memo, ...once } = readDocument({ ...input, once: true });
        assert.equal(memo, undefined);
        // Of a record that is kept much may be made when it is asked for, of one that is not all is there.
        const records = kept.records.map(({ base, data }, i) => {
          const names = Object.keys(once.records[i]?.data ?? {}) as (keyof RecordData)[];
          return { base, data: Object.fromEntries(names.map((name) => [name, data[name]])) };
        });
        assert.deepEqual(once, { ...kept, records });
      }),
      { numRuns: 200 },
    );
  });

  it("takes what many files have in the same words for one object where each is read once", () => {
    const setting = { inAims: true, standards: ["iso-42001"], once: true };
    const blocksOf = (id: string) => {
      const text = `---\naims: policy\nid: ${id}\n---\n\n# Policy ${id}\n\n## Scope\n\nSee clause 9.1 and A.6.2.6.\n`;
      return readDocument({ ...setting, path: `${id}.md`, text }).blocks.map(({ data }) => data);
    };
    const [one, other] = [blocksOf("POL-001"), blocksOf("POL-002")];
    const shared = other.filter((data) => one.includes(data)).map(({ text }) => text);
    assert.deepEqual(shared, ["Scope", "See clause 9.1 and A.6.2.6."]);
  });

  it("reads the same records whatever ends the lines, LF or CR alone, and CRLF converted twice", () => {
    for (const file of Object.values(ALL)) {
      const said = (text: string) =>
        read({ ...file, text }).records.map(({ data }) => [data.kind, data.id, data.fields.size]);
      for (const end of ["\r", "\r\r\n"]) {
        assert.deepEqual(said(file.text.replaceAll("\n", end)), said(file.text), `${file.path} ${JSON.stringify(end)}`);
      }
    }
  });

  it("reads the same records from CRLF, and after a byte order mark", () => {
    for (const file of Object.values(ALL)) {
      const plain = read(file).records.map(({ data }) => [data.kind, data.plain]);
      const crlf = read({ ...file, text: file.text.replaceAll("\n", "\r\n") });
      const bom = read({ ...file, text: `\ufeff${file.text}` });
      assert.deepEqual(
        crlf.records.map(({ data }) => [data.kind, data.plain]),
        plain,
        file.path,
      );
      assert.deepEqual(
        bom.records.map(({ data }) => [data.kind, data.plain]),
        plain,
        file.path,
      );
    }
  });
});

describe("reading after an edit", () => {
  it("gives what reading from scratch gives", () => {
    fc.assert(
      fc.property(fixture, fc.array(edit, { minLength: 1, maxLength: 5 }), (file, edits) => {
        let text = file.text;
        let doc = read(file);
        for (const e of edits) {
          text = edited(text, e);
          doc = read({ ...file, text }, doc);
          assert.deepEqual(outline(doc), outline(read({ ...file, text })));
        }
      }),
      { numRuns: 250 },
    );
  });

  it("reads an alias anew when what it stands for is gone", () => {
    const text = "aims: system\nowners: &o [Ana]\nowner: *o\n";
    const without = text.replace("owners: &o [Ana]\n", "");
    assert.deepEqual(
      outline(read({ path: "/aims/s.yaml", text: without }, read({ path: "/aims/s.yaml", text }))),
      outline(read({ path: "/aims/s.yaml", text: without })),
    );
  });

  it("gives the same objects for text that did not change", () => {
    const rows = Array.from({ length: 5 }, (_, i) => `  - id: RISK-00${i}\n    title: T${i}\n`);
    const text = `risks:\n${rows.join("")}`;
    const before = read({ path: "/aims/r.yaml", text });
    const after = read({ path: "/aims/r.yaml", text: text.replace("T2", "Longer") }, before);
    const same = after.records.map(({ data }, i) => data === before.records[i]?.data);
    assert.deepEqual(same, [true, true, false, true, true]);
    assert.equal(after.blocks.filter((block) => before.blocks.some((b) => b.data === block.data)).length, 4);
  });

  it("does not keep what was read in another setting", () => {
    const input = { path: "/aims/x.yaml", text: "type: risk\nid: RISK-001\n", standards: ["iso-42001"] };
    const inside = readDocument({ ...input, inAims: true });
    assert.equal(inside.governed, true);
    assert.equal(readDocument({ ...input, inAims: false }, inside).governed, false);
  });
});
