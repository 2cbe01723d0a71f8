import assert from "node:assert/strict";
import fc from "fast-check";
import { escapeMarkdown, inlineCode, oneLine, plainText } from "../../server/src/core/features/markdown.ts";
import { open } from "./workspace.ts";

const hover = (source: string): string => {
  const { host, path, at } = open(source);
  return host.snapshot.hover(path, at)?.markdown ?? "";
};
const policy = (body: string): string => `//- /aims/p.md\n---\naims: policy\nid: P-1\ntitle: X\n---\n# X\n\n${body}\n`;
const system = (field: string): string => `//- /aims/s.yaml\naims: system\nid: AI-010\nname: Ranker\n${field}\n`;

describe("hover", () => {
  it("explains a cited provision and how far it is covered here", () => {
    const text = hover(policy("As clause 5$0.2 asks."));
    assert.match(text, /ISO\/IEC 42001:2023 · 5\.2 AI policy/);
    assert.match(text, /Has to be written down/);
    assert.match(text, /Coverage here: \*\*documented\*\*/);
    assert.match(text, /A\.2\.2/);
  });
  it("explains provisions in satisfies and in tables alike", () => {
    assert.match(
      hover("//- /aims/p.md\n---\naims: policy\ntitle: X\nsatisfies:\n  iso-42001: [A.6.2$0.4]\n---\n# X\n"),
      /verification and validation/,
    );
    const soa =
      "//- /aims/s.md\n# Statement of applicability\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.5$0.4 | x | Yes | y |\n";
    assert.match(hover(soa), /A\.5\.4 Assessing AI system impact/);
  });
  it("says what a field is for and which values it takes", () => {
    const text = hover(system("ti$0er: high"));
    assert.match(text, /\*\*Risk tier\*\*/);
    assert.match(text, /`limited`/);
    assert.match(hover(system("tier: hi$0gh")), /High-risk by Article 6/);
  });
  it("says what a field is for where it stands in a mapping with others, and what the mapping is", () => {
    const risk = (line: string): string =>
      `//- /aims/risks.yaml\nrisks:\n  - id: RISK-001\n    title: T\n    ${line}\n`;
    assert.match(hover(risk("residual: { likeli$0hood: 2 }")), /\*\*Residual likelihood\*\*/);
    assert.match(hover(risk("initial_rating: { seve$0rity: 2 }")), /\*\*Impact\*\*/);
    assert.match(hover(risk("inherent: { level: hi$0gh }")), /Grave/);
    assert.match(hover(risk("resi$0dual: { likelihood: 2 }")), /judgement after treatment/);
  });
  it("says what a kind is", () => {
    assert.match(hover("//- /aims/s.yaml\naims: sys$0tem\nid: AI-010\nname: X\n"), /\*\*AI system\*\*/);
    assert.match(hover("//- /aims/p.md\n---\naims: pol$0icy\ntitle: X\n---\n# X\n"), /`policy`/);
  });
  it("summarises the record an id names, with where it stands", () => {
    const text = hover("//- /aims/risks.yaml\nrisks:\n  - id: RISK-001\n    title: T\n    systems: [AI-0$001]\n");
    assert.match(text, /AI-001 · Credit scorer/);
    assert.match(text, /`systems\.yaml`/);
    assert.match(text, /Impact assessment: unassessed/);
    assert.match(hover(policy("It ranks for AI-0$001 alone.")), /Credit scorer/);
  });
  it("tells the version in use beside the version assessed", () => {
    const source = "//- /aims/x.yaml\naims: impact-assessment\nid: AIIA-001\nsystem: AI-001\nsystem_version: 3$0.1\n";
    assert.match(hover(source), /version 3\.10 is in use/);
  });
  it("summarises the document a link leads to", () => {
    assert.match(hover(policy("See [the policy](policies/pol$0icy.md).")), /AIMS-POL-001 · AI policy/);
  });
  it("says nothing in ordinary files", () => {
    assert.equal(hover("//- /aims/README.md\n# About clause 6.$01.4 of ISO/IEC 42001\n"), "");
  });

  it("shows what documents say as words only", () => {
    const hostile = "[x](command:run) <img src=x> ![y](http://e.org/p.png) **b** `c` https://e.org www.e.org a@b.org";
    const text = hover(
      `//- /aims/s.yaml\nsystems:\n  - id: AI-0$010\n    name: ${JSON.stringify(hostile)}\n    purpose: ${JSON.stringify(hostile)}\n`,
    );
    assert.match(text, /AI-010/);
    assert.doesNotMatch(text, /(?<!\\)[<[]/);
    assert.doesNotMatch(text, /https?:\/\/|(?<!\\)@|www\.e/);
  });
  it("escapes what Markdown would act on, also at odd places", () => {
    assert.equal(escapeMarkdown("a\n# b"), "a \\# b");
    assert.equal(inlineCode("a`b"), "``a`b``");
    assert.equal(inlineCode("`a"), "`` `a ``");
  });
  it("says the same in plain words, whatever documents say", () => {
    const hostile = fc.string({ unit: fc.constantFrom(..."a 1\\`*_[]<>:/.\n"), maxLength: 30 });
    fc.assert(
      fc.property(hostile, hostile, (text, code) => {
        const markdown = `**${escapeMarkdown(text)}** (${inlineCode(code)})`;
        assert.equal(plainText(markdown), `${oneLine(text)} (${oneLine(code)})`);
      }),
    );
  });
});

describe("hover on a system's tier", () => {
  it("shows the class by the declared facts, its reason, the duties by date, and that it is no advice", () => {
    const text = hover(system("annex_iii_uses: [credit-scoring]\nrole: [deployer]\nti$0er: minimal"));
    assert.match(text, /by the facts declared: \*\*at least high-risk\*\*/);
    assert.match(text, /Annex III point 5/);
    assert.match(text, /from 2027-12-02, deployer/);
    assert.match(text, /no legal advice/);
  });
  it("tells it in the summary of the system, and only where a fact bears on it", () => {
    const risk = (id: string): string =>
      `//- /aims/s.yaml\naims: system\nid: AI-010\nname: Ranker\nannex_iii_uses: [grading]\n//- /aims/risks.yaml\nrisks:\n  - id: RISK-001\n    title: T\n    systems: [${id}]\n`;
    assert.match(hover(risk("AI-0$010")), /by the facts declared: at least high-risk/);
    assert.doesNotMatch(hover(risk("AI-0$001")), /EU AI Act/);
  });
});
