import text from "../generated/ai-act.ts";

/** A class of the EU AI Act, in the words of a system's `tier`. */
export type Tier = "minimal" | "limited" | "high" | "prohibited" | "gpai";

/** A test of one field; exactly one of the last four is there. */
export interface FieldTest {
  readonly field: string;
  readonly has?: string;
  readonly any?: readonly string[];
  readonly is?: boolean;
  readonly filled?: boolean;
  /** Rules the condition out where it fails, and asks for nothing where the field is empty. */
  readonly optional?: boolean;
}

/** What leads to a class; see `server/data/ai-act-tiers.yaml`. */
export interface Condition {
  readonly id: string;
  readonly tier: Tier;
  readonly provision: string;
  readonly title: string;
  readonly route?: string;
  readonly plain?: boolean;
  readonly except?: string;
  /** ISO date from which a prohibition applies. */
  readonly from?: string;
  readonly lifted_by?: readonly string[];
  readonly when: readonly FieldTest[];
}

/** What takes a condition away, and the fields that have to show it. */
export interface Exception {
  readonly id: string;
  readonly provision: string;
  readonly title: string;
  readonly when: readonly FieldTest[];
  readonly needs: readonly string[];
}

/** A duty with the day from which it applies; see `server/data/ai-act-dates.yaml`. */
export interface Duty {
  readonly tier: Tier;
  readonly route?: string;
  readonly roles: readonly string[];
  readonly provision: string;
  readonly what: string;
  /** ISO date. */
  readonly from: string;
  readonly facts?: readonly string[];
  readonly unless_facts?: readonly string[];
  readonly released_before?: string;
  readonly released_from?: string;
}

/** Roles that together make another one, with its duties. */
export interface RolesTogether {
  readonly has: readonly string[];
  readonly counts_as: string;
  readonly provision: string;
  readonly why: string;
}

/** A date that stood in the Regulation before it was amended. */
export interface SupersededDate {
  readonly was: string;
  readonly now: string;
  readonly what: string;
  readonly words: readonly string[];
  readonly unless: readonly string[];
}

/** Phrases of a purpose that make it worth asking whether a listed use is meant. */
export interface Suggestion {
  /** A value of `annex_iii_uses`. */
  readonly use: string;
  readonly provision: string;
  readonly all: readonly (readonly string[])[];
  readonly unless: readonly string[];
}

interface Data {
  readonly checked: string;
  readonly notice: string;
  readonly order: readonly Tier[];
  readonly union: readonly string[];
  readonly decisive: readonly (readonly string[])[];
  readonly exceptions: readonly Exception[];
  readonly suggestions: readonly Suggestion[];
  readonly conditions: readonly Condition[];
  readonly amendment: string;
  readonly duties: readonly Duty[];
  readonly roles_together: readonly RolesTogether[];
  readonly superseded: readonly SupersededDate[];
}

let loaded: Data | undefined;

/** Conditions, exceptions, duties and dates of the EU AI Act. */
export function aiAct(): Data {
  loaded ??= JSON.parse(text) as Data;
  return loaded;
}
