/** A provision's number, with the list item it points at where one is written. */
export interface ProvisionNumber {
  /** Dotted, letters upper-case, no leading zeros: `A.6.2.4`, `6.1.3`. */
  readonly id: string;
  /** `f` in `6.1.3 f)`. */
  readonly item: string | undefined;
}

const LEAD = /^(?:(?:annex|clauses?|sub-?clauses?|cl\.?|sections?|controls?|§+)\s*)+/i;
const NUMBER = /^([A-Z])?[.\-‑]?(\d{1,3}(?:[.\-‑]\d{1,3}){0,6})\.?\s*(?:\(?([a-z])\))?$/i;

/**
 * A number as people write it: `a.6.2.4`, `A-6-2-4`, `Annex A.6.2.4`, `Clause 5.2`, `6.1.3 f)`.
 * Undefined for what is no number of clauses or annexes.
 */
export function normalizeNumber(text: string): ProvisionNumber | undefined {
  if (text.length > 60) return undefined;
  const match = NUMBER.exec(text.trim().replace(LEAD, ""));
  if (match === null) return undefined;
  const parts = (match[2] as string).split(/[.\-‑]/).map((part) => String(Number(part)));
  if (match[1] !== undefined) parts.unshift(match[1].toUpperCase());
  return { id: parts.join("."), item: match[3]?.toLowerCase() };
}

/** What a number that has no entry of its own stands for, by the standard's rules; undefined when no rule speaks of it. */
export function deriveNumber(id: string, rules: readonly { pattern: string; to: string }[]): string | undefined {
  for (const rule of rules) {
    const pattern = new RegExp(rule.pattern);
    if (pattern.test(id)) return id.replace(pattern, rule.to);
  }
  return undefined;
}
