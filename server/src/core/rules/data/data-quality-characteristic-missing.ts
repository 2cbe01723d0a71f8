import { characteristicsFor } from "../../catalog/data-quality.ts";
import { listOf } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { oneOf } from "../shared/words.ts";
import { isDataset, qualityOf, roomFor } from "./shared/dataset.ts";

/** Data whose quality is looked at, but not in what matters most for the declared use. */
export const dataQualityCharacteristicMissing = rule({
  id: "data-quality-characteristic-missing",
  group: "data",
  severity: "info",
  summary: "Finds data sets whose quality entries leave out a characteristic that matters for their declared use.",
  kinds: ["dataset"],
  *record(unit) {
    const { facts, data } = unit;
    if (!isDataset(facts)) return;
    const named = qualityOf(facts).map(({ characteristic }) => characteristic);
    const uses = listOf(facts, "uses");
    if (named.length === 0) return;
    const missing = characteristicsFor(uses).filter(({ characteristic }) => !named.includes(characteristic));
    const [first] = missing;
    if (!first) return;
    const wanted = missing.map(({ characteristic }) => characteristic);
    const names = oneOf(wanted, "and");
    yield {
      at: data.fields.get("quality")?.keySpan ?? data.head,
      message: `${facts.id ?? "This data set"} is used for ${oneOf(uses, "and")}, and its quality says nothing of ${names}.`,
      help: `It matters because ${oneOf(
        missing.map(({ why }) => why),
        "and",
      )}. Add ${missing.length === 1 ? "an entry" : "entries"} under "quality", or say under "known_gaps" why it does not bear on this use.`,
      fixes: roomFor(unit, `Add ${names} to its quality`, wanted),
    };
  },
});
