import { assessmentsHolding } from "../../coverage/held.ts";
import { recordWith, systemDate, systemLabel } from "../../coverage/systems.ts";
import { dateOf, holds } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { systemMeasured } from "./shared/measurement.ts";

/** Test data that did not exist when it is said to have been used. */
export const testDataAfterDeployment = rule({
  id: "test-data-after-deployment",
  group: "evidence",
  severity: "warning",
  summary: "Finds measurements before a system went live whose test data is from after that day.",
  kinds: ["measurement"],
  *record({ facts, data }, { index }) {
    const from = dateOf(facts, "test_data_from") ?? dateOf(facts, "test_data_to");
    if (from === undefined) return;
    const at = placeOf(data, "test_data_from", "test_data_to");
    const measured = dateOf(facts, "measured_on");
    if (measured !== undefined && from > measured) {
      yield {
        at,
        message: `The test data begins on ${from}, after the measurement of ${measured}.`,
        help: "Data cannot be measured before it exists. Correct the day of the measurement or of the data.",
      };
      return;
    }
    const system = systemMeasured(index, facts);
    const deployed = system && systemDate(system, "deployed_on");
    if (!system || deployed === undefined || from <= deployed || holds(facts, "frequency")) return;
    const record = recordWith(system, "deployed_on");
    const relied = reliedOnBefore(facts, deployed, index);
    if (!relied) return;
    yield {
      at,
      message: `The test data begins on ${from}, after ${systemLabel(system)} went live on ${deployed}, and ${relied.id ?? "an assessment"} of ${dateOf(relied, "assessed_on")} rests on it.`,
      help: "The decision to go live cannot have rested on it. Name what was measured before that day, and keep this one as monitoring.",
      related: [
        { at: { record: relied }, message: "Rests on it." },
        ...(record ? [{ at: { record, field: "deployed_on" }, message: "The day it went live." }] : []),
      ],
    };
  },
});

/** An assessment made by the day a system went live that rests on the measurement: names it, or holds it. */
function reliedOnBefore(record: RecordFacts, day: string, index: AimsIndex): RecordFacts | undefined {
  const naming = record.id === undefined ? [] : index.referencesTo(record.id).map(({ from }) => from);
  return [...naming, ...assessmentsHolding(index, record)].find(
    (from) => from.kind === "impact-assessment" && !from.template && (dateOf(from, "assessed_on") ?? "9") <= day,
  );
}
