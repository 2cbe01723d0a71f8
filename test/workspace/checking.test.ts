import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Finding, WorldChange } from "../../server/src/core/analysis.ts";
import { AnalysisHost } from "../../server/src/core/analysis/host.ts";
import { TODAY } from "../support/fixture.ts";

const SYSTEM = "/aims/s.yaml";
const LONG = "/aims/long.md";

function register(rows: number): string {
  const row = (i: number): string =>
    `| RISK-${1000 + i} | Risk ${i} in the words that fill a row. | AI-00${i % 3} | 2 | 3 | open |\n`;
  const head =
    "# Risk register\n\n| Risk ID | Description | System | Likelihood | Impact | Status |\n|---|---|---|---|---|---|\n";
  return head + Array.from({ length: rows }, (_, i) => row(i)).join("");
}

const system = (id: string): WorldChange => ({
  type: "set",
  path: SYSTEM,
  text: `aims: system\nid: ${id}\nname: Scoring\n`,
});
const files = (id: string): WorldChange[] => [
  { type: "set", path: "/aims/aims.yaml", text: "aims: management-system\norganisation: A\n" },
  { type: "set", path: LONG, text: register(1200) },
  { type: "set", path: "/aims/longer.md", text: register(1300).replace(/RISK-/g, "RISK-9") },
  system(id),
];

/** A host that has let the register go. */
function forgetful(): AnalysisHost {
  const host = new AnalysisHost({ today: TODAY, kept: { long: 1 } });
  host.apply([{ type: "roots", roots: ["/aims"] }, ...files("AI-001")]);
  host.snapshot.allFindings();
  host.apply([system("AI-001")]);
  assert.equal(host.aimsOf(LONG)?.file(LONG)?.loaded, undefined);
  host.takeChanged();
  return host;
}

const plain = (findings: readonly Finding[]) =>
  findings.map(({ fixes, ...f }) => ({ ...f, fixes: fixes.map((x) => x.title) }));

function fresh(id: string): readonly Finding[] {
  const host = new AnalysisHost({ today: TODAY });
  host.apply([{ type: "roots", roots: ["/aims"] }, ...files(id)]);
  return host.snapshot.findings(LONG);
}

describe("a long document that was let go", () => {
  it("is checked in small steps, after which little is left to do", () => {
    const host = forgetful();
    host.apply([system("AI-777")]);
    assert.ok(host.takeChanged("now").includes(LONG));
    assert.ok(host.takesLong(LONG));
    assert.ok(!host.takesLong(SYSTEM));
    const memo = host.aimsOf(LONG)?.memo;
    let steps = 0;
    let before = memo?.runs ?? 0;
    for (const _ of host.checking(LONG)) {
      assert.ok((memo?.runs ?? 0) - before <= 80, "a step is small");
      before = memo?.runs ?? 0;
      steps++;
    }
    assert.ok(steps > 10);
    assert.ok(!host.takesLong(LONG));
    before = memo?.runs ?? 0;
    assert.deepEqual(plain(host.snapshot.findings(LONG)), plain(fresh("AI-777")));
    assert.ok((memo?.runs ?? 0) - before < 150);
  });

  it("is told alone in small steps, and not where its text has changed in between", () => {
    const host = new AnalysisHost({ today: TODAY });
    host.apply([{ type: "roots", roots: ["/aims"] }, ...files("AI-777")]);
    const work = host.findingAlone(LONG);
    let steps = 0;
    for (;;) {
      const next = work.next();
      if (next.done) {
        assert.deepEqual(plain(next.value ?? []), plain(host.snapshot.findings(LONG, "alone")));
        break;
      }
      steps++;
    }
    assert.ok(steps > 10, `${steps} steps`);
    const late = host.findingAlone(LONG);
    late.next();
    host.apply([{ type: "set", path: LONG, text: register(1100) }]);
    let end = late.next();
    while (!end.done) end = late.next();
    assert.equal(end.value, undefined);
  });

  it("is read in small steps for what names a record", () => {
    const host = forgetful();
    const steps = [...host.snapshot.references(SYSTEM, { line: 1, character: 6 }, false)];
    assert.ok(steps.length > 4);
    assert.equal(steps.flat().length, 400 + 433);
  });

  it("may change in between, and what it names too", () => {
    for (const at of [1, 5, 12, 25, 38]) {
      const host = forgetful();
      host.apply([system("AI-777")]);
      host.takeChanged("now");
      const work = host.checking(LONG);
      for (let i = 0; i < at; i++) work.next();
      host.apply([system("AI-002")]);
      while (!work.next().done);
      assert.deepEqual(plain(host.snapshot.findings(LONG)), plain(fresh("AI-002")));
      const again = host.checking(LONG);
      again.next();
      host.apply([{ type: "delete", path: LONG }]);
      while (!again.next().done);
      assert.deepEqual(host.snapshot.findings(LONG), []);
    }
  });

  it("is still a long one where checking it was begun and given up", () => {
    const host = forgetful();
    host.apply([system("AI-777")]);
    host.takeChanged("now");
    const work = host.checking(LONG);
    for (let i = 0; i < 12; i++) assert.ok(!work.next().done);
    assert.ok((host.aimsOf(LONG)?.memo.runs ?? 0) > 0);
    host.apply([system("AI-001")]);
    assert.ok(host.takesLong(LONG));
  });

  it("that is edited while it is checked is checked on in small steps", () => {
    for (const [from, to] of [
      ["| 2 | 3 | open |", "| 2 | 9 | open |"],
      ["| Risk ID |", "| Wrong |"],
      ["# Risk register", "# Risk register\n\nWords of AI-777."],
    ] as const) {
      const host = forgetful();
      host.apply([system("AI-777")]);
      host.apply([{ type: "set", path: LONG, text: register(1200) }]);
      host.takeChanged("now");
      const work = host.checking(LONG);
      for (let i = 0; i < 14; i++) work.next();
      const text = register(1200).replace(from, to);
      host.apply([{ type: "set", path: LONG, text }]);
      assert.ok(host.takesLong(LONG));
      const memo = host.aimsOf(LONG)?.memo;
      let before = memo?.runs ?? 0;
      for (const _ of host.checking(LONG)) {
        if (to.includes("open"))
          assert.ok((memo?.runs ?? 0) - before <= 150, `${(memo?.runs ?? 0) - before} in a step`);
        before = memo?.runs ?? 0;
      }
      const other = new AnalysisHost({ today: TODAY });
      other.apply([{ type: "roots", roots: ["/aims"] }, ...files("AI-777"), { type: "set", path: LONG, text }]);
      assert.deepEqual(plain(host.snapshot.findings(LONG)), plain(other.snapshot.findings(LONG)));
    }
  });

  it("is one also while it is at hand, where much of it has to be looked at again", () => {
    const host = new AnalysisHost({ today: TODAY });
    host.apply([{ type: "roots", roots: ["/aims"] }, ...files("AI-001")]);
    host.apply([{ type: "set", path: LONG, text: register(1200) }]);
    host.snapshot.allFindings();
    assert.ok(!host.takesLong(LONG));
    host.apply([system("AI-777")]);
    host.takeChanged("now");
    assert.ok(host.takesLong(LONG));
    const memo = host.aimsOf(LONG)?.memo;
    let before = memo?.runs ?? 0;
    for (const _ of host.checking(LONG)) {
      assert.ok((memo?.runs ?? 0) - before <= 80, "a step is small");
      before = memo?.runs ?? 0;
    }
    assert.ok(!host.takesLong(LONG));
    assert.deepEqual(plain(host.snapshot.findings(LONG)), plain(fresh("AI-777")));
  });

  it("has the findings of a fresh start after any edits and changes, however far it was checked between them", () => {
    const rows = register(300);
    const line = fc.constantFrom(
      "",
      "| RISK-1003 | x | AI-002 | 9 | 3 | open |",
      "# Other",
      "Words of AI-777.",
      "| Wrong |",
    );
    const op = fc.oneof(
      fc.record({ at: fc.nat(320), removed: fc.nat(2), line }),
      fc.record({ id: fc.constantFrom("AI-001", "AI-002", "AI-777") }),
      fc.record({ steps: fc.nat(9) }),
      fc.constant({ opened: true }),
    );
    const property = fc.property(
      fc.array(op, { minLength: 2, maxLength: 10 }),
      fc.constantFrom(1, 1e6),
      (ops, kept) => {
        const host = new AnalysisHost({ today: TODAY, kept: { glanced: kept, long: kept } });
        let [text, id] = [rows, "AI-001"];
        const world = (): WorldChange[] => [...files(id), { type: "set", path: LONG, text }];
        host.apply([{ type: "roots", roots: ["/aims"] }, ...world()]);
        for (const path of host.takeChanged("now")) if (path !== LONG) host.snapshot.findingsId(path, "now");
        for (const one of ops) {
          if ("steps" in one) {
            host.takeChanged("now");
            const work = host.checking(LONG);
            for (let i = 0; i < one.steps; i++) work.next();
            continue;
          }
          if ("id" in one) id = one.id;
          if ("line" in one) {
            const lines = text.split("\n");
            lines.splice(one.at % lines.length, one.removed, one.line);
            text = lines.join("\n");
          }
          host.apply(["id" in one ? system(id) : { type: "set", path: LONG, text }]);
        }
        const other = new AnalysisHost({ today: TODAY });
        other.apply([{ type: "roots", roots: ["/aims"] }, ...world()]);
        assert.deepEqual(plain(host.snapshot.findings(LONG)), plain(other.snapshot.findings(LONG)));
      },
    );
    fc.assert(property, { numRuns: Number(process.env.AIMS_RUNS ?? 25) });
  }).timeout(120_000);

  it("is one of which an edit made much other, all of which is looked at in small steps", () => {
    const host = new AnalysisHost({ today: TODAY });
    host.apply([{ type: "roots", roots: ["/aims"] }, ...files("AI-001")]);
    host.apply([{ type: "set", path: LONG, text: register(1200) }]);
    host.snapshot.allFindings();
    const text = register(1200).replace(/2 \| 3/g, "9 | 3");
    host.apply([{ type: "set", path: LONG, text }]);
    host.takeChanged("now");
    assert.ok(host.takesLong(LONG));
    const memo = host.aimsOf(LONG)?.memo;
    let before = memo?.runs ?? 0;
    for (const _ of host.checking(LONG)) {
      // As many of blocks as of records, which are new and which have gone stale, and those of one more step.
      assert.ok((memo?.runs ?? 0) - before <= 5 * 64, `${(memo?.runs ?? 0) - before} in a step`);
      before = memo?.runs ?? 0;
    }
    assert.ok(!host.takesLong(LONG));
    const other = new AnalysisHost({ today: TODAY });
    other.apply([{ type: "roots", roots: ["/aims"] }, ...files("AI-001"), { type: "set", path: LONG, text }]);
    assert.deepEqual(plain(host.snapshot.findings(LONG)), plain(other.snapshot.findings(LONG)));
  });
});
