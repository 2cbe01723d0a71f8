import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, it } from "mocha";
import { AnalysisHost, languageOf } from "../../server/src/core/analysis/host.ts";
import { Readings } from "../../server/src/core/analysis/readings.ts";
import { documentUnit } from "../../server/src/core/analysis/units.ts";
import { KINDS } from "../../server/src/core/records/kinds.ts";
import type { RecordFacts } from "../../server/src/core/records/model.ts";
import { RULES } from "../../server/src/core/rules/registry.ts";
import { type Rule, type RuleContext, rule } from "../../server/src/core/rules/rule.ts";
import { checkBlock, checkDocument, checkRecord, type RuleFinding, RuleSet } from "../../server/src/core/rules/run.ts";
import { listsIn } from "../../server/src/core/rules/lists.ts";
import { change, readFixture, TODAY } from "../support/fixture.ts";
import { SAMPLE } from "../support/sample.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** A rule as it is, and without what it declares it needs; of what kinds of records it is, is a part of what it says. */
interface Pair {
  readonly rule: string;
  readonly hinted: RuleSet;
  readonly bare: RuleSet;
}

const unhinted = ({ fields, recordsWith, blocksWith, documentsWith, ...rest }: Rule): Rule => rule(rest);
const hasHints = ({ fields, recordsWith, blocksWith, documentsWith }: Rule): boolean =>
  [fields, recordsWith, blocksWith, documentsWith].some((hint) => hint !== undefined);
const pairOf = (one: Rule): Pair => ({
  rule: one.id,
  hinted: new RuleSet([one]),
  bare: new RuleSet([unhinted(one)]),
});
const PAIRS = RULES.filter(hasHints).map(pairOf);

type Files = ReadonlyMap<string, string>;

/** Files with the changes that make a workspace of them. */
function hostOf(files: Files): AnalysisHost {
  const host = new AnalysisHost({ today: TODAY });
  host.apply([{ type: "roots", roots: ["/aims"] }, ...[...files].map(([path, text]) => change(path, text))]);
  return host;
}

/** Asserts that nothing is missed in any unit of a workspace for what rules declare. */
function assertNothingMissed(files: Files, pairs: readonly Pair[] = PAIRS): void {
  const host = hostOf(files);
  for (const aims of host.allAims()) {
    const ctx: RuleContext = {
      today: () => aims.today(),
      config: () => aims.config(),
      index: aims.index,
      coverage: aims.coverage,
    };
    for (const path of aims.paths()) {
      const file = aims.file(path);
      if (!file) continue;
      const { document, facts } = file;
      const readings = new Readings();
      for (const pair of pairs) {
        const compare = (what: string, run: (rules: RuleSet, failed: () => void) => readonly RuleFinding[]): void => {
          let broken = false;
          const [hinted, bare] = [pair.hinted, pair.bare].map((rules) =>
            run(rules, () => {
              broken = true;
            }).map(({ raw }) => raw.message),
          );
          if (!broken)
            assert.deepEqual(hinted, bare, `${pair.rule} misses something in ${what} of ${path}:\n${document.text}`);
        };
        for (const { data } of document.blocks)
          compare("a block", (rules, failed) => checkBlock(rules.blocks, document, data, listsIn(data), ctx, failed));
        document.records.forEach(({ data }, i) => {
          const record = facts.records[i] as RecordFacts;
          compare("a record", (rules, failed) => checkRecord(rules, { path, data, facts: record }, ctx, failed));
        });
        const unit = documentUnit(document, facts.own, readings, ctx);
        compare("the document", (rules, failed) => checkDocument(rules, unit, ctx, failed));
      }
    }
  }
}

/** The workspaces in the examples of the rules' pages. */
function examples(): Files[] {
  const folder = join(ROOT, "server/src/core/rules");
  return RULES.flatMap(({ group, id }) => {
    const page = readFileSync(join(folder, group, `${id}.md`), "utf8");
    return [...page.matchAll(/^(`{3,})aims-(?:bad|good)\r?\n([\s\S]*?)^\1[ \t]*$/gm)].map(
      ([, , source]) => readFixture(source as string).files,
    );
  });
}

/** The workspaces in the tests of the rules, as far as they stand there whole. */
function fixtures(): Files[] {
  const names = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".test.ts"))
    .flatMap((name) => [...readFileSync(join(import.meta.dirname, name), "utf8").matchAll(/`(\s*\n[^`]*)`/g)])
    .flatMap(([, source = ""]) => (source.includes("$" + "{") ? [] : [readFixture(source).files]));
}

function folder(path: string): Files {
  const names = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) => languageOf(name));
  return new Map(names.map((name) => [`/aims/${name}`, readFileSync(join(path, name), "utf8")]));
}

const EXAMPLES = [...examples(), ...fixtures(), SAMPLE, folder(join(ROOT, "examples/lender"))];
const TEXTS = EXAMPLES.flatMap((files) => [...files]).filter(([path]) => languageOf(path));

const anyOf = <T>(items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);

/** Values that stand in some record of all these, by the field they stand in. */
function valuesByField(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const files of EXAMPLES) {
    for (const aims of hostOf(files).allAims()) {
      for (const { plain } of aims.paths().flatMap((path) => aims.file(path)?.facts.records ?? [])) {
        for (const [field, value] of Object.entries(plain)) {
          const known = found.get(field) ?? new Set();
          found.set(field, known.add(JSON.stringify(value)));
        }
      }
    }
  }
  for (const { fields } of KINDS)
    for (const { name, values = [] } of fields) {
      const known = found.get(name) ?? new Set();
      for (const { value } of values) known.add(JSON.stringify(value));
      if (known.size > 0) found.set(name, known);
    }
  found.delete("aims");
  return new Map([...found].map(([field, values]) => [field, [...values]]));
}

/** A record of any kind with any fields: those it needs, others it knows, and some that are another kind's. */
function anyRecord(): fc.Arbitrary<string> {
  const values = valuesByField();
  const line = (names: readonly string[]): fc.Arbitrary<string> =>
    anyOf(names.filter((name) => values.has(name))).chain((name) =>
      anyOf(values.get(name) ?? []).map((value) => `${name}: ${value}`),
    );
  return anyOf(KINDS).chain(({ id, fields }) =>
    fc
      .tuple(
        fc.array(line(fields.map(({ name }) => name)), { maxLength: 14 }),
        fc.array(line([...values.keys()]), { maxLength: 4 }),
      )
      .map(([own, others]) => {
        const byName = new Map([...others, ...own].map((text) => [text.slice(0, text.indexOf(":")), text]));
        return `aims: ${id}\n${[...byName.values()].join("\n")}\n`;
      }),
  );
}

/** A text with some of its lines and words taken out, and lines of another put in. */
function changed(): fc.Arbitrary<readonly [string, string]> {
  const part = fc.tuple(fc.constantFrom("line", "word", "join"), fc.nat(), fc.nat());
  return fc.tuple(anyOf(TEXTS), fc.array(part, { minLength: 1, maxLength: 12 })).map(([[path, text], parts]) => {
    let out = text;
    for (const [what, a, b] of parts) {
      const pieces = out.split(what === "word" ? /(?<=\s)/ : /(?<=\n)/);
      const at = a % pieces.length;
      const other = (TEXTS[b % TEXTS.length]?.[1] ?? "").split(/(?<=\n)/);
      if (what === "join") pieces.splice(at, 0, ...other.slice(a % other.length, (a % other.length) + 4));
      else pieces.splice(at, 1);
      out = pieces.join("");
    }
    return [path, out] as const;
  });
}

const seed = 42;

describe("what rules declare that they need", () => {
  it("leaves nothing out of the examples on their pages and the fixtures of their tests", function () {
    this.timeout(60_000);
    for (const files of EXAMPLES) assertNothingMissed(files);
  });

  it("leaves nothing out of records of any kind with any fields", function () {
    this.timeout(120_000);
    const records = fc.array(anyRecord(), { minLength: 20, maxLength: 40 });
    const check = (texts: readonly string[]): void =>
      assertNothingMissed(new Map([...SAMPLE, ...texts.map((text, i) => [`/aims/records/${i}.yaml`, text] as const)]));
    fc.assert(fc.property(records, check), { seed, numRuns: 25 });
  });

  it("leaves nothing out of documents with words and lines taken out and put in", function () {
    this.timeout(120_000);
    const check = (texts: readonly (readonly [string, string])[]): void =>
      assertNothingMissed(
        new Map([...SAMPLE, ...texts.map(([path, text], i) => [`/aims/${i}${path}`, text] as const)]),
      );
    fc.assert(fc.property(fc.array(changed(), { minLength: 10, maxLength: 20 }), check), { seed, numRuns: 25 });
  });

  for (const [what, wrong] of [
    ["fields", { fields: ["no-such-field"] }],
    ["a record's parts", { recordsWith: ["unknown-kind"] }],
    ["a document's records", { documentsWith: ["audit"] }],
    ["a document's parts", { documentsWith: "suppressions" }],
    ["a block's words", { blocksWith: /no such words/ }],
  ] as const) {
    it(`is told to be wrong where it is: ${what}`, () => {
      const broken = RULES.filter((one) => Object.keys(wrong).some((hint) => hint in one)).map((one) =>
        pairOf({ ...one, ...wrong } as Rule),
      );
      assert.throws(() => {
        for (const files of EXAMPLES) assertNothingMissed(files, broken);
      }, /misses something/);
    });
  }
});
