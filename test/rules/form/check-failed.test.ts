import assert from "node:assert/strict";
import { describe, it } from "mocha";
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
});
