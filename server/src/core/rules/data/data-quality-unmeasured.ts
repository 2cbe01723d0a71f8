import { characteristicsFor } from "../../catalog/data-quality.ts";
import { listOf } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { itemSpan, placeOf } from "../shared/place.ts";
import { oneOf } from "../shared/words.ts";
import { isDataset, qualityOf, roomFor, severityFor } from "./shared/dataset.ts";

const MOST = 4;
/** Data whose quality nobody has measured. */
export const dataQualityUnmeasured = rule({
  id: "data-quality-unmeasured",
  group: "data",
  severity: "warning",
  summary: "Finds data sets in use whose quality is not measured, or is named without a value.",
  kinds: ["dataset"],
  *record(unit, ctx) {
    const { facts, data } = unit;
    if (!isDataset(facts) || listOf(facts, "uses").length === 0) return;
    const named = qualityOf(facts);
    const open = named.filter(({ measured }) => !measured).map(({ characteristic }) => characteristic);
    if (named.length > 0 && open.length === 0) return;
    const wanted = characteristicsFor(listOf(facts, "uses")).map(({ characteristic }) => characteristic);
    const { severity, user } = severityFor(facts, ctx);
    const who = facts.id ?? "this data set";
    const used = user === undefined ? "" : `, and ${user} uses it`;
    yield {
      at: itemSpan(data, "quality", (text) => text.toLowerCase() === open[0]) ?? placeOf(data, "quality", "uses"),
      message:
        named.length === 0
          ? `Nothing says how good ${who} was found to be${used}.`
          : `${oneOf(open.slice(0, MOST), "and")} of ${who} ${open.length === 1 ? "is" : "are"} named without a value${used}.`,
      help: "What is not measured cannot be seen to be too bad for its use. Give for each characteristic how it was measured, the value and the target, or name the data sheet that says so.",
      severity,
      fixes: data.fields.has("quality") ? [] : roomFor(unit, "Add the characteristics that matter for its use", wanted),
    };
  },
});
