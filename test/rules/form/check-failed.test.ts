import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createHost } from "../../../server/src/core/analysis.ts";
import { ruleById } from "../../../server/src/core/rules/registry.ts";
import { type Rule, type RuleContext, rule } from "../../../server/src/core/rules/rule.ts";
import { checkAims } from "../../../server/src/core/rules/run.ts";

describe("check-failed", () => {
  const broken: Rule = rule({
    id: "broken",
    group: "form",
    severity: "error",
    summary: "Breaks after its first finding.",
    *aims() {
      yield { at: { start: 3, end: 4 }, message: "Half of what it had to say." };
      throw new Error("fault");
    },
  });

  it("takes the place of what a rule found before it broke, and the failure is logged", () => {
    const failures: string[] = [];
    const found = checkAims(broken, {} as never, {} as RuleContext, (id, error) => failures.push(`${id}: ${error}`));
    assert.deepEqual(
      found.map((f) => f.rule),
      ["check-failed"],
    );
    assert.match(found[0]?.raw.message ?? "", /"broken" failed/);
    assert.deepEqual(failures, ["broken: Error: fault"]);
  });

  it("is a rule like others, so that its severity can be set", () => {
    assert.equal(ruleById("check-failed")?.severity, "warning");
  });

  it("is said once for a document, in which the rest goes on; other documents keep what the rule finds there", () => {
    const missingField = ruleById("missing-field") as { record?: Rule["record"] };
    const { record } = missingField;
    const register = (name: string) => ({
      type: "set" as const,
      path: `/w/${name}.yaml`,
      text: `aims: risk\nrisks:\n${["1", "2", "3"].map((n) => `  - id: RISK-${name}${n}\n    status: blue\n`).join("")}`,
    });
    try {
      missingField.record = function* (unit, ctx) {
        yield* record?.call(missingField as Rule, unit, ctx) ?? [];
        if (unit.facts.id?.startsWith("RISK-a") && !unit.facts.id.endsWith("1")) throw new Error("fault");
      };
      const host = createHost({ today: "2026-11-23" });
      host.apply([
        { type: "roots", roots: ["/w"] },
        {
          type: "set",
          path: "/w/aims.yaml",
          text: "aims: management-system\norganisation: X\nstandards: [iso-42001]\n",
        },
        register("a"),
        register("b"),
      ]);
      const rulesIn = (name: string) => host.snapshot.findings(`/w/${name}.yaml`).map(({ rule }) => rule);
      assert.equal(rulesIn("a").filter((id) => id === "check-failed").length, 1);
      assert.ok(!rulesIn("a").includes("missing-field"), "half of a rule's findings is shown as all of them");
      assert.ok(rulesIn("a").includes("invalid-value"), "the other rules stopped");
      assert.ok(rulesIn("b").includes("missing-field") && !rulesIn("b").includes("check-failed"));
      assert.match(host.takeFailures().join("\n"), /missing-field[\s\S]*fault/);
    } finally {
      missingField.record = record;
    }
  });
});
