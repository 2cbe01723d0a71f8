import { type AiSystem, recordWith, systemLabel, systemOf, systemText } from "../../coverage/systems.ts";
import { saysNothing } from "../../coverage/values.ts";
import { statedIn } from "../../tier/condition.ts";
import type { Tier } from "../../tier/data.ts";
import { type Derivation, deriveTier, type Reason, type Relied, weight } from "../../tier/derive.ts";
import { suggestedUse } from "../../tier/suggest.ts";
import { citeAct, notice, reasonText, TIER_WORDS } from "../../tier/say.ts";
import { type Fix, type RawFinding, type RecordUnit, rule, type Severity } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { isRetired } from "../shared/records.ts";
import { underTheAct } from "./shared/declared-tier.ts";

const raiseTo = (tier: Tier, { facts }: RecordUnit): Fix => ({
  title: `Set the tier to "${tier}"`,
  changes: [{ op: "set-field", record: facts, field: "tier", value: tier }],
});

/** How heavy a reason has to be more than to count; the class of models says nothing of the transparency of the system around one. */
const floor = (declared: Tier): number => weight(declared === "gpai" ? "limited" : declared);

const takeBack = ({ facts }: RecordUnit): Fix => ({
  title: 'Take the exception back and set the tier to "high"',
  changes: [
    { op: "set-field", record: facts, field: "derogation", value: "none" },
    { op: "set-field", record: facts, field: "tier", value: "high" },
  ],
});

const askFor = (fields: readonly string[], { facts, data }: RecordUnit): Fix[] => {
  const absent = fields.filter((field) => !data.fields.has(field));
  if (absent.length === 0) return [];
  const changes = [
    { op: "add-fields" as const, record: facts, fields: Object.fromEntries(absent.map((f) => [f, ""])) },
  ];
  return [{ title: `Add ${absent.map((f) => `"${f}"`).join(" and ")} to answer it`, changes }];
};

/** Facts told in another record of the same system. */
const elsewhere = (reason: Reason, unit: RecordUnit): RawFinding["related"] =>
  reason.facts
    .filter(({ record }) => record !== unit.facts)
    .map(({ record, field, value }) => ({ at: { record, field }, message: `Here: ${field}: ${value}.` }));

/** A condition of a heavier class is met. */
function* tooLow(system: AiSystem, declared: Tier, derivation: Derivation, unit: RecordUnit): Generator<RawFinding> {
  const reason = derivation.reasons.find(({ condition }) => weight(condition.tier) > floor(declared));
  if (!reason || reason.condition.tier === "prohibited") return;
  const severity: Severity = reason.condition.plain === false ? "info" : "warning";
  yield {
    at: placeOf(unit.data, "tier"),
    message: `${systemLabel(system)} is declared ${TIER_WORDS[declared]}, and by its own facts it is ${TIER_WORDS[reason.condition.tier]}: ${reasonText(reason)}.`,
    help: `A tier below the facts leaves out the duties that come with them. Set the tier, or correct the fact. ${notice()}`,
    severity,
    related: elsewhere(reason, unit) ?? [],
    fixes: [raiseTo(reason.condition.tier, unit)],
  };
}

/** Only an area is declared in which the Act lists uses: whether this is one of them is not said. */
function* undecided(system: AiSystem, declared: Tier, derivation: Derivation, unit: RecordUnit): Generator<RawFinding> {
  const reason = derivation.open.find(
    ({ condition }) => condition.tier === "high" && weight(condition.tier) > floor(declared),
  );
  if (!reason || derivation.reasons.some(({ condition }) => weight(condition.tier) > floor(declared))) return;
  const reasoned = systemText(system, "tier_reason");
  const profiles = statedIn(system, "profiling").values.includes("true");
  const why = reasoned === undefined || saysNothing(reasoned) ? ", and no reason is given" : "";
  yield {
    at: placeOf(unit.data, "tier"),
    message: `${systemLabel(system)} is declared ${TIER_WORDS[declared]}${why}, while its facts touch ${reasonText(reason)}, where uses the EU AI Act lists are high-risk.`,
    help: `Say which it is by filling in ${reason.asks.map((f) => `"${f}"`).join(" and ")}: the use concerned, or "none" where it is none. ${notice()}`,
    severity: why !== "" || profiles ? "warning" : "info",
    related: elsewhere(reason, unit) ?? [],
    fixes: askFor([...reason.asks, "tier_reason"], unit),
  };
}

/** The words of its purpose bring a listed use to mind, and no field says whether it is one. A question, since it rests on a guess. */
function* unasked(system: AiSystem, declared: Tier, derivation: Derivation, unit: RecordUnit): Generator<RawFinding> {
  const silent = ["annex_iii_uses", "use_areas"].every((field) => !statedIn(system, field).stated);
  if (!silent || derivation.reasons.some(({ condition }) => condition.tier === "high") || declared === "gpai") return;
  if (derivation.open.some(({ condition }) => condition.tier === "high") || weight(declared) >= weight("high")) return;
  const suggested = suggestedUse(system);
  if (!suggested) return;
  const { suggestion, field, record } = suggested;
  const cite = citeAct(suggestion.provision);
  const reasoned = systemText(system, "tier_reason");
  if (reasoned?.toLowerCase().includes("annex iii")) return;
  yield {
    at: placeOf(unit.data, "tier"),
    message: `${systemLabel(system)} is declared ${TIER_WORDS[declared]}, and its ${field.replace("_", " ")} brings a use to mind that ${cite} lists (${suggestion.use}); no field says whether it is one.`,
    help: `Fill in "annex_iii_uses": the use, or "none" where it is none, and give the reason. ${notice()}`,
    severity: "info",
    related:
      record === unit.facts ? [] : [{ at: { record, field }, message: `Here is its ${field.replace("_", " ")}.` }],
    fixes: askFor(["annex_iii_uses"], unit),
  };
}

/** The exception for minor uses is claimed where it does not hold, or with nothing to show. */
function* exception(system: AiSystem, relied: Relied, unit: RecordUnit): Generator<RawFinding> {
  const cite = citeAct(relied.exception.provision);
  const first = relied.from[0];
  const use = first ? first.condition.title : "a listed use";
  if (relied.state === "blocked") {
    yield {
      at: placeOf(unit.data, "derogation", "profiling"),
      message: `${systemLabel(system)} relies on the exception of ${cite} for ${use}, and its record says that it profiles people; the exception never holds then.`,
      help: `A listed use that profiles people is high-risk. Take the exception back, or correct the fact. ${notice()}`,
      fixes: [takeBack(unit)],
    };
  } else if (relied.missing.length > 0 || relied.state === "open") {
    const lacks = [...relied.asks, ...relied.missing];
    yield {
      at: placeOf(unit.data, "derogation"),
      message: `${systemLabel(system)} relies on the exception of ${cite} for ${use}, and ${relied.missing.length > 0 ? "names no written assessment that it holds" : "nothing says whether it profiles people"}.`,
      help: `Who relies on it has to have written the assessment down before release. Fill in ${lacks.map((f) => `"${f}"`).join(" and ")}. ${notice()}`,
      severity: relied.missing.length > 0 ? "warning" : "info",
      fixes: askFor(lacks, unit),
    };
  }
}

/** A declared tier below what the declared facts make of the system. */
export const understatedTier = rule({
  id: "understated-tier",
  group: "assessment",
  severity: "warning",
  summary:
    "Finds systems whose EU AI Act tier is declared lower than the facts their own records declare, or rests on an exception that does not hold.",
  kinds: ["system"],
  *record(unit, ctx) {
    const { facts, data } = unit;
    if (facts.template || isRetired(facts)) return;
    const system = systemOf(ctx.index, facts);
    if (!system || !underTheAct(system, ctx.config(), data)) return;
    const derivation = deriveTier(system);
    if ((recordWith(system, "derogation") ?? facts) === facts) {
      for (const relied of derivation.relied) yield* exception(system, relied, unit);
    }
    if (derivation.relied.some(({ state }) => state === "blocked")) return;
    const declared = facts.plain.tier;
    if (typeof declared !== "string" || recordWith(system, "tier") !== facts || !(declared in TIER_WORDS)) return;
    yield* tooLow(system, declared as Tier, derivation, unit);
    yield* undecided(system, declared as Tier, derivation, unit);
    yield* unasked(system, declared as Tier, derivation, unit);
  },
});
