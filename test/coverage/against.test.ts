import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createHost, type CoverageRow, type Host } from "../../server/src/core/analysis.ts";

const MEASUREMENT = (value: string): string =>
  [
    "aims: measurement",
    "id: MEAS-001",
    "metric: approval gap",
    "threshold: at most 0.05",
    `value: ${value}`,
    "system: AI-001",
    'system_version: "2.0"',
    "measured_on: 2026-10-01",
    "measured_by: Ada Lind",
    "source: results.json#/gap",
    "provisions: [A.6.2.4]",
  ].join("\n");

function host(value: string, inFile: string): Host {
  const made = createHost({ today: "2026-11-23" });
  const set = (path: string, text: string) => ({ type: "set" as const, path: `/w/${path}`, text });
  made.apply([
    { type: "roots", roots: ["/w"] },
    set("aims.yaml", "aims: management-system\norganisation: Example\nstandards: [iso-42001]\n"),
    set("system.yaml", 'aims: system\nid: AI-001\nname: Scorer\nversion: "2.0"\nstatus: live\nin_scope: true\n'),
    set("measurement.yaml", MEASUREMENT(value)),
    set("results.json", `{ "gap": ${inFile} }`),
  ]);
  return made;
}

function row(made: Host): CoverageRow {
  const report = made.snapshot.coverage("/w", "iso-42001");
  const found = report?.groups.flatMap((g) => g.provisions).find((p) => p.provision === "A.6.2.4");
  assert.ok(found);
  return found;
}
const against = (made: Host): string[] =>
  row(made)
    .evidence.filter((e) => e.role === "against")
    .map((e) => `${e.location.path} ${e.note}`);

describe("counter-evidence from results files", () => {
  it("is none while document, file and bound agree", () => {
    assert.deepEqual(against(host("0.04", "0.04")), []);
    assert.equal(row(host("0.04", "0.04")).bars[2], true);
  });

  it("is a bound that the file breaches", () => {
    const made = host("0.08", "0.08");
    assert.deepEqual(against(made), [
      "/w/measurement.yaml approval gap, 0.08 against at most 0.05, breaches its threshold",
    ]);
    assert.equal(row(made).bars[2], false);
  });

  it("is a document that says another number than the file", () => {
    const made = host("0.04", "0.03");
    assert.equal(row(made).bars[2], false);
    assert.equal(against(made).length, 1);
    assert.match(against(made)[0] ?? "", /not what the file it names says$/);
    assert.ok(row(made).raise.length > 0);
  });

  it("goes when the file changes", () => {
    const made = host("0.04", "0.03");
    row(made);
    made.apply([{ type: "set", path: "/w/results.json", text: '{ "gap": 0.04 }' }]);
    assert.deepEqual(against(made), []);
    assert.equal(row(made).bars[2], true);
  });

  it("is a measurement inside the assessment of a live system, too", () => {
    const made = host("0.04", "0.04");
    const assessment = (value: string): string =>
      `aims: impact-assessment\nid: AIIA-001\nsystem: AI-001\nsystem_version: "2.0"\nassessed_on: 2026-09-01\nstatus: approved\nmetrics:\n  - metric: refusals in error\n    threshold: at most 2 %\n    value: ${value}\n    measured_on: 2026-09-01\n`;
    const shown = (value: string): string[] => {
      made.apply([{ type: "set", path: "/w/assessment.yaml", text: assessment(value) }]);
      const rows = made.snapshot.coverage("/w", "iso-42001")?.groups.flatMap((g) => g.provisions) ?? [];
      const of = rows.find(({ provision }) => provision === "A.5.2");
      return (of?.evidence ?? [])
        .filter(({ note }) => note.includes("refusals"))
        .map(({ role, note }) => `${role}: ${note}`);
    };
    assert.deepEqual(shown("1 %"), ["measures: refusals in error, 1 % against at most 2 %, within its threshold"]);
    assert.deepEqual(shown("3 %"), ["against: refusals in error, 3 % against at most 2 %, breaches its threshold"]);
  });

  it("shows what was done once, whichever way leads to it", () => {
    const made = host("0.04", "0.04");
    const soa =
      "controls:\n  - control: A.6.2.4\n    applicable: true\n    justification: We lend.\n    evidence: [MEAS-001]\n";
    made.apply([{ type: "set", path: "/w/soa.yaml", text: soa }]);
    assert.equal(row(made).evidence.filter(({ role }) => role === "operates").length, 1);
  });
});
