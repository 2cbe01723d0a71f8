import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import { parse } from "yaml";
import type { AiSystem } from "../../server/src/core/coverage/systems.ts";
import { listOf, provision } from "../../server/src/core/catalog/catalog.ts";
import { kindInfo } from "../../server/src/core/records/kinds.ts";
import type { Plain, RecordFacts } from "../../server/src/core/records/model.ts";
import { aiAct } from "../../server/src/core/tier/data.ts";
import { deriveTier } from "../../server/src/core/tier/derive.ts";
import { dutiesOf, rolesTogether } from "../../server/src/core/tier/duties.ts";
import { reasoning, rolesText, verdict } from "../../server/src/core/tier/say.ts";

const system = (plain: Record<string, Plain>): AiSystem => {
  const record = { kind: "system", id: "AI-001", path: "/a/s.yaml", plain, sections: [] } as unknown as RecordFacts;
  return { id: "AI-001", name: "X", record, records: [record] };
};
const settled = {
  article_5_practices: ["none"],
  annex_iii_uses: ["none"],
  safety_component: false,
  interacts_with_people: false,
  synthetic_content: ["none"],
};

describe("the class by declared facts", () => {
  it("is the lightest only when every decisive question was answered", () => {
    assert.equal(deriveTier(system(settled)).tier, "minimal");
    for (const field of Object.keys(settled)) {
      const { [field]: _, ...rest } = settled as Record<string, Plain>;
      const { tier, unknown } = deriveTier(system(rest));
      assert.deepEqual({ tier, unknown }, { tier: undefined, unknown: [field] });
    }
  });

  it("says what it rests on and what is open", () => {
    const derivation = deriveTier(system({ annex_iii_uses: ["credit-scoring"], use_areas: ["employment"] }));
    assert.equal(verdict(derivation), "at least high-risk");
    assert.ok(reasoning(derivation).some((line) => line.includes("annex_iii_uses: credit-scoring")));
    assert.ok(reasoning(derivation).some((line) => line.startsWith("Not declared:")));
  });

  it("lets an exception take the class away unless people are profiled", () => {
    const claim = { ...settled, annex_iii_uses: ["recruitment"], derogation: "preparatory-task" };
    assert.equal(deriveTier(system({ ...claim, profiling: false })).tier, "minimal");
    assert.equal(deriveTier(system({ ...claim, profiling: true })).tier, "high");
    assert.equal(deriveTier(system(claim)).tier, undefined);
    assert.equal(deriveTier(system(claim)).relied[0]?.state, "open");
  });

  it("treats a model of one's own apart from the system", () => {
    const own = deriveTier(system({ ...settled, general_purpose: true, model_provider: true }));
    assert.equal(own.tier, "minimal");
    assert.equal(own.model.length, 1);
    assert.equal(deriveTier(system({ general_purpose: true, model_provider: false })).model.length, 0);
  });

  it("gives duties by role, and by the day on which a system was released", () => {
    const marking = (deployed_on: string): string[] => {
      const s = system({ synthetic_content: ["image"], role: ["provider"], deployed_on });
      return dutiesOf(s, deriveTier(s)).flatMap((d) => (d.provision === "50(2)" ? d.from : []));
    };
    assert.deepEqual(marking("2026-05-01"), ["2026-12-02"]);
    assert.deepEqual(marking("2026-09-01"), ["2026-08-02"]);
    const scorer = system({ annex_iii_uses: ["credit-scoring"], role: ["deployer"] });
    const duties = dutiesOf(scorer, deriveTier(scorer));
    assert.ok(duties.some((d) => d.provision === "26" && d.from === "2027-12-02"));
    assert.ok(!duties.some((d) => d.provision === "16"));
    const own = system({ annex_iii_uses: ["credit-scoring"], role: ["developer", "deployer"] });
    assert.ok(dutiesOf(own, deriveTier(own)).some((d) => d.provision === "16"));
    assert.deepEqual(rolesTogether(own).map(rolesText), [
      "developer and deployer together count as provider: who develops a system and puts it into service for its own use under its own name is its provider (Art. 3)",
    ]);
    for (const role of [["developer"], ["provider", "developer", "deployer"], ["deployer"]])
      assert.deepEqual(rolesTogether(system({ role })), []);
  });
});

describe("the data of the EU AI Act", () => {
  const { conditions, exceptions, decisive, duties, order } = aiAct();
  const values = (field: string): string[] | undefined =>
    kindInfo("system")
      .field(field)
      ?.values?.map((v) => v.value);

  it("tests fields and values that the schema of a system has", () => {
    for (const test of [...conditions, ...exceptions].flatMap((c) => c.when)) {
      assert.ok(kindInfo("system").field(test.field), test.field);
      for (const value of [...(test.any ?? []), ...(test.has === undefined ? [] : [test.has])]) {
        assert.ok(values(test.field)?.includes(value), `${test.field}: ${value}`);
      }
    }
    for (const field of [...decisive.flat(), ...exceptions.flatMap((e) => e.needs)]) {
      assert.ok(kindInfo("system").field(field), field);
    }
  });

  it("leaves no listed use and no banned practice of the schema without a condition", () => {
    for (const field of ["annex_iii_uses", "article_5_practices"]) {
      const used = new Set(
        conditions.flatMap((c) =>
          c.when.flatMap((t) => (t.field === field && c.when.length === 1 ? (t.has ?? []) : [])),
        ),
      );
      const left = values(field)?.filter((v) => v !== "none" && !used.has(v));
      assert.deepEqual(left, [], field);
    }
  });

  it("has ids once, known classes and roles, and real days", () => {
    const ids = conditions.map((c) => c.id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { tier } of [...conditions, ...duties]) assert.ok([...order, "gpai"].includes(tier), tier);
    const roles = values("role") ?? [];
    for (const duty of duties) {
      assert.match(duty.from, /^20\d\d-\d\d-\d\d$/);
      for (const role of duty.roles.flatMap((r) => [
        r,
        ...aiAct().roles_together.flatMap((t) => [...t.has, t.counts_as]),
      ]))
        assert.ok(role === "any" || roles.includes(role), role);
      for (const id of [...(duty.facts ?? []), ...(duty.unless_facts ?? [])]) assert.ok(ids.includes(id), id);
    }
  });

  it("cites provisions that the catalogue has, and dates that its timeline has", () => {
    const { exceptions: lifts, suggestions, superseded } = aiAct();
    for (const { provision: cited } of [...conditions, ...lifts, ...duties, ...suggestions]) {
      assert.ok(provision("eu-ai-act", cited), cited);
    }
    const days = new Set(listOf("eu-ai-act", "timeline").map((row) => row.date));
    for (const day of [...duties.map((d) => d.from), ...superseded.map((s) => s.now)]) assert.ok(days.has(day), day);
    for (const { from } of conditions) assert.ok(from === undefined || days.has(from), from);
    for (const { use } of suggestions) assert.ok(values("annex_iii_uses")?.includes(use), use);
  });

  it("says when it was checked and when to check again", () => {
    for (const name of ["tiers", "dates"]) {
      const { checked, recheck_by } = parse(readFileSync(`server/data/ai-act-${name}.yaml`, "utf8"));
      assert.ok(checked < recheck_by, name);
    }
  });
});
