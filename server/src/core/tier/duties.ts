import { type AiSystem, systemDate, systemList } from "../coverage/systems.ts";
import { aiAct, type Duty, type RolesTogether, type Tier } from "./data.ts";
import type { Derivation } from "./derive.ts";

function concerns(duty: Duty, derivation: Derivation, tiers: ReadonlySet<Tier>): boolean {
  const reasons = [...derivation.reasons, ...derivation.model];
  const has = (ids: readonly string[]): boolean => reasons.some(({ condition }) => ids.includes(condition.id));
  const of = reasons.filter(({ condition }) => condition.tier === duty.tier);
  if (!tiers.has(duty.tier)) return false;
  if (duty.route !== undefined && of.length > 0 && !of.some(({ condition }) => condition.route === duty.route)) {
    return false;
  }
  if (duty.facts && !has(duty.facts)) return false;
  return !duty.unless_facts || of.some(({ condition }) => !duty.unless_facts?.includes(condition.id));
}

function timely({ released_before, released_from }: Duty, deployed: string | undefined): boolean {
  if (released_before !== undefined) return deployed !== undefined && deployed < released_before;
  return released_from === undefined || deployed === undefined || deployed >= released_from;
}

const declaredRoles = (system: AiSystem): string[] => systemList(system, "role").map((role) => role.toLowerCase());

/** Roles that a system's declared ones make together, where they are not declared themselves. */
export function rolesTogether(system: AiSystem): readonly RolesTogether[] {
  const roles = declaredRoles(system);
  return aiAct().roles_together.filter(
    ({ has, counts_as }) => has.every((role) => roles.includes(role)) && !roles.includes(counts_as),
  );
}

/**
 * Duties of the EU AI Act that a system's class and the organisation's roles towards it bring, earliest first. Where no role is
 * declared those of all roles are given. A system of the lightest class has the duties of everybody.
 * @param declared the class its record declares: its duties are given too where no fact says more
 */
export function dutiesOf(system: AiSystem, derivation: Derivation, declared?: Tier): Duty[] {
  const roles = [...declaredRoles(system), ...rolesTogether(system).map(({ counts_as }) => counts_as)];
  const deployed = systemDate(system, "deployed_on");
  const tiers = new Set<Tier>(["minimal"]);
  for (const { condition } of [...derivation.reasons, ...derivation.model]) tiers.add(condition.tier);
  if (declared) tiers.add(declared);
  const mine = (duty: Duty): boolean =>
    duty.roles.includes("any") || roles.length === 0 || duty.roles.some((role) => roles.includes(role));
  return aiAct()
    .duties.filter((duty) => mine(duty) && timely(duty, deployed) && concerns(duty, derivation, tiers))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
