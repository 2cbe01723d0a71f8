import { assessmentStateOf } from "../../coverage/assessments.ts";
import { type AiSystem, scopeOf, systemDate, systemLabel, systemsOf, useOf } from "../../coverage/systems.ts";
import { dateOf, realText } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { type RuleContext, rule } from "../rule.ts";
import { proseOf, sentenceAround } from "../shared/prose.ts";
import { oneOf } from "../shared/words.ts";

/** Statements that every system was assessed, in the shapes reports use. */
const ALL_ASSESSED =
  /\b(?:100\s?%|all)\s+(?:of\s+)?(?:the\s+|our\s+)?(?:in-scope\s+|live\s+|production\s+)?(?:AI\s+)?systems\s+(?:in\s+scope\s+)?(?:have\s+been\s+|have\s+|were\s+|are\s+)?(?:fully\s+)?(?:impact[- ])?assessed\b|\b100\s?%\s+(?:impact[- ])?assessed\b|\bsystems\s+(?:impact[- ])?assessed\s*:\s*100\s?%/gi;

/** Words by which a sentence tells what is to be, is not, or is asked for. */
const NOT_SAID =
  /\b(?:targets?|goals?|aims?|objectives?|should|shall|must|will|to be|not|no|never|until|before|once|when|if|unless|plan\w*|ensure\w*|requir\w*|need\w*|by (?:end|q\d)|annually|every|at least)\b/i;

const REPORT = /\b(?:minutes|report|dashboard|kpis?|status|statistics|results|scorecard)\b/i;

const reports = (own: RecordFacts | undefined): boolean =>
  own !== undefined &&
  (own.kind === "management-review" || own.kind === "audit" || REPORT.test(realText(own, "title") ?? ""));

/** Systems in use and in scope on the day of the report that have no impact assessment. */
function unassessed(index: AimsIndex, own: RecordFacts, today: string): { none: AiSystem[]; all: number } {
  const day = dateOf(own, "held_on") ?? dateOf(own, "finished_on") ?? today;
  const counted = systemsOf(index).filter((system) => {
    const since = systemDate(system, "deployed_on");
    return (
      useOf(system, today) === "live" && scopeOf(index, system).state !== "out" && (since === undefined || since <= day)
    );
  });
  const none = counted.filter((system) => assessmentStateOf(index, system, today).state === "unassessed");
  return { none, all: counted.length };
}

const anyAssessment = ({ index }: RuleContext): boolean => index.ofKind("impact-assessment").some((r) => !r.template);

/** A figure in a report that the records it counts gainsay. */
export const kpiContradictsRecords = rule({
  id: "kpi-contradicts-records",
  group: "cycle",
  severity: "error",
  summary: "Finds reports that call every AI system assessed while the records show systems without an assessment.",
  blocksWith: /ssessed/,
  *block({ data, path }, ctx) {
    const own = ctx.index.own(path);
    if (!own || !reports(own)) return;
    const prose = proseOf(data);
    for (const m of prose.matchAll(ALL_ASSESSED)) {
      const at = { start: m.index, end: m.index + m[0].length };
      const around = sentenceAround(prose, at);
      if (NOT_SAID.test(prose.slice(around.start, around.end)) || !anyAssessment(ctx)) continue;
      const { none, all } = unassessed(ctx.index, own, ctx.today());
      if (none.length === 0) continue;
      const names = none.slice(0, 3).map(systemLabel);
      if (none.length > 3) names.push(`${none.length - 3} more`);
      yield {
        at,
        message: `By the records ${all - none.length} of ${all} systems in use ${all - none.length === 1 ? "is" : "are"} assessed; ${oneOf(names, "and")} ${none.length === 1 ? "has" : "have"} no impact assessment.`,
        help: "Decisions were taken on a figure that the records do not bear out. Correct the figure, or record the assessments that were made.",
      };
    }
  },
});
