import { holds, realText } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { quoted } from "../shared/words.ts";
import { isDataset } from "./shared/dataset.ts";
import { difference } from "./shared/population.ts";

/** Data from one population, used on another, where the record itself names both. */
export const populationMismatch = rule({
  id: "population-mismatch",
  group: "data",
  severity: "warning",
  summary: "Finds data sets drawn from a population that plainly differs from the one the system is used on.",
  kinds: ["dataset"],
  *record({ facts, data }) {
    if (!isDataset(facts)) return;
    const population = realText(facts, "population");
    const deployment = realText(facts, "deployment_population");
    const how = population && deployment ? difference(population, deployment) : undefined;
    if (population === undefined || deployment === undefined || how === undefined) return;
    const honest = holds(facts, "known_gaps");
    yield {
      at: placeOf(data, "population"),
      message: `${facts.id ?? "This data set"} is drawn from ${quoted(population)} and used for ${quoted(deployment)}: ${how}.`,
      help: honest
        ? "Its known gaps are written down; see that the assessment of each system that uses it says what follows for those who are not in the data."
        : "What was learnt or measured need not hold for those who are not in the data. Measure on them, narrow the use, or write the gap down.",
      severity: honest ? "info" : "warning",
      fixes: data.fields.has("known_gaps")
        ? []
        : [{ title: 'Add "known_gaps"', changes: [{ op: "add-fields", record: facts, fields: { known_gaps: "" } }] }],
    };
  },
});
