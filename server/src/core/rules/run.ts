import type { KindId } from "../generated/kinds.ts";
import type { RecordFacts } from "../records/model.ts";
import type { BlockData } from "../syntax/document.ts";
import { exact } from "../text/exact.ts";
import type { AimsConfig } from "../workspace/api.ts";
import {
  type BlockUnit,
  type DocumentUnit,
  NONE,
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

/** Some of the rules, sorted by what they look at, so that a unit meets none that cannot find anything in it. */
export class RuleSet {
  readonly blocks: readonly Rule[];
  readonly documents: readonly Rule[];
  readonly aims: readonly Rule[];
  readonly #rules: readonly Rule[];
  readonly #records: readonly Rule[];
  readonly #byKind = new Map<KindId | undefined, readonly Rule[]>();
  readonly #only = new Map<string, RuleSet>();

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
    this.blocks = rules.filter((rule) => rule.block);
    this.documents = rules.filter((rule) => rule.document);
    this.aims = rules.filter((rule) => rule.aims);
    this.#records = rules.filter((rule) => rule.record);
  }

  /** Rules that check records of a kind, or of none, whatever fields these have. */
  ofKind(kind: KindId | undefined): readonly Rule[] {
    let rules = this.#byKind.get(kind);
    if (!rules) {
      rules = this.#records.filter(({ kinds }) => !kinds || (kind !== undefined && kinds.includes(kind)));
      this.#byKind.set(kind, rules);
    }
    return rules;
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

function concernsRecord({ fields }: Rule, { plain }: RecordFacts): boolean {
  if (fields === undefined) return true;
  for (const field of fields) if (plain[field] !== undefined) return true;
  return false;
}

function concernsDocument({ documentsWith }: Rule, kinds: ReadonlySet<KindId | undefined>): boolean {
  if (documentsWith === undefined) return true;
  for (const kind of documentsWith) if (kinds.has(kind)) return true;
  return false;
}

function concernsBlock({ blocksWith }: Rule, data: BlockData): boolean {
  if (blocksWith === undefined) return true;
  return typeof blocksWith === "string" ? data[blocksWith].length > 0 : blocksWith.test(data.text);
}

function collect<Unit>(
  rule: Rule,
  check: ((unit: Unit, ctx: RuleContext) => Iterable<RawFinding>) | undefined,
  unit: Unit,
  ctx: RuleContext,
  failed: OnFailure,
  out: RuleFinding[],
): void {
  const mark = out.length;
  try {
    const found = check?.(unit, ctx) ?? NONE;
    if (Array.isArray(found) && found.length === 0) return;
    for (const raw of found) out.push({ rule: rule.id, raw });
  } catch (error) {
    out.length = mark;
    failed(rule.id, error);
    out.push({
      rule: "check-failed",
      broken: rule.id,
      raw: {
        at: { start: 0, end: 0 },
        message: `The check "${rule.id}" failed on this document and was left out.`,
        help: "This is a fault of the tool, not of the document; the output channel has the details.",
      },
    });
  }
}

/** Runs the rules that check records over one record. */
export function checkRecord(
  rules: RuleSet,
  unit: RecordUnit,
  ctx: RuleContext,
  failed: OnFailure,
): readonly RuleFinding[] {
  const out: RuleFinding[] = [];
  for (const rule of rules.ofKind(unit.facts.kind)) {
    if ((unit.facts.template && !rule.onTemplates) || !concernsRecord(rule, unit.facts)) continue;
    collect(rule, rule.record, unit, ctx, failed, out);
  }
  return exact(out);
}

/** Runs the rules that check blocks over one block. */
export function checkBlock(
  rules: RuleSet,
  unit: BlockUnit,
  ctx: RuleContext,
  failed: OnFailure,
): readonly RuleFinding[] {
  const out: RuleFinding[] = [];
  for (const rule of rules.blocks) {
    if ((unit.template && !rule.onTemplates) || !concernsBlock(rule, unit.data)) continue;
    collect(rule, rule.block, unit, ctx, failed, out);
  }
  return exact(out);
}

/** Runs the rules that check whole documents over one document. */
export function checkDocument(
  rules: RuleSet,
  unit: DocumentUnit,
  ctx: RuleContext,
  failed: OnFailure,
): readonly RuleFinding[] {
  const out: RuleFinding[] = [];
  const kinds = kindsIn(unit);
  for (const rule of rules.documents) {
    if ((unit.document.template && !rule.onTemplates) || !concernsDocument(rule, kinds)) continue;
    collect(rule, rule.document, unit, ctx, failed, out);
  }
  return exact(out);
}

/** Runs one rule that checks a whole AIMS. */
export function checkAims(rule: Rule, config: AimsConfig, ctx: RuleContext, failed: OnFailure): RuleFinding[] {
  const out: RuleFinding[] = [];
  collect(rule, rule.aims, config, ctx, failed, out);
  return out;
}
