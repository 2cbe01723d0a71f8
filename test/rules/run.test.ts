import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { RULES } from "../../server/src/core/rules/registry.ts";
import {
  type BlockUnit,
  type RecordUnit,
  type Rule,
  type RuleContext,
  rule,
} from "../../server/src/core/rules/rule.ts";
import { checkBlock, checkRecord, RuleSet } from "../../server/src/core/rules/run.ts";

const HEAD = { group: "form", severity: "warning", summary: "Finds whatever it is run over." } as const;
const FOUND = [{ at: { start: 0, end: 0 }, message: "Run." }];
const overRecords = (id: string, needs: Partial<Rule>): Rule => rule({ ...HEAD, id, ...needs, record: () => FOUND });
const overBlocks = (id: string, needs: Partial<Rule>): Rule => rule({ ...HEAD, id, ...needs, block: () => FOUND });
const never = (): never => assert.fail("no rule breaks here");

describe("rules are run", () => {
  const records = new RuleSet([
    overRecords("any", {}),
    overRecords("of-risks", { kinds: ["risk"] }),
    overRecords("of-dates", { fields: ["due", "closed_on"] }),
    overRecords("of-due-risks", { kinds: ["risk"], fields: ["due"] }),
    overRecords("on-templates", { onTemplates: true }),
  ]);
  const overRecord = (facts: Partial<RecordUnit["facts"]>): string[] =>
    checkRecord(records, { facts: { plain: {}, ...facts } } as RecordUnit, {} as RuleContext, never).map((f) => f.rule);

  it("over records of the kinds and with one of the fields they declare", () => {
    assert.deepEqual(overRecord({ kind: "risk" }), ["any", "of-risks", "on-templates"]);
    assert.deepEqual(overRecord({ kind: "risk", plain: { due: "2026-01-01" } }), [
      "any",
      "of-risks",
      "of-dates",
      "of-due-risks",
      "on-templates",
    ]);
    assert.deepEqual(overRecord({ kind: "control", plain: { closed_on: "" } }), ["any", "of-dates", "on-templates"]);
    assert.deepEqual(overRecord({ kind: undefined }), ["any", "on-templates"]);
    assert.deepEqual(overRecord({ kind: "risk", template: true }), ["on-templates"]);
  });

  it("over blocks that hold what they declare", () => {
    const blocks = new RuleSet([
      overBlocks("any", {}),
      overBlocks("of-links", { blocksWith: "links" }),
      overBlocks("of-years", { blocksWith: /20\d\d/ }),
    ]);
    const overBlock = (text: string, links: readonly unknown[] = []): string[] =>
      checkBlock(blocks, { data: { text, links } } as unknown as BlockUnit, {} as RuleContext, never).map(
        (f) => f.rule,
      );
    assert.deepEqual(overBlock("nothing"), ["any"]);
    assert.deepEqual(overBlock("since 2025"), ["any", "of-years"]);
    assert.deepEqual(overBlock("see there", [{}]), ["any", "of-links"]);
  });

  it("by declarations that mean the same each time they are asked", () => {
    const stateful = RULES.filter(({ blocksWith }) => blocksWith instanceof RegExp && /[gy]/.test(blocksWith.flags));
    assert.deepEqual(
      stateful.map(({ id }) => id),
      [],
    );
  });
});
