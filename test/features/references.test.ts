import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type Open, open } from "./workspace.ts";

const shown = (
  { files }: Open,
  path: string,
  range: { start: { line: number; character: number }; end: { character: number } },
): string => {
  const line = files.get(path)?.split("\n")[range.start.line] ?? "";
  const { character } = range.start;
  return `${path.replace("/aims/", "")}:${range.start.line + 1} ${line.slice(0, character)}[${line.slice(character, range.end.character)}]`;
};
const references = (source: string, declaration = true): string[] => {
  const opened = open(source);
  const found = [...opened.host.snapshot.references(opened.path, opened.at, declaration)].flat();
  assert.deepEqual(opened.host.takeFailures(), []);
  return found.map(({ path, range }) => shown(opened, path, range));
};
const highlights = (source: string): string[] => {
  const opened = open(source);
  return opened.host.snapshot
    .highlights(opened.path, opened.at)
    .map(({ range, declares }) => `${declares ? "declares" : "names"} ${shown(opened, opened.path, range)}`);
};

const OTHERS = `
//- /aims/risks.md
# Risk register

| Risk ID | Description | Likelihood | Impact | AI systems |
|---|---|---|---|---|
| RISK-001 | x | 2 | 3 | AI-001 |
| RISK-002 | y | 2 | 3 | AI-002, AI-001 |
//- /aims/more.csv
Risk ID,Description,Likelihood,Impact,AI systems
RISK-003,About AI-001,2,3,AI-001
//- /aims/assessment.md
---
aims: impact-assessment
id: AIIA-001
systems: [AI-001]
owner: Jane Doe (CTO)
satisfies:
  iso-42001: [6.1.4]
---
# Assessment of AI-001

See [[AI-001]] and AI-0012, clause 6.1.4.
`;
const ALL = [
  "assessment.md:4 systems: [[AI-001]",
  "assessment.md:9 # Assessment of [AI-001]",
  "assessment.md:11 See [[[AI-001]",
  "more.csv:2 RISK-003,About [AI-001]",
  "more.csv:2 RISK-003,About AI-001,2,3,[AI-001]",
  "risks.md:5 | RISK-001 | x | 2 | 3 | [AI-001]",
  "risks.md:6 | RISK-002 | y | 2 | 3 | AI-002, [AI-001]",
];
const REGISTER = "//- /aims/z.yaml\nrisks:\n  - id: RISK-009\n    title: T\n    systems: ";

describe("references", () => {
  it("to a record are found in every notation, with its declaration when asked for", () => {
    const declared = [...ALL, "systems.yaml:2   - id: [AI-001]", "z.yaml:4     systems: [[AI-001]"];
    const source = `${REGISTER}[AI-0$001]\n${OTHERS}`.replace("\n//-", "//-");
    const all = references(source);
    assert.deepEqual(
      all.filter((line) => !line.startsWith("z.yaml")),
      declared.slice(0, -1),
    );
    assert.deepEqual(
      references(source, false).filter((line) => !line.startsWith("z.yaml")),
      ALL,
    );
    assert.equal(all.filter((line) => line.startsWith("z.yaml")).length, 1);
  });

  it("are asked for at the declaration as well, and in any letter case", () => {
    const source =
      "//- /aims/systems/more.yaml\naims: system\nid: AI-0$007\nname: X\n//- /aims/p.md\n---\naims: policy\nid: P-1\ntitle: X\n---\n# X\n\nAbout AI-007.\n//- /aims/z.yaml\nrisks:\n  - id: R-1\n    title: T\n    systems: [ai-007]\n";
    assert.deepEqual(references(source, false), ["p.md:8 About [AI-007]", "z.yaml:4     systems: [[ai-007]"]);
  });

  it("to an id that nothing declares are found too", () => {
    const source =
      "//- /aims/z.yaml\nrisks:\n  - id: R-1\n    title: T\n    systems: [AI-4$004]\n  - id: R-2\n    title: U\n    systems: [AI-404]\n";
    assert.equal(references(source).length, 2);
  });

  it("to a provision list every citation: prose, fields, and the numbers of controls", () => {
    const source =
      `${OTHERS.trim()}\n//- /aims/p.md\n---\naims: procedure\nid: P-1\ntitle: X\n---\n# X\n\nClause 6.1$0.4 asks; ISO/IEC 42001, 6.1.4 too, and 6.1.2.\n`.replace(
        "6.1$0.4",
        "6.1.$04",
      );
    const found = references(source);
    assert.equal(found.filter((line) => line.startsWith("p.md:8")).length, 2, found.join("\n"));
    assert.ok(found.includes("assessment.md:7   iso-42001: [[6.1.4]"), found.join("\n"));
    assert.ok(
      found.some((line) => line.startsWith("assessment.md:11")),
      found.join("\n"),
    );
    assert.ok(found.every((line) => line.includes("6.1.4")));
  });

  it("to a person are found under every spelling that surely names the same one", () => {
    const source =
      "//- /aims/z.yaml\nrisks:\n  - id: R-1\n    title: T\n    owner: Jane $0Doe\n  - id: R-2\n    title: U\n    owner: Janet Doe\n";
    assert.deepEqual(references(source), [
      "policies/policy.md:6 owner: [Jane Doe (CTO)]",
      "systems.yaml:4     owner: [Jane Doe (CTO)]",
      "z.yaml:4     owner: [Jane Doe]",
    ]);
  });

  it("are none where nothing is named, and none in a file that is no governance document", () => {
    assert.deepEqual(references("//- /aims/z.yaml\nrisks:\n  - id: R-1\n    title: some$0thing\n"), []);
    assert.deepEqual(references("//- /notes/z.md\n# AI-0$001\n\nAI-001\n"), []);
  });

  it("follow edits", () => {
    const opened = open(`${REGISTER}[AI-0$001]\n`);
    const count = (): number => [...opened.host.snapshot.references(opened.path, opened.at, false)].flat().length;
    assert.equal(count(), 1);
    const text = "---\naims: policy\nid: P-1\ntitle: X\n---\n# X\n\nAbout AI-001.\n";
    opened.host.apply([{ type: "set", path: "/aims/p.md", text }]);
    assert.equal(count(), 2);
    opened.host.apply([{ type: "set", path: "/aims/p.md", text: text.replace("AI-001", "AI-002") }]);
    assert.equal(count(), 1);
    opened.host.apply([
      { type: "set", path: "/aims/p.md", text },
      { type: "delete", path: "/aims/systems.yaml" },
    ]);
    assert.equal(count(), 2);
  });
});

describe("highlights", () => {
  it("show a record where it is declared and named in this document alone", () => {
    const source =
      "//- /aims/z.yaml\nrisks:\n  - id: R-1\n    title: T\n  - id: R-2\n    title: U\n    related: [R-$01]\n    description: Like R-1.\n";
    const found = highlights(source);
    assert.equal(found[0], "declares z.yaml:2   - id: [R-1]");
    assert.ok(found.length >= 2 && found.slice(1).every((line) => line.startsWith("names z.yaml")), found.join("\n"));
  });
});

describe("workspace symbols", () => {
  const { host } = open(
    "//- /aims/z.yaml\nrisks:\n  - id: RISK-001\n    title: Credit line cut by error\n  - id: RISK-0$0012\n    title: Other\n",
  );
  const names = (query: string): string[] => host.snapshot.workspaceSymbols(query).map(({ name }) => name);

  it("are records and documents by id and title, the best match first", () => {
    assert.deepEqual(names("risk-001"), ["RISK-001 Credit line cut by error", "RISK-0012 Other"]);
    assert.deepEqual(names("RISK")[0], "RISK-001 Credit line cut by error");
    assert.deepEqual(names("credit"), ["AI-001 Credit scorer", "RISK-001 Credit line cut by error"]);
    assert.deepEqual(names("scorer credit"), ["AI-001 Credit scorer"]);
    assert.deepEqual(names("crscor"), ["AI-001 Credit scorer"]);
    assert.deepEqual(names("zzz"), []);
  });

  it("are all there are, up to a limit, where nothing is typed yet", () => {
    assert.ok(names("").includes("AIMS-POL-001 AI policy") && names("").includes("AI-002 Chat assistant"));
    const many = Array.from({ length: 2000 }, (_, i) => `  - id: RISK-${10000 + i}\n    title: Many ${i}\n`).join("");
    host.apply([{ type: "set", path: "/aims/many.yaml", text: `risks:\n${many}` }]);
    assert.equal(names("").length, 100);
    assert.equal(names("many").length, 100);
    assert.equal(names("risk-11999")[0], "RISK-11999 Many 1999");
  });

  it("can be gathered before they are asked for, file by file and once", () => {
    const steps = (): number => {
      const gathering = host.snapshot.gatheringSymbols();
      let count = 0;
      while (!gathering.next().done) count++;
      return count;
    };
    host.apply([{ type: "set", path: "/aims/more.yaml", text: "risks:\n  - id: RISK-7\n    title: Gathered\n" }]);
    assert.ok(steps() > 3);
    assert.deepEqual(names("gathered"), ["RISK-7 Gathered"]);
    assert.equal(steps(), 0);
  });

  it("say where they stand and what they are", () => {
    const [found] = host.snapshot.workspaceSymbols("aims-pol-001");
    assert.deepEqual([found?.path, found?.kind], ["/aims/policies/policy.md", "document"]);
    assert.equal(host.snapshot.rangeOf(found?.path ?? "", found?.ordinal ?? -1)?.start.line, 2);
    assert.equal(host.snapshot.rangeOf("/aims/policies/policy.md", 7), undefined);
    assert.equal(host.snapshot.rangeOf("/aims/nowhere.md", 0), undefined);
  });

  it("count a provision written in quotes once", () => {
    const source =
      '//- /aims/aims.yaml\naims: management-system\norganisation: X\nstandards: [iso-42001, eu-ai-act]\n//- /aims/q.md\n---\naims: policy\nid: POL-9\ntitle: X\nsatisfies:\n  eu-ai-act: ["9"]\n---\n# X\n\nSee EU AI Act Art. 9$0(1).\n';
    const { host, path, at } = open(source);
    const lines = [...host.snapshot.references(path, at, true)].flat().map(({ range }) => range.start.line);
    assert.deepEqual(lines, [5, 9]);
  });
});
