import assert from "node:assert/strict";
import fc from "fast-check";
import { kindInfo } from "../../server/src/core/records/kinds.ts";
import type { Plain, RecordData } from "../../server/src/core/records/model.ts";
import {
  addFields,
  addRecords,
  addSections,
  headerToFrontMatter,
  newDocument,
  removeField,
  setField,
} from "../../server/src/core/notation/write.ts";
import type { Document } from "../../server/src/core/syntax/document.ts";
import { applyEdits, type TextEdit } from "../../server/src/core/text/edit.ts";
import * as fixtures from "./fixtures.ts";
import { read } from "./support.ts";

type Edits = TextEdit[] | undefined;

/** The text of a fixture after edits made from its reading. */
function rewritten(file: fixtures.Fixture, edit: (doc: Document) => Edits): string {
  const edits = edit(read(file));
  assert.ok(edits, "no edits");
  return applyEdits(file.text, edits);
}

/** Lines of `to` that are not in `from`, and lines of `from` that are not in `to`. */
function changedLines(from: string, to: string): { gone: string[]; come: string[] } {
  const [a, b] = [from.split("\n"), to.split("\n")];
  return { gone: a.filter((line) => !b.includes(line)), come: b.filter((line) => !a.includes(line)) };
}

function check(file: fixtures.Fixture, edit: (doc: Document) => Edits, gone: string[], come: string[]): void {
  assert.deepEqual(changedLines(file.text, rewritten(file, edit)), { gone, come });
}

const SPECIAL = [
  "a, b",
  "x: y",
  "#1",
  "- z",
  "'q'",
  '"d"',
  "a | b",
  "[Name",
  "yes",
  "2.10",
  "{x}",
  "é – ✓",
  " lead",
  "*",
  "&a",
  "@x",
  "%",
  "!t",
  "a\\b",
];

describe("setting a field", () => {
  it("in YAML keeps quotes, comments and everything else", () => {
    check(
      fixtures.SYSTEM_YAML,
      (d) => setField(d, 0, "name", "New"),
      ['name: "Credit screener"   # shown to staff'],
      ['name: "New"   # shown to staff'],
    );
    check(fixtures.SYSTEM_YAML, (d) => setField(d, 0, "owner", "Bo: Ek"), ["owner: Ana Lima"], ['owner: "Bo: Ek"']);
    check(fixtures.SYSTEM_YAML, (d) => setField(d, 0, "notes", "x"), ["notes:"], ["notes: x"]);
    check(
      fixtures.SYSTEM_YAML,
      (d) => setField(d, 0, "suppliers", ["SUP-003"]),
      ["suppliers: [SUP-001, SUP-002]"],
      ["suppliers: [SUP-003]"],
    );
    check(
      fixtures.SYSTEM_YAML,
      (d) => setField(d, 0, "affected", ["A", "B"]),
      ["  - Applicants", "  - 'Staff: branch'"],
      ["  - A", "  - B"],
    );
    check(fixtures.SYSTEM_YAML, (d) => setField(d, 0, "in_scope", false), ["in_scope: yes"], ["in_scope: false"]);
  });

  it("in YAML writes several lines as a block", () => {
    const text = rewritten(fixtures.SYSTEM_YAML, (d) => setField(d, 0, "owner", "one\ntwo"));
    assert.match(text, /\nowner: \|-\n {2}one\n {2}two\nversion/);
    assert.match(
      rewritten(fixtures.RISKS_YAML, (d) => setField(d, 0, "title", "one\ntwo")),
      /\n {4}title: \|-\n {6}one\n {6}two\n/,
    );
  });

  it("in YAML that is empty or holds only comments", () => {
    for (const text of ["", "# ours\n", "\ufeff", "# ours"]) {
      const written = rewritten({ path: "/aims/aims.yaml", text }, (d) => addFields(d, 0, { organisation: "Ours" }));
      assert.equal(written, `${text}${text === "# ours" ? "\n" : ""}organisation: Ours\n`);
    }
  });

  it("in an item of a register", () => {
    check(
      fixtures.RISKS_YAML,
      (d) => setField(d, 0, "residual", "high"),
      ["    residual: low"],
      ["    residual: high"],
    );
    check(fixtures.RISKS_YAML, (d) => setField(d, 1, "owner", "Bo Ek"), ["    owner:"], ["    owner: Bo Ek"]);
    check(
      fixtures.RISKS_YAML,
      (d) => setField(d, 1, "systems", ["AI-003"]),
      ["      - AI-001", "      - AI-002"],
      ["      - AI-003"],
    );
    check(
      fixtures.RISKS_YAML,
      (d) => setField(d, 2, "owner", "Ek, Bo"),
      ['  - { id: RISK-003, title: "Leak", owner: TBD }'],
      ['  - { id: RISK-003, title: "Leak", owner: "Ek, Bo" }'],
    );
  });

  it("in a mapping that holds some of the fields", () => {
    const file = fixtures.GROUPED_YAML;
    check(
      file,
      (d) => setField(d, 0, "score", 16),
      ["    inherent: { likelihood: 4, impact: 5, score: 20, band: critical }"],
      ["    inherent: { likelihood: 4, impact: 5, score: 16, band: critical }"],
    );
    check(file, (d) => setField(d, 0, "residual", "low"), ["      level: medium"], ["      level: low"]);
    check(file, (d) => setField(d, 0, "residual_likelihood", 2), [], ["      likelihood: 2"]);
    check(
      file,
      (d) => setField(d, 2, "residual_score", 4),
      ["  - { id: RISK-003, residual: { impact: 2 }, title: Leak }"],
      ["  - { id: RISK-003, residual: { impact: 2, score: 4 }, title: Leak }"],
    );
    check(
      file,
      (d) => addFields(d, 0, { residual_score: 6, notes: "Seen" }),
      [],
      ["      score: 6", "    notes: Seen"],
    );
    check(file, (d) => removeField(d, 0, "residual_impact"), ["      severity: 3 # after the checks"], []);
    check(file, (d) => removeField(d, 1, "likelihood"), ["    current:", "      probability: 2"], []);
    check(
      file,
      (d) => removeField(d, 2, "residual_impact"),
      ["  - { id: RISK-003, residual: { impact: 2 }, title: Leak }"],
      ["  - { id: RISK-003, title: Leak }"],
    );
  });

  it("writes over points, and not over mappings of which only a word is known", () => {
    const file = fixtures.GROUPED_YAML;
    check(
      file,
      (d) => setField(d, 0, "treatment_plan", "Retire it"),
      ["    treatment: { strategy: mitigate, actions: [Retrain, Watch] }"],
      ["    treatment: { strategy: mitigate, actions: Retire it }"],
    );
    assert.equal(setField(read(file), 0, "controls", ["A.6.2.4"]), undefined);
  });

  it("in front matter, a header line and a header table", () => {
    check(fixtures.FRONT_MATTER, (d) => setField(d, 0, "version", "3.2"), ['version: "3.1"'], ['version: "3.2"']);
    check(
      fixtures.BOLD_HEADER,
      (d) => setField(d, 0, "owner", "Bo Ek"),
      ["**Owner:** Ana Lima  "],
      ["**Owner:** Bo Ek  "],
    );
    check(
      fixtures.BOLD_HEADER,
      (d) => setField(d, 0, "approved_by", "Bo Ek"),
      ["**Approved by:** ____________  "],
      ["**Approved by:** Bo Ek  "],
    );
    check(
      fixtures.ONE_LINE_HEADER,
      (d) => setField(d, 0, "version", "3"),
      ["> **ID:** AIMS-PROC-004 | **Version:** 2 | **Owner:** Bo Ek | **Status:** Approved"],
      ["> **ID:** AIMS-PROC-004 | **Version:** 3 | **Owner:** Bo Ek | **Status:** Approved"],
    );
    check(
      fixtures.TABLE_HEADER,
      (d) => setField(d, 0, "owner", "Ana"),
      ["| Owner         | **Bo Ek**    |"],
      ["| Owner         | **Ana**      |"],
    );
    check(
      fixtures.TABLE_HEADER,
      (d) => setField(d, 0, "approved_by", "Ana"),
      ["| Approved by   |              |"],
      ["| Approved by   | Ana          |"],
    );
  });

  it("in a table's cell keeps the columns aligned and escapes pipes", () => {
    const [row] = fixtures.RISK_TABLE.text.split("\n").filter((line) => line.startsWith("| RISK-001"));
    check(
      fixtures.RISK_TABLE,
      (d) => setField(d, 1, "owner", "Bo"),
      [row as string],
      [(row as string).replace("Ana Lima ", "Bo       ")],
    );
    const text = rewritten(fixtures.RISK_TABLE, (d) => setField(d, 1, "owner", "a | b"));
    assert.match(text, /\| 12 {4}\| a \\\| b {4}\|/);
    assert.match(
      rewritten(fixtures.RISK_TABLE, (d) => setField(d, 2, "owner", "Bo")),
      /\| 4 {5}\| Bo {8}\| Closed {2}\|/,
    );
    assert.match(
      rewritten(fixtures.RISK_TABLE, (d) => setField(d, 2, "status", "in-treatment")),
      /\| In treatment \|/,
    );
  });

  it("in a CSV row quotes only when needed", () => {
    assert.match(
      rewritten(fixtures.RISKS_CSV, (d) => setField(d, 0, "owner", "Bo")),
      /,12,Bo,Open/,
    );
    assert.match(
      rewritten(fixtures.RISKS_CSV, (d) => setField(d, 1, "owner", "Ek, Bo")),
      /,4,"Ek, Bo",Closed/,
    );
  });

  it("of a heading record", () => {
    check(
      fixtures.HEADING_RECORDS,
      (d) => setField(d, 1, "likelihood", 4),
      ["- **Likelihood:** 3"],
      ["- **Likelihood:** 4"],
    );
    check(fixtures.HEADING_RECORDS, (d) => setField(d, 2, "owner", "Bo"), ["| Owner | |"], ["| Owner | Bo |"]);
    check(
      fixtures.HEADING_RECORDS,
      (d) => setField(d, 1, "title", "Bias"),
      ["### RISK-001: Proxy bias"],
      ["### RISK-001: Bias"],
    );
  });
});

/** Fields of a record that hold one scalar of free text. */
function textFields(data: RecordData): string[] {
  const info = data.kind && kindInfo(data.kind);
  return [...data.fields.values()]
    .filter(
      (f) =>
        f.known &&
        (f.value.type === "scalar" || f.value.type === "empty") &&
        ["text", "person"].includes(info?.field(f.name)?.type ?? ""),
    )
    .map((f) => f.name);
}

describe("a writer", () => {
  const value = fc.oneof(
    fc.constantFrom(...SPECIAL),
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom("Bo Ek", "Low"),
  );

  it("changes the field it is told to, and no other record or field", () => {
    let tried = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(fixtures.ALL)), fc.nat(), fc.nat(), value, (file, r, f, written) => {
        const doc = read(file);
        if (doc.records.length === 0) return;
        const index = r % doc.records.length;
        const fields = textFields(doc.records[index]?.data as RecordData);
        const name = fields[f % Math.max(1, fields.length)];
        if (name === undefined) return;
        const edits = setField(doc, index, name, written);
        if (!edits) {
          refused++;
          return;
        }
        const next = read({ ...file, text: applyEdits(file.text, edits) });
        tried++;
        assert.equal(next.records.length, doc.records.length);
        for (const [i, { data }] of next.records.entries()) {
          const before = doc.records[i]?.data as RecordData;
          const rest = (plain: RecordData["plain"]): unknown =>
            Object.fromEntries(Object.entries(plain).filter(([key]) => i !== index || key !== name));
          assert.deepEqual(rest(data.plain), rest(before.plain), `${file.path} ${name} ${JSON.stringify(written)}`);
        }
      }),
      { numRuns: 250 },
    );
    assert.ok(tried > 200);
    assert.ok(refused < 10, `${refused} of ${tried} were refused`);
  });

  it("writes into YAML what would be an unticked box in Markdown", () => {
    const text = rewritten(fixtures.SYSTEM_YAML, (d) => setField(d, 0, "purpose", "[ ]"));
    const field = read({ ...fixtures.SYSTEM_YAML, text }).records[0]?.data.fields.get("purpose");
    assert.deepEqual(field?.value.type === "scalar" && field.value.text, "[ ]");
  });

  it("writes YAML from which the value is read again letter by letter", () => {
    fc.assert(
      fc.property(
        fc.oneof(value, fc.string()),
        fc.constantFrom("name", "owner", "purpose", "notes"),
        (written, name) => {
          if (written.trim() === "" || written !== written.trim() || /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufeff]/u.test(written))
            return;
          const text = rewritten(fixtures.SYSTEM_YAML, (d) => setField(d, 0, name, written));
          const field = read({ ...fixtures.SYSTEM_YAML, text }).records[0]?.data.fields.get(name);
          if (field?.value.type !== "scalar") return;
          assert.equal(field.value.text, written);
        },
      ),
      { numRuns: 250, examples: [["[]", "owner"]] },
    );
  });

  it("adds fields that are then there, and touches nothing else", () => {
    const added: Record<string, Plain> = { reviewed_by: "Cy Dahl", notes: "" };
    for (const [name, file] of Object.entries(fixtures.ALL)) {
      const doc = read(file);
      for (const [i, { data }] of doc.records.entries()) {
        const edits = addFields(doc, i, added);
        assert.ok(edits, `${name} ${i}`);
        for (const { span } of edits) assert.equal(span.start, span.end, `${name}: adding only inserts`);
        const next = read({ ...file, text: applyEdits(file.text, edits) });
        const got = next.records[i]?.data;
        assert.deepEqual(
          got?.plain,
          { ...data.plain, reviewed_by: "Cy Dahl" },
          `${name} ${i} ${applyEdits(file.text, edits)}`,
        );
        assert.equal(got?.fields.has("notes"), true, `${name} ${i}`);
        assert.equal(next.records.length, doc.records.length);
      }
    }
  });

  it("gives a document without a header its first lines below the title", () => {
    for (const title of ["# AI policy", "AI policy\n========="]) {
      const file = { path: "/aims/p.md", text: `${title}\n\nWe take care.\n` };
      const text = rewritten(file, (d) => addFields(d, 0, { owner: "Bo Ek", next_review: "" }));
      assert.equal(text, `${title}\n\n**Owner:** Bo Ek  \n**Next review:**\n\nWe take care.\n`);
      assert.equal(read({ ...file, text }).records[0]?.data.plain.owner, "Bo Ek");
    }
  });

  it("removes fields", () => {
    for (const [name, file] of Object.entries(fixtures.ALL)) {
      const doc = read(file);
      for (const [i, { data }] of doc.records.entries()) {
        for (const field of data.fields.values()) {
          const edits = removeField(doc, i, field.name);
          if (!edits || field.name === "id") continue;
          const next = read({ ...file, text: applyEdits(file.text, edits) });
          const { [field.name]: _gone, ...left } = data.plain;
          if (!next.governed) continue;
          assert.deepEqual(next.records[i]?.data.plain, left, `${name} ${i} ${field.name}`);
        }
      }
    }
  });
});

describe("a header with a form in the body", () => {
  const file = {
    path: "/aims/a.md",
    text: "# AI system impact assessment\n\n**Document ID:** AIIA-004  \n**Owner:** Ana Lima\n\nISO/IEC 42001\n\n## Overview\n\n| Field | Details |\n|-------|---------|\n| Purpose | Letters |\n",
  };

  it("is written to where each field stands", () => {
    check(file, (d) => setField(d, 0, "purpose", "Mail"), ["| Purpose | Letters |"], ["| Purpose | Mail    |"]);
    const text = rewritten(file, (d) => addFields(d, 0, { version: "2" }));
    assert.match(text, /\*\*Owner:\*\* Ana Lima {2}\n\*\*Version:\*\* 2\n\nISO/);
    assert.match(
      rewritten(file, headerToFrontMatter),
      /^---\naims: impact-assessment\nid: AIIA-004\nowner: Ana Lima\n---\n\n# AI/,
    );
  });
});

describe("adding records", () => {
  const record = { id: "RISK-099", title: "New", description: "More", likelihood: 2, owner: "Bo Ek" };

  it("to the register a record stands in, below its last", () => {
    for (const name of ["RISKS_YAML", "RISK_TABLE", "RISKS_CSV", "HEADING_RECORDS", "PLAIN_HEADING_RECORDS"]) {
      const file = fixtures.ALL[name] as fixtures.Fixture;
      const doc = read(file);
      const beside = doc.records.findIndex(({ data }) => data.kind === "risk");
      const edits = addRecords(doc, beside, "risk", [record, { ...record, id: "RISK-100" }]);
      assert.ok(edits, name);
      const text = applyEdits(file.text, edits);
      const next = read({ ...file, text });
      assert.equal(next.records.length, doc.records.length + 2, text);
      const [first, second] = next.records.slice(-2).map(({ data }) => data);
      assert.equal(first?.id, "RISK-099");
      assert.equal(second?.id, "RISK-100");
      assert.equal(first?.plain.owner, "Bo Ek");
      assert.equal(first?.plain.likelihood, 2);
      assert.deepEqual(
        next.records.slice(0, -2).map(({ data }) => data.plain),
        doc.records.map(({ data }) => data.plain),
      );
    }
  });
});

describe("adding sections", () => {
  const TOP = "---\naims: policy\n---\n\n# AI policy\n\n### Purpose\n\nx\n";
  const sections = [
    { title: "Scope", text: "[TODO: whom?]" },
    { title: "Review", text: "[TODO: when?]" },
  ];
  const WRITTEN = "### Scope\n\n[TODO: whom?]\n\n### Review\n\n[TODO: when?]\n";
  const added = (text: string): string => rewritten({ path: "/aims/p.md", text }, (doc) => addSections(doc, sections));

  it("puts them at the end, at the level of the others", () => {
    assert.equal(added(TOP), `${TOP}\n${WRITTEN}`);
    assert.equal(added(TOP.trimEnd()), `${TOP}\n${WRITTEN}`);
    assert.equal(added(`${TOP}\n`), `${TOP}\n${WRITTEN}`);
    assert.equal(added(TOP.replaceAll("\n", "\r\n")), `${TOP}\n${WRITTEN}`.replaceAll("\n", "\r\n"));
  });

  it("closes what was left open there and would swallow them", () => {
    assert.equal(added(`${TOP}~~~~ x\ny\n`), `${TOP}~~~~ x\ny\n~~~~\n\n${WRITTEN}`);
    assert.equal(added(`${TOP}\n  \`\`\`\ny`), `${TOP}\n  \`\`\`\ny\n\`\`\`\n\n${WRITTEN}`);
    assert.equal(added(`${TOP}\n<!-- y\n`), `${TOP}\n<!-- y\n-->\n\n${WRITTEN}`);
    assert.equal(added(`${TOP}\n> ~~~\n> y\n`), `${TOP}\n> ~~~\n> y\n\n${WRITTEN}`);
  });

  it("writes nothing where they would be no sections", () => {
    const open = read({ path: "/aims/p.md", text: `${TOP}\n<script>\ny\n` });
    assert.equal(addSections(open, sections), undefined);
    assert.equal(addSections(read(fixtures.SYSTEM_YAML), sections), undefined);
  });
});

describe("other documents", () => {
  it("turns a bold header into front matter", () => {
    const text = rewritten(fixtures.BOLD_HEADER, headerToFrontMatter);
    assert.equal(
      text.slice(0, text.indexOf("## Purpose")),
      `---\naims: policy\nid: AIMS-POL-001\nversion: "1.0"\nowner: Ana Lima\napproved_by: ____________\nreview_cycle: Annual\n---\n\n# AI policy\n## ISO/IEC 42001:2023 | Clause 5.2\n\n---\n\n`,
    );
    const before = read(fixtures.BOLD_HEADER).records[0]?.data;
    const now = read({ ...fixtures.BOLD_HEADER, text }).records[0]?.data;
    assert.equal(now?.notation, "front-matter");
    assert.deepEqual(now?.plain, before?.plain);
  });

  it("turns a header table into front matter and leaves what is no field", () => {
    const text = rewritten(fixtures.TABLE_HEADER, headerToFrontMatter);
    assert.match(text, /^---\naims: policy\nid: AIMS-POL-002\nowner: Bo Ek\napproved_by:\n---\n/);
    assert.match(text, /\| Colour {8}\| green {8}\|/);
  });

  it("writes new documents that read back", () => {
    const fields = {
      id: "AIMS-POL-009",
      title: "AI policy: 1",
      owner: "",
      satisfies: { "iso-42001": ["5.2", "A.2.2"] },
    };
    for (const notation of ["yaml", "front-matter"] as const) {
      const text = newDocument("policy", fields, notation);
      const doc = read({ path: notation === "yaml" ? "/aims/p.yaml" : "/aims/p.md", text });
      const { owner: _owner, ...filled } = fields;
      assert.deepEqual(doc.records[0]?.data.plain, filled);
      assert.equal(doc.records[0]?.data.fields.get("owner")?.value.type, "empty");
    }
  });
});
