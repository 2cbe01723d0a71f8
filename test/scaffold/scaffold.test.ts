import assert from "node:assert/strict";
import { type FileEdit, type Finding, type Host, createHost } from "../../server/src/core/analysis.ts";
import { afterEdits, open } from "../features/workspace.ts";
import { hostOf } from "../support/fixture.ts";

const ROOT = "/aims";

interface Made {
  readonly host: Host;
  readonly files: ReadonlyMap<string, string>;
  /** The paths created. */
  readonly created: readonly string[];
  readonly text: string;
}

/** Runs a scaffold over the base workspace and `source`, and reads the result. */
function make(
  name: string,
  args: Record<string, string>,
  source = "//- /aims/note.txt\n$0\n",
): Made & { readonly before: Host } {
  const opened = open(source);
  const edits = opened.host.snapshot.scaffold(ROOT, name, args);
  assert.ok(typeof edits !== "string", String(edits));
  const files = afterEdits(opened.files, edits);
  const created = edits.filter((e) => "create" in e).map((e) => e.path);
  return { before: opened.host, host: hostOf(files), files, created, text: files.get(created[0] ?? "") ?? "" };
}

const errors = (host: Host): string[] =>
  host.snapshot
    .allFindings()
    .filter((f: Finding) => f.severity === "error")
    .map((f) => `${f.path}: ${f.rule}: ${f.message}`);

const reached = (host: Host): string[] =>
  (host.snapshot.coverage(ROOT, "iso-42001")?.groups ?? [])
    .flatMap((g) => g.provisions)
    .filter((p) => p.bars[0])
    .map((p) => `${p.provision} ${p.level}`);

/** A draft is there to be filled: it reads without errors and covers nothing. */
function isHonestDraft({ before, host }: ReturnType<typeof make>): void {
  const known = errors(before);
  assert.deepEqual(
    errors(host).filter((e) => !known.includes(e)),
    [],
  );
  assert.deepEqual(reached(host), reached(before));
}

describe("scaffold: impact assessment", () => {
  it("is filled from the system's record, asks for the rest, and is linked both ways", () => {
    const made = make("impact-assessment", { system: "AI-001" });
    assert.deepEqual(made.created, ["/aims/assessments/AIIA-001-credit-scorer.md"]);
    assert.match(made.text, /^---\naims: impact-assessment\nid: AIIA-001\n/);
    assert.match(made.text, /\nstatus: draft\n/);
    assert.match(made.text, /\nsystems: \[AI-001\]\nsystem_version: "3\.10"\n/);
    assert.match(made.text, /Rank applications\./);
    assert.match(made.text, /- Refusing by score alone\n- Scoring minors/);
    assert.match(made.text, /\[AI-001 Credit scorer\]\(\.\.\/systems\.yaml\)/);
    assert.match(made.files.get("/aims/systems.yaml") ?? "", /impact_assessment: .*AIIA-001/);
    const row = made.host.snapshot.systems(ROOT).find((s) => s.id === "AI-001");
    if (row) assert.equal(row.assessed, "draft");
    isHonestDraft(made);
  });
  it("leaves every question open: no part without an answer is taken for one", () => {
    const made = make("impact-assessment", { system: "AI-002" });
    const finding = made.host.snapshot.findings(made.created[0] ?? "").find((f) => f.rule === "incomplete-assessment");
    assert.ok(finding, "nothing is said of the parts that are not answered");
    assert.equal(finding.severity, "info");
  });
  it("takes the next free id and name", () => {
    const first =
      "//- /aims/impact/AIIA-007.md\n---\naims: impact-assessment\nid: AIIA-007\nsystem: AI-001\nassessed_on: 2026-01-02\n---\n# Old\n\n$0\n";
    const made = make("impact-assessment", { system: "AI-001" }, first);
    assert.deepEqual(made.created, ["/aims/impact/AIIA-008-credit-scorer.md"]);
    assert.match(made.text, /related: \[AIIA-007\]/);
  });
  it("survives a record written to break the document", () => {
    const source =
      '//- /aims/x.yaml\nsystems:\n  - id: AI-666\n    name: "x\\n---\\naims: policy\\n# [y](z) <b>"\n    purpose: "a\\n\\n# Heading\\n--> <!--"\n    affected: ["- a: b", "{c}"]\n$0\n';
    const made = make("impact-assessment", { system: "AI-666" }, source);
    const symbols = made.host.snapshot.symbols(made.created[0] ?? "");
    assert.ok(JSON.stringify(symbols).includes("AIIA-001"));
    assert.doesNotMatch(made.text, /^# Heading/m);
  });
  it("repeats nothing of a record that has an error in it, and asks for it", () => {
    const source = `
//- /aims/x.yaml
systems:
  - id: AI-007
    name: ISO/IEC 42001:2022 helper
    version: ISO/IEC 42001:2022
    description: See ISO/IEC 42001 clause 6.1.44.
    purpose: Answers staff.
    affected: [staff, readers of A.6.2.44 of ISO/IEC 42001]
$0
`;
    const made = make("impact-assessment", { system: "AI-007" }, source);
    assert.match(made.text, /\n# Impact assessment of AI-007\n/);
    assert.match(made.text, /\[TODO: Description: what the record says has an error in it/);
    assert.match(made.text, /\nAnswers staff\.\n/);
    assert.match(made.text, /\n- staff\n- \[TODO: /);
    assert.doesNotMatch(made.text, /:2022|\b6\.1\.44|A\.6\.2\.44/);
    isHonestDraft(made);
    const card = make("card", { of: "system:AI-007" }, source);
    assert.match(card.text, /\n# System card: AI-007\n/);
    assert.doesNotMatch(card.text, /:2022|\b6\.1\.44|A\.6\.2\.44/);
    isHonestDraft(card);
  });
  it("lets no words of a record hide what follows them or switch rules off", () => {
    const source = (said: string): string =>
      `//- /aims/x.yaml\nsystems:\n  - id: AI-007\n    name: Helper\n    purpose: "${said}"\n$0\n`;
    const sections = (symbols: ReturnType<Host["snapshot"]["symbols"]>): number =>
      symbols.reduce((sum, { kind, children }) => sum + (kind === "section" ? 1 : 0) + sections(children), 0);
    for (const said of [
      "~~~ x",
      "```",
      "<!-- x",
      "<script>",
      "# Heading",
      "<!-- aims-ignore-file missing-field: x -->",
    ]) {
      const { host, text, created } = make("impact-assessment", { system: "AI-007" }, source(said));
      const headings = text.match(/^##? /gm)?.length;
      assert.equal(sections(host.snapshot.symbols(created[0] ?? "")), headings, said);
      assert.doesNotMatch(text, /<!-- aims-ignore/, said);
    }
  });
  it("is not made for a system whose id would be read as another", () => {
    const odd = "AI-7<https://x.test>01";
    const { host } = open(`//- /aims/x.yaml\naims: system\nid: ${odd}\nname: Odd\ngenerative: true\n$0\n`);
    assert.match(String(host.snapshot.scaffold(ROOT, "impact-assessment", { system: odd })), /"Odd" a plain id first/);
    assert.match(String(host.snapshot.scaffold(ROOT, "card", { of: `model:${odd}` })), /"Odd" a plain id first/);
    assert.match(String(host.snapshot.scaffold(ROOT, "generative-risks", { system: odd })), /"Odd" a plain id first/);
  });

  it("says in a sentence what is wrong", () => {
    const { host } = open("//- /aims/x.yaml\n$0\n");
    assert.match(
      String(host.snapshot.scaffold(ROOT, "impact-assessment", { system: "AI-404" })),
      /no AI system "AI-404"/,
    );
    assert.match(String(host.snapshot.scaffold(ROOT, "what", {})), /no scaffold/);
  });
});

describe("scaffold: document", () => {
  it("is a draft of the right kind that asks what the provision asks", () => {
    const made = make("document", { provision: "4.3" });
    assert.match(made.text, /^---\naims: scope\n/);
    assert.match(made.text, /satisfies:\n {2}iso-42001: \["?4\.3"?\]/);
    assert.match(made.text, /\[TODO: .*Draw the line around the AIMS/);
    isHonestDraft(made);
    assert.match(make("document", { provision: "iso-42001:5.2" }).text, /^---\naims: policy\n/);
    assert.match(make("document", { provision: "A.6.2.4", standard: "iso-42001" }).text, /^---\naims: procedure\n/);
  });
  it("can be made for every provision there is, and none counts as coverage", function () {
    this.timeout(120_000);
    const { host, files } = open("//- /aims/x.yaml\n$0\n");
    const before = reached(host);
    const options = host.snapshot.scaffolds(ROOT).find((s) => s.name === "document")?.args[0]?.options ?? [];
    assert.equal(options.length, 70);
    for (const { value } of options) {
      const edits = host.snapshot.scaffold(ROOT, "document", { provision: value });
      assert.ok(typeof edits !== "string", value);
      const after = hostOf(afterEdits(files, edits));
      assert.deepEqual(errors(after), [], value);
      assert.deepEqual(reached(after), before, value);
    }
  });
  it("lists what is missing first", () => {
    const { host } = open("//- /aims/x.yaml\n$0\n");
    const options = host.snapshot.scaffolds(ROOT).find((s) => s.name === "document")?.args[0]?.options ?? [];
    assert.match(options[0]?.label ?? "", /\(missing\)/);
    assert.match(options.at(-1)?.label ?? "", /5\.2 AI policy \(documented\)|\((?:documented|operated|excluded)\)/);
  });
  it("refuses headings and numbers that do not exist", () => {
    const { host } = open("//- /aims/x.yaml\n$0\n");
    assert.match(String(host.snapshot.scaffold(ROOT, "document", { provision: "6.1" })), /heading/);
    assert.match(String(host.snapshot.scaffold(ROOT, "document", { provision: "6.1.9" })), /no standard/i);
  });
});

describe("scaffold: cards and data sheets", () => {
  const data =
    "//- /aims/data.yaml\ndatasets:\n  - id: DATA-001\n    name: Test set\n    origin: Own loan system\n    uses: [testing]\n$0\n";

  it("is a draft with what the register says, and the record names it", () => {
    const made = make("card", { of: "system:AI-001" });
    assert.deepEqual(made.created, ["/aims/model-cards/credit-scorer-system-card.md"]);
    assert.match(made.text, /^---\naims: model-card\n[\s\S]*system: AI-001\nmodel_version: "3\.10"\n/);
    assert.match(
      made.text,
      /## Uses ruled out\n\n[\s\S]*- Refusing by score alone\n[\s\S]*\[TODO: What must it not be used for/,
    );
    assert.match(made.text, /## Monitoring and incidents/);
    assert.doesNotMatch(made.text, /## (?:Inputs and outputs|How results are explained|Maintenance)/);
    assert.match(made.files.get("/aims/systems.yaml") ?? "", /model_card: model-cards\/credit-scorer-system-card\.md/);
    isHonestDraft(made);
  });

  it("follows the declared use of data and the standards worked to", () => {
    const made = make("card", { of: "data:DATA-001" }, data);
    assert.match(made.text, /^---\naims: dataset\nid: DATA-001\nname: Test set\nuses: \[testing\]\n/);
    assert.match(made.text, /## Where they come from\n\nOwn loan system\n\n\[TODO/);
    assert.match(made.text, /## Kept apart from training/);
    assert.doesNotMatch(made.text, /## How current they are kept/);
    assert.match(made.files.get("/aims/data.yaml") ?? "", /path: model-cards\/test-set-datasheet\.md/);
    assert.ok(!made.host.snapshot.allFindings().some((f) => f.rule === "duplicate-id" || f.rule === "broken-link"));
    const twelve =
      "//- /aims/aims.yaml\naims: management-system\norganisation: X\nstandards: [iso-42001, iso-12792]\n$0\n";
    assert.match(make("card", { of: "model:AI-001" }, twelve).text, /## Inputs and outputs/);
  });

  it("lists what can have one, and says in a sentence what is wrong", () => {
    const { host } = open(data);
    const options = host.snapshot.scaffolds(ROOT).find((s) => s.name === "card")?.args[0]?.options ?? [];
    assert.ok(
      ["model:AI-001", "system:AI-002", "data:DATA-001"].every((v) => options.some(({ value }) => value === v)),
    );
    assert.match(String(host.snapshot.scaffold(ROOT, "card", { of: "model:AI-404" })), /no AI system "AI-404"/);
    assert.match(String(host.snapshot.scaffold(ROOT, "card", { of: "car:AI-001" })), /model, system or data/);
  });
});

describe("scaffold: statement of applicability", () => {
  it("is a new document of all 38 controls with nothing decided", () => {
    const made = make("soa", {});
    assert.equal(made.text.match(/^\| A\./gm)?.length, 38);
    assert.doesNotMatch(made.text, /\| (?:Yes|No) \|/i);
    isHonestDraft(made);
  });
  for (const [notation, source] of Object.entries({
    yaml: "//- /aims/soa.yaml\ncontrols:\n  - control: A.2.2\n    title: AI policy\n    applicable: true\n    justification: x\n$0",
    csv: "//- /aims/soa.csv\nControl,Title,Applicable,Justification\nA.2.2,AI policy,Yes,x\n$0",
    table:
      "//- /aims/soa.md\n# Statement of applicability\n\n| Control | Title | Applicable | Justification |\n|---|---|---|---|\n| A.2.2 | AI policy | Yes | x |\n$0",
  })) {
    it(`adds only what is missing to a register in ${notation}`, () => {
      const opened = open(source);
      const edits = opened.host.snapshot.scaffold(ROOT, "soa", {}) as FileEdit[];
      assert.equal(edits.length, 1);
      const files = afterEdits(opened.files, edits);
      const text = files.get(opened.path) ?? "";
      const numbers = text.match(/A\.\d{1,2}(?:\.\d{1,2}){1,2}/g) ?? [];
      assert.equal(numbers.length, 38);
      assert.equal(new Set(numbers).size, 38);
      assert.ok(text.startsWith(opened.text.trimEnd()));
      const after = hostOf(files);
      assert.ok(!after.snapshot.scaffolds(ROOT).some((s) => s.name === "soa"));
      assert.match(String(after.snapshot.scaffold(ROOT, "soa", {})), /every control/);
    });
  }
});

describe("scaffold: record", () => {
  it("goes into the register of its kind with the next id", () => {
    const made = make("record", { kind: "system" });
    assert.deepEqual(made.created, []);
    assert.match(made.files.get("/aims/systems.yaml") ?? "", /- id: AI-003\n/);
    isHonestDraft(made);
  });
  it("makes a file where there is no register, for every kind", function () {
    this.timeout(60_000);
    const { host } = open("//- /aims/x.yaml\n$0\n");
    const kinds = host.snapshot.scaffolds(ROOT).find((s) => s.name === "record")?.args[0]?.options ?? [];
    assert.ok(kinds.length > 20);
    for (const { value } of kinds) {
      const made = make("record", { kind: value });
      isHonestDraft(made);
      const [path] = made.created;
      if (path) assert.ok(made.host.snapshot.symbols(path).length > 0, `${value}: ${path} is not read as a record`);
    }
  });
  it("never takes the name of a file that exists", () => {
    const made = make("record", { kind: "risk" }, "//- /aims/risks.yaml\nname: something else\n$0\n");
    assert.deepEqual(made.created, ["/aims/risks-2.yaml"]);
  });
});

describe("scaffold: init", () => {
  it("is all that is offered where there is no aims.yaml, and makes an AIMS", () => {
    const host = createHost({ today: "2026-11-23" });
    host.apply([{ type: "roots", roots: ["/desk"] }]);
    assert.deepEqual(
      host.snapshot.scaffolds("/desk").map((s) => s.name),
      ["init"],
    );
    const edits = host.snapshot.scaffold("/desk", "init", { organisation: "Foo: Bar & Söhne" });
    assert.ok(typeof edits !== "string");
    const [edit] = edits;
    assert.ok(edit && "create" in edit && edit.path === "/desk/aims.yaml");
    host.apply([{ type: "set", path: edit.path, text: edit.create }]);
    assert.deepEqual(host.snapshot.aimsRoots(), ["/desk"]);
    assert.deepEqual(errors(host), []);
    assert.equal(host.snapshot.coverage("/desk", "iso-42001")?.organization, "Foo: Bar & Söhne");
    assert.match(String(host.snapshot.scaffold("/desk", "init", {})), /already/);
  });
});

describe("scaffold: risks of generative AI", () => {
  const GENERATIVE =
    "//- /aims/s.yaml\naims: system\nid: AI-010\nname: Writer\ngener$0ative: true\n//- /aims/r.yaml\nrisks:\n  - id: RISK-007\n    title: Confabulation\n    systems: [AI-010]\n";

  it("adds rows that ask to the register, with free ids, and only what is not there", () => {
    const { before, host, created, files } = make("generative-risks", { system: "AI-010" }, GENERATIVE);
    assert.deepEqual(created, []);
    const text = files.get("/aims/r.yaml") ?? "";
    assert.equal(text.match(/title: Confabulation/g)?.length, 1);
    assert.equal(text.match(/- id: RISK-0\d\d/g)?.length, 12);
    assert.match(text, /id: RISK-008\n {4}title: /);
    assert.equal(text.match(/\[TODO: /g)?.length, 11);
    assert.deepEqual(errors(host), errors(before));
    assert.match(String(host.snapshot.scaffold(ROOT, "generative-risks", { system: "AI-010" })), /already/);
  });

  it("makes a register where there is none, and writes table rows where it is a table", () => {
    const system = "//- /aims/s.yaml\naims: system\nid: AI-010\nname: Writer\nsynthetic_content: [text]\n";
    const made = make("generative-risks", { system: "AI-010" }, `${system}//- /aims/n.txt\n$0\n`);
    assert.deepEqual(made.created, ["/aims/risks.yaml"]);
    assert.deepEqual(errors(made.host), errors(made.before));
    const table =
      "//- /aims/r.md\n# Risk register\n\n| Risk ID | Risk | Likelihood | Impact | AI system | Owner |\n|---|---|---|---|---|---|\n| RISK-001 | Lag | 2 | 3 | AI-001 | Bo |\n";
    const { files } = make("generative-risks", { system: "AI-010" }, `${system}${table}//- /aims/n.txt\n$0\n`);
    assert.match(files.get("/aims/r.md") ?? "", /\| RISK-013 \|/);
  });

  it("is offered for declared generative systems only", () => {
    const offered = (source: string): boolean => {
      const { host, path, at } = open(source);
      const here = host.snapshot.actions(path, { start: at, end: at });
      const listed = host.snapshot.scaffolds(ROOT).some(({ name }) => name === "generative-risks");
      const action = here.some(({ title }) => title.startsWith("Add the generative-AI risks"));
      assert.equal(listed, action);
      return action;
    };
    assert.equal(offered(GENERATIVE), true);
    assert.equal(
      offered(
        GENERATIVE.replace("generative: true", "generative: false").replace(
          "gener$0ative: true",
          "gener$0ative: false",
        ),
      ),
      false,
    );
    assert.equal(offered(GENERATIVE.replace("gener$0ative: true", "pur$0pose: A chatbot that writes texts")), false);
    assert.match(
      String(open(GENERATIVE).host.snapshot.scaffold(ROOT, "generative-risks", { system: "AI-001" })),
      /not declared/,
    );
  });
});
