import assert from "node:assert/strict";
import fc from "fast-check";
import { KIND_IDS, type KindId } from "../../server/src/core/generated/kinds.ts";
import {
  type ColumnsHint,
  fieldForLabel,
  KINDS,
  kindForColumns,
  kindForId,
  kindForRegisterKey,
  kindForTitle,
  kindForWord,
  kindInfo,
  nearestKind,
} from "../../server/src/core/records/kinds.ts";

const header = (text: string, hint?: ColumnsHint) =>
  kindForColumns(
    text.split("|").map((label) => label.trim()),
    hint,
  );

describe("kinds", () => {
  it("are the 28 of the schemas, each with its fields", () => {
    assert.equal(KINDS.length, 28);
    for (const id of KIND_IDS) assert.equal(kindInfo(id).id, id);
    assert.equal(kindInfo("system").field("tier")?.type, "enum");
    assert.equal(kindInfo("system").field("colour"), undefined);
    assert.deepEqual(kindInfo("policy").demonstrates, ["iso-42001:5.2", "iso-42001:A.2.2"]);
  });

  it("are named by words people use", () => {
    const words: readonly (readonly [string, KindId | undefined])[] = [
      ["system", "system"],
      ["AI System", "system"],
      ["impact_assessment", "impact-assessment"],
      ["**Policy**", "policy"],
      ["Policies", undefined],
      ["Non-conformity", "nonconformity"],
      ["Procedure", "procedure"],
      ["SoA", "control"],
      ["sytem", undefined],
      ["", undefined],
    ];
    for (const [word, kind] of words) assert.equal(kindForWord(word), kind, word);
    assert.equal(nearestKind("sytem"), "system");
    assert.equal(nearestKind("impact-assesment"), "impact-assessment");
    assert.equal(nearestKind("banana"), undefined);
  });

  it("are named by ids, the longest prefix first", () => {
    const ids: readonly (readonly [string, KindId | undefined])[] = [
      ["AI-001", "system"],
      ["RISK-001", "risk"],
      ["risk-7", "risk"],
      ["R-04", "risk"],
      ["AIMS-POL-001", "policy"],
      ["AIMS-SCOPE-001", "scope"],
      ["AIMS-SOA-001", "procedure"],
      ["AIMS-WHATEVER-001", "procedure"],
      ["AI-INC-2026-004", "incident"],
      ["AI-HR-01", "system"],
      ["AUD-2026-01", "audit"],
      ["MR-2026-01", "management-review"],
      ["IA-2", undefined],
      ["AC-12", undefined],
      ["ISO-42001", undefined],
      ["RISK", undefined],
      ["RISK-HIGH", undefined],
      ["", undefined],
    ];
    for (const [id, kind] of ids) assert.equal(kindForId(id), kind, id);
  });

  it("are named by keys of registers", () => {
    assert.equal(kindForRegisterKey("risks"), "risk");
    assert.equal(kindForRegisterKey("AI Systems"), "system");
    assert.equal(kindForRegisterKey("risk-register"), "risk");
    assert.equal(kindForRegisterKey("dependencies"), undefined);
  });

  it("are named by titles of documents, and only beyond doubt", () => {
    const titles: readonly (readonly [string, KindId | undefined])[] = [
      ["AI Policy", "policy"],
      ["Northwind AI Policy — v2", "policy"],
      ["AI Management System (AIMS) Policy", "policy"],
      ["AIMS Scope Statement", "scope"],
      ["Scope of the AI Management System", "scope"],
      ["AI System Impact Assessment: CV screener", "impact-assessment"],
      ["AIIA-002 — Impact assessment of the loan scorer", "impact-assessment"],
      ["Internal Audit Report 2026", "audit"],
      ["Management Review Minutes – 2026-01-14", "management-review"],
      ["Model card: loan scorer", "model-card"],
      ["Incident Report INC-2026-003", "incident"],
      ["Statement of Applicability (SoA)", "procedure"],
      ["AI Risk Register", "procedure"],
      ["AI System Impact Assessment Procedure", "procedure"],
      ["AI Incident Response Plan", "procedure"],
      ["Why every company needs an AI policy", undefined],
      ["How to write an AI policy", undefined],
      ["Privacy Policy", undefined],
      ["Release notes", undefined],
      ["Deployment guide", undefined],
      ["Quarterly report", undefined],
      ["README", undefined],
      ["", undefined],
    ];
    for (const [title, kind] of titles) assert.equal(kindForTitle(title), kind, title);
  });
});

describe("fieldForLabel", () => {
  const labels: readonly (readonly [KindId, string, string | undefined])[] = [
    ["risk", "Risk ID", "id"],
    ["risk", "**Risk owner**:", "owner"],
    ["risk", "Likelihood (1-5)", "likelihood"],
    ["risk", "Risk #", "id"],
    ["risk", "residual_impact", "residual_impact"],
    ["risk", "Residual Risk", "residual"],
    ["risk", "consequences", "consequences"],
    ["risk", "Consequence", "impact"],
    ["risk", "Wahrscheinlichkeit", "likelihood"],
    ["risk", "Gravité", "impact"],
    ["policy", "Document ID", "id"],
    ["policy", "Prepared By", "author"],
    ["policy", "Next Review Date", "next_review"],
    ["policy", "Référence", "id"],
    ["policy", "Date d’effet", "effective"],
    ["system", "System Owner (Name)", "owner"],
    ["system", "EU AI Act Classification", "tier"],
    ["system", "Classification", "classification"],
    ["control", "Implementation", "status"],
    ["control", "implementation", "implementation"],
    ["control", "Included?", "applicable"],
    ["impact-assessment", "AI System", "system"],
    ["policy", "Favourite colour", undefined],
    ["policy", "", undefined],
  ];
  for (const [kind, label, field] of labels) {
    it(`reads ${JSON.stringify(label)} of ${kind}`, () => assert.equal(fieldForLabel(kind, label), field));
  }
});

describe("kindForColumns", () => {
  const registers: readonly (readonly [string, string, KindId, string])[] = [
    ["ID | Name | Owner | Tier | Status", "AI systems", "system", "id,name,owner,tier,status"],
    ["System ID | AI system | Business owner | AI tier | EU AI Act class", "", "system", "id,name,owner,,tier"],
    [
      "System | Owner | Risk level | Impact assessment",
      "AI system inventory",
      "system",
      "name,owner,tier,impact_assessment",
    ],
    [
      "ID | Risk | L | I | Score | Rating | Treatment | Owner",
      "",
      "risk",
      "id,title,likelihood,impact,score,rating,treatment,owner",
    ],
    [
      "**Risk ID** | Risk | Description | Likelihood | Consequence",
      "",
      "risk",
      "id,title,description,likelihood,impact",
    ],
    ["Risiko-ID | Risiko | Eintrittswahrscheinlichkeit | Auswirkung", "", "risk", "id,title,likelihood,impact"],
    [
      "Référence | Risque | Probabilité | Gravité | Traitement | Propriétaire",
      "",
      "risk",
      "id,title,likelihood,impact,treatment,owner",
    ],
    [
      "Control | Ref | Included | Justification | Status",
      "",
      "control",
      "title,control,applicable,justification,status",
    ],
    ["# | Control | Applicable | Justification", "", "control", ",control,applicable,justification"],
    ["Control | Applicable?", "Statement of Applicability", "control", "control,applicable"],
    [
      "Control ID | Annex A ref | Owner | Implementation status | Evidence",
      "",
      "control",
      "id,control,owner,status,evidence",
    ],
    ["Obj ID | Objective | KPI | Target | Owner | Due date", "", "objective", "id,title,metric,target,owner,due"],
    ["Metric | Value | Threshold | Date | System ID", "", "measurement", "metric,value,threshold,measured_on,system"],
    ["Supplier ID | Vendor name | Service | Last assessment", "", "supplier", "id,name,supplies,assessed_on"],
    [
      "NCR ID | Date | Description | Root cause | Corrective action | CA owner",
      "",
      "nonconformity",
      "id,found_on,description,root_cause,action,owner",
    ],
    ["Incident ID | Date | AI system | Severity | Status", "", "incident", "id,occurred_on,systems,severity,status"],
    ["Finding # | Grade | Clause | Description", "", "finding", "id,grade,provision,description"],
    ["Audit ID | Date | Audit scope | Lead auditor", "", "audit", "id,finished_on,scope,lead_auditor"],
    [
      "Change ID | Date | Description | Reason | Approved by | Status",
      "",
      "change",
      "id,requested_on,description,reason,approved_by,status",
    ],
    ["Employee name | Role | Training | Date completed", "", "competence", "person,role,training,completed_on"],
    ["Interested party | Needs and expectations", "", "interested-party", "name,needs"],
    [
      "Certificate no | Standard | Certification body | Valid until",
      "",
      "certificate",
      "certificate_number,standard,certification_body,expires_on",
    ],
    ["Dataset ID | Dataset | Source | Personal data", "", "dataset", "id,name,origin,personal_data"],
    [
      "Evidence ID | Description | Location | Date | Control",
      "",
      "evidence",
      "id,description,path,obtained_on,provisions",
    ],
  ];
  for (const [text, title, kind, columns] of registers) {
    it(`recognises ${text}`, () => {
      const match = header(text, { title });
      assert.equal(match?.kind, kind);
      assert.equal(match?.columns.map((c) => c ?? "").join(","), columns);
    });
  }

  for (const text of [
    "Version | Date | Author | Changes",
    "Version | Date | Changes | Approved By",
    "Role | Name | Signature | Date",
    "Activity | Responsible | Accountable | Consulted | Informed",
    "Likelihood / Impact | 1 | 2 | 3 | 4 | 5",
    "Score | Level | Action required",
    "Rating | Score | Description",
    "Severity | Description | Response time | Examples",
    "Level | Description | Owner",
    "Risk level | Count | Change",
    "Metric | Target | Actual | Status",
    "KPI | Target | Result | Trend",
    "# | Action | Owner | Due date | Status",
    "# | Requirement | Status | Evidence / notes",
    "Risk # | Likelihood (1-5) | Severity (1-5) | Risk level",
    "Treatment ID | Risk ID | AI system | Risk description | Risk score | Treatment option | Risk owner",
    "Doc ID | Document title | Clause | Location | Version | Owner | Next review | Status",
    "Field | Value",
    "Field | Type | Required | Description",
    "Name | Type | Default | Description",
    "ID | Title | Status | Owner | Priority",
    "ID | Severity | Description | Status",
    "ID | Name | Type | Status | Description",
    "Test ID | Description | Expected | Actual | Result",
    "CVE ID | Severity | Description | Status",
    "Package | Version | License",
    "Model | Accuracy | F1",
    "Term | Definition",
    "Clause | Title | Key requirements",
    "Control | Audit question | Evidence | Finding",
    "Framework | Reference",
    "Date | Change | Author",
    "",
  ]) {
    it(`leaves ${JSON.stringify(text)} alone`, () => assert.equal(header(text), undefined));
  }

  it("leaves alone rows that quote a register kept elsewhere", () => {
    const risks = "Risk ID | Description | Likelihood | Impact | Owner | Status";
    assert.equal(header(risks, { title: "Risk register" })?.kind, "risk");
    assert.equal(header(risks, { title: "Top risks" }), undefined);
    assert.equal(header(risks, { title: "Executive summary" }), undefined);
    assert.equal(header(risks, { docKind: "management-review" }), undefined);
  });

  it("takes a column of ids for the id, whatever its label", () => {
    const findings = "Finding | Clause | Grade | Description | Owner";
    assert.equal(header(findings), undefined);
    assert.equal(header(findings, { idColumn: 0 })?.columns.join(","), "id,provision,grade,description,owner");
    assert.equal(header("Risk | Description | Likelihood | Impact", { idColumn: 0 })?.columns[0], "id");
    assert.equal(header("Item | Description | Status | Owner", { idColumn: 0 }), undefined);
  });

  it("gives no field to two columns, whatever the header", () => {
    const labels = KINDS.flatMap((k) => k.fields.map((f) => f.title));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...labels), fc.string()), { maxLength: 12 }), (columns) => {
        const match = kindForColumns(columns);
        if (match === undefined) return;
        assert.equal(match.columns.length, columns.length);
        const named = match.columns.filter((c) => c !== undefined);
        assert.equal(new Set(named).size, named.length);
        for (const name of named) assert.ok(kindInfo(match.kind).field(name));
      }),
    );
  });
});
