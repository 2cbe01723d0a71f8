import assert from "node:assert/strict";
import { hostOf, readFixture } from "../../support/fixture.ts";

const AIMS = "//- /aims/aims.yaml\naims: management-system\norganisation: X\n";

/** What is found in `/aims/r.yaml` when it was as `before` says (newest first) and is as `now` says. */
function found(now: string, before: readonly string[], more = ""): string[] {
  const host = hostOf(readFixture(`${AIMS}//- /aims/r.yaml\n${now}\n${more}`).files);
  const goalposts = () => host.snapshot.allFindings().filter(({ rule }) => rule === "goalpost-moved");
  assert.deepEqual(goalposts(), []);
  const versions = before.map((text, i) => ({ commit: `abc000${i}`, date: `2026-0${9 - i}-01`, text: `${text}\n` }));
  host.apply([{ type: "history", path: "/aims/r.yaml", versions }]);
  assert.deepEqual(host.takeFailures(), []);
  return goalposts().map(({ severity, message, related }) => `${severity}: ${message} [${related[0]?.message}]`);
}

const measurement = (threshold: string, rest = ""): string =>
  `measurements:\n  - id: MEAS-001\n    metric: gap\n    threshold: "${threshold}"\n${rest}`;
const CHANGE = (day: string): string =>
  `//- /aims/c.yaml\naims: change\nid: CHG-001\ntitle: New bound\naffects: [MEAS-001]\napproved_on: ${day}\n`;

describe("goalpost-moved", () => {
  it("finds a threshold that was loosened, on either side, and names the commit and the old value", () => {
    const now = measurement("<= 0.20");
    assert.deepEqual(found(now, [now, measurement("<= 0.10")]), [
      'warning: Threshold of MEAS-001 was loosened from "<= 0.10" to "<= 0.20" after commit abc0001. No change record names it. [Commit abc0001 of 2026-08-01 has "<= 0.10" here.]',
    ]);
    assert.equal(found(measurement(">= 0.8"), [measurement(">= 0.9")]).length, 1);
    for (const [to, from] of [
      ["<= 0.10", "<= 0.20"],
      [">= 0.9", ">= 0.8"],
      ["<= 0.10", "<= 0.10"],
      ["<= 4 %", "<= 0.05"],
      ["<= 0.04", "<= 5 %"],
      ["<= 10 %", "<= 5"],
      ["good", "<= 0.05"],
    ] as const) {
      assert.deepEqual(found(measurement(to), [measurement(from)]), [], `${from} to ${to}`);
    }
  });

  it("is worse where the value did not keep the old bound, and accepts a change record of later than that", () => {
    const [now, then] = [measurement("<= 0.20", "    value: 0.14"), measurement("<= 0.10", "    value: 0.14")];
    assert.match(found(now, [then])[0] ?? "", /^error: .*the measured value did not keep the old bound/);
    assert.deepEqual(found(now, [then], CHANGE("2026-09-20")), []);
    assert.equal(found(now, [then], CHANGE("2026-01-20")).length, 1);
  });

  it("finds tiers and residual risks that were lowered, and scopes that were narrowed", () => {
    const system = (tier: string, rest = "") => `aims: system\nid: AI-001\nname: A\ntier: ${tier}\n${rest}`;
    assert.match(found(system("limited"), [system("high")])[0] ?? "", /^warning: Risk tier of AI-001 was lowered/);
    assert.deepEqual(found(system("high"), [system("limited")]), []);
    assert.deepEqual(found(system("gpai"), [system("high")]), []);
    assert.match(
      found(system("high", "in_scope: false"), [system("high", "in_scope: true")])[0] ?? "",
      /In scope of AI-001 was changed from yes to no/,
    );
    const risk = (band: string) => `risks:\n  - id: RISK-001\n    title: T\n    residual: ${band}`;
    assert.equal(found(risk("low"), [risk("high")]).length, 1);
    assert.deepEqual(found(risk("high"), [risk("low")]), []);
    const scope = (rest: string) => `aims: scope\nid: AIMS-SCOPE-001\ntitle: S\n${rest}`;
    assert.match(
      found(scope("systems: [AI-001]"), [scope("systems: [AI-001, AI-002]")])[0] ?? "",
      /no longer names AI-002/,
    );
    assert.match(
      found(scope("exclusions:\n  - what: Fraud model\n    reason: r"), [scope("exclusions: []")])[0] ?? "",
      /now leaves out "Fraud model"/,
    );
    const incident =
      "//- /aims/i.yaml\naims: incident\nid: INC-001\ntitle: I\nsystems: [AI-001]\noccurred_on: 2026-10-01\n";
    assert.match(found(system("limited"), [system("high")], incident)[0] ?? "", /^error: .*incident \(INC-001\)/);
    const old = incident.replace("2026-10", "2024-10");
    assert.match(found(system("limited"), [system("high")], old)[0] ?? "", /^warning/);
  });

  it("reads scopes in prose as they are read today", () => {
    const prose = (more: string) =>
      `---\naims: scope\nid: AIMS-SCOPE-001\ntitle: S\n---\n# Scope\n\n## Exclusions\n\n- The payment provider's fraud screening\n${more}`;
    const text = prose("");
    const host = hostOf(readFixture(`${AIMS}//- /aims/scope.md\n${text}`).files);
    host.apply([{ type: "history", path: "/aims/scope.md", versions: [{ commit: "a", date: "2026-01-01", text }] }]);
    const rules = host.snapshot.allFindings().map(({ rule }) => rule);
    assert.ok(!rules.includes("goalpost-moved"));
  });

  it("finds a review that was put off, unless it was done", () => {
    const policy = (next: string, rest = "") => `aims: policy\nid: P-1\ntitle: T\nnext_review: ${next}\n${rest}`;
    assert.equal(found(policy("2027-05-01"), [policy("2026-05-01")]).length, 1);
    assert.deepEqual(found(policy("2027-05-01", "reviewed_on: 2026-05-01"), [policy("2026-05-01")]), []);
    assert.deepEqual(found(policy("2026-05-01"), [policy("2027-05-01")]), []);
  });

  it("leaves records alone that were not there, and drafts", () => {
    assert.deepEqual(found(measurement("<= 0.2"), ["measurements: []"]), []);
    assert.deepEqual(found(measurement("<= 0.2", "    status: draft"), [measurement("<= 0.1")]), []);
  });

  it("is not hidden by other units, another spelling, a step back, or taking the bound out", () => {
    for (const [to, from] of [
      ["<= 8 %", "<= 0.05"],
      ["<= 0.08", "<= 5 %"],
      [">= 0.8", "0.8 to 1.25"],
    ] as const) {
      assert.equal(found(measurement(to), [measurement(from)]).length, 1, `${from} to ${to}`);
    }
    assert.deepEqual(found(measurement("<= 8", '    unit: "%"'), [measurement("<= 9 %")]), []);
    const [strict, loose] = [measurement("<= 0.10"), measurement("<= 0.20")];
    assert.match(
      found(measurement("<= 0.2"), [loose, strict])[0] ?? "",
      /from "<= 0.10" to "<= 0.2" after commit abc0001/,
    );
    assert.match(found(measurement("<= 0.15"), [loose, strict])[0] ?? "", /from "<= 0.10" to "<= 0.15"/);
    assert.deepEqual(found(strict, [loose, strict]), []);
    const none = "measurements:\n  - id: MEAS-001\n    metric: gap\n    value: 0.1";
    assert.match(found(none, [strict])[0] ?? "", /was taken out; it was "<= 0.10" after/);
  });

  it("finds measurements without an id, in assessments too, by what they measure", () => {
    const assessment = (threshold: string, metric = "approval gap"): string =>
      `aims: impact-assessment\nid: AIIA-001\nsystem: AI-001\nmeasures:\n  - what: Retrain\n    metric: ${metric}\n    value: 0.14\n    threshold: "${threshold}"`;
    assert.match(
      found(assessment("<= 0.20"), [assessment("<= 0.10")])[0] ?? "",
      /^error: Threshold of "approval gap" was loosened.*did not keep the old bound/,
    );
    assert.deepEqual(found(assessment("<= 0.20"), [assessment("<= 0.10", "recall")]), []);
    const change = CHANGE("2026-09-20").replace(
      "affects: [MEAS-001]",
      "reason: The approval gap bound is the one of the law.",
    );
    assert.deepEqual(found(assessment("<= 0.20"), [assessment("<= 0.10")], change), []);
  });

  it("takes decisions for what they are", () => {
    const [now, then] = [measurement("<= 0.20"), measurement("<= 0.10")];
    const older = measurement("<= 0.10", "    method: by hand");
    const set = measurement("<= 0.05");
    // Decided while the bound stood, and the file was touched for another reason before it was made.
    assert.deepEqual(found(now, [then, older, set], CHANGE("2026-08-20")), []);
    assert.equal(found(now, [then, older, set], CHANGE("2026-07-20")).length, 1);
    assert.equal(found(now, [then], `${CHANGE("2026-09-20")}status: rejected\n`).length, 1);
    assert.equal(found(now, [then], `${CHANGE("2026-09-20")}status: proposed\n`).length, 1);
    const scope = (rest: string) => `aims: scope\nid: AIMS-SCOPE-001\ntitle: S\nsystems: [AI-001]\n${rest}`;
    const out = "exclusions:\n  - what: Fraud model\n    system: AI-004\n    reason: r\n";
    assert.equal(found(scope(out), [scope("")]).length, 1);
    assert.deepEqual(found(scope(`${out}    approved_by: Jane\n    approved_on: 2026-09-10`), [scope("")]), []);
    const taken = CHANGE("2026-09-20").replace("MEAS-001", "AI-004");
    assert.deepEqual(found(scope(out), [scope("")], taken), []);
  });

  it("is milder where a risk was treated, and worse where a measurement of the system had failed", () => {
    const risk = (band: string, rest = "") => `risks:\n  - id: RISK-001\n    title: T\n    residual: ${band}\n${rest}`;
    assert.match(found(risk("low"), [risk("high")])[0] ?? "", /^warning/);
    assert.match(found(risk("low", "    measures: [New check]"), [risk("high")])[0] ?? "", /^info/);
    const system = (tier: string) => `aims: system\nid: AI-001\nname: A\ntier: ${tier}\n`;
    const failed =
      "//- /aims/m.yaml\naims: measurement\nid: MEAS-009\nmetric: m\nsystem: AI-001\nthreshold: <= 1\nvalue: 2\nmeasured_on: 2026-08-01\n";
    assert.match(
      found(system("limited"), [system("high")], failed)[0] ?? "",
      /^error: .*MEAS-009 had failed its threshold/,
    );
  });
});
