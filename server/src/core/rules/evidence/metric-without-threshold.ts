import { holds, realText } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { isFairness, metricOf } from "./shared/measurement.ts";

/** A measured value with nothing that says how much would be too much. */
export const metricWithoutThreshold = rule({
  id: "metric-without-threshold",
  group: "evidence",
  severity: "warning",
  summary: "Finds measurements of AI systems without a threshold to hold the value against.",
  kinds: ["measurement"],
  *record({ facts, data }) {
    if (holds(facts, "threshold")) return;
    if (!holds(facts, "value") && !holds(facts, "source")) return;
    const ofSystem = realText(facts, "system") !== undefined || isFairness(facts);
    yield {
      at: data.head,
      message: `${metricOf(facts)} has no threshold.`,
      help: "Without a bound set beforehand no value can be too high or too low. Say which value would make you act.",
      ...(ofSystem ? undefined : { severity: "info" }),
      ...(data.fields.has("threshold")
        ? undefined
        : {
            fixes: [
              { title: "Add the threshold", changes: [{ op: "add-fields", record: facts, fields: { threshold: "" } }] },
            ],
          }),
    };
  },
});
