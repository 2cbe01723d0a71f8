import assert from "node:assert/strict";
import type { Value } from "../../server/src/core/records/model.ts";
import type { Document } from "../../server/src/core/syntax/document.ts";
import * as fixtures from "./fixtures.ts";
import { read } from "./support.ts";

const at = (doc: Document, base: number, span: { start: number; end: number }) =>
  doc.text.slice(base + span.start, base + span.end);

/** A value as what stands at its span; lists and mappings as their parts. */
function shown(doc: Document, base: number, value: Value): unknown {
  if (value.type === "list") return value.items.map((item) => shown(doc, base, item));
  if (value.type === "map")
    return Object.fromEntries(value.entries.map((e) => [at(doc, base, e.keySpan), shown(doc, base, e.value)]));
  return at(doc, base, value.span);
}

/** A record's fields: what stands at each key's span and each value's. */
function fields(doc: Document, index: number): Record<string, unknown> {
  const { base, data } = doc.records[index] ?? assert.fail(`no record ${index}`);
  return Object.fromEntries(
    [...data.fields.values()].map((f) => [f.name, [at(doc, base, f.keySpan), shown(doc, base, f.value)]]),
  );
}

const kinds = (doc: Document) => doc.records.map(({ data }) => `${data.kind} ${data.notation} ${data.id ?? ""}`.trim());
const problems = (doc: Document) => [
  ...doc.problems.map((p) => [p.code, at(doc, 0, p.span)]),
  ...doc.blocks.flatMap(({ base, data }) => data.problems.map((p) => [p.code, at(doc, base, p.span)])),
];
const citations = (doc: Document) =>
  doc.blocks.flatMap(({ base, data }) => data.citations.map((c) => `${at(doc, base, c.span)} ${c.place}`));

describe("YAML records", () => {
  it("have a span for each key and value", () => {
    const doc = read(fixtures.SYSTEM_YAML);
    assert.equal(doc.ownRecord, 0);
    const got = fields(doc, 0);
    assert.deepEqual(got.name, ["name", '"Credit screener"']);
    assert.deepEqual(got.suppliers, ["suppliers", ["SUP-001", "SUP-002"]]);
    assert.deepEqual(got.affected, ["affected", ["Applicants", "'Staff: branch'"]]);
    assert.deepEqual(got.satisfies, ["satisfies", { "iso-42001": ["5.2", "A.2.2"], "eu-ai-act": ["Art. 9"] }]);
    assert.deepEqual(got.notes, ["notes", ""]);
    const { data } = doc.records[0] ?? assert.fail();
    assert.equal(data.plain.version, "2.10");
    assert.equal(data.plain.in_scope, true);
    assert.equal(data.plain.purpose, "Sorts applications by A.6.2.4.\n\nNothing else.");
    assert.equal("notes" in data.plain, false);
    assert.equal(data.id, "AI-001");
    assert.equal(at(doc, 0, data.kindSpan ?? assert.fail()), "system");
  });

  it("cite provisions in scalars and in satisfies, not in comments", () => {
    const text =
      "aims: risk\nid: RISK-001 # A.6.2.9\ndescription: see A.6.2.4\nsatisfies:\n  iso-42001: [5.2, 'A.2.2']\n";
    assert.deepEqual(citations(read({ path: "/aims/r.yaml", text })), ["A.6.2.4 prose", "5.2 field", "A.2.2 field"]);
  });

  it("have placeholders wherever they stand, and none in the brackets of lists", () => {
    const written = [
      ['"[Name of owner]"', 1, false],
      ["Ask [Name of owner] first", 1, true],
      ["{{owner}}", 1, false],
      ["TBD", 1, false],
      ["____", 1, false],
      ["|\n      [Name of owner]", 1, false],
      [">\n      To\n      be determined", 0, false],
      ['"\\x5bName of owner\\x5d"', 0, false],
      ["Head of Credit", 0, true],
    ] as const;
    for (const [owner, count, says] of written) {
      const item = `- id: RISK-001\n    systems: [credit, marketing]\n    owner: ${owner}\n`;
      const own = `aims: risk\nid: RISK-001\nsystems: [credit, marketing]\nowner: ${owner.replaceAll("\n    ", "\n")}\n`;
      for (const text of [`risks:\n  ${item}`, own]) {
        const doc = read({ path: "/aims/risks.yaml", text });
        const { data } = doc.records[0] ?? assert.fail(text);
        const inBlocks = doc.blocks.reduce((sum, block) => sum + block.data.placeholders.length, 0);
        assert.deepEqual([data.placeholders.length, inBlocks, "owner" in data.plain], [count, count, says], text);
      }
    }
    const lists = read({ path: "/aims/r.yaml", text: "risks:\n  - id: RISK-001\n    systems: [TBD, credit]\n" });
    assert.deepEqual(lists.records[0]?.data.plain.systems, ["credit"]);
  });

  it("stand in registers, block or flow", () => {
    const doc = read(fixtures.RISKS_YAML);
    assert.deepEqual(kinds(doc), ["risk yaml-item RISK-001", "risk yaml-item RISK-002", "risk yaml-item RISK-003"]);
    assert.equal(doc.ownRecord, undefined);
    assert.deepEqual(fields(doc, 1).systems, ["systems", ["AI-001", "AI-002"]]);
    assert.deepEqual(fields(doc, 2).title, ["title", '"Leak"']);
    assert.equal(doc.records[2]?.data.placeholders.length, 1);
    assert.equal("owner" in (doc.records[2]?.data.plain ?? {}), false);
  });

  it("hold fields in mappings of their own, as what these say of them", () => {
    const doc = read(fixtures.GROUPED_YAML);
    assert.deepEqual(doc.records[0]?.data.plain, {
      id: "RISK-001",
      title: "Proxy bias",
      likelihood: 4,
      impact: 5,
      score: 20,
      rating: "critical",
      controls: ["A.6.2.4", "A.7.4"],
      residual_impact: 3,
      residual: "medium",
      "residual_risk.rationale": "As found by A.6.2.6",
      treatment: "mitigate",
      treatment_plan: "Retrain; Watch",
      owner: "Ana Lima",
    });
    const { base, data } = doc.records[0] ?? assert.fail();
    const level = data.fields.get("residual") ?? assert.fail();
    const places = [level.keySpan, level.value.span, level.group?.keySpan ?? assert.fail()];
    assert.deepEqual(
      places.map((place) => at(doc, base, place)),
      ["level", "medium", "residual_risk"],
    );
    assert.deepEqual(citations(doc), ["A.6.2.4 field", "A.7.4 field", "A.6.2.6 prose"]);
    assert.deepEqual(
      data.placeholders.map(({ span }) => at(doc, base, span)),
      ["[Name]"],
    );
    assert.equal(doc.records[1]?.data.plain.treatment_plan, "Rules for use; Training");
  });

  it("say points and texts with a colon in them as they are written", () => {
    const text =
      "risks:\n  - id: RISK-001\n    affected:\n      - Staff: all of them\n    treatment_plan:\n      - No tool: files only\n      - [a, b]\n";
    const { affected, treatment_plan } = read({ path: "/aims/r.yaml", text }).records[0]?.data.plain ?? {};
    assert.deepEqual([affected, treatment_plan], [["Staff: all of them"], "No tool: files only; [a, b]"]);
  });

  it("read of several judgements those of which no field stands elsewhere, whatever their order", () => {
    const text = (lines: string): string => `risks:\n  - id: RISK-001\n    title: x\n${lines}`;
    const plain = (lines: string) => read({ path: "/aims/r.yaml", text: text(lines) }).records[0]?.data.plain ?? {};
    const current = "    current: { likelihood: 2, impact: 2 }\n";
    const initial = "    initial: { likelihood: 4, impact: 2 }\n";
    const residual = "    residual: { likelihood: 1, impact: 2 }\n";
    assert.equal(plain(current).likelihood, 2);
    assert.deepEqual([plain(current + initial).likelihood, plain(current + initial).residual_likelihood], [4, 2]);
    assert.deepEqual([plain(current + residual).likelihood, plain(current + residual).residual_likelihood], [2, 1]);
    const all = plain(current + residual + initial);
    assert.deepEqual([all.likelihood, all.residual_likelihood, all.current], [4, 1, { likelihood: 2, impact: 2 }]);
    assert.deepEqual(plain(`${initial}    impact: 5\n`).initial, { likelihood: 4, impact: 2 });
    const own = read({
      path: "/aims/r.yaml",
      text: `aims: risk\nid: R-1\n${(current + initial).replaceAll("    ", "")}`,
    });
    assert.deepEqual([own.records[0]?.data.plain.likelihood, own.records[0]?.data.plain.residual_likelihood], [4, 2]);
  });

  it("stand several in one file", () => {
    assert.deepEqual(kinds(read(fixtures.SEVERAL_YAML)), ["policy yaml AIMS-POL-001", "objective yaml OBJ-001"]);
  });

  it("are fields and no registers where the kind has the key", () => {
    const text =
      "aims: scope\ntitle: S\nsystems: [AI-001, AI-002]\nexclusions:\n  - system: AI-003\n    reason: sold\nrisks:\n  - id: RISK-001\n    title: x\n";
    const doc = read({ path: "/aims/s.yaml", text });
    assert.deepEqual(kinds(doc), ["scope yaml", "risk yaml-item RISK-001"]);
    assert.deepEqual(fields(doc, 0).systems, ["systems", ["AI-001", "AI-002"]]);
    assert.deepEqual(fields(doc, 0).exclusions, ["exclusions", [{ system: "AI-003", reason: "sold" }]]);
  });

  it("are the management system in aims.yaml without being told", () => {
    const doc = read(fixtures.AIMS_YAML, undefined, false);
    assert.equal(doc.records[0]?.data.kind, "management-system");
    assert.equal(doc.ownRecord, 0);
  });

  it("say a kind that does not exist, or a key twice", () => {
    const doc = read({ path: "/aims/r.yaml", text: "aims: sytem\nid: AI-001\nid: AI-002\n" });
    const { data } = doc.records[0] ?? assert.fail();
    assert.equal(data.kind, undefined);
    assert.equal(data.kindText, "sytem");
    assert.equal(at(doc, 0, data.kindSpan ?? assert.fail()), "sytem");
    assert.equal(data.id, "AI-001");
    assert.equal(data.duplicates.length, 1);
  });
});

describe("Markdown records", () => {
  it("are front matter with the body's sections", () => {
    const doc = read(fixtures.FRONT_MATTER);
    const { data } = doc.records[0] ?? assert.fail();
    assert.deepEqual(kinds(doc), ["impact-assessment front-matter AIIA-001"]);
    assert.deepEqual(fields(doc, 0).participants, ["participants", ["Ana Lima", "Bo Ek"]]);
    assert.deepEqual(fields(doc, 0).title, ["Impact assessment of the screener", "Impact assessment of the screener"]);
    assert.deepEqual(
      data.sections?.map(({ title, content }) => `${title}: ${content}`),
      ["Impact assessment of the screener: filled", "Benefits: filled", "Harms: placeholder", "Measures: empty"],
    );
    const [link] = doc.blocks.flatMap((b) => b.data.links.map((l) => [at(doc, b.base, l.span), l.kind]));
    assert.deepEqual(link, ["plans/plan.md", "markdown"]);
    assert.deepEqual(citations(doc), ["A.5.2 prose"]);
  });

  it("are bold headers, in every manner of writing them", () => {
    const doc = read(fixtures.BOLD_HEADER, undefined, false);
    assert.deepEqual(kinds(doc), ["policy control-header AIMS-POL-001"]);
    const got = fields(doc, 0);
    assert.deepEqual(got.version, ["Version", "1.0"]);
    assert.deepEqual(got.owner, ["Owner", "Ana Lima"]);
    assert.deepEqual(got.approved_by, ["Approved by", "____________"]);
    assert.equal("approved_by" in (doc.records[0]?.data.plain ?? {}), false);
    assert.deepEqual(doc.about, [{ standard: "iso-42001", provision: "5.2" }]);
    assert.deepEqual(fields(read(fixtures.ONE_LINE_HEADER), 0).owner, ["Owner", "Bo Ek"]);
    const bullets = {
      path: "/aims/b.md",
      text: "# AI policy\n\n- **ID**: POL-1\n- **Owner**: Ana\n- __Status__: Draft\n\nISO/IEC 42001\n",
    };
    assert.deepEqual(fields(read(bullets), 0).status, ["Status", "Draft"]);
  });

  it("are headers without bold, below a logo, and headers broken with tags", () => {
    const doc = read(fixtures.PLAIN_HEADER, undefined, false);
    assert.deepEqual(kinds(doc), ["policy control-header AIMS-POL-003"]);
    assert.deepEqual(fields(doc, 0).owner, ["Owner", "Ana Lima"]);
    const text =
      "# AI policy\n\n*Internal*\n\n**Document ID:** POL-1<br>\n**Owner:** Ana, **Version:** 2<br/>\n\nISO/IEC 42001\n";
    const broken = fields(read({ path: "/aims/b.md", text }), 0);
    assert.deepEqual(
      [broken.id, broken.owner, broken.version],
      [
        ["Document ID", "POL-1"],
        ["Owner", "Ana"],
        ["Version", "2"],
      ],
    );
    const prose = "# AI policy\n\nNote: see ISO/IEC 42001.\nOwner: the owner is told elsewhere.\n";
    assert.equal(read({ path: "/x/b.md", text: prose }, undefined, false).governed, false);
  });

  it("are header tables at the top or under a heading that says so", () => {
    const doc = read(fixtures.TABLE_HEADER, undefined, false);
    const got = fields(doc, 0);
    assert.deepEqual(got.owner, ["Owner", "Bo Ek"]);
    assert.deepEqual(got.Colour, ["Colour", "green"]);
    assert.equal(doc.records[0]?.data.fields.get("Colour")?.known, false);
    const [before, table, after] = fixtures.TABLE_HEADER.text.split("\n\n");
    const below = {
      path: "/aims/t.md",
      text: `${before}\n\n## Purpose\n\nISO/IEC 42001\n\n## Document control\n\n${table}\n\n${after}\n`,
    };
    assert.equal(read(below, undefined, false).records[0]?.data.id, "AIMS-POL-002");
  });

  it("are a register's rows, with visible text and exact cells", () => {
    const doc = read(fixtures.RISK_TABLE, undefined, false);
    assert.deepEqual(kinds(doc), [
      "procedure control-header AIMS-RR-001",
      ...["risk table-row RISK-001", "risk table-row RISK-002", "risk table-row RISK-003"],
    ]);
    assert.deepEqual(fields(doc, 1).status, ["✅ Open", "Open"]);
    assert.deepEqual(fields(doc, 2).id, ["**RISK-002**", "RISK-002"]);
    assert.deepEqual(fields(doc, 2).owner, ["", ""]);
    const [first, , third] = doc.records.slice(1).map(({ data }) => data);
    assert.equal(first?.plain.description, "Proxy bias in a|b");
    assert.equal(first?.plain.likelihood, 3);
    assert.equal(first?.plain.status, "open");
    assert.equal(first?.template, false);
    assert.equal(third?.template, true);
  });

  it("are rows of registers in quotes and lists", () => {
    const table = "| Risk ID | Description | Likelihood | Impact |\n|---|---|---|---|\n| RISK-001 | x | 3 | 4 |\n";
    for (const prefix of ["> ", "  "]) {
      const lead = prefix === "  " ? "- The register:\n\n" : "";
      const text = `# R\n\n${lead}${table.replace(/^(?=.)/gm, prefix)}`;
      const doc = read({ path: "/aims/r.md", text });
      assert.deepEqual(kinds(doc), ["risk table-row RISK-001"], text);
      assert.deepEqual(fields(doc, 0).impact, ["4", "4"]);
    }
  });

  it("are headings with an id", () => {
    const doc = read(fixtures.HEADING_RECORDS);
    assert.deepEqual(kinds(doc), [
      "procedure front-matter AIMS-PROC-001",
      "risk heading RISK-001",
      "risk heading RISK-002",
    ]);
    assert.deepEqual(fields(doc, 1), {
      id: ["RISK-001", "RISK-001"],
      title: ["Proxy bias", "Proxy bias"],
      likelihood: ["Likelihood", "3"],
      impact: ["Impact", "4"],
      owner: ["Owner", "Ana Lima"],
    });
    assert.deepEqual(fields(doc, 2).likelihood, ["Likelihood", "2"]);
    assert.equal(doc.records[2]?.data.fields.get("owner")?.value.type, "empty");
    assert.deepEqual(
      doc.blocks.flatMap(({ data }) => data.mentions.map((m) => m.id)).filter((id) => id === "RISK-001").length >= 1,
      true,
    );
  });

  it("are headings with an id and any labelled lines under them, also where the document has no header", () => {
    const text = `# Open points

## [R-01] Proxy bias

- Likelihood: 3
- Impact: 4

## R-02 Drift

Likelihood: 2
Owner: Ana Lima

## R-03

| Field | Value |
|---|---|
| Likelihood | 3 |

## R-04 and what we do

Likelihood: it depends

## AI-2 Notes

- Because: of that
- Therefore: this
`;
    const doc = read({ path: "/aims/r.md", text });
    assert.deepEqual(kinds(doc), ["risk heading R-01", "risk heading R-02", "risk heading R-03"]);
    assert.deepEqual(fields(doc, 0), {
      id: ["R-01", "R-01"],
      title: ["Proxy bias", "Proxy bias"],
      likelihood: ["Likelihood", "3"],
      impact: ["Impact", "4"],
    });
    assert.deepEqual(fields(doc, 1).owner, ["Owner", "Ana Lima"]);
    assert.equal(read({ path: "/aims/r.md", text }, undefined, false).governed, false);
    const one = read({ path: "/aims/notes.md", text: "# Notes\n\n## CR-12: Rename\n\n**Status:** done\n" });
    assert.equal(one.governed, false);
  });

  it("are model cards, inside an AIMS only", () => {
    const doc = read(fixtures.MODEL_CARD);
    assert.deepEqual(kinds(doc), ["model-card model-card"]);
    assert.equal(doc.records[0]?.data.plain.license, "mit");
    assert.equal(doc.records[0]?.data.plain.intended_use, "Loans below 5,000.");
    assert.equal(read(fixtures.MODEL_CARD, undefined, false).governed, false);
  });

  it("are cards and data sheets by their title and sections alone, inside an AIMS only", () => {
    const card = (title: string): { path: string; text: string } => ({
      path: "/aims/x.md",
      text: `# ${title}\n\n## Intended use\n\nLetters.\n\n## Source data\n\n<!-- Whence? -->\n\nOur post room.\n`,
    });
    assert.deepEqual(kinds(read(card("Model Card: Sorter"))), ["model-card model-card"]);
    assert.deepEqual(kinds(read(card("Datasheet for letters"))), ["dataset model-card"]);
    assert.equal(read(card("Datasheet for letters")).records[0]?.data.plain.origin, "Our post room.");
    assert.equal(read(card("Model Card: Sorter"), undefined, false).governed, false);
    for (const title of ["Model cards", "How to write a model card", "Letters"]) {
      assert.equal(read(card(title)).governed, false, title);
    }
  });
});

describe("a document's own record", () => {
  it("is a template where a program is to fill it", () => {
    const text =
      "# AI policy\n\n**Document ID:** AIMS-POL-001\n**Owner:** Bo\n\n{% if approved %}\nApproved.\n{% endif %}\n";
    assert.equal(read({ path: "/aims/p.md", text }).template, true);
    assert.equal(read({ path: "/aims/p.md", text: text.replace(/\{%/g, "Use {%") }).template, false);
  });

  it("is known by the labels of the kind that its title names", () => {
    const minutes = "# Management review minutes\n\n**Date:** 2026-06-16\n**Chair:** Bo\n\nWe met.\n";
    assert.deepEqual(kinds(read({ path: "/aims/m.md", text: minutes })), ["management-review control-header"]);
    assert.equal(read({ path: "/aims/m.md", text: minutes }, undefined, false).governed, false);
    assert.equal(read({ path: "/aims/m.md", text: minutes.replace("Management review", "Team") }).governed, false);
    const raci =
      "# Roles and responsibilities\n\n| Task | Responsible | Accountable |\n|---|---|---|\n| Logs | Bo | Cy |\n";
    assert.deepEqual(kinds(read({ path: "/aims/r.md", text: raci })), ["procedure control-header"]);
    assert.equal(read({ path: "/aims/r.md", text: raci.replace("Accountable", "Deputy") }).governed, false);
  });

  it("is made by its title alone, or by an id alone, where these leave no doubt", () => {
    const own = (text: string, path = "/aims/p.md", inAims = true): string | undefined => {
      const doc = read({ path, text }, undefined, inAims);
      const data = doc.ownRecord === undefined ? undefined : doc.records[doc.ownRecord]?.data;
      return data && `${data.kind} ${data.id ?? data.plain.title}`;
    };
    assert.equal(own("# AI policy\n\nWe take care.\n"), "policy AI policy");
    assert.equal(own("AI policy\n=========\n\nWe take care.\n"), "policy AI policy");
    assert.equal(own("# Risk criteria\n\nLow 1–5.\n"), "procedure Risk criteria");
    assert.equal(own("# Scope statement\n\nBy ISO/IEC 42001, clause 4.3.\n"), "scope Scope statement");
    assert.equal(own("# Data handling\n\n**Document ID:** AIMS-POL-007\n"), "policy AIMS-POL-007");
    for (const [text, path, inAims] of [
      ["# AI policy\n", "/aims/p.md", false],
      ["# AI policy\n", "/aims/README.md", true],
      ["# Scope statement\n", "/aims/p.md", true],
      ["# Training plan\n", "/aims/p.md", true],
      ["# Why an AI policy\n", "/aims/p.md", true],
      ["# Notes\n\n## AI policy\n", "/aims/p.md", true],
      ["# Data handling\n\n**Ticket:** AIMS-POL-007\n", "/aims/p.md", true],
      ["# Data handling\n\n**Document ID:** X\n", "/aims/p.md", true],
    ] as const)
      assert.equal(own(text, path, inAims), undefined, text);
  });

  const assessment = `# AI system impact assessment

**Document ID:** AIIA-004
**Owner:** Ana Lima

ISO/IEC 42001

## Overview

| Field | Details |
|-------|---------|
| System | AI-001 |
| Owner | somebody else |
| Purpose | Sorts letters |
| Limitations | |
`;

  it("takes from forms in the body what only its kind has", () => {
    const doc = read({ path: "/aims/a.md", text: assessment });
    const { data } = doc.records[0] ?? assert.fail();
    assert.equal(data.kind, "impact-assessment");
    assert.equal(data.plain.system, "AI-001");
    assert.equal(data.plain.purpose, "Sorts letters");
    assert.equal(data.plain.owner, "Ana Lima");
    assert.equal(data.fields.has("limitations"), false);
    assert.deepEqual(fields(doc, 0).purpose, ["Purpose", "Sorts letters"]);
  });

  it("takes nothing from forms in the body that several of them say, each of something else", () => {
    const play = (trigger: string): string => `| Field | Value |\n|---|---|\n| Trigger | ${trigger} |\n| Lead | Bo |\n`;
    const header = "# Change procedure for AI\n\n**Document ID:** AIMS-PROC-007\n**Owner:** Ana Lima\n\n";
    const one = read({ path: "/aims/p.md", text: `${header}## Intake\n\n${play("A new system")}` });
    assert.equal(one.records[0]?.data.fields.get("triggers")?.label, "Trigger");
    const two = `${header}## Intake\n\n${play("A new system")}\n## Triage\n\n${play("An entry")}`;
    const { data } = read({ path: "/aims/p.md", text: two }).records[0] ?? assert.fail();
    assert.deepEqual([data.plain.owner, data.fields.has("triggers"), data.duplicates], ["Ana Lima", false, []]);
  });

  it("has no control of another standard among its records", () => {
    const rows =
      "| Control | Name | Applicable | Status | Justification |\n|---|---|---|---|---|\n| A.5.15 | Access | Yes | Done | Law |\n";
    const records = (text: string, path = "/aims/soa.md"): unknown[] =>
      read({ path, text }).records.flatMap(({ data }) => (data.kind === "control" ? data.plain.control : []));
    const soa = (top: string, section = "Controls"): string =>
      `# Statement of Applicability\n\n${top}\n## ${section}\n\n${rows}`;
    for (const top of [
      "",
      "**Standard:** ISO/IEC 42001:2023\n",
      "**Related:** ISO/IEC 27001\n",
      "**Standards:** ISO/IEC 27001, ISO/IEC 42001\n",
    ])
      assert.deepEqual(records(soa(top)), ["A.5.15"], top);
    for (const top of [
      "**Standard:** ISO/IEC 27001:2022 Annex A\n",
      "| Field | Value |\n|---|---|\n| Standard | ISO 27001 |\n",
    ]) {
      assert.deepEqual(records(soa(top)), [], top);
      assert.deepEqual(records(soa(top, "Controls of ISO/IEC 42001")), ["A.5.15"], top);
    }
    assert.deepEqual(records(soa("", "ISO/IEC 27001 controls")), []);
    const csv = "Control,Name,Applicable,Status\nA.5.15,Access control,Yes,Implemented\n";
    assert.deepEqual(records(csv, "/aims/soa.csv"), ["A.5.15"]);
    assert.deepEqual(records(csv, "/aims/ISO27001_soa.csv"), []);
  });

  it("is approved by whom its table of approvals says", () => {
    const table = (rows: string, more = ""): string =>
      `# AI policy\n\n**Document ID:** AIMS-POL-009\n${more}\n## Approval\n\n| Role | Name | Date |\n|---|---|---|\n${rows}\n`;
    const said = (text: string): unknown[] => {
      const { plain } = read({ path: "/aims/p.md", text }).records[0]?.data ?? assert.fail();
      return [plain.approved_by, plain.approved_on];
    };
    const prepared = "| Prepared by | Bo Ek | 2026-08-01 |\n";
    const director = "| Approved by — Director | Ada Lind | 14 August 2026 |\n";
    assert.deepEqual(said(table(prepared + director)), ["Ada Lind", "2026-08-14"]);
    const board = "| Approved by — Chair | Cy Moe | 12 August 2026 |\n";
    assert.deepEqual(said(table(board + director)), ["Ada Lind", "2026-08-14"]);
    assert.deepEqual(said(table(director, "**Approved by:** The board\n")), ["The board", "2026-08-14"]);
    for (const text of [
      table(prepared),
      table(`${director}| Approved by — Chair | | |\n`),
      table("| Approved by — Director | [Name] | [Date] |\n"),
      ...["pending", "______", "[Signature]", ""].map((signature) =>
        table(`| Approved by — Director | Ada Lind | 14 August 2026 | ${signature} |\n`).replace(
          "| Date |\n|---|",
          "| Date | Signature |\n|---|---|",
        ),
      ),
      table(director, "**Status:** Draft\n"),
      `${table(director)}\n## Annex\n\n${table(director).split("## Approval\n\n")[1]}`,
    ])
      assert.deepEqual(said(text), [undefined, undefined], text);
  });

  it("is read anew where what stands behind it decides on what is read of it", () => {
    const play = (rows: string): string => `| Field | Value |\n|---|---|\n${rows}`;
    const one = `# Change procedure for AI\n\n**Document ID:** AIMS-PROC-007\n**Owner:** Ana Lima\n\n## Intake\n\n${play("| Trigger | A new system |\n| Inputs | An entry |\n")}`;
    const two = `${one}\nAnd then\n\n${play("| Trigger | An entry |\n")}`;
    const marked = "---\nid: AIMS-POL-001\naims: policy\n---\n\nText.\n";
    for (const [before, after] of [
      [one, two],
      [two, one],
      [marked, marked.replace("aims:", "x\naims:")],
    ] as const) {
      const again = read({ path: "/aims/p.md", text: after }, read({ path: "/aims/p.md", text: before }));
      assert.deepEqual(again.records[0], read({ path: "/aims/p.md", text: after }).records[0]);
    }
  });

  it("takes no label for a value where a header table has its labels above its values", () => {
    const table =
      "| **Document ID** | **Version** | **Status** | **Organization** |\n|--|--|--|--|\n| AIMS-CH-01 | 1.0 | Draft | Acme |\n";
    const { data } =
      read({ path: "/aims/c.md", text: `# AI governance charter\n\n${table}\n## Purpose\n\nx\n` }).records[0] ??
      assert.fail();
    assert.deepEqual([data.plain.status, data.plain.id], [undefined, undefined]);
  });

  it("is no record of the register below that its front matter announces", () => {
    const text =
      "---\naims: risk\ntitle: Risks\nowner: Ana\n---\n\n| Risk ID | Description | Likelihood | Impact |\n|---|---|---|---|\n| RISK-001 | x | 3 | 4 |\n";
    const doc = read({ path: "/aims/r.md", text });
    assert.deepEqual(kinds(doc), ["procedure front-matter", "risk table-row RISK-001"]);
    const alone = read({ path: "/aims/r.md", text: "---\naims: risk\nid: RISK-002\ntitle: x\n---\n" });
    assert.deepEqual(kinds(alone), ["risk front-matter RISK-002"]);
  });

  it("is the same object after its prose was edited", () => {
    for (const file of [fixtures.FRONT_MATTER, fixtures.BOLD_HEADER]) {
      const before = read(file);
      const after = read({ ...file, text: `${file.text}\nMore words.\n`.replace("Faster", "Quicker") }, before);
      if (file === fixtures.BOLD_HEADER) assert.equal(after.records[0]?.data, before.records[0]?.data);
      assert.deepEqual(after.records[0]?.data.plain, before.records[0]?.data.plain);
    }
  });
});

describe("CSV records", () => {
  it("are rows inside an AIMS", () => {
    const doc = read(fixtures.RISKS_CSV);
    assert.deepEqual(kinds(doc), ["risk csv-row RISK-001", "risk csv-row RISK-002"]);
    assert.equal(doc.records[0]?.data.plain.description, "Bias, by proxy");
    assert.equal(doc.records[1]?.data.plain.description, 'He said "no"');
    assert.deepEqual(fields(doc, 0).score, ["12", "12"]);
    assert.equal(read(fixtures.RISKS_CSV, undefined, false).governed, false);
  });

  it("may be separated by semicolons or tabs", () => {
    for (const separator of [";", "\t"]) {
      const text = fixtures.RISKS_CSV.text.replace(/"Bias, by proxy"/, "Bias").replaceAll(",", separator);
      assert.equal(read({ ...fixtures.RISKS_CSV, text }).records[0]?.data.plain.impact, 4);
    }
  });
});

describe("what is no governance document", () => {
  const others: Record<string, fixtures.Fixture> = {
    "ordinary YAML": {
      path: "/x/docker.yaml",
      text: "services:\n  web:\n    image: x\nrisks:\n  - id: RISK-001\n    title: x\n",
    },
    "YAML with aims of its own": { path: "/x/a.yaml", text: "aims: To reduce poverty\ntype: policy\n" },
    "YAML with a type": { path: "/x/a.yaml", text: "type: policy\nid: POL-1\n" },
    "a README about the standard": {
      path: "/x/README.md",
      text: "# Toolkit\n\n**Version:** 1\n**License:** MIT\n\nFor ISO/IEC 42001, A.6.2.44.\n",
    },
    "a header without the standard": {
      path: "/x/a.md",
      text: "# Leave policy\n\n**Document ID:** HR-1\n**Owner:** Ana\n\nText.\n",
    },
    "a register alone": {
      path: "/x/r.md",
      text: "| Risk ID | Description | Likelihood | Impact |\n|---|---|---|---|\n| RISK-001 | x | 3 | 4 |\n",
    },
    "a page with front matter": {
      path: "/x/p.md",
      text: "---\ntitle: x\ntype: mitigation\niso-42001_references:\n  - A-7-2\n---\n\nSee ISO/IEC 42001.\n",
    },
  };
  for (const [name, file] of Object.entries(others)) {
    it(`leaves alone ${name}`, () => {
      const doc = read(file, undefined, false);
      assert.equal(doc.governed, false);
      assert.deepEqual([doc.records, doc.blocks, doc.problems], [[], [], []]);
    });
  }

  it("leaves ordinary YAML alone inside an AIMS too", () => {
    const text = "roles:\n  - name: web\n    tags: [a]\nchanges:\n  - id: 3\n    date: 2026-01-01\ntasks: []\n";
    assert.equal(read({ path: "/aims/playbook.yaml", text }).governed, false);
    const chart = "apiVersion: v2\nname: kafka\ndescription: Streams\ntype: application\nversion: 0.1.0\n";
    assert.equal(read({ path: "/aims/charts/kafka/Chart.yaml", text: chart }).governed, false);
    assert.equal(read({ path: "/aims/kafka.yaml", text: chart.replace("apiVersion: v2\n", "") }).governed, true);
    assert.equal(read({ path: "/aims/kafka.yaml", text: `aims: system\n${chart}` }).records[0]?.data.kind, "system");
  });
});

describe("hazards", () => {
  const fixed = (file: fixtures.Fixture) => {
    const [problem] = read(file).problems;
    const edit = problem?.fix?.edits[0] ?? assert.fail("no fix");
    return file.text.slice(0, edit.span.start) + edit.newText + file.text.slice(edit.span.end);
  };

  it("front matter without its opening line is read, said and opened", () => {
    const text = "aims: policy\nid: AIMS-POL-001\ntitle: AI policy\n---\n\n# AI policy\n";
    const file = { path: "/aims/p.md", text };
    assert.deepEqual(problems(read(file)), [["unclosed-front-matter", "aims: policy"]]);
    assert.deepEqual(kinds(read(file)), ["policy front-matter AIMS-POL-001"]);
    assert.equal(fixed(file), `---\n${text}`);
    assert.deepEqual(problems(read({ ...file, text: fixed(file) })), []);
  });

  it("front matter that is never closed is read, said and closed", () => {
    const text = "---\naims: policy\nid: AIMS-POL-001\ntitle: AI policy\n\n# AI policy\n\nText: x\n";
    const file = { path: "/aims/p.md", text };
    assert.deepEqual(problems(read(file)), [["unclosed-front-matter", "---"]]);
    assert.equal(fixed(file), "---\naims: policy\nid: AIMS-POL-001\ntitle: AI policy\n---\n\n# AI policy\n\nText: x\n");
    assert.deepEqual(problems(read({ ...file, text: fixed(file) })), []);
  });

  it("broken front matter is explained where it is broken", () => {
    const doc = read({
      path: "/aims/p.md",
      text: "---\naims: policy\ntitle: {{ name }} policy\nowner: Ana: x\n---\n\n# P\n",
    });
    assert.deepEqual(problems(doc), [
      ["invalid-syntax", "{{ name }}"],
      ["invalid-syntax", "Ana:"],
    ]);
    assert.equal(doc.records.length, 1);
  });

  it("an unfinished merge is said once and its first side read", () => {
    const text =
      "aims: risk\nid: RISK-001\n<<<<<<< HEAD\nowner: Ana\n=======\nowner: Bo\n>>>>>>> other\nstatus: open\n";
    const doc = read({ path: "/aims/r.yaml", text });
    assert.deepEqual(problems(doc), [["invalid-syntax", "<<<<<<< HEAD"]]);
    assert.equal(doc.records[0]?.data.plain.owner, "Ana");
    assert.equal(doc.records[0]?.data.plain.status, "open");
    assert.equal(doc.text, text);
  });

  it("rows with more or fewer cells than the table are said", () => {
    const head = "| Risk ID | Description | Likelihood | Impact |\n|---|---|---|---|\n";
    const doc = read({ path: "/aims/r.md", text: `${head}| RISK-001 | x | 3 | 4 | 5 |\n| RISK-002 | x | 3 |\n` });
    assert.deepEqual(problems(doc), [
      ["ragged-table-row", "5"],
      ["ragged-table-row", "| RISK-002 | x | 3 |"],
    ]);
  });

  it("a register's subtitles, sums and template loops are no records", () => {
    const head = "| Risk ID | Description | Likelihood | Impact |\n|---|---|---|---|\n";
    const rows =
      '| **Fairness** | | | |\n{% for r in risks %}\n| RISK-001 | x | 3 | 4 |\n| {{ "R-%03d"|format(i) }} | {{ r.text }} | 1 | 2 |\n{% endfor %}\n| Total | 1 | | |\n';
    const doc = read({ path: "/aims/r.md", text: head + rows });
    assert.deepEqual(kinds(doc), ["risk table-row RISK-001"]);
    assert.deepEqual(problems(doc), []);
    const words = read({ path: "/aims/r.md", text: `${head}| RISK-002 | a rate of {% or so | 1 | 2 |\n` });
    assert.deepEqual(kinds(words), ["risk table-row RISK-002"]);
  });
});

describe("rows with fewer cells than columns", () => {
  it("say no more than those whose cells are empty", () => {
    const read1 = (path: string, row: string): boolean | undefined => {
      const csv = "Supplier ID,Supplier,Supplies,Owner\n";
      const table = "# Suppliers\n\n| Supplier ID | Supplier | Supplies | Owner |\n|---|---|---|---|\n";
      const text = path.endsWith("csv") ? csv + row : `${table}| ${row.replaceAll(",", " | ")} |`;
      return read({ path, text: `${text}\n` }).records[0]?.data.template;
    };
    for (const path of ["/aims/suppliers.csv", "/aims/suppliers.md"]) {
      assert.equal(read1(path, "SUP-001,,,"), true, path);
      assert.equal(read1(path, "SUP-001"), true, path);
      assert.equal(read1(path, "SUP-001,Parley"), false, path);
    }
  });
});

describe("templates", () => {
  it("are told by file name, folder and title", () => {
    const text = fixtures.BOLD_HEADER.text;
    for (const path of [
      "/aims/_TEMPLATE-policy.md",
      "/aims/policy.template.md",
      "/aims/POLICY-TEMPLATE.md",
      "/aims/templates/p.md",
    ]) {
      assert.equal(read({ path, text }).template, true, path);
    }
    for (const title of [
      "AI policy template",
      "AI policy Template — ISO/IEC 42001",
      "Template 01: AI policy",
      "Acme template AI policy",
      "{{ org }} policy",
    ]) {
      const doc = read({ path: "/aims/p.md", text: text.replace("# AI policy", `# ${title}`) });
      assert.equal(doc.template, true, title);
      assert.equal(doc.records[0]?.data.template, true, title);
    }
    for (const title of ["AI policy for templates of letters", "Template engine: AI policy"])
      assert.equal(
        read({ path: "/aims/p.md", text: text.replace("# AI policy", `# ${title}`) }).template,
        false,
        title,
      );
  });
});

describe("suppressions", () => {
  it("cover the line they end, the next line, or the file", () => {
    const text =
      "---\naims: policy # aims-ignore missing-field: draft\n---\n\n<!-- aims-ignore a-rule, b-rule: because -->\n\nText.\n\nMore. <!-- aims-ignore c-rule -->\n\n<!-- aims-ignore-file d-rule: all -->\n";
    const doc = read({ path: "/aims/p.md", text });
    assert.deepEqual(
      doc.suppressions.map(({ rules, reason, covers }) => [
        rules.map(({ span }) => at(doc, 0, span)).join(),
        reason,
        covers === "file" ? covers : at(doc, 0, covers),
      ]),
      [
        ["missing-field", "draft", "aims: policy # aims-ignore missing-field: draft"],
        ["a-rule,b-rule", "because", "Text."],
        ["c-rule", "", "More. <!-- aims-ignore c-rule -->"],
        ["d-rule", "all", "file"],
      ],
    );
  });
});
