import assert from "node:assert/strict";
import { createHost, type CoverageRow } from "../../server/src/core/analysis.ts";

const AIMS = `aims: management-system
organisation: Example
standards: [iso-42001, nist-ai-rmf, eu-ai-act, iso-27001]
`;

const POLICY = `aims: policy
id: AIMS-POL-001
title: AI policy
status: approved
owner: Jane Doe
approved_by: John Roe
approved_on: 2026-03-14
statement: We build and use AI systems with care.
satisfies: { iso-42001: ["5.2"] }
`;

const TRAINING = `aims: procedure
id: ISMS-PRO-007
title: Competence procedure
status: approved
owner: Jane Doe
approved_by: John Roe
approved_on: 2026-03-14
satisfies: { iso-27001: ["7.2"] }
`;

/** Rows of the coverage of files by a standard, by the number of the provision. */
function rows(standard: string, files: Readonly<Record<string, string>>, today = "2026-11-25") {
  const host = createHost({ today });
  const changes = Object.entries({ "aims.yaml": AIMS, ...files }).map(([name, text]) => ({
    type: "set" as const,
    path: `/a/${name}`,
    text,
  }));
  const report = host.apply([{ type: "roots", roots: ["/a"] }, ...changes]).coverage("/a", standard);
  assert.ok(report);
  const found = new Map<string, CoverageRow>();
  for (const row of report.groups.flatMap((g) => g.provisions)) found.set(row.provision, row);
  return { report, row: (id: string) => found.get(id) as CoverageRow };
}

describe("coverage by crosswalk", () => {
  it("is read off the management system for a framework where all that touches the provision is documented, and says by what", () => {
    const all = POLICY.replace('["5.2"]', '["5.2", A.2.2, A.2.3, A.6.1.2, A.9.3]');
    const { report, row } = rows("nist-ai-rmf", { "policy.yaml": all });
    const derived = row("GOVERN 1.2");
    assert.equal(derived.level, "documented");
    assert.deepEqual(derived.bars, [true, false, false, false]);
    assert.match(
      derived.why,
      /Only by crosswalk from ISO\/IEC 42001 .*5\.2 AI policy.*touches it in part.*neither equivalence nor conformity/,
    );
    assert.ok(derived.derived?.some((d) => d.provision === "5.2"));
    assert.ok(report.notes.some((note) => /covered only by crosswalk/.test(note)));
    assert.equal(row("MEASURE 2.11").level, "missing");
  });

  it("is not read off a part of what touches the provision, and says what is open", () => {
    const { row } = rows("nist-ai-rmf", { "policy.yaml": POLICY });
    assert.equal(row("GOVERN 1.2").level, "missing");
    assert.match(row("GOVERN 1.2").raise.at(-1)?.text ?? "", /sets beside it and is not documented yet: .*A\.9\.3/);
  });

  it("gives way to what addresses the provision itself", () => {
    const direct = POLICY.replace('satisfies: { iso-42001: ["5.2"] }', 'satisfies: { nist-ai-rmf: ["GOVERN 1.2"] }');
    const { row } = rows("nist-ai-rmf", { "policy.yaml": direct });
    assert.equal(row("GOVERN 1.2").derived, undefined);
    assert.match(row("GOVERN 1.2").why, /AIMS-POL-001 documents it/);
  });

  it("is never read off for a law, where documents are only pointed out", () => {
    const { report, row } = rows("eu-ai-act", { "training.yaml": TRAINING.replace("iso-27001", "iso-42001") });
    assert.equal(row("4").level, "missing");
    assert.match(row("4").reuse[0]?.note ?? "", /ISMS-PRO-007, kept for ISO\/IEC 42001 7\.2/);
    assert.ok(report.notes.some((note) => /no legal advice/.test(note)));
  });

  it("points out what another management system's document can serve for, and does not count it", () => {
    const { row } = rows("iso-42001", { "training.yaml": TRAINING });
    assert.equal(row("7.2").level, "missing");
    assert.match(
      row("7.2").reuse[0]?.note ?? "",
      /ISMS-PRO-007, kept for ISO\/IEC 27001 7\.2.*when extended.*AI competences/,
    );
  });

  it("groups a framework by function and a law by chapter", () => {
    const ids = (standard: string) => rows(standard, {}).report.groups.map((g) => g.id);
    assert.deepEqual(ids("nist-ai-rmf"), ["GOVERN", "MAP", "MEASURE", "MANAGE"]);
    assert.ok(ids("eu-ai-act").includes("Chapter III, Section 2"));
    assert.ok(ids("eu-ai-act").includes("V"));
  });

  it("names the category or subclause over a provision, and no heading that is the group's or is counted itself", () => {
    const over = (standard: string, id: string) => rows(standard, {}).row(id).under?.id;
    assert.equal(over("nist-ai-rmf", "GOVERN 1.2"), "GOVERN 1");
    assert.equal(over("iso-42001", "6.1.4"), "6.1");
    assert.equal(over("iso-42001", "A.6.2.4"), "A.6.2");
    assert.equal(over("iso-42001", "5.2"), undefined);
    assert.equal(over("iso-42001", "A.2.2"), undefined);
    assert.equal(over("eu-ai-act", "5(1)(a)"), undefined);
  });

  it("says softly when what is known of a standard is due for another look", () => {
    const late = (today: string) => rows("eu-ai-act", {}, today).report.notes.some((n) => /may have changed/.test(n));
    assert.equal(late("2026-11-25"), false);
    assert.equal(late("2026-12-03"), true);
  });
});
