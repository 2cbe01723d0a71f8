import { withinThreshold } from "../../coverage/measured.ts";
import { listOf, realText } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { isAccepted } from "./shared/standing.ts";

const FAIRNESS =
  /\b(?:fair(?:ness)?|unfair\w*|bias\w*|parity|discriminat\w*|disparate|disparit\w*|equal(?:ity|ised|ized)? (?:odds|opportunity|treatment)|adverse impact|equity)\b/i;

/** A risk to fair treatment borne knowingly while its own measurement breaches its bound. */
export const fairnessRiskAcceptedOverThreshold = rule({
  id: "fairness-risk-accepted-over-threshold",
  group: "risk",
  severity: "error",
  summary: "Finds accepted fairness risks whose own measurement breaches its threshold.",
  kinds: ["risk"],
  fields: ["measures"],
  *record({ facts, data }, { index }) {
    if (!isAccepted(facts)) return;
    const about = ["title", "description", "category"].some((field) => FAIRNESS.test(realText(facts, field) ?? ""));
    const breached = listOf(facts, "measures")
      .flatMap((id) => index.byId(id))
      .filter((m) => m.kind === "measurement" && withinThreshold(index, m) === false)
      .find((m) => about || FAIRNESS.test(realText(m, "metric") ?? ""));
    if (!breached) return;
    const { metric, value, threshold } = breached.plain;
    yield {
      at: placeOf(data, "status", "treatment"),
      message: `This risk is accepted while ${breached.id ?? "its measurement"} breaks its bound: ${metric} is ${value}, and the bound is ${threshold}.`,
      help: "The bound said what people may be asked to bear, and the acceptance sets it aside. Treat the risk until the bound holds, or stop the use; a new bound needs its own reasons and decision.",
      related: [{ at: { record: breached, field: "value" }, message: "The measurement." }],
    };
  },
});
