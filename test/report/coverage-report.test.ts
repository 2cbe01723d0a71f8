import assert from "node:assert/strict";
import { open } from "../features/workspace.ts";

const soa = `//- /aims/soa.md
# Statement of applicability

| Control | Title | Applicable | Justification |
|---|---|---|---|
| A.8.3 | External reporting | No | We have no users outside, and the risk register names none |
$0`;

function report(source: string) {
  const { host, files } = open(source);
  const found = host.snapshot.coverage("/aims", "iso-42001");
  assert.ok(found);
  return { found, files, host };
}

describe("coverage report", () => {
  it("groups provisions by clause and by the groups of Annex A, in the standard's order", () => {
    const { found } = report(soa);
    assert.equal(found.organization, "Alder & Finch");
    assert.equal(found.standardTitle, "ISO/IEC 42001:2023");
    const titles = found.groups.map((g) => `${g.id} ${g.title}`);
    assert.equal(titles[0], "4 Context of the organization");
    assert.ok(titles.includes("A.2 Policies related to AI"));
    assert.equal(titles.at(-1), "A.10 Third-party and customer relationships");
    const order = found.groups.flatMap((g) => g.provisions.map((p) => p.provision));
    assert.equal(new Set(order).size, 70);
    assert.ok(order.indexOf("6.1.4") < order.indexOf("6.2"));
  });
  it("counts cumulatively, and every provision once", () => {
    const { found } = report(soa);
    const { counts } = found;
    assert.equal(counts.total, 70);
    assert.equal(counts.missing + counts.placeholder + counts.excluded + counts.documented, counts.total);
    assert.ok(
      counts.documented >= counts.operated && counts.operated >= counts.effective && counts.effective >= counts.checked,
    );
    assert.ok(counts.documented >= 1 && counts.missing > 30);
    const levels = found.groups.flatMap((g) => g.provisions.map((p) => p.level));
    assert.equal(levels.filter((l) => l === "missing").length, counts.missing);
  });
  it("gives the place of the evidence and what would raise the level", () => {
    const { found, files } = report(soa);
    const row = found.groups.flatMap((g) => g.provisions).find((p) => p.provision === "5.2");
    assert.equal(row?.level, "documented");
    const evidence = row?.evidence.find((e) => e.location.path === "/aims/policies/policy.md");
    assert.ok(evidence);
    assert.equal(evidence.label, "AIMS-POL-001 AI policy");
    const line = files.get(evidence.location.path)?.split("\n")[evidence.location.selection.start.line];
    assert.match(line ?? "", /AIMS-POL-001/);
    assert.ok(row && row.raise.length > 0 && row.asks !== "");
  });
  it("is undefined for a standard whose provisions are not known", () => {
    const { host } = report(soa);
    assert.equal(host.snapshot.coverage("/aims", "gdpr"), undefined);
    assert.equal(host.snapshot.coverage("/aims", "no-such"), undefined);
  });
});
