import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  applyEdits,
  countOf,
  createHost,
  type Finding,
  type Host,
  type StoredHead,
  type StoredPart,
  type StoredShown,
} from "../../server/src/core/analysis.ts";

const AIMS = "aims: management-system\norganisation: Example Lending\nstandards: [iso-42001]\n";

function hostOf(name: string, text: string): Host {
  const host = createHost({ today: "2026-11-23" });
  host.apply([
    { type: "roots", roots: ["/aims"] },
    { type: "set", path: "/aims/aims.yaml", text: AIMS },
    { type: "set", path: `/aims/${name}`, text },
  ]);
  return host;
}

const of = (rule: string, findings: readonly Finding[]): readonly Finding[] => findings.filter((f) => f.rule === rule);

const RISKS = "/aims/risks.yaml";
const risks = (count: number, more = (_: number): string => ""): string =>
  `risks:\n${Array.from({ length: count }, (_, i) => `  - id: RISK-${1000 + i}\n    title: x\n    status: nonsense${more(i)}\n`).join("")}`;

describe("findings of one rule in one document", () => {
  const found = (count: number): readonly Finding[] =>
    of("invalid-value", hostOf("risks.yaml", risks(count)).snapshot.findings(RISKS));

  it("are told one by one up to a thousand", () => {
    assert.equal(found(1000).length, 1000);
    assert.ok(found(1001).every(({ others }) => others === undefined));
    assert.equal(found(1001).length, 1001);
  });

  it("beyond that are told as one that says how many they are, at the first of them, and is counted for them all", () => {
    const many = found(3500);
    assert.equal(many.length, 1001);
    const last = many.at(-1) as Finding;
    assert.equal(last.range.start.line, 1 + 3 * 1000 + 2);
    assert.equal(last.others, 2500);
    assert.equal(last.severity, many[0]?.severity);
    assert.match(last.message, /"invalid-value" finds 2,500 more in this document/);
    assert.equal(countOf(many, last.severity), 3500);
  });

  it("that are suppressed are none of them", () => {
    const text = risks(1500, (i) => (i % 2 === 0 ? " # aims-ignore invalid-value: agreed" : ""));
    const findings = hostOf("risks.yaml", text).snapshot.findings(RISKS);
    assert.equal(of("invalid-value", findings).length, 750);
    assert.deepEqual(of("unused-suppression", findings), []);
  });

  it("are the same before the rest of the workspace is read", () => {
    const { snapshot } = hostOf("risks.yaml", risks(3500));
    assert.equal(of("invalid-value", snapshot.findings(RISKS, "alone")).length, 1001);
  });

  it("are counted the same when they were kept for the next start", () => {
    const host = hostOf("risks.yaml", risks(1500));
    const told = host.snapshot.findings(RISKS);
    host.snapshot.allFindings();
    const parts = JSON.parse(JSON.stringify([...host.save()])) as StoredPart[];
    const isShown = ({ part }: StoredPart): boolean => part === "head" || part === "shown";
    const next = createHost({ today: "2026-11-23" });
    next.restore(
      parts.filter(isShown) as (StoredHead | StoredShown)[],
      parts.filter((part) => !isShown(part)),
    );
    assert.equal(next.snapshot.findings(RISKS).length, told.length);
    assert.equal(countOf(next.snapshot.findings(RISKS), "error"), countOf(told, "error"));
    assert.equal(countOf(told, "error"), 1500);
  });

  it("are all mended at once, told or not", () => {
    const policy = `# AI policy\n\n**Document ID:** AIMS-POL-001\n\n${"<!-- aims-ignore broken-link: x -->\n\n".repeat(1500)}`;
    const { snapshot } = hostOf("policy.md", policy);
    assert.equal(of("unused-suppression", snapshot.findings("/aims/policy.md")).length, 1001);
    assert.doesNotMatch(applyEdits(policy, snapshot.fixAll("/aims/policy.md")), /aims-ignore/);
  });

  it("are all known of the record they stand in", () => {
    const { snapshot } = hostOf("risks.yaml", risks(3500));
    const [account] = snapshot.records("RISK-4000").found;
    assert.equal(of("invalid-value", account?.findings ?? []).length, 1);
  });
});
