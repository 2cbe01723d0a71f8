import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { WorldChange } from "../../server/src/core/analysis.ts";
import { AnalysisHost } from "../../server/src/core/analysis/host.ts";
import { TODAY } from "../support/fixture.ts";
import { SAMPLE } from "../support/sample.ts";

function sampleHost(extra: ReadonlyMap<string, string> = new Map(), glanced = 2000): AnalysisHost {
  const host = new AnalysisHost({ today: TODAY, kept: { worked: 2, glanced } });
  host.apply([
    { type: "roots", roots: ["/aims"] },
    ...[...SAMPLE, ...extra].map(([path, text]) => ({ type: "set", path, text }) as const),
  ]);
  host.snapshot.allFindings();
  return host;
}

/** Begins to work on a file, as an editor does that opens it. */
function open(host: AnalysisHost, path: string): void {
  host.apply([{ type: "set", path, text: host.textOf(path) ?? "" }]);
  host.snapshot.allFindings();
}

function edit(host: AnalysisHost, path: string, from: string, to: string): void {
  const text = host.textOf(path) ?? "";
  assert.ok(text.includes(from), `${path} has no "${from}"`);
  host.apply([{ type: "set", path, text: text.replace(from, to) }]);
}

/** How many computations of the AIMS of a file run while something is done. */
function runsIn(host: AnalysisHost, path: string, work: () => void): number {
  const memo = host.aimsOf(path)?.memo;
  const before = memo?.runs ?? 0;
  work();
  return (memo?.runs ?? 0) - before;
}

/** How many of them an edit of a register in Markdown costs that somebody works on. */
function runsOfEdit(text: string, records: number, from: string, to: string): number {
  const path = "/aims/big.md";
  const host = sampleHost(new Map([[path, text]]));
  open(host, path);
  assert.equal(host.aimsOf(path)?.file(path)?.facts.records.length, records);
  edit(host, path, from, to);
  return runsIn(host, path, () => void host.snapshot.findings(path, "now"));
}

describe("the work an edit costs", () => {
  it("leaves the index alone when only prose changes", () => {
    const host = sampleHost();
    const path = "/aims/assessments/AIIA-001.md";
    const before = host.aimsOf(path)?.file(path)?.facts;
    edit(host, path, "- Wrong refusals;", "- Wrongful refusals;");
    assert.equal(host.aimsOf(path)?.file(path)?.facts, before);
  });

  it("keeps the facts of every other record when one row changes", () => {
    const host = sampleHost();
    const path = "/aims/risks.md";
    const before = host.aimsOf(path)?.file(path)?.facts.records ?? [];
    edit(host, path, "Supplier outage", "Supplier failure");
    const after = host.aimsOf(path)?.file(path)?.facts.records ?? [];
    assert.equal(before.length, after.length);
    assert.deepEqual(
      after.map((record, i) => record === before[i]),
      before.map((record) => record.id !== "RISK-002"),
    );
  });

  it("does not grow with the number of other documents", () => {
    const runsFor = (others: number): number => {
      const extra = new Map<string, string>();
      for (let i = 0; i < others; i++) {
        extra.set(
          `/aims/more/${i}.yaml`,
          `aims: procedure\nid: AIMS-PROC-${100 + i}\ntitle: Procedure ${i}\nsystems: [AI-001]\nowner: Mara Lindqvist\n`,
        );
      }
      const host = sampleHost(extra);
      open(host, "/aims/risks.md");
      edit(host, "/aims/risks.md", "Proxy for postcode", "Proxy for district");
      return runsIn(host, "/aims/risks.md", () => void host.snapshot.allFindings());
    };
    const few = runsFor(60);
    const many = runsFor(250);
    assert.ok(few > 0);
    assert.equal(many, few);
  });

  it("of another day is that of what hangs on a day between, and not of all that name one", () => {
    const runsFor = (others: number): number => {
      const extra = new Map<string, string>();
      for (let i = 0; i < others; i++)
        extra.set(
          `/aims/more/${i}.yaml`,
          `aims: risk\nid: RISK-${100 + i}\ntitle: Risk ${i}\nrating: high\ntreatment: reduce\nstatus: open\ndue: 2026-12-${10 + (i % 20)}\n`,
        );
      const host = sampleHost(extra);
      return runsIn(host, "/aims/risks.md", () => {
        host.apply([{ type: "today", today: "2026-11-24" }]);
        const changed = host.takeChanged("now");
        for (const path of changed) host.snapshot.findingsId(path, "now");
      });
    };
    assert.equal(runsFor(250), runsFor(60));
    const due = sampleHost(
      new Map([["/aims/due.yaml", "aims: risk\nid: RISK-100\ntitle: R\nstatus: open\ndue: 2026-11-30\n"]]),
    );
    const isOverdue = (): boolean =>
      due.snapshot.findings("/aims/due.yaml").some((f) => f.rule === "treatment-overdue");
    assert.equal(isOverdue(), false);
    due.apply([{ type: "today", today: "2026-11-30" }]);
    assert.equal(isOverdue(), false);
    due.apply([{ type: "today", today: "2026-12-01" }]);
    assert.equal(isOverdue(), true);
    due.apply([{ type: "today", today: "2026-11-30" }]);
    assert.equal(isOverdue(), false);
  });

  it("does not grow with the length of the register that is edited", () => {
    const runsFor = (rows: number): number => {
      const lines = ["risks:"];
      for (let i = 0; i < rows; i++)
        lines.push(`  - id: RISK-${1000 + i}`, `    title: Risk ${i}`, "    likelihood: 2", "    impact: 3");
      const host = sampleHost(new Map([["/aims/big.yaml", `${lines.join("\n")}\n`]]));
      open(host, "/aims/big.yaml");
      edit(host, "/aims/big.yaml", "title: Risk 3\n", "title: Risk three\n");
      return runsIn(host, "/aims/big.yaml", () => void host.snapshot.findings("/aims/big.yaml"));
    };
    const few = runsFor(20);
    assert.ok(few > 0);
    assert.equal(runsFor(800), few);
  });

  it("of an edit in the header of a register does not grow with its rows", () => {
    const runsFor = (rows: number): number => {
      const row = (i: number): string =>
        `| RISK-${1000 + i} | Risk ${i}, seen in 2025. | Mara Lindqvist | 2 | 3 | open |\n`;
      const head = "| Risk ID | Description | Owner | Likelihood | Impact | Status |\n|---|---|---|---|---|---|\n";
      const front = "---\naims: procedure\nid: AIMS-PROC-77\ntitle: Risk register\n---\n\n# Risk register\n\n";
      const text = front + head + Array.from({ length: rows }, (_, i) => row(i)).join("");
      return runsOfEdit(text, rows + 1, "title: Risk register", "title: Register of risks");
    };
    const few = runsFor(20);
    assert.ok(few > 0);
    assert.equal(runsFor(600), few);
  });

  it("does not grow with the records of a register written as headings", () => {
    const runsFor = (records: number): number => {
      const record = (i: number): string =>
        `## RISK-${1000 + i} Risk ${i}\n\n**Owner:** Mara Lindqvist\n**Likelihood:** 2\n\n`;
      const text = `# Risk register\n\n${Array.from({ length: records }, (_, i) => record(i)).join("")}`;
      return runsOfEdit(text, records, " Risk 3\n", " Risk three\n");
    };
    const few = runsFor(20);
    assert.ok(few > 0);
    assert.equal(runsFor(600), few);
  });

  describe("in a document that nobody works on", () => {
    const path = "/aims/more.yaml";
    const register = (rows: number): string => {
      const row = (i: number): string =>
        `  - id: RISK-${100 + i}\n    title: Risk ${i}\n    systems: [${i === 3 ? "AI-005" : "AI-001"}]\n    owner: Mara Lindqvist\n`;
      return `risks:\n${Array.from({ length: rows }, (_, i) => row(i)).join("")}`;
    };
    const system = (id: string): WorldChange => ({
      type: "set",
      path: "/aims/system-5.yaml",
      text: `aims: system\nid: ${id}\nname: Sorting of mail\n`,
    });
    const hostOf = (rows: number): AnalysisHost =>
      sampleHost(new Map([[path, register(rows)]]), Number.POSITIVE_INFINITY);
    const runs = (host: AnalysisHost): number => host.aimsOf(path)?.memo.runs ?? 0;

    it("is that of one computation at first, however many records there are", () => {
      assert.equal(runs(hostOf(60)), runs(hostOf(10)));
    });

    it("is that of all units when it is checked a second time, and then of those that changed", () => {
      const host = hostOf(60);
      const after = (change: WorldChange): number => {
        host.apply([change]);
        const before = runs(host);
        host.snapshot.findings(path, "now");
        return runs(host) - before;
      };
      assert.ok(after(system("AI-005")) >= 60);
      const later = [system("AI-006"), system("AI-005")].map(after);
      assert.ok(Math.max(...later) > 0 && Math.max(...later) < 10, String(later));
    });
  });

  it("keeps documents up to a measure, and reads a document again only when somebody asks for it", () => {
    const extra = new Map<string, string>();
    for (let i = 0; i < 120; i++) extra.set(`/aims/more/${i}.yaml`, `aims: procedure\nid: AIMS-PROC-${100 + i}\n`);
    const host = sampleHost(extra);
    const aims = host.aimsOf("/aims/risks.md");
    const loaded = () => aims?.paths().filter((path) => aims.file(path)?.loaded).length ?? 0;
    assert.ok(loaded() > 10 && loaded() < 90, `${loaded()} documents are kept`);
    const path = "/aims/more/3.yaml";
    assert.equal(aims?.file(path)?.loaded, undefined);
    assert.equal(aims?.document(path)?.records.length, 1);
    assert.ok(aims?.file(path)?.loaded);
    assert.ok(loaded() < 90);
  });

  it("a change of one system looks again at what names it, not at every system and assessment", () => {
    const runsFor = (systems: number): number => {
      const extra = new Map<string, string>();
      for (let i = 0; i < systems; i++) {
        extra.set(`/aims/s/${i}.yaml`, `aims: system\nid: AI-${500 + i}\nname: Model ${500 + i}\nstatus: live\n`);
        extra.set(`/aims/a/${i}.yaml`, `aims: impact-assessment\nid: AIIA-${500 + i}\nsystem: AI-${500 + i}\n`);
      }
      const host = sampleHost(extra);
      open(host, "/aims/s/1.yaml");
      host.takeChanged("now");
      edit(host, "/aims/s/1.yaml", "AI-501", "AI-9501");
      return runsIn(host, "/aims/s/1.yaml", () => {
        for (const path of host.takeChanged("now")) host.snapshot.findings(path, "now");
      });
    };
    assert.equal(runsFor(150), runsFor(60));
  });

  it("an id that goes costs what names it, and not what else stands in the long registers that do", () => {
    const runsFor = (rows: number): number => {
      const row = (i: number): string =>
        `| RISK-${1000 + i} | Risk ${i} in ${i < 3 ? "this system" : "the words that fill a row"}. | ${i < 3 ? "AI-777" : ""} | 2 | 3 | open |\n`;
      const head =
        "# Risk register\n\n| Risk ID | Description | System | Likelihood | Impact | Status |\n|---|---|---|---|---|---|\n";
      const text = head + Array.from({ length: rows }, (_, i) => row(i)).join("");
      assert.ok(text.length > 50_000);
      const system = "aims: system\nid: AI-777\nname: Model 777\n";
      const host = sampleHost(
        new Map([
          ["/aims/big.md", text],
          ["/aims/s.yaml", system],
        ]),
      );
      open(host, "/aims/s.yaml");
      host.takeChanged("now");
      edit(host, "/aims/s.yaml", "AI-777", "AI-9777");
      return runsIn(host, "/aims/s.yaml", () => {
        const dangling = host
          .takeChanged("now")
          .flatMap((path) => host.snapshot.findings(path, "now"))
          .filter(({ rule, path }) => rule === "dangling-reference" && path === "/aims/big.md");
        assert.equal(dangling.length, 3);
      });
    };
    assert.equal(runsFor(1400), runsFor(1000));
  });

  const register = (rows: number, table: boolean, wrong: (row: number) => boolean): string => {
    const status = (i: number): string => (wrong(i) ? "openned" : "open");
    const numbers = Array.from({ length: rows }, (_, i) => i);
    if (!table) {
      const entry = (i: number): string =>
        `  - id: RISK-${1000 + i}\n    title: Risk ${i}.\n    likelihood: 2\n    impact: 3\n    status: ${status(i)}\n`;
      return `risks:\n${numbers.map(entry).join("")}`;
    }
    const row = (i: number): string => `| RISK-${1000 + i} | Risk ${i}. | 2 | 3 | ${status(i)} |\n`;
    const head = "| Risk ID | Description | Likelihood | Impact | Status |\n|---|---|---|---|---|\n";
    return `# Risk register\n\n${head}${numbers.map(row).join("")}`;
  };
  for (const table of [false, true]) {
    const path = table ? "/aims/big.md" : "/aims/big.yaml";
    const what = table ? "a table" : "YAML";

    it(`does not grow with the findings in ${what}`, () => {
      const runsFor = (findings: number): number => {
        const host = sampleHost(new Map([[path, register(400, table, (i) => i >= 400 - findings)]]));
        open(host, path);
        const shown = host.snapshot.findings(path).filter(({ rule }) => rule === "invalid-value");
        assert.equal(shown.length, findings);
        edit(host, path, "Risk 3.", "Risk three.");
        return runsIn(host, path, () => void host.snapshot.findings(path, "now"));
      };
      const none = runsFor(0);
      assert.ok(none > 0);
      assert.equal(runsFor(300), none);
    });

    it(`of reading ${what} grows with its length and no faster`, () => {
      const runsFor = (rows: number): number => {
        const host = sampleHost(new Map([[path, register(rows, table, (i) => i % 2 === 0)]]));
        return host.aimsOf(path)?.memo.runs ?? 0;
      };
      const [none, once, fourfold] = [runsFor(1), runsFor(200), runsFor(800)];
      assert.ok(once > none);
      const growth = (fourfold - none) / (once - none);
      assert.ok(growth < 4.2, `four times the rows cost ${growth.toFixed(1)} times the computations`);
    });
  }

  it("of reading a workspace grows with its documents and no faster", () => {
    const runsFor = (documents: number): number => {
      const numbers = Array.from({ length: documents }, (_, i) => i);
      const text = (i: number): string =>
        `aims: procedure\nid: AIMS-PROC-${1000 + i}\ntitle: Procedure ${i}\nsystems: [AI-001]\nowner: Mara Lindqvist\nstatus: raedy\n`;
      const host = sampleHost(new Map(numbers.map((i) => [`/aims/more/${i}.yaml`, text(i)])));
      return host.aimsOf("/aims/risks.md")?.memo.runs ?? 0;
    };
    const [none, once, fourfold] = [runsFor(1), runsFor(100), runsFor(400)];
    const growth = (fourfold - none) / (once - none);
    assert.ok(growth < 4.2, `four times the documents cost ${growth.toFixed(1)} times the computations`);
  });
});
