import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Action, Finding, Host } from "../../server/src/core/analysis.ts";
import { languageOf } from "../../server/src/core/analysis.ts";
import { hostOf } from "../support/fixture.ts";
import { afterEdits, type Open, open } from "./workspace.ts";

const actionsOf = ({ host, path, at }: Open): readonly Action[] => host.snapshot.actions(path, { start: at, end: at });

function apply(opened: Open, title: RegExp): Map<string, string> {
  const actions = actionsOf(opened);
  const action = actions.find((a) => title.test(a.title));
  assert.ok(action, `no action ${title} among ${actions.map((a) => a.title).join("; ")}`);
  const edits = action.edits();
  assert.ok(edits, "the action has no edits");
  return afterEdits(opened.files, edits);
}

const titles = (source: string): string[] => actionsOf(open(source)).map((a) => a.title);

describe("code actions", () => {
  it("offers the fixes of the findings at the cursor, with the finding", () => {
    const opened = open("//- /aims/s.yaml\naims: system\nid: AI-010\nname: X\ntier: hi$0hg\n");
    const fix = actionsOf(opened).find(
      (a) => a.kind === "quickfix" && a.finding?.rule === "invalid-value" && !/Ignore/.test(a.title),
    );
    const edits = fix?.edits();
    assert.ok(edits, "no fix for the misspelt value");
    assert.match(afterEdits(opened.files, edits).get("/aims/s.yaml") ?? "", /tier: high/);
  });
  it("writes a control header as front matter", () => {
    const opened = open(
      "//- /aims/h.md\n# Conduct policy\n\n**Document ID:** AIMS-POL-$0002\n**Owner:** Jane\n\nISO/IEC 42001, clause 5.2.\n",
    );
    const text = apply(opened, /front matter/).get("/aims/h.md") ?? "";
    assert.match(text, /^---\n/);
    assert.match(text, /\nid: AIMS-POL-002\n/);
  });
  it("adds the fields a record is still expected to have", () => {
    const opened = open("//- /aims/risks.yaml\nrisks:\n  - id: RISK-0$001\n    title: Bias\n");
    const text = apply(opened, /fields still expected/).get("/aims/risks.yaml") ?? "";
    assert.match(text, /\n {4}owner:/);
    assert.match(text, /\n {4}treatment:/);
    assert.equal(text.match(/title:/g)?.length, 1);
  });
  it("does not ask a document for fields that its headings answer", () => {
    const source =
      "//- /aims/a.md\n---\naims: impact-assessment\nid: AIIA-0$001\nsystem: AI-001\n---\n# A\n\n## Harms\n\nWrong refusals.\n";
    const title = titles(source).find((t) => t.startsWith("Add the fields")) ?? "";
    assert.match(title, /assessed on/);
    assert.doesNotMatch(title, /harms/);
  });
  it("scaffolds the assessment of an unassessed system from any mention of it", () => {
    const opened = open("//- /aims/risks.yaml\nrisks:\n  - id: RISK-001\n    title: Bias\n    systems: [AI-0$001]\n");
    const files = apply(opened, /impact assessment of AI-001/);
    assert.ok([...files.keys()].some((path) => path.startsWith("/aims/assessments/AIIA-001")));
    assert.match(files.get("/aims/systems.yaml") ?? "", /AIIA-001/);
  });
  it("completes a statement of applicability", () => {
    const rows =
      "| A.2.2 | AI policy | Yes | y |\n| A.2.3 | Alignment with other organizational policies | Yes | z |\n";
    const opened = open(
      `//- /aims/soa.md\n# Statement of applicability\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n$0${rows}`,
    );
    const text = apply(opened, /36 controls/).get("/aims/soa.md") ?? "";
    assert.equal(text.match(/^\| A\./gm)?.length, 38);
    assert.ok(text.includes(rows));
  });

  it("passes a finding over with a comment that asks for the reason", () => {
    const opened = open("//- /aims/s.yaml\nsystems:\n  - id: AI-010\n    name: X\n    tier: hi$0hg\n");
    const text = apply(opened, /Ignore invalid-value/).get("/aims/s.yaml") ?? "";
    assert.match(text, /\n {4}# aims-ignore invalid-value: \n {4}tier: hihg\n/);
    const withReason = text.replace("invalid-value: ", "invalid-value: scale of the parent company");
    const host = hostOf(new Map(opened.files).set("/aims/s.yaml", withReason));
    assert.deepEqual(
      host.snapshot.findings("/aims/s.yaml").filter((f) => f.rule === "invalid-value"),
      [],
    );
    assert.ok(!host.snapshot.findings("/aims/s.yaml").some((f) => f.rule === "unused-suppression"));
  });
  it("does so in prose and in table rows without breaking the table", () => {
    const prose = open(
      "//- /aims/p.md\n---\naims: policy\nid: AIMS-POL-003\ntitle: X\n---\n# X\n\nAs A.6.2.4$04 says.\n",
    );
    const text = apply(prose, /Ignore unknown-provision/).get("/aims/p.md") ?? "";
    assert.match(text, /\n<!-- aims-ignore unknown-provision: {2}-->\nAs A\.6/);
    const row = open(
      "//- /aims/soa.md\n# Statement of applicability\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.2.2 | AI policy | Yes | y |\n| A.6.2.4$04 | z | Yes | y |\n| A.2.3 | Alignment with other organizational policies | Yes | x |\n",
    );
    const table = apply(row, /Ignore unknown-provision/).get("/aims/soa.md") ?? "";
    const host = hostOf(
      new Map(row.files).set("/aims/soa.md", table.replace("unknown-provision: ", "unknown-provision: old number")),
    );
    assert.ok(!host.snapshot.findings("/aims/soa.md").some((f) => f.rule === "unknown-provision"));
    const count = (h: Host): number => JSON.stringify(h.snapshot.symbols("/aims/soa.md")).split('"Control"').length;
    assert.equal(count(host), count(row.host));
  });
  it("offers nothing in ordinary files", () => {
    assert.deepEqual(titles("//- /aims/README.md\n# About AI-0$001\n"), []);
  });

  it("no fix over the example makes a new error", function () {
    this.timeout(120_000);
    const files = readTree("examples/lender", "/aims");
    const host = hostOf(files);
    const key = (f: Finding): string => `${f.path} ${f.rule} ${f.message}`;
    const errors = (h: Host): Set<string> =>
      new Set(
        h.snapshot
          .allFindings()
          .filter((f) => f.severity === "error")
          .map(key),
      );
    const before = errors(host);
    for (const finding of host.snapshot.allFindings()) {
      for (const fix of finding.fixes) {
        const edits = fix.edits();
        assert.ok(edits, `${finding.path}: "${fix.title}" cannot be applied`);
        const result = hostOf(afterEdits(files, edits));
        const made = [...errors(result)].filter((e) => !before.has(e));
        assert.deepEqual(made, [], `${finding.path}: ${fix.title}`);
      }
    }
  });
});

function readTree(folder: string, as: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) for (const [p, text] of readTree(path, `${as}/${entry.name}`)) files.set(p, text);
    else files.set(`${as}/${entry.name}`, languageOf(entry.name) ? readFileSync(path, "utf8") : "");
  }
  return files;
}
