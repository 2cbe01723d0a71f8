import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { SystemRow } from "../../server/src/core/analysis.ts";
import { hostOf, readFixture } from "../support/fixture.ts";

const AIMS = "aims: management-system\norganisation: Lender Ltd\n";

const rowsOf = (source: string, today?: string): readonly SystemRow[] =>
  hostOf(new Map([["/aims/aims.yaml", AIMS], ...readFixture(source).files]), today).snapshot.systems("/aims");

const INVENTORY = `
  //- /aims/inventory.md
  # Inventory

  | System ID | System name    | Owner | Status  | Tier    | Version | In scope |
  |-----------|----------------|-------|---------|---------|---------|----------|
  | AI-010    | Chat assistant | Cy    | pilot   | limited | 1.0     | yes      |
  | AI-002    | Credit scorer  | Bo    | live    | high    | 3.2     | yes      |
  | AI-003    | Fraud model    | Bo    | live    | high    | 2.0     |          |
  | AI-004    | Mail sorter    | Bo    | live    | minimal | 1.0     | no       |
  | AI-005    | Old scorer     | Bo    | retired | high    | 1.0     | yes      |
  | AI-006    | CV ranker      | Di    | live    | high    | 1.1     | yes      |
  //- /aims/assessments.yaml
  impact_assessments:
    - id: AIIA-001
      system: AI-002
      system_version: "3.1"
      assessed_on: 2026-01-10
      status: approved
    - id: AIIA-002
      system: Fraud model
      system_version: "2.0"
      assessed_on: 2026-01-10
      status: approved
    - id: AIIA-003
      system: AI-006
      status: draft
`;

describe("system rows", () => {
  const rows = rowsOf(INVENTORY);
  const row = (id: string): SystemRow => rows.find((r) => r.id === id) as SystemRow;

  it("are sorted by number within the id", () => {
    assert.deepEqual(
      rows.map((r) => r.id),
      ["AI-002", "AI-003", "AI-004", "AI-005", "AI-006", "AI-010"],
    );
  });

  it("say what the inventory says", () => {
    const { name, owner, tier, scope } = row("AI-002");
    assert.deepEqual({ name, owner, tier, scope }, { name: "Credit scorer", owner: "Bo", tier: "high", scope: "in" });
    assert.equal(row("AI-003").scope, "unstated");
    assert.equal(row("AI-004").scope, "out");
  });

  it("say where each system stands with its assessment, and why", () => {
    const states = Object.fromEntries(rows.map((r) => [r.id, r.assessed]));
    assert.deepEqual(states, {
      "AI-002": "stale",
      "AI-003": "assessed",
      "AI-004": "not-needed",
      "AI-005": "not-needed",
      "AI-006": "draft",
      "AI-010": "unassessed",
    });
    assert.equal(row("AI-002").why, "Version 3.1 was assessed and version 3.2 is in use.");
    assert.equal(row("AI-003").why, "Assessed on version 2.0, 2026-01-10.");
    assert.equal(row("AI-006").why, "AIIA-003 is draft, not approved.");
    assert.equal(row("AI-010").why, "The system is in pilot and no impact assessment of it was found.");
  });

  it("lead to the system's row and to its assessments", () => {
    const { location, assessments } = row("AI-002");
    assert.equal(location.path, "/aims/inventory.md");
    assert.deepEqual(location.selection, { start: { line: 5, character: 2 }, end: { line: 5, character: 8 } });
    assert.deepEqual(
      assessments.map((a) => [a.label, a.location.path, a.location.selection.start.line]),
      [["AIIA-001 (version 3.1, 2026-01-10)", "/aims/assessments.yaml", 1]],
    );
  });

  it("join the records of one system, and take what each says", () => {
    const [joined, ...rest] = rowsOf(`
      //- /aims/ownership.md
      # Ownership

      | System ID | System name   | Owner | Status |
      |-----------|---------------|-------|--------|
      | AI-001    | Credit scorer | Bo    | live   |
      //- /aims/scope.yaml
      aims: scope
      title: Scope
      systems: [AI-001]
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          tier: high
          purpose: Scores applications
          stage: operation-monitoring
    `);
    assert.deepEqual(rest, []);
    assert.equal(joined?.owner, "Bo");
    assert.equal(joined?.tier, "high");
    assert.equal(joined?.stage, "operation-monitoring");
    assert.equal(joined?.scope, "in");
    assert.equal(joined?.location.path, "/aims/systems.yaml");
  });

  it("take scope statements written as tables and lists", () => {
    const found = rowsOf(`
      //- /aims/scope.md
      # AIMS scope statement

      **Document ID:** AIMS-SCOPE-001
      **Approved by:** Ana Silva

      ## Systems

      | AI system     | In scope | Justification      |
      |---------------|----------|--------------------|
      | Credit scorer | Yes      | Decides on credit  |
      | Mail sorter   | No       | Sorts our own mail |

      ## Exclusions

      - AI-003, because the supplier runs it
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
        - id: AI-002
          name: Mail sorter
        - id: AI-003
          name: Fraud model
        - id: AI-004
          name: Voice bot
    `);
    assert.deepEqual(
      found.map((r) => r.scope),
      ["in", "out", "out", "unstated"],
    );
  });

  it("take scope statements written as prose, unless something says that the system is in", () => {
    const found = rowsOf(`
      //- /aims/scope.md
      # AIMS scope statement

      **Document ID:** AIMS-SCOPE-001
      **Approved by:** Ana Silva
      **Systems in scope:** AI-001

      ## What the AIMS does not cover

      AI-002 is run by a supplier whose output goes to AI-001. The voice bot is a
      prototype on invented data.
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
        - id: AI-002
          name: Mail sorter
        - id: AI-003
          name: Fraud model
        - id: AI-004
          name: Voice bot
    `);
    assert.deepEqual(
      found.map((r) => r.scope),
      ["in", "out", "unstated", "out"],
    );
  });

  it("follow the day", () => {
    const source = `
      //- /aims/systems.yaml
      systems:
        - id: AI-001
          name: Credit scorer
          deployed_on: 2026-01-01
      //- /aims/aiia.yaml
      aims: impact-assessment
      id: AIIA-001
      system: AI-001
      assessed_on: 2025-12-01
      reassess_on: 2026-06-30
    `;
    assert.equal(rowsOf(source, "2026-06-30")[0]?.assessed, "assessed");
    assert.equal(rowsOf(source, "2026-07-01")[0]?.assessed, "stale");
  });

  it("leave templates out", () => {
    assert.deepEqual(
      rowsOf(`
      //- /aims/_TEMPLATE-system.yaml
      aims: system
      id: AI-001
      name: Name of the system
    `),
      [],
    );
  });
});
