import { kindInfo } from "../records/kinds.ts";
import type { Fact } from "./condition.ts";
import { aiAct, type Duty, type RolesTogether } from "./data.ts";
import type { Derivation, Reason, Relied } from "./derive.ts";

/** `Annex III.5(b)`, `Art. 6(1)`. */
export const citeAct = (provision: string): string =>
  /^[IVX]/.test(provision) ? `Annex ${provision.replace(".", " point ")}` : `Art. ${provision}`;

/** A class in a sentence. */
export const TIER_WORDS: Readonly<Record<string, string>> = {
  minimal: "minimal",
  limited: "limited (transparency duties)",
  high: "high-risk",
  prohibited: "prohibited",
  gpai: "a general-purpose model",
};

const titleOf = (field: string): string => kindInfo("system").field(field)?.title ?? field;

/** `annex_iii_uses: credit-scoring`, a yes as `profiling: yes`. */
export const factText = ({ field, value }: Fact): string =>
  `${field}: ${value === "true" ? "yes" : value === "false" ? "no" : value}`;

/** `Annex III point 5(b), creditworthiness (annex_iii_uses: credit-scoring); not for detecting fraud`. */
export function reasonText({ condition, facts }: Reason): string {
  const except = condition.except === undefined ? "" : `; ${condition.except}`;
  return `${citeAct(condition.provision)}, ${condition.title} (${facts.map(factText).join(", ")})${except}`;
}

/** What is to be answered before an open condition is decided. */
export const openText = (reason: Reason): string =>
  `${reasonText(reason)}: open until ${reason.asks.map(titleOf).join(" and ")} (${reason.asks.join(", ")}) is filled in`;

/** Whether the exception relied on holds. */
export function reliedText({ exception, facts, state, asks, missing }: Relied): string {
  const claim = facts[0] ? ` (${factText(facts[0])})` : "";
  const cite = `${citeAct(exception.provision)}, ${exception.title}${claim}`;
  if (state === "blocked") return `${cite}: does not hold, since the system profiles people`;
  if (state === "open")
    return `${cite}: holds only if ${asks.map(titleOf).join(" and ").toLowerCase()} is denied, which is not said`;
  return missing.length > 0 ? `${cite}: taken as said, but nothing is named that shows it` : `${cite}: taken as said`;
}

/** The class by the declared facts, in a few words. */
export function verdict({ tier, atLeast, model }: Derivation): string {
  const own = model.length > 0 ? "; the model itself falls under the rules for general-purpose models" : "";
  if (tier === undefined) return `not settled by the facts declared${own}`;
  return `${atLeast ? "at least " : ""}${TIER_WORDS[tier]}${own}`;
}

/** The reasoning line by line, without markup. */
export function reasoning(derivation: Derivation): string[] {
  const unknown = derivation.unknown.map(titleOf);
  return [
    ...[...derivation.reasons, ...derivation.model].map(reasonText),
    ...derivation.relied.map(reliedText),
    ...derivation.open.map(openText),
    ...(unknown.length > 0 ? [`Not declared: ${unknown.join(", ")}`] : []),
  ];
}

/** A duty with its day and whom it binds: `from 2027-12-02, deployer: …`. */
export function dutyText({ from, roles, what, provision }: Duty, today: string): string {
  const when = from <= today ? `since ${from}` : `from ${from}`;
  const who = roles.includes("any") ? "everybody" : roles.join(", ");
  return `${when}, ${who}: ${what} (${citeAct(provision)})`;
}

/** `developer and deployer count as provider here: … (Art. 3)`. */
export const rolesText = ({ has, counts_as, why, provision }: RolesTogether): string =>
  `${has.join(" and ")} together count as ${counts_as}: ${why} (${citeAct(provision)})`;

/** That all this is help and no advice. */
export const notice = (): string => `${aiAct().notice} Checked ${aiAct().checked}; the Official Journal decides.`;
