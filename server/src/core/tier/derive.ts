import type { AiSystem } from "../coverage/systems.ts";
import { holds } from "../coverage/values.ts";
import { type Fact, type Said, type Stated, statedIn, testAll } from "./condition.ts";
import { once } from "../text/once.ts";
import { aiAct, type Condition, type Exception, type Tier } from "./data.ts";

/** A condition that is met, or could be, with the facts that speak for it. */
export interface Reason {
  readonly condition: Condition;
  readonly facts: readonly Fact[];
  /** Empty fields that would decide; none where the condition is met. */
  readonly asks: readonly string[];
}

/** An exception somebody relies on. */
export interface Relied {
  readonly exception: Exception;
  readonly facts: readonly Fact[];
  /** Conditions it takes away, or would. */
  readonly from: readonly Reason[];
  /** `blocked` where a declared fact rules it out, `open` where a fact it needs is not declared. */
  readonly state: "holds" | "open" | "blocked";
  /** Fields of the test that are empty. */
  readonly asks: readonly string[];
  /** Fields that have to show it and are empty. */
  readonly missing: readonly string[];
}

/** A system's class under the EU AI Act as its declared facts have it. */
export interface Derivation {
  /** The heaviest class whose condition is met; undefined where nothing is met and too little is declared for the lightest. */
  readonly tier: Exclude<Tier, "gpai"> | undefined;
  /** Whether it could be heavier: a question is open, or a decisive fact is not declared. */
  readonly atLeast: boolean;
  /** Conditions met, heaviest class first. */
  readonly reasons: readonly Reason[];
  /** Conditions for which a fact speaks and another is missing. */
  readonly open: readonly Reason[];
  readonly relied: readonly Relied[];
  /** The model's own class, beside the system's. */
  readonly model: readonly Reason[];
  /** Decisive facts nobody declared, by their first field. */
  readonly unknown: readonly string[];
}

/** How heavy a class is; -1 for the class of models. */
export const weight = (tier: Tier): number => aiAct().order.indexOf(tier);

/** One reason a provision, those of a whole point left out where one of its letters is there, heaviest class first. */
function byProvision(reasons: readonly Reason[]): Reason[] {
  const seen = new Map<string, Reason>();
  for (const reason of reasons) {
    const key = reason.condition.provision;
    if (!seen.has(key)) seen.set(key, reason);
  }
  const own = [...seen.values()].filter(
    ({ condition: { provision } }) => ![...seen.keys()].some((other) => other.startsWith(`${provision}(`)),
  );
  return own.sort((a, b) => weight(b.condition.tier) - weight(a.condition.tier));
}

/** The exception a system relies on, if its first fact (the claim) is declared. */
function reliance(system: AiSystem, said: Said, exception: Exception, touched: readonly Reason[]): Relied | undefined {
  const from = touched.filter(({ condition }) => condition.lifted_by?.includes(exception.id));
  const claim = exception.when[0];
  if (from.length === 0 || !claim || testAll(said, [claim]).outcome !== "met") return undefined;
  const { outcome, facts, asks } = testAll(said, exception.when);
  const state = outcome === "met" ? "holds" : outcome === "open" ? "open" : "blocked";
  const missing = exception.needs.filter((field) => !system.records.some((record) => holds(record, field)));
  return { exception, facts, from, state, asks, missing };
}

/** What is asked for, known once. */
interface Asked {
  /** Fields that conditions and decisive facts ask for. */
  readonly fields: ReadonlySet<string>;
  /** Conditions that ask for nothing that has to be declared. */
  readonly unasking: readonly Condition[];
  /** The first field of each decisive fact. */
  readonly decisive: readonly string[];
}

const isUnasking = ({ when }: Condition): boolean => when.every(({ optional }) => optional);

const askedBy = once(
  ({ conditions, decisive }: ReturnType<typeof aiAct>): Asked => ({
    fields: new Set([...conditions.flatMap(({ when }) => when.map(({ field }) => field)), ...decisive.flat()]),
    unasking: conditions.filter(isUnasking),
    decisive: decisive.flatMap(([field]) => field ?? []),
  }),
);

/** The fields asked for in which a system says anything. */
function declaredBy({ records }: AiSystem, said: Said, { fields }: Asked): ReadonlySet<string> {
  const declared = new Set<string>();
  for (const { plain } of records)
    for (const field in plain) if (fields.has(field) && said(field).stated) declared.add(field);
  return declared;
}

const known = new WeakMap<AiSystem, Derivation>();

/**
 * The class of a system under the EU AI Act, from facts its records declare. Prose is not read. Conditions, exceptions and their
 * provisions are data (`server/data/ai-act-tiers.yaml`). Help with reading the Regulation, no legal advice.
 */
export function deriveTier(system: AiSystem): Derivation {
  let derivation = known.get(system);
  if (!derivation) {
    derivation = derive(system);
    known.set(system, derivation);
  }
  return derivation;
}

/** What a system's records say, each field looked at once. */
function saidOf(system: AiSystem): Said {
  const known = new Map<string, Stated>();
  return (field) => {
    let stated = known.get(field);
    if (!stated) {
      stated = statedIn(system, field);
      known.set(field, stated);
    }
    return stated;
  };
}

const NONE: readonly never[] = [];

/** Where no condition is met and no question open. */
const unmet = (unknown: readonly string[]): Derivation => ({
  tier: unknown.length === 0 ? "minimal" : undefined,
  atLeast: unknown.length > 0,
  reasons: NONE,
  open: NONE,
  relied: NONE,
  model: NONE,
  unknown,
});

function derive(system: AiSystem): Derivation {
  const { conditions, exceptions, decisive } = aiAct();
  const asked = askedBy(aiAct());
  const said = saidOf(system);
  const declared = declaredBy(system, said, asked);
  // Of a condition of which nothing is declared nothing comes.
  const touched =
    declared.size === 0
      ? asked.unasking
      : conditions.filter((one) => one.when.some(({ field }) => declared.has(field)) || isUnasking(one));
  const unknown =
    declared.size === 0
      ? asked.decisive
      : asked.decisive.filter((_, i) => !decisive[i]?.some((field) => declared.has(field)));
  if (touched.length === 0) return unmet(unknown);
  const met: Reason[] = [];
  const open: Reason[] = [];
  for (const condition of touched) {
    const { outcome, facts, asks } = testAll(said, condition.when);
    if (outcome === "met") met.push({ condition, facts, asks });
    else if (outcome === "open" && facts[0]?.field === condition.when[0]?.field) open.push({ condition, facts, asks });
  }
  const relied = exceptions.flatMap((e) => reliance(system, said, e, [...met, ...open]) ?? []);
  const gone = new Set(relied.filter((r) => r.state !== "blocked").flatMap((r) => r.from));
  const reasons = byProvision(met.filter((r) => r.condition.tier !== "gpai" && !gone.has(r)));
  const questions = byProvision(open.filter((r) => r.condition.tier !== "gpai" && !gone.has(r)));
  const heaviest = reasons[0]?.condition.tier as Exclude<Tier, "gpai"> | undefined;
  const rank = heaviest === undefined ? 0 : weight(heaviest);
  const heavier = questions.some(({ condition }) => weight(condition.tier) > rank);
  const undecided = relied.some(({ state }) => state === "open");
  const settled = unknown.length === 0 && !heavier && !undecided;
  return {
    tier: heaviest ?? (settled ? "minimal" : undefined),
    atLeast: heaviest !== "prohibited" && !settled,
    reasons,
    open: questions.filter(({ condition }) => !reasons.some((r) => r.condition.provision === condition.provision)),
    relied,
    model: met.filter((r) => r.condition.tier === "gpai"),
    unknown,
  };
}
