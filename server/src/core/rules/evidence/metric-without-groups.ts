import { outcomeOf } from "../../coverage/outcome.ts";
import { holds, realText } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { rule } from "../rule.ts";
import { isFairness, metricOf } from "./shared/measurement.ts";

/** Words that tell who is compared. */
const WHO =
  /\b(?:wom[ae]n|m[ae]n|males?|females?|gender|sex|ages?|aged|years?|older|younger|race|racial|ethnic\w*|nationalit\w*|origin|disab\w*|religio\w*|native|migrant\w*|language|region\w*|income|postcode\w*|protected|between|across|under \d+|over \d+|by [a-z]+)\b/i;
const TOLD_IN = ["metric", "title", "description", "method", "notes", "uncertainty"];

/** Whether the record tells anywhere who is compared. */
function tellsWho(record: RecordFacts, index: AimsIndex): boolean {
  if (holds(record, "groups")) return true;
  if (TOLD_IN.some((field) => WHO.test((realText(record, field) ?? "").replaceAll("_", " ").slice(0, 1000))))
    return true;
  return outcomeOf(index, record).values.some(({ group }) => group !== undefined);
}

/** A fairness metric that does not say whom it compares. */
export const metricWithoutGroups = rule({
  id: "metric-without-groups",
  group: "evidence",
  severity: "warning",
  summary: "Finds fairness metrics that do not say which groups of people they compare.",
  kinds: ["measurement"],
  *record({ facts, data }, { index }) {
    if (!isFairness(facts) || tellsWho(facts, index)) return;
    yield {
      at: data.head,
      message: `${metricOf(facts)} does not say which groups it compares.`,
      help: "A fairness figure holds only for the groups it was worked out for; others may fare worse. Name them.",
      ...(data.fields.has("groups")
        ? undefined
        : {
            fixes: [
              { title: "Add the groups", changes: [{ op: "add-fields", record: facts, fields: { groups: "" } }] },
            ],
          }),
    };
  },
});
