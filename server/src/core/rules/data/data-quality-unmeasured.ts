import { characteristicsFor } from "../../catalog/data-quality.ts";
import { listOf } from "../../coverage/values.ts";
import type { Plain } from "../../records/model.ts";
import { type Fix, type RecordUnit, rule } from "../rule.ts";
import { itemSpan, placeOf } from "../shared/place.ts";
import { oneOf } from "../shared/words.ts";
import { isDataset, qualityOf, severityFor } from "./shared/dataset.ts";

const MOST = 4;
/** Notations in which a list of entries can be written. */
const ENTRIES: ReadonlySet<string> = new Set(["yaml", "yaml-item", "front-matter"]);

/** Room for the characteristics that matter for the declared use, with nothing filled in. */
function room({ facts, data }: RecordUnit): Fix[] {
  const wanted = characteristicsFor(listOf(facts, "uses"));
  if (data.fields.has("quality") || wanted.length === 0 || !ENTRIES.has(data.notation)) return [];
  const quality: Plain = wanted.map(({ characteristic }) => ({
    characteristic,
    measure: "",
    target: "",
    value: "",
  }));
  return [
    {
      title: "Add the characteristics that matter for its use",
      changes: [{ op: "add-fields", record: facts, fields: { quality } }],
      preferred: true,
    },
  ];
}

/** Data whose quality nobody has measured. */
export const dataQualityUnmeasured = rule({
  id: "data-quality-unmeasured",
  group: "data",
  severity: "warning",
  summary: "Finds data sets in use whose quality is not measured, or is named without a value.",
  *record(unit, ctx) {
    const { facts, data } = unit;
    if (!isDataset(facts) || listOf(facts, "uses").length === 0) return;
    const named = qualityOf(facts);
    const open = named.filter(({ measured }) => !measured).map(({ characteristic }) => characteristic);
    if (named.length > 0 && open.length === 0) return;
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
      fixes: room(unit),
    };
  },
});
