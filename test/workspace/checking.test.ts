import assert from "node:assert/strict";
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
});
