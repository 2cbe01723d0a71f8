import type { KindId } from "../generated/kinds.ts";
import type { RecordData, RecordFacts } from "../records/model.ts";
import type { BlockData } from "../syntax/document.ts";
import { exact } from "../text/exact.ts";
import type { AimsConfig } from "../workspace/api.ts";
import {
  type BlockUnit,
  type DocumentUnit,
  NONE,
  type PerUnit,
  type RawFinding,
  type RecordUnit,
  type Rule,
  type RuleContext,
  type RuleGroup,
} from "./rule.ts";
import { kindsIn } from "./shared/in-document.ts";

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
  readonly documentsWith: readonly KindId[] | undefined;
  /** Of blocks: which of `LISTS` has to hold something, as a bit; 0 for none. */
  readonly list: number;
  /** Of blocks: what has to be found in the text. */
  readonly words: RegExp | undefined;
}

const LISTS = ["citations", "links", "problems"] as const;

/** Those of `LISTS` in which a block holds something, as bits. */
const listsIn = ({ citations, links, problems }: BlockData): number =>
  (citations.length > 0 ? 1 : 0) | (links.length > 0 ? 2 : 0) | (problems.length > 0 ? 4 : 0);

type Sort = "block" | "record" | "document" | "aims";
type UnitOf<S extends Sort> = Parameters<NonNullable<Rule[S]>>[0];

function checksOf<S extends Sort>(rules: readonly Rule[], sort: S): readonly Check<UnitOf<S>>[] {
  return rules.flatMap((rule) => {
    const run = rule[sort] as Check<UnitOf<S>>["run"] | undefined;
    if (!run) return [];
    const { id, onTemplates = false, kinds, fields, documentsWith, blocksWith } = rule;
    const list = typeof blocksWith === "string" ? 1 << LISTS.indexOf(blocksWith) : 0;
    const words = blocksWith instanceof RegExp ? blocksWith : undefined;
    return [{ rule: id, run, onTemplates, kinds, fields, documentsWith, list, words }];
  });
}

/** Some of the rules, sorted by what they look at, so that a unit meets none that cannot find anything in it. */
export class RuleSet {
  readonly blocks: readonly Check<BlockUnit>[];
  readonly aims: readonly Rule[];
  /** What checks of documents read of the fields of each record. */
  readonly readsRecords: readonly PerUnit<RecordData, unknown>[];
  readonly #rules: readonly Rule[];
  readonly #documents: readonly Check<DocumentUnit>[];
  readonly #records: readonly Check<RecordUnit>[];
  readonly #byOnlyKind = new Map<KindId | undefined, readonly Check<DocumentUnit>[]>();
  readonly #byKind = new Map<KindId | undefined, readonly Check<RecordUnit>[]>();
  readonly #only = new Map<string, RuleSet>();

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
    this.blocks = checksOf(rules, "block");
    this.#documents = checksOf(rules, "document");
    this.aims = rules.filter((rule) => rule.aims);
    this.readsRecords = rules.flatMap(({ readsRecords = [] }) => readsRecords);
    this.#records = checksOf(rules, "record");
  }

  /** Those checks of blocks that can find something in a text or in any part of it. */
  within(text: string): Pick<RuleSet, "blocks"> {
    return { blocks: this.blocks.filter(({ words }) => !words || words.test(text)) };
  }

  /** Checks of documents that hold records of these kinds, of which most hold one alone. */
  ofKinds(kinds: ReadonlySet<KindId | undefined>): readonly Check<DocumentUnit>[] {
    const [only] = kinds;
    let checks = kinds.size > 1 ? undefined : this.#byOnlyKind.get(only);
    if (!checks) {
      checks = this.#documents.filter(({ documentsWith }) => !documentsWith || holdsOne(kinds, documentsWith));
      if (kinds.size <= 1) this.#byOnlyKind.set(only, checks);
    }
    return checks;
  }

  /** Checks of records of a kind, or of none, whatever fields these have. */
  ofKind(kind: KindId | undefined): readonly Check<RecordUnit>[] {
    let checks = this.#byKind.get(kind);
    if (!checks) {
      checks = this.#records.filter(({ kinds }) => !kinds || (kind !== undefined && kinds.includes(kind)));
      this.#byKind.set(kind, checks);
    }
    return checks;
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

function hasOne(plain: RecordFacts["plain"], fields: readonly string[]): boolean {
  for (const field of fields) if (plain[field] !== undefined) return true;
  return false;
}

function holdsOne(kinds: ReadonlySet<KindId | undefined>, wanted: readonly KindId[]): boolean {
  for (const kind of wanted) if (kinds.has(kind)) return true;
  return false;
}

const NOTHING: readonly RuleFinding[] = [];

/** What was found so far, with what one more check finds. */
function found<Unit>(
  before: readonly RuleFinding[],
  { rule, run }: Check<Unit>,
  unit: Unit,
  ctx: RuleContext,
  failed: OnFailure,
): readonly RuleFinding[] {
  try {
    const raws = run(unit, ctx);
    if (raws === NONE) return before;
    let out: RuleFinding[] | undefined;
    for (const raw of raws) {
      out ??= before.slice();
      out.push({ rule, raw });
    }
    return out ? exact(out) : before;
  } catch (error) {
    failed(rule, error);
    return [...before, broken(rule)];
  }
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
export function checkRecord(
  rules: RuleSet,
  unit: RecordUnit,
  ctx: RuleContext,
  failed: OnFailure,
): readonly RuleFinding[] {
  const { kind, template, plain } = unit.facts;
  let out = NOTHING;
  for (const check of rules.ofKind(kind)) {
    if ((template && !check.onTemplates) || (check.fields && !hasOne(plain, check.fields))) continue;
    out = found(out, check, unit, ctx, failed);
  }
  return out;
}

/** Runs the rules that check blocks over one block. */
export function checkBlock(
  rules: Pick<RuleSet, "blocks">,
  unit: BlockUnit,
  ctx: RuleContext,
  failed: OnFailure,
): readonly RuleFinding[] {
  const { template, data } = unit;
  const lists = listsIn(data);
  let out = NOTHING;
  for (const check of rules.blocks) {
    if ((check.list !== 0 && (check.list & lists) === 0) || (template && !check.onTemplates)) continue;
    if (check.words && !check.words.test(data.text)) continue;
    out = found(out, check, unit, ctx, failed);
  }
  return out;
}

/** Runs the rules that check whole documents over one document. */
export function checkDocument(
  rules: RuleSet,
  unit: DocumentUnit,
  ctx: RuleContext,
  failed: OnFailure,
): readonly RuleFinding[] {
  const { template } = unit.document;
  let out = NOTHING;
  for (const check of rules.ofKinds(kindsIn(unit))) {
    if (!template || check.onTemplates) out = found(out, check, unit, ctx, failed);
  }
  return out;
}

/** Runs one rule that checks a whole AIMS. */
export function checkAims(rule: Rule, config: AimsConfig, ctx: RuleContext, failed: OnFailure): readonly RuleFinding[] {
  let out = NOTHING;
  for (const check of checksOf([rule], "aims")) out = found(out, check, config, ctx, failed);
  return out;
}
