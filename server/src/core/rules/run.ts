import { mayClaim } from "../catalog/claims.ts";
import type { KindId } from "../generated/kinds.ts";
import type { RecordData, RecordFacts } from "../records/model.ts";
import type { BlockData, Document } from "../syntax/document.ts";
import { exact } from "../text/exact.ts";
import type { AimsConfig } from "../workspace/api.ts";
import {
  type BlockUnit,
  type DocumentPart,
  type DocumentUnit,
  NONE,
  type PerUnit,
  type RawFinding,
  type RecordPart,
  type RecordUnit,
  type Rule,
  type RuleContext,
  type RuleGroup,
} from "./rule.ts";
import { kindsIn } from "./shared/in-document.ts";
import { LISTS, PLACEHOLDERS, PROBLEMS } from "./lists.ts";
import { schemaErrors, typedScalars } from "./shared/values.ts";

/** A finding with the rule that yielded it. */
export interface RuleFinding {
  readonly rule: string;
  readonly raw: RawFinding;
  /** The rule that threw, where this says that one did. */
  readonly broken?: string;
}

/** Told when a rule throws: it is left out for that unit and the failure becomes a finding of its own. */
export type OnFailure = (rule: string, error: unknown) => void;

/** One check of a rule. There are many, they are run over everything, and all have one shape. */
interface Check<Unit> {
  readonly rule: string;
  readonly run: (unit: Unit, ctx: RuleContext) => Iterable<RawFinding>;
  readonly onTemplates: boolean;
  readonly kinds: readonly KindId[] | undefined;
  readonly fields: readonly string[] | undefined;
  /** In which of the lists or parts of a unit something has to stand, as bits; 0 where nothing has to. */
  readonly parts: number;
  /** Of blocks: what has to be found in the text. */
  readonly words: RegExp | undefined;
}

const RECORD_PARTS: readonly RecordPart[] = ["duplicates", "unknown-kind", "errors", "dates", "references", "files"];
const DUPLICATES = 1;
const UNKNOWN_KIND = 2;
const ERRORS = 4;
const DATES = 8;
const REFERENCES = 16;
const FILES = 32;
/** The first are those of `LISTS`. */
const DOCUMENT_PARTS: readonly DocumentPart[] = [...LISTS, "suppressions", "claims"];
const SUPPRESSIONS = 32;
const CLAIMS = 64;
/** Of every unit: that it is a template. */
const TEMPLATE = 128;

const bitsOf = <Part>(all: readonly Part[], wanted: readonly Part[]): number =>
  wanted.reduce((bits, part) => bits | (1 << all.indexOf(part)), 0);

/** Those of `RECORD_PARTS` that a record has, as bits. */
function partsOfRecord({ facts, data }: RecordUnit): number {
  const { dates, references, files } = typedScalars(data);
  return (
    (data.duplicates.length > 0 ? DUPLICATES : 0) |
    (data.kind === undefined && data.kindText !== undefined ? UNKNOWN_KIND : 0) |
    (schemaErrors(facts).length > 0 ? ERRORS : 0) |
    (dates.length > 0 ? DATES : 0) |
    (references.length > 0 ? REFERENCES : 0) |
    (files.length > 0 ? FILES : 0) |
    (facts.template ? TEMPLATE : 0)
  );
}

/** Those of `DOCUMENT_PARTS` that a document has, as bits. */
const partsOfDocument = ({ document, lists }: DocumentUnit): number =>
  (lists & ~PROBLEMS) |
  (document.problems.length > 0 ? PROBLEMS : 0) |
  (document.template ? PLACEHOLDERS | TEMPLATE : 0) |
  (document.suppressions.length > 0 ? SUPPRESSIONS : 0) |
  (canClaim(document) ? CLAIMS : 0);

/** Whether any block of a document can make a claim. Of a document that is worked on each block has been asked before. */
const canClaim = ({ memo, text }: Document): boolean => memo !== undefined || mayClaim(text);

type Sort = "block" | "record" | "document" | "aims";
type UnitOf<S extends Sort> = Parameters<NonNullable<Rule[S]>>[0];

/** What a unit of a sort has to hold for a rule, as bits. */
function partsFor(sort: Sort, { blocksWith, recordsWith, documentsWith }: Rule): number {
  if (sort === "block") return typeof blocksWith === "string" ? bitsOf(LISTS, [blocksWith]) : 0;
  if (sort === "record") return bitsOf(RECORD_PARTS, recordsWith ?? []);
  return sort === "document" && typeof documentsWith === "string" ? bitsOf(DOCUMENT_PARTS, [documentsWith]) : 0;
}

function checksOf<S extends Sort>(rules: readonly Rule[], sort: S): readonly Check<UnitOf<S>>[] {
  return rules.flatMap((rule) => {
    const run = rule[sort] as Check<UnitOf<S>>["run"] | undefined;
    if (!run) return [];
    const { id, onTemplates = false, fields, documentsWith, blocksWith } = rule;
    const ofDocuments = typeof documentsWith === "string" ? undefined : documentsWith;
    const kinds = sort === "document" ? ofDocuments : rule.kinds;
    const words = sort === "block" && blocksWith instanceof RegExp ? blocksWith : undefined;
    return [{ rule: id, run, onTemplates, kinds, fields, parts: partsFor(sort, rule), words }];
  });
}

/** Checks of which those are run that can find something in a unit with such parts; those are chosen once. */
export class Checks<Unit> {
  readonly #all: readonly Check<Unit>[];
  readonly #byParts: (readonly Check<Unit>[] | undefined)[] = [];

  constructor(all: readonly Check<Unit>[]) {
    this.#all = all;
  }

  /** @param parts as bits; that a unit is a template is one more */
  over(parts: number): readonly Check<Unit>[] {
    let checks = this.#byParts[parts];
    if (!checks) {
      const isTemplate = (parts & TEMPLATE) !== 0;
      checks = this.#all.filter(
        (check) => (check.parts === 0 || (check.parts & parts) !== 0) && (!isTemplate || check.onTemplates),
      );
      this.#byParts[parts] = checks;
    }
    return checks;
  }
}

/** The checks of records of one kind, and of these those that look at one of the fields that the last record had. */
interface OfKind {
  readonly all: readonly Check<RecordUnit>[];
  fields: readonly string[] | undefined;
  checks: Checks<RecordUnit>;
}

/** Some of the rules, sorted by what they look at, so that a unit meets none that cannot find anything in it. */
export class RuleSet {
  readonly blocks: Checks<BlockUnit>;
  readonly aims: readonly Rule[];
  /** What checks of documents read of the fields of each record. */
  readonly readsRecords: readonly PerUnit<RecordData, unknown>[];
  readonly #rules: readonly Rule[];
  readonly #blocks: readonly Check<BlockUnit>[];
  readonly #documents: readonly Check<DocumentUnit>[];
  readonly #records: readonly Check<RecordUnit>[];
  /** What checks of blocks look for in texts. */
  readonly #words: readonly RegExp[];
  /** The checks of blocks without those whose words do not occur, by which these are. */
  readonly #byWords = new Map<number, Checks<BlockUnit>>();
  readonly #byOnlyKind = new Map<KindId | undefined, Checks<DocumentUnit>>();
  readonly #byKind = new Map<KindId | undefined, OfKind>();
  readonly #only = new Map<string, RuleSet>();

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
    this.#blocks = checksOf(rules, "block");
    this.blocks = new Checks(this.#blocks);
    this.#words = this.#blocks.flatMap(({ words }) => words ?? []);
    this.#documents = checksOf(rules, "document");
    this.aims = rules.filter((rule) => rule.aims);
    this.readsRecords = rules.flatMap(({ readsRecords = [] }) => readsRecords);
    this.#records = checksOf(rules, "record");
  }

  /** Those checks of blocks that can find something in a text or in any part of it. */
  within(text: string): Checks<BlockUnit> {
    let absent = 0;
    for (let i = 0; i < this.#words.length; i++) if (!(this.#words[i] as RegExp).test(text)) absent += 2 ** i;
    let checks = this.#byWords.get(absent);
    if (!checks) {
      checks = new Checks(this.#blocks.filter(({ words }) => !words || words.test(text)));
      this.#byWords.set(absent, checks);
    }
    return checks;
  }

  /** Checks of documents that hold such records, which most often are of one kind. */
  ofDocument(document: Document): Checks<DocumentUnit> {
    const only = document.records[0]?.data.kind;
    for (const { data } of document.records) if (data.kind !== only) return this.#ofKinds(kindsIn(document));
    let checks = this.#byOnlyKind.get(only);
    if (!checks) {
      checks = this.#ofKinds(kindsIn(document));
      this.#byOnlyKind.set(only, checks);
    }
    return checks;
  }

  #ofKinds(held: ReadonlySet<KindId | undefined>): Checks<DocumentUnit> {
    return new Checks(this.#documents.filter(({ kinds }) => !kinds || kinds.some((kind) => held.has(kind))));
  }

  /** Checks of records that look at such a kind and at one of its fields. */
  ofRecord({ kind, plain }: RecordFacts): Checks<RecordUnit> {
    let known = this.#byKind.get(kind);
    if (!known) {
      const all = this.#records.filter(({ kinds }) => !kinds || (kind !== undefined && kinds.includes(kind)));
      known = { all, fields: undefined, checks: new Checks(all) };
      this.#byKind.set(kind, known);
    }
    if (!known.fields || !hasFields(plain, known.fields)) {
      known.fields = Object.keys(plain);
      const isMet = ({ fields }: Check<RecordUnit>): boolean =>
        !fields || fields.some((field) => plain[field] !== undefined);
      known.checks = new Checks(known.all.filter(isMet));
    }
    return known.checks;
  }

  /** Those of some groups. */
  only(...groups: readonly RuleGroup[]): RuleSet {
    const key = groups.join();
    let rules = this.#only.get(key);
    if (!rules) {
      rules = new RuleSet(this.#rules.filter(({ group }) => groups.includes(group)));
      this.#only.set(key, rules);
    }
    return rules;
  }
}

/** Whether a record has these fields in this order and no others, as the records of a register most often do. */
function hasFields(plain: RecordFacts["plain"], fields: readonly string[]): boolean {
  let i = 0;
  for (const field in plain) if (field !== fields[i++]) return false;
  return i === fields.length;
}

const NOTHING: readonly RuleFinding[] = [];

/** Runs checks over a unit, of blocks those whose words stand in its text; one that fails is left out for it. */
function run<Unit>(
  checks: readonly Check<Unit>[],
  unit: Unit,
  text: string,
  ctx: RuleContext,
  failed: OnFailure,
): readonly RuleFinding[] {
  let out: RuleFinding[] | undefined;
  for (const check of checks) {
    if (check.words && !check.words.test(text)) continue;
    const before = out?.length ?? 0;
    try {
      const raws = check.run(unit, ctx);
      if (raws === NONE) continue;
      for (const raw of raws) {
        out ??= [];
        out.push({ rule: check.rule, raw });
      }
    } catch (error) {
      failed(check.rule, error);
      out ??= [];
      out.length = before;
      out.push(broken(check.rule));
    }
  }
  return out ? exact(out) : NOTHING;
}

const broken = (rule: string): RuleFinding => ({
  rule: "check-failed",
  broken: rule,
  raw: {
    at: { start: 0, end: 0 },
    message: `The check "${rule}" failed on this document and was left out.`,
    help: "This is a fault of the tool, not of the document; the output channel has the details.",
  },
});

/** Runs the rules that check records over one record. */
export const checkRecord = (
  rules: RuleSet,
  unit: RecordUnit,
  ctx: RuleContext,
  failed: OnFailure,
): readonly RuleFinding[] => run(rules.ofRecord(unit.facts).over(partsOrAll(unit)), unit, "", ctx, failed);

/** All parts where it fails to tell them: the rules that ask for one fail each by itself then, and no other does. */
function partsOrAll(unit: RecordUnit): number {
  try {
    return partsOfRecord(unit);
  } catch {
    return bitsOf(RECORD_PARTS, RECORD_PARTS) | (unit.facts.template ? TEMPLATE : 0);
  }
}

/**
 * Runs the rules that check blocks over one block.
 * @param lists those in which it holds something (`listsIn`)
 */
export function checkBlock(
  checks: Checks<BlockUnit>,
  { path, template }: Pick<Document, "path" | "template">,
  data: BlockData,
  lists: number,
  ctx: RuleContext,
  failed: OnFailure,
): readonly RuleFinding[] {
  const able = checks.over(template ? lists | TEMPLATE : lists);
  return mayFind(able, data.text) ? run(able, { path, data, template }, data.text, ctx, failed) : NOTHING;
}

/** Whether any of the checks does not look for words in blocks, or for words that stand there; most blocks are ruled out by this. */
function mayFind(checks: readonly Check<BlockUnit>[], text: string): boolean {
  for (const { words } of checks) if (!words || words.test(text)) return true;
  return false;
}

/** Runs the rules that check whole documents over one document. */
export const checkDocument = (
  rules: RuleSet,
  unit: DocumentUnit,
  ctx: RuleContext,
  failed: OnFailure,
): readonly RuleFinding[] => run(rules.ofDocument(unit.document).over(partsOfDocument(unit)), unit, "", ctx, failed);

/** Runs one rule that checks a whole AIMS. */
export const checkAims = (
  rule: Rule,
  config: AimsConfig,
  ctx: RuleContext,
  failed: OnFailure,
): readonly RuleFinding[] => run(checksOf([rule], "aims"), config, "", ctx, failed);
