import { type AiSystem, systemLabel, systemOf } from "../../coverage/systems.ts";
import { deriveTier, type Reason } from "../../tier/derive.ts";
import { citeAct, factText, notice } from "../../tier/say.ts";
import { type RawFinding, type RecordUnit, rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { isRetired } from "../shared/records.ts";
import { underTheAct } from "./shared/declared-tier.ts";
import type { Today } from "../../workspace/today.ts";

const HELP =
  "Have the practice and its limits judged by a lawyer before the system is used any further, and write the judgement down; if the fact does not describe the system, correct it.";

const limits = ({ condition }: Reason): string => (condition.except === undefined ? "" : ` (${condition.except})`);

function whenText({ condition: { from } }: Reason, today: Today): string {
  if (from === undefined) return "bans";
  return today.reached(from) ? `has banned since ${from}` : `bans from ${from}`;
}

/** The record itself names a practice that is banned. */
function* named(system: AiSystem, reason: Reason, unit: RecordUnit, today: Today): Generator<RawFinding> {
  const fact = reason.facts[0];
  if (!fact || fact.record !== unit.facts) return;
  yield {
    at: placeOf(unit.data, fact.field),
    message: `The record of ${systemLabel(system)} declares ${reason.condition.title}, which ${citeAct(reason.condition.provision)} of the EU AI Act ${whenText(reason, today)}${limits(reason)}.`,
    help: `${HELP} ${notice()}`,
    ...(reason.condition.from !== undefined && !today.reached(reason.condition.from)
      ? { severity: "warning" as const }
      : {}),
  };
}

/** Two facts together come close to a banned practice, and nobody has said whether it is one. */
function* near(system: AiSystem, reason: Reason, unit: RecordUnit): Generator<RawFinding> {
  const fact = reason.facts[0];
  if (!fact || fact.record !== unit.facts) return;
  const absent = reason.asks.filter((field) => !unit.data.fields.has(field));
  yield {
    at: placeOf(unit.data, fact.field),
    message: `What the record of ${systemLabel(system)} declares (${reason.facts.map(factText).join(", ")}) comes close to ${reason.condition.title}, which ${citeAct(reason.condition.provision)} of the EU AI Act bans${limits(reason)}, and nothing says whether it is that.`,
    help: `Fill in ${reason.asks.map((f) => `"${f}"`).join(" and ")}: the practice, or "none" with the reason beside it. ${notice()}`,
    severity: "warning",
    ...(absent.length === 0
      ? {}
      : {
          fixes: [
            {
              title: `Add ${absent.map((f) => `"${f}"`).join(" and ")} to answer it`,
              changes: [
                {
                  op: "add-fields" as const,
                  record: unit.facts,
                  fields: Object.fromEntries(absent.map((f) => [f, ""])),
                },
              ],
            },
          ],
        }),
  };
}

/** Declared facts that match a practice the EU AI Act bans, or come close to one. */
export const prohibitedPractice = rule({
  id: "prohibited-practice",
  group: "assessment",
  severity: "error",
  summary: "Finds systems whose records declare a practice that the EU AI Act bans, or facts that come close to one.",
  kinds: ["system"],
  *record(unit, ctx) {
    const { facts } = unit;
    if (facts.template || isRetired(facts)) return;
    const system = systemOf(ctx.index, facts);
    if (!system || !underTheAct(system, ctx.config(), unit.data)) return;
    const { reasons, open } = deriveTier(system);
    const banned = ({ condition }: Reason): boolean => condition.tier === "prohibited";
    for (const reason of reasons.filter(banned)) yield* named(system, reason, unit, ctx.today());
    for (const reason of open.filter(banned)) yield* near(system, reason, unit);
  },
});
