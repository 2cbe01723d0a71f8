import { systemNamed } from "../../coverage/systems.ts";
import { holds, listOf, mapsOf, realText } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import { NONE, type RawFinding, type RecordUnit, type RuleContext, rule } from "../rule.ts";
import { addFields } from "../shared/add-fields.ts";
import { impactFacts } from "../shared/impact.ts";
import { placeOf } from "../shared/place.ts";
import { isClosed } from "./shared/standing.ts";

const HELP =
  "A risk of an AI system is judged by what it does to individuals, groups and society, too; what is bad for them need not cost the organisation anything at first.";

/** The first system of a risk that weighs on people by what its records declare, with the gravest fact. */
function weighing(risk: RecordFacts, { index, today }: RuleContext): { id: string; fact: string } | undefined {
  for (const text of listOf(risk, "systems")) {
    const system = systemNamed(index, text);
    const [fact] = system ? impactFacts(index, system, today()) : [];
    if (system && fact) return { id: system.id, fact: fact.text };
  }
  return undefined;
}

function* unnamed({ facts, data }: RecordUnit, ctx: RuleContext): Generator<RawFinding> {
  const consequences = mapsOf(facts, "consequences", "what");
  const whom = consequences.map((item) => realText({ plain: item }, "for")?.toLowerCase());
  if (whom.length > 0 && whom.every((word) => word === "organisation")) {
    yield {
      at: data.fields.get("consequences")?.keySpan ?? data.head,
      message: `${facts.id ?? "This risk"} names what would follow for the organisation and for nobody else.`,
      help: `${HELP} Add a consequence for them, or say who is affected.`,
      fixes: addFields(facts, data, "affected"),
    };
  } else if (whom.length === 0 && data.fields.get("affected")?.value.type === "empty") {
    const system = weighing(facts, ctx);
    if (system === undefined) return;
    yield {
      at: placeOf(data, "affected"),
      message: `${facts.id ?? "This risk"} leaves open who would be affected, and ${system.id} is ${system.fact}.`,
      help: `${HELP} Name them, or write that nobody outside is affected.`,
    };
  }
}

/** Risks whose consequences are written down for the organisation alone, or whose place for those affected is left empty. */
export const riskToPeopleMissing = rule({
  id: "risk-to-people-missing",
  group: "risk",
  severity: "info",
  summary: "Finds risks whose consequences are named for the organisation only, and not for people or society.",
  kinds: ["risk"],
  fields: ["systems"],
  record(unit, ctx) {
    const { facts, data } = unit;
    if (facts.plain.consequences === undefined && data.fields.get("affected")?.value.type !== "empty") return NONE;
    if (isClosed(facts) || listOf(facts, "systems").length === 0 || holds(facts, "affected")) return NONE;
    return unnamed(unit, ctx);
  },
});
