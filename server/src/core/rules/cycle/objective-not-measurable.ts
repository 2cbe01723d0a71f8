import { holds, realText } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { addFields } from "../shared/add-fields.ts";
import { isRetired } from "../shared/records.ts";

/** Words and figures by which one can tell whether something was reached. */
const BOUND =
  /\d|%|\b(?:all|every|each|no|none|zero|any|complete\w*|certif\w*|publish\w*|achiev\w*|obtain\w*|established|within|before|until|by (?:end|q[1-4]|the end))\b/i;

/** An objective of which nobody could tell whether it was reached. */
export const objectiveNotMeasurable = rule({
  id: "objective-not-measurable",
  group: "cycle",
  severity: "warning",
  summary: "Finds objectives that name neither what is measured nor a value to be reached.",
  kinds: ["objective"],
  *record({ facts, data }) {
    if (isRetired(facts) || facts.plain.status === "dropped") return;
    if (["metric", "target", "measurements"].some((field) => holds(facts, field))) return;
    const own = `${realText(facts, "title") ?? ""} ${realText(facts, "description") ?? ""}`;
    if (own.trim() === "" || BOUND.test(own)) return;
    const told = [...data.fields.values()].some(
      ({ known, label, name }) =>
        !known &&
        /kpi|metric|measur|indicator|target|success|criteri/i.test(label) &&
        realText(facts, name) !== undefined,
    );
    if (told) return;
    yield {
      at: data.head,
      message: "Nobody can tell whether this objective is reached: it names no measure and no value.",
      help: "An objective that cannot fail directs nothing. Say what is counted and which value is to be reached by when.",
      fixes: addFields(facts, data, "metric", "target"),
    };
  },
});
