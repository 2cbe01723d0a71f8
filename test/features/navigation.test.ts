import assert from "node:assert/strict";
import type { SymbolNode } from "../../server/src/core/analysis.ts";
import { hostOf } from "../support/fixture.ts";
import { open } from "./workspace.ts";

const targets = (source: string): string[] => {
  const { host, files, path, at } = open(source);
  return host.snapshot.definition(path, at).map((l) => {
    const line = files.get(l.path)?.split("\n")[l.selection.start.line] ?? "";
    return `${l.path}: ${line.trim()}`;
  });
};
const policy = (body: string): string => `//- /aims/p.md\n---\naims: policy\nid: P-1\ntitle: X\n---\n# X\n\n${body}\n`;

describe("definition", () => {
  it("goes from an id to its record, in lists, cells and prose", () => {
    const expected = ["/aims/systems.yaml: - id: AI-001"];
    assert.deepEqual(
      targets("//- /aims/r.yaml\nrisks:\n  - id: RISK-001\n    title: T\n    systems: [AI-002, AI-0$001]\n"),
      expected,
    );
    assert.deepEqual(
      targets(
        "//- /aims/r.md\n# Risk register\n\n| Risk ID | Description | Likelihood | Impact | AI systems |\n|---|---|---|---|---|\n| RISK-001 | x | 2 | 3 | AI-0$001 |\n",
      ),
      expected,
    );
    assert.deepEqual(targets(policy("About AI-0$001.")), expected);
  });
  it("goes to the record that says most first", () => {
    const source =
      "//- /aims/AI-001.yaml\naims: system\nid: AI-001\nname: Credit scorer\n//- /aims/r.yaml\nrisks:\n  - id: RISK-001\n    title: T\n    systems: [AI-0$001]\n";
    assert.deepEqual(targets(source), ["/aims/AI-001.yaml: id: AI-001", "/aims/systems.yaml: - id: AI-001"]);
  });
  it("goes from a citation to what addresses the provision, documents before rows", () => {
    const source = `//- /aims/soa.md\n# Statement of applicability\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| 5.2 | AI policy | Yes | y |\n${policy("Clause 5.$02 asks.")}`;
    assert.equal(targets(source)[0], "/aims/policies/policy.md: id: AIMS-POL-001");
  });
  it("goes to files, headings and paths in fields", () => {
    assert.deepEqual(targets(policy("See [it](policies/policy.md#prin$0ciples).")), [
      "/aims/policies/policy.md: ## Principles",
    ]);
    assert.deepEqual(targets(policy("See [it](policies/po$0licy.md).")), ["/aims/policies/policy.md: # AI policy"]);
    assert.deepEqual(targets(policy("See [it](evals/fairness%20%28$01%29.json).")), [
      "/aims/evals/fairness (1).json: ",
    ]);
    assert.deepEqual(
      targets("//- /aims/s.yaml\naims: system\nid: AI-010\nname: X\nmodel_card: policies/po$0licy.md\n"),
      ["/aims/policies/policy.md: # AI policy"],
    );
    const odd = "//- /aims/notes #1 100%.md\n# Notes\n";
    assert.deepEqual(targets(`${odd}${policy("See [it](notes%20%231%2$00100%25.md).")}`), [
      "/aims/notes #1 100%.md: # Notes",
    ]);
    assert.deepEqual(targets(`${odd}//- /aims/e.yaml\naims: evidence\nid: EV-009\npath: "notes #1$0 100%.md"\n`), [
      "/aims/notes #1 100%.md: # Notes",
    ]);
    assert.deepEqual(targets(policy("See [it](https://exa$0mple.org).")), []);
    assert.deepEqual(targets(policy("See [it](gone$0.md).")), []);
  });
});

const outline = (nodes: readonly SymbolNode[], indent = ""): string[] =>
  nodes.flatMap((n) => [`${indent}${n.kind} ${n.name} (${n.detail})`, ...outline(n.children, `${indent}  `)]);

describe("document symbols", () => {
  it("nests records under headings and gives a single record its fields", () => {
    const { host } = open(
      "//- /aims/r.md\n# Risk register\n\n## Open\n\n| Risk ID | Description | Likelihood | Impact |\n|---|---|---|---|\n| RISK-001 | Bias | 2 | 3 |\n\n## Closed\n$0",
    );
    assert.deepEqual(outline(host.snapshot.symbols("/aims/r.md")), [
      "section Risk register ()",
      "  section Open ()",
      "    record RISK-001 Bias (Risk)",
      "  section Closed ()",
    ]);
    assert.deepEqual(outline(host.snapshot.symbols("/aims/systems.yaml")), [
      "record AI-001 Credit scorer (AI system)",
      "record AI-002 Chat assistant (AI system)",
    ]);
    assert.deepEqual(outline(host.snapshot.symbols("/aims/aims.yaml")).slice(0, 2), [
      "document Alder & Finch (AI management system)",
      "  field organisation (Alder & Finch)",
    ]);
  });
  it("keeps each node inside its parent, and its selection inside itself", () => {
    const { host } = open("//- /aims/x.yaml\n$0\n");
    const inside = (outer: SymbolNode["range"], inner: SymbolNode["range"]): boolean =>
      (outer.start.line < inner.start.line ||
        (outer.start.line === inner.start.line && outer.start.character <= inner.start.character)) &&
      (outer.end.line > inner.end.line ||
        (outer.end.line === inner.end.line && outer.end.character >= inner.end.character));
    const check = (node: SymbolNode): void => {
      assert.ok(node.name !== "" && inside(node.range, node.selection));
      for (const child of node.children) {
        assert.ok(inside(node.range, child.range));
        check(child);
      }
    };
    for (const path of host.snapshot.files()) host.snapshot.symbols(path).forEach(check);
  });
  it("stops at 5,000 records", () => {
    const rows = Array.from({ length: 6_000 }, (_, i) => `  - id: AI-${1000 + i}\n    name: S${i}\n`).join("");
    const host = hostOf(
      new Map([
        ["/aims/aims.yaml", "aims: management-system\norganisation: X\n"],
        ["/aims/systems.yaml", `systems:\n${rows}`],
      ]),
    );
    assert.equal(host.snapshot.symbols("/aims/systems.yaml").length, 5_000);
  });
});
