import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Fields } from "../../server/src/core/records/fields.ts";
import { RULES } from "../../server/src/core/rules/registry.ts";
import {
  type BlockUnit,
  type DocumentUnit,
  type RecordUnit,
  type Rule,
  type RuleContext,
  rule,
} from "../../server/src/core/rules/rule.ts";
import { checkBlock, checkDocument, checkRecord, RuleSet } from "../../server/src/core/rules/run.ts";
import { listsIn } from "../../server/src/core/rules/lists.ts";
import { typedScalars } from "../../server/src/core/rules/shared/values.ts";

const HEAD = { group: "form", severity: "warning", summary: "Finds whatever it is run over." } as const;
const FOUND = [{ at: { start: 0, end: 0 }, message: "Run." }];
const overRecords = (id: string, needs: Partial<Rule>): Rule => rule({ ...HEAD, id, ...needs, record: () => FOUND });
const overBlocks = (id: string, needs: Partial<Rule>): Rule => rule({ ...HEAD, id, ...needs, block: () => FOUND });
const overDocuments = (id: string, needs: Partial<Rule>): Rule =>
  rule({ ...HEAD, id, ...needs, document: () => FOUND });
const record = (facts: Partial<RecordUnit["facts"]>, data: Partial<RecordUnit["data"]> = {}): RecordUnit =>
  ({
    facts: { plain: {}, ...facts },
    data: { duplicates: [], fields: new Fields([]), ...data },
  }) as unknown as RecordUnit;
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
    checkRecord(records, record(facts), {} as RuleContext, never).map((f) => f.rule);

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
    for (const due of ["2026-01-01", undefined, "2026-01-01"])
      assert.equal(
        overRecord({ kind: "risk", plain: { title: "A", ...(due ? { due } : undefined) } }).includes("of-dates"),
        due !== undefined,
      );
  });

  it("over records that hold what they declare", () => {
    const rules = new RuleSet([
      overRecords("of-duplicates", { recordsWith: ["duplicates"] }),
      overRecords("of-either", { recordsWith: ["duplicates", "unknown-kind"] }),
      overRecords("of-errors", { recordsWith: ["errors"] }),
    ]);
    const over = (unit: RecordUnit): string[] => checkRecord(rules, unit, {} as RuleContext, never).map((f) => f.rule);
    assert.deepEqual(over(record({})), []);
    assert.deepEqual(over(record({}, { duplicates: [{}] as never })), ["of-duplicates", "of-either"]);
    assert.deepEqual(over(record({}, { kindText: "rsik" })), ["of-either"]);
    assert.deepEqual(over(record({ kind: "risk" }, { kind: "risk" })), ["of-errors"]);
  });

  it("each by itself where it cannot be told what a record holds", () => {
    const failed: string[] = [];
    const rules = new RuleSet([
      overRecords("any", {}),
      rule({
        ...HEAD,
        id: "of-files",
        recordsWith: ["files"],
        record: ({ data }) => typedScalars(data).files.map(() => assert.fail()),
      }),
    ]);
    const fields = {
      get list(): never {
        throw new Error("these fields cannot be read");
      },
    };
    const unit = record({ kind: "risk" }, { kind: "risk", fields: fields as never });
    const found = checkRecord(rules, unit, {} as RuleContext, (id) => failed.push(id));
    assert.deepEqual(
      found.map((f) => f.broken ?? f.rule),
      ["any", "of-files"],
    );
    assert.deepEqual(failed, ["of-files"]);
  });

  it("over documents with such records or parts", () => {
    const rules = new RuleSet([
      overDocuments("any", {}),
      overDocuments("of-risks", { documentsWith: ["risk"] }),
      overDocuments("of-problems", { documentsWith: "problems" }),
      overDocuments("of-doubts", { documentsWith: "doubts" }),
      overDocuments("of-placeholders", { documentsWith: "placeholders", onTemplates: true }),
    ]);
    const over = (kinds: readonly string[], more: object, lists = 0): string[] => {
      const records = kinds.map((kind) => ({ base: 0, data: { kind } }));
      const document = { problems: [], suppressions: [], template: false, records, ...more };
      const unit = { document, lists } as unknown as DocumentUnit;
      return checkDocument(rules, unit, {} as RuleContext, never).map((f) => f.rule);
    };
    assert.deepEqual(over([], {}), ["any"]);
    assert.deepEqual(over(["risk"], {}), ["any", "of-risks"]);
    assert.deepEqual(over(["risk", "control"], {}), ["any", "of-risks"]);
    assert.deepEqual(over(["control"], { problems: [{}] }, 1), ["any", "of-problems", "of-doubts"]);
    assert.deepEqual(over([], {}, 4), ["any"]);
    assert.deepEqual(over([], {}, 8), ["any", "of-placeholders"]);
    assert.deepEqual(over([], { template: true }), ["of-placeholders"]);
  });

  it("over blocks that hold what they declare", () => {
    const blocks = new RuleSet([
      overBlocks("any", {}),
      overBlocks("of-links", { blocksWith: "links" }),
      overBlocks("of-doubts", { blocksWith: "doubts" }),
      overBlocks("of-years", { blocksWith: /20\d\d/ }),
    ]);
    const overBlock = (text: string, links: readonly unknown[] = [], citations: readonly unknown[] = []): string[] => {
      const data = { text, links, citations, problems: [], placeholders: [] } as unknown as BlockUnit["data"];
      const document = { path: "", template: false };
      const { blocks: all } = blocks;
      return checkBlock(all, document, data, listsIn(data), {} as RuleContext, never).map((f) => f.rule);
    };
    assert.deepEqual(overBlock("nothing"), ["any"]);
    assert.deepEqual(overBlock("since 2025"), ["any", "of-years"]);
    assert.deepEqual(overBlock("see there", [{}]), ["any", "of-links"]);
    assert.deepEqual(overBlock("clause 5.1", [], [{ provision: { kind: "clause" } }]), ["any"]);
    assert.deepEqual(overBlock("clause 99.1", [], [{}]), ["any", "of-doubts"]);
    assert.deepEqual(overBlock("control A.2.1", [], [{ provision: { kind: "objective" } }]), ["any", "of-doubts"]);
    const within = (text: string, lists: number): string[] =>
      blocks
        .within(text)
        .over(lists)
        .map(({ rule }) => rule);
    assert.deepEqual(within("nothing", 0), ["any"]);
    assert.deepEqual(within("nothing", 2), ["any", "of-links"]);
    assert.deepEqual(within("nothing\nsince 2025", 2), ["any", "of-links", "of-years"]);
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
      record({}),
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
