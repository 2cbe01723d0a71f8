import { listOf } from "../../coverage/values.ts";
import { samePerson } from "../../records/people.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { type RawFinding, rule } from "../rule.ts";
import { oneOf, quoted } from "../shared/words.ts";
import {
  affectedGroups,
  assessmentName,
  lacking,
  placeIn,
  type WrittenAssessment,
  writtenIn,
} from "./shared/assessment.ts";
import { saysUnder } from "./shared/labels.ts";

const CONSULTED = [
  "consult",
  "consulted",
  "consultation",
  "engagement",
  "engaged",
  "involved",
  "involvement",
  "participation",
  "feedback",
  "interview",
  "survey",
  "representative",
  "asked",
  "Beteiligung",
  "Anhörung",
];
const TOLD =
  /\b(?:consult\w*|interview\w*|focus groups?|surveys?|questionnaires?|workshops?|user panel|advisory (?:board|panel|council)|works council|ombuds\w*|patient representatives?|feedback (?:from|of)|asked (?:the )?(?:affected|people|users|customers)|befragt|angehört|consulté\w*)\b/i;

const HELP =
  "Effects on people were then judged by those who build or buy the system. Record who was asked, how, what they said and what changed, or why nobody was asked.";

/** Those consulted who did not make the assessment themselves. */
function outsiders({ facts }: WrittenAssessment): string[] {
  const makers = ["assessor", "participants", "owner", "author"].flatMap((f) => listOf(facts, f));
  return listOf(facts, "consulted").filter((person) => !makers.some((maker) => samePerson(maker, person)));
}

/** Whether the text tells of asking people, the field for them aside. */
function tellsOf({ document, placed, own }: WrittenAssessment): boolean {
  if (own && saysUnder(document, CONSULTED)) return true;
  const { base, data } = placed;
  const whole = own
    ? { start: 0, end: document.text.length }
    : { start: base + data.span.start, end: base + data.span.end };
  const field = data.fields.get("consulted");
  const from = field ? base + field.keySpan.start : whole.end;
  const to = field ? base + Math.max(field.keySpan.end, field.value.span.end) : whole.end;
  return TOLD.test(document.text.slice(whole.start, from)) || TOLD.test(document.text.slice(to, whole.end));
}

function* judge(written: WrittenAssessment, index: AimsIndex): Generator<RawFinding> {
  const { facts, placed } = written;
  const affected = affectedGroups(written);
  const consulted = listOf(facts, "consulted");
  if (!affected || tellsOf(written) || outsiders(written).length > 0) return;
  const groups = oneOf(affected.names.slice(0, 4).map(quoted), "and");
  const name = assessmentName(facts, index);
  yield {
    at: placed.data.fields.has("consulted") ? placeIn(written, "consulted") : affected.at,
    message:
      consulted.length > 0
        ? `${name} affects ${groups}, and only those who made it were asked.`
        : `${name} names ${groups} as affected and nobody as consulted.`,
    help: HELP,
    ...lacking(facts),
    ...(placed.data.fields.has("consulted")
      ? undefined
      : {
          fixes: [
            {
              title: "Add who was consulted",
              changes: [{ op: "add-fields", record: facts, fields: { consulted: "" } }],
              preferred: true,
            },
          ],
        }),
  };
}

/** People named as affected whom nobody asked. */
export const affectedNotConsulted = rule({
  id: "affected-not-consulted",
  group: "assessment",
  severity: "warning",
  summary: "Finds impact assessments that name people as affected and record nobody outside the team as consulted.",
  documentsWith: ["impact-assessment"],
  *document(unit, { index }) {
    for (const written of writtenIn(unit, index)) yield* judge(written, index);
  },
});
