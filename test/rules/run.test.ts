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
      checkBlock(
        blocks,
        { data: { text, links, citations: [], problems: [] } } as unknown as BlockUnit,
        {} as RuleContext,
        never,
      ).map((f) => f.rule);
    assert.deepEqual(overBlock("nothing"), ["any"]);
    assert.deepEqual(overBlock("since 2025"), ["any", "of-years"]);
    assert.deepEqual(overBlock("see there", [{}]), ["any", "of-links"]);
    const within = (text: string): string[] => blocks.within(text).blocks.map((check) => check.rule);
    assert.deepEqual(within("nothing"), ["any", "of-links"]);
    assert.deepEqual(within("nothing\nsince 2025"), ["any", "of-links", "of-years"]);
  });

  it("by expressions that find in a whole text what they find in a part of it", () => {
    const around = RULES.filter(
      ({ blocksWith }) => blocksWith instanceof RegExp && /\^|\$|\\b|\(\?/i.test(blocksWith.source),
    );
    assert.deepEqual(
      around.map(({ id }) => id),
      [],
    );
  });

  it("up to the one that breaks and from there on", () => {
    const broken: string[] = [];
    const found = checkRecord(
      new RuleSet([
        overRecords("before", {}),
        rule({
          ...HEAD,
          id: "breaks",
          *record() {
            yield* FOUND;
            throw new Error("broken");
          },
        }),
        overRecords("behind", {}),
      ]),
      { facts: { plain: {} } } as unknown as RecordUnit,
      {} as RuleContext,
      (id) => broken.push(id),
    );
    assert.deepEqual(
      found.map((f) => f.rule),
      ["before", "check-failed", "behind"],
    );
    assert.deepEqual(broken, ["breaks"]);
  });

  it("by declarations that mean the same each time they are asked", () => {
    const stateful = RULES.filter(({ blocksWith }) => blocksWith instanceof RegExp && /[gy]/.test(blocksWith.flags));
    assert.deepEqual(
      stateful.map(({ id }) => id),
      [],
    );
  });
});
