import assert from "node:assert/strict";
import fc from "fast-check";
import { scanCitations } from "../../server/src/core/catalog/citations.ts";
import { readDocument } from "../../server/src/core/notation/read.ts";
import { KINDS } from "../../server/src/core/records/kinds.ts";
import type { Plain } from "../../server/src/core/records/model.ts";
import { hostOf, readFixture } from "../support/fixture.ts";
import { accept, accepted, completions, labels, open } from "./workspace.ts";

const policy = (body: string): string => `//- /aims/p.md\n---\naims: policy\nid: P-1\ntitle: X\n---\n# X\n\n${body}\n`;
const risks = (fields: string): string =>
  `//- /aims/risks.yaml\nrisks:\n  - id: RISK-001\n    title: Bias\n${fields}\n`;
const table = (row: string): string =>
  `//- /aims/r.md\n# Risk register\n\n| Risk ID | Description | Likelihood | Impact | Treatment | Owner | AI systems |\n|---|---|---|---|---|---|---|\n| RISK-001 | x | 2 | 3 | avoid | Jane | AI-001 |\n${row}\n`;
const header = (line: string): string =>
  `//- /aims/h.md\n# Conduct policy\n\n**Document ID:** AIMS-POL-002\n**Owner:** Jane\n${line}\n\nISO/IEC 42001, clause 5.2.\n`;

describe("completion", () => {
  describe("kinds and fields", () => {
    it("offers kinds after aims:", () => {
      assert.ok(labels("//- /aims/x.yaml\naims: ri$0\n").includes("risk"));
      assert.equal(accepted("//- /aims/x.yaml\naims: ri$0\n", "risk"), "aims: risk");
    });
    it("offers the fields that are not there yet, at the record's own indentation", () => {
      const found = labels(risks("    $0\n    owner: Jane"));
      assert.ok(found.includes("treatment") && found.includes("systems"));
      assert.ok(!found.includes("id") && !found.includes("owner"));
    });
    it("offers the ways of treatment and kinds of consequence, with what they are, and takes other words", () => {
      const { entries, open: opened } = completions(risks("    treatment: $0"));
      const lower = entries.find(({ label }) => label === "lower-consequences");
      assert.match(opened.host.snapshot.resolveCompletion(opened.path, lower?.data ?? "") ?? "", /less grave/);
      assert.ok(entries.some(({ label }) => label === "remove-source"));
      assert.ok(
        labels(risks("    consequences:\n      - for: individuals\n        what: $0")).includes("loss of privacy"),
      );
      const { files } = readFixture(
        risks("    treatment: Retrain\n    consequences:\n      - for: society\n        what: Mistrust"),
      );
      const wrong = hostOf(files).snapshot.allFindings();
      assert.deepEqual(
        wrong.filter((f) => f.rule === "invalid-value"),
        [],
      );
    });
    it("replaces the half-typed key and leaves what follows", () => {
      assert.equal(accepted(risks("    trea$0"), "treatment"), "    treatment: ");
      assert.equal(accepted(risks("    tre$0: avoid"), "treatment"), "    treatment: avoid");
    });
    it("offers the fields of nested mappings", () => {
      const source = "//- /aims/x.yaml\naims: impact-assessment\nid: AIIA-001\nmeasures:\n  - what: x\n    $0\n";
      assert.ok(labels(source).includes("due"));
      assert.ok(!labels(source).includes("harms"));
    });
    it("offers the fields that may stand in a mapping together, and their values", () => {
      const source = risks("    residual:\n      likelihood: 2\n      $0");
      assert.deepEqual(labels(source), ["impact", "score", "rating"]);
      const { entries, open: opened } = completions(source);
      const text = opened.host.snapshot.resolveCompletion(opened.path, entries.at(-1)?.data ?? "") ?? "";
      assert.match(text, /The band after treatment/);
      assert.ok(labels(risks("    initial_rating: { level: $0 }")).includes("very-high"));
    });
    it("offers the key that says the kind, and registers, in a new file of an AIMS", () => {
      assert.ok(labels("//- /aims/new.yaml\n$0\n").includes("risks"));
      assert.equal(accepted("//- /aims/new.md\n---\ntitle: X\na$0\n---\n# X\n", "aims"), "aims: ");
    });
    it("offers kinds as keys of review_intervals", () => {
      const source =
        "//- /aims/sub/aims.yaml\naims: management-system\norganisation: X\nreview_intervals:\n  policy: 12 months\n  $0\n";
      assert.equal(accepted(source, "risk"), "  risk: ");
      assert.ok(!labels(source).includes("policy"));
    });
    it("begins a list of mappings on a line of its own", () => {
      const { entries, open: opened } = completions(
        "//- /aims/x.yaml\naims: impact-assessment\nid: AIIA-001\nmeas$0\n",
      );
      const entry = entries.find((e) => e.label === "measures");
      assert.ok(entry && accept(opened, entry).endsWith("measures:\n  - \n"));
    });
    it("offers labels in a control header", () => {
      assert.equal(accepted(header("**Ap$0"), "Approved by"), "**Approved by:** ");
      assert.ok(!labels(header("$0")).includes("Owner"));
    });
    it("offers fields in each document of a file by its own kind", () => {
      const found = labels("//- /aims/x.yaml\naims: system\nid: AI-010\n---\naims: risk\nid: RISK-009\n$0\n");
      assert.ok(found.includes("treatment") && !found.includes("tier"));
    });
  });

  describe("values", () => {
    it("offers allowed values, also where the rest of the file cannot be read", () => {
      const broken = '//- /aims/x.yaml\naims: system\nid: AI-010\nfeeds: [a, {b\nstatus: $0\nname: "abc\n';
      assert.ok(labels(broken).includes("live"));
      assert.equal(accepted(risks("    status:$0"), "open"), "    status: open");
    });
    it("offers yes and no as the notation has them", () => {
      assert.deepEqual(labels("//- /aims/x.yaml\naims: system\nid: AI-010\nin_scope: $0\n"), ["true", "false"]);
      const soa =
        "//- /aims/s.md\n# Statement of applicability\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.2.2 | AI policy |$0| x |\n";
      assert.equal(accepted(soa, "yes"), "| A.2.2 | AI policy | yes| x |");
    });
    it("offers records of the kinds a field names, without those already listed", () => {
      assert.deepEqual(labels(risks("    systems: [AI-001, $0]")), ["AI-002"]);
      assert.deepEqual(labels(risks("    systems: [AI-001, $0")), ["AI-002"]);
      assert.deepEqual(labels(risks("    systems:\n      - AI-001\n      - $0")), ["AI-002"]);
      assert.equal(accepted(risks("    systems: A$0"), "AI-002"), "    systems: [AI-002]");
      const [first] = completions(risks("    systems: [$0]")).entries;
      assert.equal(first?.detail, "Credit scorer — AI system");
    });
    it("offers people, within quotes too", () => {
      assert.equal(accepted(risks('    owner: "Ja$0"'), "Jane Doe (CTO)"), "    owner: Jane Doe (CTO)");
      assert.ok(labels(risks("    owner: $0")).includes("Bob Roe"));
    });
    it("quotes what YAML would read as something else", () => {
      const source = "//- /aims/x.yaml\naims: impact-assessment\nid: AIIA-001\nsystem: AI-001\nsystem_version: $0\n";
      assert.equal(accepted(source, "3.10"), 'system_version: "3.10"');
    });
    it("offers files as seen from the document", () => {
      const source = "//- /aims/sub/x.yaml\naims: system\nid: AI-010\nmodel_card: $0\n";
      assert.equal(accepted(source, "../evals/fairness (1).json"), "model_card: ../evals/fairness (1).json");
    });
    it("offers the next free id", () => {
      assert.deepEqual(labels(risks("  - id: $0")), ["RISK-002"]);
      assert.deepEqual(labels(table("| $0")), ["RISK-002"]);
      assert.deepEqual(labels("//- /aims/s.csv\nSupplier ID,Name,Supplies\nSUP-009,Acme,models\n$0\n"), ["SUP-010"]);
    });
    it("offers nothing in comments and block scalars", () => {
      assert.deepEqual(labels("//- /aims/x.yaml\naims: system\nid: AI-010 # sta$0\n"), []);
      assert.deepEqual(labels("//- /aims/x.yaml\naims: system\nid: AI-010\ndescription: |\n  sta$0\n"), []);
    });
    it("completes table cells and keeps their spacing", () => {
      assert.equal(
        accepted(table("| RISK-002 | x | 2 | 3 | $0 | Jane | AI-001 |"), "mitigate"),
        "| RISK-002 | x | 2 | 3 | mitigate | Jane | AI-001 |",
      );
      assert.equal(
        accepted(table("| RISK-002 | x | 2 | 3 | avoid | Jane | AI-001,$0 |"), "AI-002"),
        "| RISK-002 | x | 2 | 3 | avoid | Jane | AI-001, AI-002 |",
      );
    });
    it("completes the values of a control header", () => {
      assert.equal(accepted(header("**Status:** dr$0"), "draft"), "**Status:** draft");
      const control =
        "//- /aims/h.md\n# Conduct policy\n\n| Field | Value |\n|---|---|\n| Document ID | AIMS-POL-002 |\n| Status | $0 |\n\nISO/IEC 42001 clause 5.2\n";
      assert.equal(accepted(control, "approved"), "| Status | approved |");
    });
    it("keeps to its own label where a line holds several", () => {
      const line =
        "//- /aims/h.md\n# Conduct policy\n\n**Document ID:** AIMS-POL-002 | **Status:** dr$0 | **Owner:** Jane\n\nISO/IEC 42001, clause 5.2.\n";
      assert.equal(accepted(line, "draft"), "**Document ID:** AIMS-POL-002 | **Status:** draft | **Owner:** Jane");
    });
    it("completes an item inside a quoted CSV cell", () => {
      const source = '//- /aims/s.csv\nSupplier ID,Name,Supplies,Systems\nSUP-001,Acme,models,"AI-001, $0"\n';
      assert.equal(accepted(source, "AI-002"), 'SUP-001,Acme,models,"AI-001, AI-002"');
    });
  });

  describe("provisions", () => {
    it("offers numbers with titles in satisfies", () => {
      const source = "//- /aims/x.md\n---\naims: policy\ntitle: X\nsatisfies:\n  iso-42001: [5.2, $0]\n---\n# X\n";
      const { entries } = completions(source);
      assert.equal(entries.find((e) => e.label === "A.6.2.4")?.detail, "AI system verification and validation");
      assert.ok(!entries.some((e) => e.label === "5.2"));
      assert.ok(labels(source.replace("  iso-42001: [5.2, $0]", "  $0")).includes("iso-42001"));
    });
    it("offers controls in the control column", () => {
      const soa =
        "//- /aims/s.md\n# Statement of applicability\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.2.2 | AI policy | Yes | x |\n| A.5$0 |  |  | |\n";
      assert.equal(labels(soa).length, 38);
      assert.equal(accepted(soa, "A.5.4"), "| A.5.4 |  |  | |");
    });
    for (const [before, after] of [
      ["See clause 6.$0 too", "See clause 6.1.4 too"],
      ["See ISO/IEC 42001 $0", "See ISO/IEC 42001 6.1.4"],
      ["See 42001:$0", "See 42001:6.1.4"],
    ] as const) {
      it(`offers them in prose: ${before}`, () => {
        assert.equal(accepted(policy(before), "6.1.4"), after);
      });
    }
    it("offers controls after A.", () => {
      assert.equal(accepted(policy("As A.6.$0 says"), "A.6.2.4"), "As A.6.2.4 says");
    });
  });

  it("offers ids and link targets in prose, and nothing in ordinary words", () => {
    assert.equal(accepted(policy("See AI-$0."), "AI-002"), "See AI-002.");
    assert.equal(
      accepted(policy("See [x](eva$0)"), "evals/fairness (1).json"),
      "See [x](evals/fairness%20%281%29.json)",
    );
    assert.deepEqual(labels(policy("a well-k$0")), []);
  });

  it("offers nothing in files that are no governance documents", () => {
    assert.deepEqual(labels("//- /aims/README.md\n# X\n\nSee clause 6.$0\n"), []);
    assert.deepEqual(labels("//- /aims/ci.yaml\njobs:\n  build:\n    st$0\n"), []);
    assert.deepEqual(labels("//- /aims/ci.yaml\nhosts: all\nroles:\n  - $0\n"), []);
    assert.deepEqual(labels("//- /elsewhere/ci.yaml\nse$0\n"), []);
    assert.deepEqual(labels("//- /elsewhere/ci.yaml\nsystems:\n  - $0\n"), []);
  });

  it("says more of an entry when asked", () => {
    const { entries, open: opened } = completions(risks("    systems: [$0]"));
    const text = opened.host.snapshot.resolveCompletion(opened.path, entries[0]?.data ?? "");
    assert.match(text ?? "", /Credit scorer/);
    const fields = completions(risks("    $0"));
    const treatment = fields.entries.find((e) => e.label === "treatment");
    assert.match(
      fields.open.host.snapshot.resolveCompletion(fields.open.path, treatment?.data ?? "") ?? "",
      /`mitigate`/,
    );
  });

  /** The value a field has after an entry was accepted and the file was read again. */
  function readBack(
    source: string,
    pick: number,
    field: string,
  ): { readonly label: string; readonly value: Plain | undefined } | undefined {
    const { entries, open: opened } = completions(source);
    const entry = entries[pick % Math.max(entries.length, 1)];
    if (!entry) return undefined;
    const text = accept(opened, entry);
    const document = readDocument({ path: opened.path, text, inAims: true, standards: ["iso-42001"] });
    const record = document.records.find(
      ({ data }) => data.fields.get(field)?.value.type !== "empty" && data.fields.has(field) && data.id !== "RISK-000",
    );
    return { label: entry.label, value: record?.data.plain[field] };
  }

  it("a field's name that is accepted reads back as that field, for every kind", () => {
    for (const { id } of KINDS) {
      const source = `//- /aims/sub/x.yaml\naims: ${id}\nnotes: n\n$0\ntags: [a]\n`;
      const { entries, open: opened } = completions(source);
      assert.ok(entries.length > 5, id);
      for (const entry of entries) {
        const text = accept(opened, entry);
        const document = readDocument({ path: opened.path, text, inAims: true, standards: ["iso-42001"] });
        const field = document.records[0]?.data.fields.get(entry.label);
        assert.ok(field?.known && document.records[0]?.data.fields.has("tags"), `${id}.${entry.label}`);
      }
    }
  });

  const notations: Readonly<Record<string, (field: string, text: string) => string>> = {
    "yaml block": (f, t) => `//- /aims/x.yaml\naims: risk\nid: RISK-007\ntitle: T\n${f}: ${t}$0\n`,
    "yaml item": (f, t) => `//- /aims/x.yaml\nrisks:\n  - id: RISK-007\n    ${f}: ${t}$0\n    title: T\n`,
    "yaml flow": (f, t) => `//- /aims/x.yaml\nrisks:\n  - { id: RISK-007, title: T, ${f}: ${t}$0 }\n`,
    "front matter": (f, t) => `//- /aims/x.md\n---\naims: risk\nid: RISK-007\ntitle: T\n${f}: ${t}$0\n---\n# T\n`,
    csv: (f, t) => `//- /aims/x.csv\nRisk ID,Description,Likelihood,Impact,${f}\nRISK-007,T,2,3,${t}$0\n`,
    table: (f, t) =>
      `//- /aims/x.md\n# Risk register\n\n| Risk ID | Description | Likelihood | Impact | ${f} |\n|---|---|---|---|---|\n| RISK-007 | T | 2 | 3 | ${t}$0 |\n`,
  };
  for (const [name, source] of Object.entries(notations)) {
    it(`what is accepted reads back as what was meant: ${name}`, () => {
      fc.assert(
        fc.property(
          fc.constantFrom("treatment", "status", "owner", "systems"),
          fc.nat(),
          fc.constantFrom("", "a", '"'),
          (field, pick, typed) => {
            const found = readBack(source(field, typed === '"' && !/yaml|front/.test(name) ? "" : typed), pick, field);
            assert.ok(found, `nothing offered for ${field}`);
            assert.deepEqual([found.value].flat(), [found.label]);
          },
        ),
        { numRuns: 40 },
      );
    });
  }

  it("never fails and never reaches past the line, wherever the cursor is", () => {
    const files = open("//- /aims/x.yaml\n$0\n").files;
    const texts = [...files].filter(([path]) => /\.(?:md|yaml|csv)$/.test(path));
    const hostile = [
      "",
      "\n",
      "aims: risk\n- \n  x: [",
      "a: {b: [\n c",
      "---\n---\n",
      "| a |\n|---|\n|",
      "**",
      "- **A:**",
      '"',
      "\uFEFFaims: system\r\nid: x\r\n ",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.constantFrom(...hostile),
        fc.boolean(),
        (file, at, inserted, markdown) => {
          const [path, text] = file;
          const cut = at % (text.length + 1);
          const edited = text.slice(0, cut) + inserted + (markdown ? "" : text.slice(cut));
          const host = hostOf(new Map(files).set(path, edited));
          const before = (text.slice(0, cut) + inserted).split(/\r\n|\r|\n/);
          const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
          for (const entry of host.snapshot.completion(path, position).entries.slice(0, 20)) {
            assert.equal(entry.edit.range.start.line, entry.edit.range.end.line);
          }
          host.snapshot.hover(path, position);
          host.snapshot.definition(path, position);
          host.snapshot.symbols(path);
          host.snapshot.actions(path, { start: position, end: position });
          assert.deepEqual(host.takeFailures(), []);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("completion of a system's tier", () => {
  it("tells the duties that come with it, by role and by date", () => {
    const { entries, open: opened } = completions("//- /aims/s.yaml\naims: system\nid: AI-010\nname: X\ntier: $0\n");
    const high = entries.find(({ label }) => label === "high");
    const text = opened.host.snapshot.resolveCompletion(opened.path, high?.data ?? "") ?? "";
    assert.match(text, /from 2027-12-02, deployer: /);
    assert.match(text, /from 2028-08-02, provider, product-manufacturer: /);
    assert.match(text, /no legal advice/);
  });
});

describe("completion where more can be written than anybody looks along", () => {
  /** A risk that names a system, in a workspace of so many others; `system` holds the cursor. */
  const systems = (count: number, system: string): string => {
    const rows = Array.from({ length: count }, (_, i) => {
      const number = String(i + 1).padStart(4, "0");
      return `  - { id: SYS-${number}, name: ${i === count - 1 ? "Tenant screening" : `Scoring model ${number}`} }`;
    });
    return `//- /aims/many.yaml\nsystems:\n${rows.join("\n")}\n//- /aims/r.yaml\naims: risk\nid: R-1\nsystem: ${system}\n`;
  };
  const given = (source: string): { readonly labels: string[]; readonly incomplete: boolean } => {
    const { host, path, at } = open(source);
    const { entries, incomplete } = host.snapshot.completion(path, at);
    return { labels: entries.map(({ label }) => label), incomplete };
  };

  it("gives all where they are few, whatever was begun", () => {
    const { labels: all, incomplete } = given(systems(90, "zzz$0"));
    assert.equal(all.length, 92);
    assert.equal(incomplete, false);
  });

  it("gives what fits what was begun best, and says that there is more", () => {
    assert.equal(given(systems(400, "$0")).labels.length, 100);
    assert.equal(given(systems(400, "$0")).incomplete, true);
    assert.equal(given(systems(400, "SYS-0399$0")).labels[0], "SYS-0399");
    assert.equal(given(systems(400, "sys-03$0")).labels[0], "SYS-0300");
    assert.equal(given(systems(400, "SYS-03$099")).labels.length, 100);
    assert.equal(given(systems(400, "screen$0")).labels[0], "SYS-0400");
    assert.equal(given(systems(400, "tscr$0")).labels[0], "SYS-0400");
    assert.equal(given(systems(400, '"tscr$0"')).labels[0], "SYS-0400");
    assert.deepEqual(given(systems(400, "zzz$0")), { labels: [], incomplete: true });
  });

  it("finds the last of thousands", () => {
    assert.equal(given(systems(2_300, "SYS-2299$0")).labels[0], "SYS-2299");
    assert.deepEqual(given(systems(2_300, "tenant$0")).labels, ["SYS-2300"]);
  });
});

describe("completion of laws and frameworks", () => {
  const offered = (line: string): string[] => {
    const source = `//- /aims/aims.yaml\naims: management-system\norganisation: X\nstandards: [iso-42001, eu-ai-act, nist-ai-rmf]\n//- /aims/p.md\n---\naims: policy\nid: P-1\ntitle: X\n---\n# X\n\n${line}$0\n`;
    const { host, path, at } = open(source);
    return host.snapshot.completion(path, at).entries.map((c) => `${c.label} ${c.detail ?? ""}`);
  };

  it("offers articles behind the word for them, of a law that is named or the only one worked to", () => {
    const [nine, fifty] = ["9 Risk management system", "50(1) Interaction with people"];
    const lines: readonly (readonly [string, readonly string[]])[] = [
      ["See EU AI Act Article ", [nine, fifty]],
      ["See Article 9", [nine]],
      ["See Art. 50(", [fifty]],
      ["See Articles 9, 10 and ", [nine, fifty]],
      ["Regulation (EU) 2024/1689 Art. ", [nine, fifty]],
    ];
    for (const [line, fitting] of lines) {
      const all = offered(line);
      for (const one of fitting) assert.ok(all.includes(one), `${line}: ${all.join(", ")}`);
      assert.ok(!all.some((c) => c.startsWith("III")), line);
    }
    assert.deepEqual(offered("See GDPR Article "), []);
  });

  it("offers annexes, and the points of one behind its number, as they are cited", () => {
    for (const line of ["See Annex ", "AI Act Annex III"])
      assert.ok(offered(line).includes("III point 5(b) Credit"), line);
    for (const line of ["Annex III point ", "Annex III, point 5(", "AI Act, Annex III point 5(b", "Annex III.5"]) {
      const all = offered(line);
      assert.ok(all.includes("5(b) Credit"), line);
      assert.ok(!all.some((c) => c.startsWith("IV")), line);
    }
    assert.ok(offered("Annex VIII, section B, point ").some((c) => c.startsWith("6 ")));
    assert.ok(offered("ISO/IEC 23894 Annex A").some((c) => c.startsWith("A.3 ")));
  });

  it("writes over what is typed, and over the bracket an editor closed", () => {
    const standards =
      "//- /aims/aims.yaml\naims: management-system\norganisation: X\nstandards: [iso-42001, eu-ai-act]\n";
    const line = (text: string) =>
      `${standards}//- /aims/p.md\n---\naims: policy\nid: P-1\ntitle: X\n---\n# X\n\n${text}\n`;
    assert.equal(accepted(line("(see Art. 50($0))"), "50(1)"), "(see Art. 50(1))");
    assert.equal(accepted(line("(see Art. 5$0)"), "50(1)"), "(see Art. 50(1))");
    assert.equal(accepted(line("of Annex III, point 5($0"), "5(b)"), "of Annex III, point 5(b)");
  });

  it("takes a number without a name for one of the first standard that has such numbers", () => {
    const source =
      "//- /aims/aims.yaml\naims: management-system\norganisation: X\nstandards: [eu-ai-act, iso-23894, iso-42001]\n//- /aims/p.md\n---\naims: policy\nid: P-1\ntitle: X\n---\n# X\n\n";
    assert.ok(labels(`${source}See A.6.$0\n`).includes("A.6.2.4"));
    assert.ok(labels(`${source}See clause 6.$0\n`).includes("6.4.3"));
  });

  it("offers only what reads back as a citation of the provision it is offered for", () => {
    const ends: readonly (readonly [string, string, string])[] = [
      ...["Article ", "Annex ", "Annex III point ", "Annex VIII section A point "].map(
        (w) => ["eu-ai-act", "EU AI Act ", w] as const,
      ),
      ...["", "clause ", "Annex "].map((w) => ["iso-23894", "ISO/IEC 23894 ", w] as const),
      ["iso-42001", "ISO/IEC 42001 ", ""],
      ["iso-42001", "ISO/IEC 42001 ", "control "],
      ["iso-42005", "ISO/IEC 42005 ", "clause "],
      ["iso-17021-1", "ISO/IEC 17021-1 ", ""],
      ["nist-ai-600-1", "NIST AI 600-1 ", ""],
      ["nist-ai-rmf", "NIST AI RMF ", ""],
      ["iso-27001", "ISO/IEC 27001 ", ""],
      ["iso-9001", "ISO 9001 ", ""],
    ];
    for (const [standard, name, words] of ends) {
      const source = `//- /aims/aims.yaml\naims: management-system\norganisation: X\nstandards: [${standard}]\n//- /aims/p.md\n---\naims: policy\nid: P-1\ntitle: X\n---\n# X\n\nSee ${name}${words}$0\n`;
      const { host, path, at } = open(source);
      const { entries } = host.snapshot.completion(path, at);
      assert.ok(entries.length > 0, name + words);
      for (const { label, data } of entries) {
        // The top of a clause or annex alone is cited as "clause 6".
        if (/^[A-Z\d]{1,2}$/.test(label) && words !== "Article ") continue;
        const text = `See ${name}${words}${label} here`;
        const [citation] = scanCitations(text, { standards: [standard], place: "prose" });
        const read = citation?.provision;
        assert.equal(`provision:${read?.standard}:${read?.id}`, data, text);
      }
    }
  });

  it("offers subcategories behind their function and parts of standards behind their number", () => {
    assert.ok(offered("MAP 1.").includes("MAP 1.1 Purpose, setting and assumptions"));
    assert.ok(offered("NIST AI RMF ").includes("GOVERN 1.2 Trustworthiness built into policy"));
    assert.ok(offered("23894 6.").some((c) => c.startsWith("6.4.3 ")));
    assert.ok(offered("5259-2 ").includes("Accuracy "));
    for (const name of ["ISO/IEC TS 6254 ", "ISO/IEC 12792 ", "ISO/IEC 23053 "])
      assert.deepEqual(offered(name), [], name);
    assert.ok(offered("ISO/IEC 27001 A.5").some((c) => c.startsWith("A.5.2 ")));
  });

  it("offers nothing in sentences that only name them", () => {
    for (const line of ["The EU AI Act says", "MAP of the city", "The NIST AI RMF is"])
      assert.deepEqual(offered(line), [], line);
  });
});

describe("completion of the source of a number", () => {
  const RESULTS = `//- /aims/evals/f.json
{"overall": {"dpd": 0.08, "a/b": "1 %"}, "rates": {"women": 0.7, "men": 0.9}, "note": "50% of all"}
//- /aims/evals/rates.csv
group,rate,n
women,0.7,400
men,0.9,410
older,,
men & women,0.8,810
//- /aims/known.yaml
measurements:
  - { id: MEAS-001, metric: a, source: "evals/f.json#/note" }
  - { id: MEAS-002, metric: b, source: "evals/rates.csv#row=men&column=n" }
`;
  const record = (source: string): string =>
    `${RESULTS}//- /aims/m.yaml\nmeasurements:\n  - id: MEAS-009\n    metric: x\n    source: ${source}\n`;
  it("is a file, results first", () => {
    const found = labels(record("$0"));
    assert.deepEqual(found.slice(0, 2), ["evals/f.json", "evals/fairness (1).json"]);
    assert.ok(found.indexOf("evals/rates.csv") < found.indexOf("systems.yaml"));
  });
  it("is a value in a JSON file, shown with what it is", () => {
    const { entries } = completions(record("evals/f.json#$0"));
    assert.deepEqual(
      entries.map(({ label, detail }) => [label, detail]),
      [
        ["/note", "50% of all"],
        ["/overall/dpd", "0.08"],
        ["/overall/a~1b", "1 %"],
        ["/rates/women", "0.7"],
        ["/rates/men", "0.9"],
      ],
    );
    assert.equal(accepted(record("evals/f.json#/ra$0"), "/rates/men"), "    source: evals/f.json#/rates/men");
    assert.deepEqual(labels(record("evals/f.json#/overall/$0")), ["/overall/dpd", "/overall/a~1b"]);
    assert.equal(
      accepted(record('"evals/f.json#/overall/dp$0"'), "/overall/dpd"),
      "    source: evals/f.json#/overall/dpd",
    );
  });
  it("is a cell of a CSV file, by its row and column", () => {
    const { entries } = completions(record("evals/rates.csv#$0"));
    assert.deepEqual(
      entries.slice(0, 2).map(({ label, detail }) => [label, detail]),
      [
        ["row=women&column=rate", "0.7"],
        ["row=women&column=n", "400"],
      ],
    );
    assert.deepEqual(labels(record("evals/rates.csv#row=m$0")), ["row=men&column=rate", "row=men&column=n"]);
    assert.ok(labels(record("evals/rates.csv#$0")).includes("row=5&column=rate"));
    const row = "| recall | >= 0.9 | 0.95 | 2026-01-01 | evals/rates.csv#row=w$0 |";
    const inTable = `${RESULTS}//- /aims/m.md\n# Metrics\n\n| Metric | Threshold | Value | Measured on | Source |\n|---|---|---|---|---|\n${row}\n`;
    assert.equal(accepted(inTable, "row=women&column=rate"), row.replace("row=w$0", "row=women&column=rate"));
  });
  it("is asked for inside an assessment and a card, too", () => {
    const assessment = `${RESULTS}//- /aims/a.yaml\naims: impact-assessment\nsystem: AI-001\nmeasures:\n  - what: Retrain\n    metric: recall\n    source: evals/f.json#/rates/$0\n`;
    assert.deepEqual(labels(assessment), ["/rates/women", "/rates/men"]);
    const fields = labels(
      `//- /aims/a.yaml\naims: impact-assessment\nsystem: AI-001\nmetrics:\n  - metric: recall\n    $0\n`,
    );
    assert.ok(
      ["threshold", "value", "source", "groups"].every((name) => fields.includes(name)),
      fields.join(),
    );
    assert.ok(!fields.includes("metric") && !fields.includes("approved_by"));
  });
  it("is nothing in a file that is not there or no results file", () => {
    for (const source of [
      "evals/none.json#$0",
      "systems.yaml#$0",
      "https://example.org/f.json#$0",
      "evals/f.json#/x/$0",
    ])
      assert.deepEqual(labels(record(source)), []);
  });
});
