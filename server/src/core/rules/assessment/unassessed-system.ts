import { assessmentStateOf } from "../../coverage/assessments.ts";
import { systemLabel, systemOf, systemList, useOf, USE_WORDS } from "../../coverage/systems.ts";
import { canBeNamed } from "../../records/ids.ts";
import { rule } from "../rule.ts";
import { impactFacts } from "../shared/impact.ts";
import { assessmentScaffold } from "../shared/scaffold.ts";
import { oneOf } from "../shared/words.ts";

/** A system in scope whose impact nobody has assessed. */
export const unassessedSystem = rule({
  id: "unassessed-system",
  group: "assessment",
  severity: "warning",
  summary: "Finds AI systems in scope, live or being made, that have no impact assessment.",
  kinds: ["system"],
  *record({ facts, data }, { index, today }) {
    const system = systemOf(index, facts);
    if (!system || system.record !== facts) return;
    const { state, why, assessments } = assessmentStateOf(index, system, today());
    if (state !== "unassessed" && state !== "draft") return;
    const fact = impactFacts(index, system, today())[0];
    const grave = fact ? `, ${fact.text},` : "";
    const said = systemList(system, "impact_assessment");
    const named = said.length > 0 ? ` Its record names ${oneOf(said, "and")}, which is not among the documents.` : "";
    const use = useOf(system, today());
    const drafted = assessments[0]?.record;
    yield {
      at: data.idSpan ?? data.head,
      message: drafted
        ? `${systemLabel(system)}${grave} is ${USE_WORDS[use]}, and its impact assessment does not count yet. ${why}`
        : `${systemLabel(system)}${grave} is ${USE_WORDS[use]} and has no impact assessment.${named}`,
      help: drafted
        ? "Finish the assessment and have it approved; until then nobody has judged what the system does to people."
        : "Nobody has judged what it does to the people it affects. Assess it, or say why it is outside the scope.",
      ...(drafted
        ? {
            ...(drafted.template ? undefined : { severity: "info" as const }),
            related: [{ at: { record: drafted }, message: "The assessment so far." }],
          }
        : system.record.id === undefined || !canBeNamed(system.record.id)
          ? undefined
          : { fixes: [assessmentScaffold(system.id)] }),
    };
  },
});
