import type { RuleContext, Rule, RawFinding, RecordUnit, BlockUnit, DocumentUnit } from "./rule.ts";
import type { AimsConfig } from "../workspace/api.ts";

/** A finding with the rule that yielded it. */
export interface RuleFinding {
  readonly rule: string;
  readonly raw: RawFinding;
  /** The rule that threw, where this says that one did. */
  readonly broken?: string;
}

/** Told when a rule throws: it is left out for that unit and the failure becomes a finding of its own. */
export type OnFailure = (rule: string, error: unknown) => void;

function collect(rule: Rule, run: () => Iterable<RawFinding> | undefined, out: RuleFinding[], failed: OnFailure): void {
  const mark = out.length;
  try {
    for (const raw of run() ?? []) out.push({ rule: rule.id, raw });
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

/** Runs every rule that checks records over one record. */
export function checkRecord(
  rules: readonly Rule[],
  unit: RecordUnit,
  ctx: RuleContext,
  failed: OnFailure,
): RuleFinding[] {
  const out: RuleFinding[] = [];
  for (const rule of rules) {
    if (!rule.record || (unit.facts.template && !rule.onTemplates)) continue;
    collect(rule, () => rule.record?.(unit, ctx), out, failed);
  }
  return out;
}

/** Runs every rule that checks blocks over one block. */
export function checkBlock(
  rules: readonly Rule[],
  unit: BlockUnit,
  ctx: RuleContext,
  failed: OnFailure,
): RuleFinding[] {
  const out: RuleFinding[] = [];
  for (const rule of rules) {
    if (!rule.block || (unit.template && !rule.onTemplates)) continue;
    collect(rule, () => rule.block?.(unit, ctx), out, failed);
  }
  return out;
}

/** Runs every rule that checks whole documents over one document. */
export function checkDocument(
  rules: readonly Rule[],
  unit: DocumentUnit,
  ctx: RuleContext,
  failed: OnFailure,
): RuleFinding[] {
  const out: RuleFinding[] = [];
  for (const rule of rules) {
    if (!rule.document || (unit.document.template && !rule.onTemplates)) continue;
    collect(rule, () => rule.document?.(unit, ctx), out, failed);
  }
  return out;
}

/** Runs one rule that checks a whole AIMS. */
export function checkAims(rule: Rule, config: AimsConfig, ctx: RuleContext, failed: OnFailure): RuleFinding[] {
  const out: RuleFinding[] = [];
  collect(rule, () => rule.aims?.(config, ctx), out, failed);
  return out;
}
