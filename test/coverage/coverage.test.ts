import assert from "node:assert/strict";
import { assessable, controls } from "../../server/src/core/catalog/catalog.ts";
import type { CoverageEvidence, ProvisionCoverage, Written } from "../../server/src/core/coverage/api.ts";
import { createCoverage } from "../../server/src/core/coverage/coverage.ts";
import type { KindId } from "../../server/src/core/generated/kinds.ts";
import type { Plain } from "../../server/src/core/records/model.ts";
import { Day } from "../../server/src/core/workspace/today.ts";
import { type Sketch, smallIndex } from "./small-index.ts";

const TODAY = new Day("2026-11-23");
type List = readonly (readonly [KindId, Sketch])[];

function cover(provision: string, list: List, plain: { readonly [field: string]: Plain } = {}): ProvisionCoverage {
  const coverage = createCoverage({ index: smallIndex(list, plain), today: () => TODAY });
  const written = coverage.written({ standard: "iso-42001", provision });
  const lacking = coverage.lacking({ standard: "iso-42001", provision });
  const found = coverage.of("iso-42001", provision);
  assert.ok(found);
  assertFits(written, found);
  const { raise, level, planned } = found;
  const expected = level === "missing" && planned === undefined;
  assert.deepEqual(lacking, expected ? { standard: "iso-42001", provision, raise } : undefined);
  return found;
}

/** What is in writing is told sooner than coverage, and is the same. */
function assertFits(written: Written, { level, evidence }: ProvisionCoverage): void {
  if (level === "excluded") return;
  const has = (role: CoverageEvidence["role"]): boolean => evidence.some((e) => e.role === role);
  assert.equal(written, has("documents") ? "documents" : has("placeholder") ? "placeholders" : "nothing");
}
const level = (provision: string, list: List): string => cover(provision, list).level;

const approved = { status: "approved", approved_by: "Ada Lind", approved_on: "2026-02-02", owner: "Bo Ek", own: true };
const policy: readonly [KindId, Sketch] = [
  "policy",
  { ...approved, id: "AIMS-POL-001", title: "AI policy", path: "/w/p.md" },
];
const system = (id: string, more: Sketch = {}): readonly [KindId, Sketch] => [
  "system",
  { id, name: `System ${id}`, status: "live", version: "2.0", in_scope: true, ...more },
];
const assessment = (of: string, more: Sketch = {}): readonly [KindId, Sketch] => [
  "impact-assessment",
  {
    ...approved,
    id: `AIIA-${of}`,
    path: `/w/${of}.md`,
    system: of,
    system_version: "2.0",
    assessed_on: "2026-06-01",
    affected: ["applicants"],
    ...more,
  },
];
const procedure = (satisfies: string[], more: Sketch = {}): readonly [KindId, Sketch] => [
  "procedure",
  { ...approved, id: "PROC-1", title: "A procedure", path: "/w/proc.md", satisfies, ...more },
];

describe("coverage: a provision that nothing addresses", () => {
  it("is known without working out what was done, measured by systems and assessments", () => {
    const names: string[] = [];
    const coverage = createCoverage({
      index: smallIndex([system("AI-001"), assessment("AI-001")], {}),
      today: () => TODAY,
      share: (name, compute) => {
        names.push(name);
        return compute();
      },
    });
    assert.ok(coverage.lacking({ standard: "iso-42001", provision: "5.2" }));
    assert.equal(coverage.lacking({ standard: "iso-42001", provision: "8.4" }), undefined);
    assert.deepEqual(
      names.filter((name) => /^(?:coverage|operation|documentation|assessment states)/.test(name)),
      [],
    );
  });
});

describe("coverage: what documents a provision", () => {
  it("is nothing where there is nothing", () => {
    const c = cover("5.2", []);
    assert.equal(c.level, "missing");
    assert.deepEqual(c.bars, [false, false, false, false]);
    assert.equal(c.why, "No approved document or record addresses clause 5.2.");
    assert.deepEqual(c.raise[0]?.scaffold, { name: "document", args: { provision: "5.2", standard: "iso-42001" } });
  });

  it("is an approved document of that nature", () => {
    const c = cover("5.2", [policy]);
    assert.equal(c.level, "documented");
    assert.equal(c.why, "AIMS-POL-001 documents it (approved 2026-02-02); no dated record shows it being done.");
  });

  it("is not just any policy", () => {
    assert.equal(level("5.2", [["policy", { ...approved, title: "Data protection policy" }]]), "missing");
    assert.equal(level("5.2", [["policy", { ...approved, title: "Data policy", satisfies: ["5.2"] }]]), "documented");
  });

  it("is no template, draft or unapproved document", () => {
    for (const more of [
      { template: true },
      { status: "draft" },
      { status: undefined, approved_on: undefined },
      { status: undefined, approved_on: "2027-01-01" },
    ]) {
      assert.equal(level("5.2", [["policy", { ...policy[1], ...more }]]), "placeholder", JSON.stringify(more));
    }
    assert.equal(level("5.2", [["policy", { ...policy[1], status: "retired" }]]), "missing");
  });

  it("is no document whose sections are mostly empty", () => {
    const sections = (["filled", "empty", "placeholder"] as const).map((content, i) => ({
      title: `S${i}`,
      slug: `s${i}`,
      level: 2,
      content,
    }));
    const c = cover("5.2", [["policy", { ...policy[1], sections }]]);
    assert.equal(c.level, "placeholder");
    assert.match(c.why, /^AIMS-POL-001 has mostly empty sections/);
  });

  it("is a document that says it addresses the provision, or the whole it is part of", () => {
    assert.equal(level("A.9.2", [procedure(["A.9.2"])]), "documented");
    assert.equal(level("7.5.3", [procedure(["7.5"])]), "documented");
    assert.equal(level("A.6.2.4", [procedure(["A.6.2"])]), "missing");
    assert.equal(level("6.1.4", [procedure(["6.1"])]), "missing");
  });

  it("is a row of an approved register, or a complete row", () => {
    const register: readonly [KindId, Sketch] = ["procedure", { ...approved, title: "Roles", path: "/w/roles.md" }];
    const row: readonly [KindId, Sketch] = ["role", { title: "Lead", path: "/w/roles.md" }];
    assert.equal(level("5.3", [register, row]), "operated");
    assert.equal(level("5.3", [["procedure", { ...register[1], status: "draft" }], row]), "placeholder");
    assert.equal(level("5.3", [row]), "placeholder");
    assert.equal(level("5.3", [["role", { title: "Lead", holder: ["Bo"], responsibilities: ["all"] }]]), "documented");
  });

  it("is a document the statement of applicability names as evidence, and not the entry itself", () => {
    const entry = (evidence: string[]): readonly [KindId, Sketch] => [
      "control",
      {
        control: "A.9.2",
        applicable: true,
        status: "implemented",
        justification: "x",
        evidence,
        path: "/w/soa/soa.md",
      },
    ];
    const doc = procedure([], { path: "/w/proc.md" });
    const said = cover("A.9.2", [entry([])]);
    assert.equal(said.level, "missing");
    assert.match(said.why, /although the statement of applicability says that it is implemented/);
    assert.equal(level("A.9.2", [entry(["../proc.md"]), doc]), "documented");
    assert.equal(level("A.9.2", [entry(["[Procedure](../proc.md#use)"]), doc]), "documented");
    assert.equal(level("A.9.2", [entry(["PROC-1"]), doc]), "documented");
  });
});

describe("coverage: the statement of applicability", () => {
  const entries = (n: number): List =>
    controls("iso-42001")
      .slice(0, n)
      .map((c) => ["control", { ...approved, control: c.id, applicable: true, justification: "needed" }] as const);

  it("is documented when it has every control", () => {
    assert.equal(level("6.1.3", entries(38)), "documented");
    const c = cover("6.1.3", entries(14));
    assert.equal(c.level, "placeholder");
    assert.equal(c.why, "The statement of applicability has 14 of 38 controls, which does not count as documented.");
    assert.equal(c.raise[0]?.scaffold?.name, "soa");
  });

  it("excludes a control with or without a reason", () => {
    const out = (more: Sketch): List => [["control", { control: "A.10.4", applicable: false, ...more }]];
    const bare = cover("A.10.4", out({}));
    assert.equal(bare.level, "excluded");
    assert.equal(bare.why, "The statement of applicability leaves it out without a reason.");
    assert.match(bare.raise[0]?.text ?? "", /why/);
    const said = cover("A.10.4", out({ justification: "We have no customers besides ourselves." }));
    assert.equal(said.why, "The statement of applicability leaves it out: We have no customers besides ourselves.");
    assert.deepEqual(said.raise, []);
    assert.equal(level("A.10.4", out({ template: true })), "missing");
  });

  it("shows a planned gap as planned", () => {
    const c = cover("A.5.5", [
      ["control", { control: "A.5.5", applicable: true, status: "planned", due: "2027-02-28" }],
    ]);
    assert.equal(c.level, "missing");
    assert.equal(c.planned, "2027-02-28");
  });
});

describe("coverage: what shows that it is done", () => {
  it("is a dated record within the review interval", () => {
    const review = (held_on: string, more: Sketch = {}): readonly [KindId, Sketch] => [
      "management-review",
      { id: "MR-1", held_on, decisions: [{ what: "more staff" }], inputs: { audits: "x" }, ...more },
    ];
    assert.equal(level("9.3.1", [review("2026-03-01")]), "operated");
    assert.equal(level("9.3.1", [review("2025-03-01")]), "documented");
    assert.equal(level("9.3.1", [review("2027-03-01")]), "missing");
    assert.equal(level("9.3.1", [review("2026-03-01", { status: "planned" })]), "missing");
    const longer = cover("9.3.1", [review("2025-03-01")], { review_intervals: { "management-review": "24 months" } });
    assert.equal(longer.level, "operated");
    assert.match(
      cover("9.3.1", [review("2025-03-01")]).why,
      /MR-1 is last dated 2025-03-01, was to be renewed by 2026-03-01/,
    );
  });

  it("is an assessment of the version in use, for every live system in scope", () => {
    const one = [system("AI-001"), assessment("AI-001")];
    assert.equal(level("8.4", one), "operated");
    const two = cover("8.4", [...one, system("AI-002")]);
    assert.equal(two.level, "documented");
    assert.match(two.why, /AI-002 "System AI-002" has no current record/);
    assert.deepEqual(two.raise[0]?.scaffold, { name: "impact-assessment", args: { system: "AI-002" } });
    assert.equal(level("8.4", [...one, system("AI-003", { status: "retired" })]), "operated");
    assert.equal(level("8.4", [...one, system("AI-004", { in_scope: false })]), "operated");
    assert.equal(level("8.4", [system("AI-001", { version: "3.0" }), assessment("AI-001")]), "documented");
    assert.equal(level("8.4", [system("AI-001", { last_change: "2026-08-01" }), assessment("AI-001")]), "documented");
  });

  it("is evidence that names the provision, and documents it too where nothing has to be written", () => {
    const ev: readonly [KindId, Sketch] = [
      "evidence",
      { id: "EV-1", obtained_on: "2026-05-01", provisions: ["A.6.2.8", "A.9.2"] },
    ];
    assert.equal(level("A.6.2.8", [ev]), "operated");
    assert.equal(level("A.9.2", [ev]), "missing");
    assert.equal(level("A.9.2", [ev, procedure(["A.9.2"])]), "operated");
    assert.equal(level("A.6.2.8", [["evidence", { ...ev[1], valid_until: "2026-06-01" }]]), "missing");
  });

  it("takes a review for lapsed where an interval gives the day", () => {
    const dated: Sketch = { id: "EV-1", obtained_on: "2026-10-01", provisions: ["5.2"], title: "Read again" };
    const of = (more: Sketch, plain = {}): ProvisionCoverage =>
      cover(
        "5.2",
        [
          ["policy", { ...policy[1], ...more }],
          ["evidence", dated],
        ],
        plain,
      );
    assert.equal(of({}).bars[1], true);
    const late = of({ review_cycle: "6 months" });
    assert.equal(late.bars[1], false);
    assert.match(late.why, /its review was due on 2026-08-02/);
    assert.ok(late.evidence.some((e) => e.role === "against" && e.note.includes("2026-08-02")));
    assert.equal(of({ review_cycle: "6 months", reviewed_on: "2026-08-01" }).bars[1], true);
    assert.equal(of({}, { review_intervals: { policy: "3 months" } }).bars[1], false);
    assert.equal(of({ next_review: "2027-01-01" }, { review_intervals: { policy: "3 months" } }).bars[1], true);
  });

  it("counts for nothing when every document's review has lapsed", () => {
    const c = cover("5.2", [["policy", { ...policy[1], communicated_on: "2026-02-09", next_review: "2026-10-01" }]]);
    assert.equal(c.level, "documented");
    assert.match(c.why, /review was due on 2026-10-01/);
    assert.ok(c.evidence.some((e) => e.role === "against"));
    assert.equal(
      level("5.2", [["policy", { ...policy[1], communicated_on: "2026-02-09", next_review: "2027-02-01" }]]),
      "operated",
    );
  });
});

describe("coverage: what shows that it works", () => {
  const measurement = (more: Sketch = {}): readonly [KindId, Sketch] => [
    "measurement",
    {
      id: "MEAS-1",
      metric: "parity difference",
      threshold: "<= 0.10",
      value: "0.08",
      system: "AI-001",
      system_version: "2.0",
      measured_on: "2026-09-01",
      ...more,
    },
  ];
  const base = [system("AI-001"), procedure(["A.6.2.4"])] as const;

  it("is a value within its threshold on the version in use", () => {
    assert.equal(level("A.6.2.4", [...base, measurement()]), "effective");
    const old = cover("A.6.2.4", [...base, measurement({ system_version: "1.4" })]);
    assert.equal(old.level, "operated");
    assert.match(old.why, /MEAS-1 is not of the version in use/);
    assert.equal(level("A.6.2.4", [...base, measurement({ system_version: undefined })]), "operated");
    assert.equal(level("A.6.2.4", [...base, measurement({ threshold: undefined })]), "operated");
  });

  it("is not there when a metric breaches its threshold", () => {
    const c = cover("A.6.2.4", [...base, measurement(), measurement({ id: "MEAS-2", metric: "recall", value: "0.4" })]);
    assert.equal(c.level, "operated");
    assert.equal(c.bars[2], false);
    assert.match(c.why, /MEAS-2 breaches its threshold/);
    assert.ok(c.evidence.some((e) => e.role === "against" && e.record.id === "MEAS-2"));
  });

  it("goes by the newest measurement of a metric", () => {
    const before = measurement({ id: "MEAS-0", value: "0.5", measured_on: "2026-03-01" });
    assert.equal(level("A.6.2.4", [...base, before, measurement()]), "effective");
    const after = measurement({ id: "MEAS-9", value: "0.5", measured_on: "2026-10-01" });
    assert.equal(level("A.6.2.4", [...base, after, measurement()]), "operated");
  });

  it("is wanted for every live system", () => {
    assert.equal(level("A.6.2.4", [...base, measurement(), system("AI-002")]), "documented");
    const other = measurement({ id: "MEAS-2", system: "AI-002", threshold: undefined });
    assert.equal(level("A.6.2.4", [...base, measurement(), system("AI-002"), other]), "operated");
  });

  it("is an objective that is met, an action found to work", () => {
    const objective = (more: Sketch): List => [
      ["objective", { ...approved, id: "OBJ-1", title: "o", target: ">= 95 %", measured_on: "2026-09-01", ...more }],
    ];
    assert.equal(level("6.2", objective({ actual: "97 %" })), "effective");
    assert.equal(level("6.2", objective({ actual: "91 %" })), "operated");
    const nc = {
      id: "NC-1",
      title: "t",
      found_on: "2026-03-01",
      status: "closed",
      effectiveness: "no recurrence in six months",
    };
    assert.equal(level("10.2", [["nonconformity", nc]]), "effective");
    assert.equal(level("10.2", [["nonconformity", { ...nc, effectiveness: undefined }]]), "operated");
  });
});

describe("coverage: who checked", () => {
  const audit = (more: Sketch = {}): readonly [KindId, Sketch] => [
    "audit",
    {
      id: "AUD-1",
      finished_on: "2026-05-20",
      lead_auditor: "Petra Novak",
      provisions: ["5.2", "A.6"],
      type: "internal",
      ...more,
    },
  ];
  const checked = (c: ProvisionCoverage): boolean => c.bars[3];

  it("is an auditor who neither owns nor wrote it", () => {
    assert.equal(checked(cover("5.2", [policy, audit()])), true);
    assert.equal(checked(cover("5.2", [policy, audit({ lead_auditor: "Bo Ek" })])), false);
    assert.equal(checked(cover("5.2", [policy, audit({ lead_auditor: undefined })])), false);
    assert.equal(checked(cover("5.2", [policy, audit({ type: "supplier" })])), false);
    assert.equal(checked(cover("5.2", [policy, audit({ finished_on: "2022-05-20" })])), false);
    assert.equal(checked(cover("5.2", [policy, audit({ status: "planned" })])), false);
    assert.equal(checked(cover("5.3", [policy, audit()])), false);
    assert.equal(checked(cover("A.6.2.4", [procedure(["A.6.2.4"]), audit()])), true);
  });

  it("is found in ranges and in the words of the criteria", () => {
    const on = (provision: string, more: Sketch): boolean =>
      checked(cover(provision, [policy, procedure([provision]), audit({ provisions: undefined, ...more })]));
    assert.equal(on("7.3", { criteria: ["ISO/IEC 42001:2023, clauses 4 to 10"] }), true);
    assert.equal(on("A.9.2", { criteria: ["ISO/IEC 42001:2023, clauses 4 to 10"] }), false);
    assert.equal(on("4.2", { provisions: ["4.1–4.3"] }), true);
    assert.equal(on("4.4", { provisions: ["4.1–4.3"] }), false);
    assert.equal(on("A.5.4", { provisions: ["A.4 - A.6"] }), true);
    assert.equal(on("7.3", { criteria: ["ISO/IEC 42001:2023"] }), false);
    assert.equal(on("8.1", { criteria: ["8 systems were sampled"] }), false);
  });

  it("does not lift the level over a bar that is missing", () => {
    const c = cover("5.2", [policy, audit()]);
    assert.equal(c.level, "documented");
    assert.deepEqual(c.bars, [true, false, false, true]);
  });

  it("counts for nothing while a major finding is open", () => {
    const finding: Sketch = { id: "FND-1", title: "f", grade: "major", provision: ["5.2"], status: "open" };
    const told = { ...policy[1], communicated_on: "2026-02-09" };
    const c = cover("5.2", [["policy", told], audit(), ["finding", finding]]);
    assert.equal(c.level, "documented");
    assert.deepEqual(c.bars, [true, false, false, false]);
    assert.equal(c.raise[0]?.goTo?.id, "FND-1");
    assert.equal(
      level("5.2", [
        ["policy", told],
        ["finding", { ...finding, status: "closed" }],
      ]),
      "operated",
    );
    assert.equal(
      level("5.2", [
        ["policy", told],
        ["finding", { ...finding, grade: "observation" }],
      ]),
      "operated",
    );
    assert.equal(
      level("5.2", [
        ["policy", told],
        ["nonconformity", { ...finding, provision: undefined, clause: "5.2" }],
      ]),
      "documented",
    );
  });

  it("is a verification of the control's entry by somebody else", () => {
    const entry = { control: "A.9.2", applicable: true, owner: "Bo Ek", verified_on: "2026-04-01" };
    const doc = procedure(["A.9.2"]);
    assert.equal(checked(cover("A.9.2", [doc, ["control", { ...entry, verified_by: "Petra Novak" }]])), true);
    assert.equal(checked(cover("A.9.2", [doc, ["control", { ...entry, verified_by: "Bo Ek" }]])), false);
  });

  it("is the last of four bars", () => {
    const all: List = [
      system("AI-001"),
      procedure(["A.6.2.4"]),
      [
        "measurement",
        {
          id: "M",
          metric: "m",
          threshold: "< 1",
          value: "0.5",
          system: "AI-001",
          system_version: "2.0",
          measured_on: "2026-09-01",
        },
      ],
      audit(),
    ];
    const c = cover("A.6.2.4", all);
    assert.equal(c.level, "checked");
    assert.deepEqual(c.raise, []);
    assert.match(c.why, /^M shows that it works .*, and AUD-1 checked it \(audited 2026-05-20\)\.$/);
  });
});

describe("coverage: all of a standard", () => {
  it("has every assessable provision in order, and no other", () => {
    const coverage = createCoverage({ index: smallIndex([policy]), today: () => TODAY });
    assert.deepEqual(
      coverage.all("iso-42001").map((c) => c.provision),
      assessable("iso-42001").map((p) => p.id),
    );
    assert.equal(coverage.of("iso-42001", "6.1"), undefined);
    assert.equal(coverage.of("iso-42001", "A.5"), undefined);
    assert.equal(coverage.of("iso-99999", "5.2"), undefined);
    assert.deepEqual(coverage.all("iso-27001"), []);
  });

  it("says in one sentence why, and what would raise it, wherever it can be raised", () => {
    const coverage = createCoverage({ index: smallIndex([policy, system("AI-001")]), today: () => TODAY });
    for (const standard of ["iso-42001", "iso-42005"]) {
      for (const c of coverage.all(standard)) {
        assert.match(c.why, /^[A-Z"].*\.$/);
        assert.ok(c.raise.length > 0, c.provision);
      }
    }
  });

  it("takes the contents of an assessment for ISO/IEC 42005", () => {
    const coverage = createCoverage({
      index: smallIndex([system("AI-001"), assessment("AI-001")]),
      today: () => TODAY,
    });
    assert.equal(coverage.of("iso-42005", "6.7")?.level, "documented");
    assert.equal(coverage.of("iso-42005", "6.9")?.level, "missing");
  });
});
