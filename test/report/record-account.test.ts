import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { RecordAccount, RecordsNamed } from "../../server/src/core/analysis.ts";
import { hostOf, readFixture } from "../support/fixture.ts";

const named = (query: string): RecordsNamed => hostOf(readFixture(WORK).files).snapshot.records(query);
const one = (query: string): RecordAccount => {
  const { found } = named(query);
  assert.equal(found.length, 1, query);
  return found[0] as RecordAccount;
};

const WORK = `
  //- /aims/aims.yaml
  aims: management-system
  organisation: Lender Ltd
  standards: [iso-42001, eu-ai-act]
  //- /aims/systems/credit.yaml
  aims: system
  id: AI-001
  name: Credit scorer
  description: Scores applications
  owner: Bo Berg
  version: "3.2"
  status: live
  annex_iii_uses: [credit-scoring]
  profiling: yes
  role: [deployer]
  depends_on: [AI-009]
  satisfies:
    iso-42001: [A.6.2.4]
  //- /aims/ownership.md
  # Owners

  | System ID | System name   | Owner   | Sponsor |
  |-----------|---------------|---------|---------|
  | AI-001    | Credit scorer | Bo Berg | Cy Coen |
  | AI-002    | Chat          | Bo Berg | Cy Coen |
  //- /aims/risks.yaml
  risks:
    - id: RISK-001
      title: Unfair refusals
      owner: Bo Berg
      systems: [AI-001]
  //- /aims/policy/note.md
  ---
  aims: policy
  id: POL-001
  title: AI policy
  ---
  AI-001 is watched.
`;

describe("the account of a record", () => {
  it("takes together every place that describes it", () => {
    const { id, title, kind, location, others, fields } = one("ai-001");
    assert.deepEqual([id, title, kind], ["AI-001", "Credit scorer", "system"]);
    assert.equal(location.path, "/aims/systems/credit.yaml");
    assert.deepEqual(
      others.map((o) => [o.path, o.selection.start.line]),
      [["/aims/ownership.md", 4]],
    );
    const text = Object.fromEntries(fields.map((f) => [f.name, f.text]));
    assert.equal(text.version, "3.2");
    assert.equal(text.annex_iii_uses, "credit-scoring");
    assert.ok(!("id" in text) && !("satisfies" in text));
  });

  it("says what it names and what names it, typed and in text", () => {
    const { names, namedBy, mentionedIn } = one("AI-001");
    assert.deepEqual(
      names.map(({ id, field, location }) => [id, field, location]),
      [["AI-009", "depends_on", undefined]],
    );
    assert.deepEqual(
      namedBy.map(({ id, title, kind, field }) => [id, title, kind, field]),
      [["RISK-001", "Unfair refusals", "Risk", "systems"]],
    );
    assert.deepEqual(mentionedIn, ["/aims/policy/note.md"]);
  });

  it("says where a system stands, its class with the reasoning, and its duties", () => {
    const { system, duties } = one("AI-001");
    assert.equal(system?.assessed, "unassessed");
    assert.match(system?.derived.verdict ?? "", /high-risk/);
    assert.match(system?.derived.reasons[0] ?? "", /Annex III point 5\(b\)/);
    assert.ok(duties?.some((duty) => /^from 2027-12-02, deployer: /.test(duty)));
    assert.equal(one("RISK-001").system, undefined);
  });

  it("says which provisions it bears on, and how far these are covered in all", () => {
    const { serves } = one("AI-001");
    const row = serves.find(({ provision }) => provision === "A.6.2.4");
    assert.equal(row?.standard, "iso-42001");
    assert.notEqual(row?.role, undefined);
  });

  it("gives the findings within it and no others", () => {
    const rules = one("AI-001").findings.map(({ rule }) => rule);
    assert.ok(rules.includes("dangling-reference"), rules.join());
    assert.ok(one("RISK-001").findings.every(({ path }) => path === "/aims/risks.yaml"));
  });

  it("is found by a title too, and what is nearest is named where there is none", () => {
    assert.equal(one("unfair refusals").id, "RISK-001");
    assert.deepEqual(named("AI-01"), { found: [], nearest: ["AI-001", "AI-002"] });
    assert.deepEqual(named("zzzz"), { found: [], nearest: [] });
    assert.deepEqual(named(" "), { found: [], nearest: [] });
  });
});
