import { dateOf, holds, realText } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { addFields } from "../shared/add-fields.ts";
import { placeOf } from "../shared/place.ts";

const TO_COME = /^(?:to be|pending|tbd|tbc|not yet|planned|awaiting|scheduled|open)\b/i;

/** A nonconformity closed before anybody looked whether the action worked. */
export const effectivenessUnchecked = rule({
  id: "effectiveness-unchecked",
  group: "cycle",
  severity: "warning",
  summary: "Finds closed nonconformities with nothing on whether the corrective action worked.",
  kinds: ["nonconformity"],
  *record({ facts, data }, { today }) {
    if (facts.plain.status !== "closed") return;
    const text = realText(facts, "effectiveness");
    const checked = dateOf(facts, "effectiveness_checked_on");
    const later = text !== undefined && TO_COME.test(text);
    if (checked !== undefined ? today().reached(checked) : text !== undefined && !later) return;
    if (["effectiveness_checked_by", "result"].some((f) => holds(facts, f))) return;
    const told = [...data.fields.values()].some(
      ({ known, label, name }) =>
        !known && /effective|verif|follow[- ]?up|wirksam/i.test(label) && realText(facts, name) !== undefined,
    );
    if (told) return;
    yield {
      at: placeOf(data, "effectiveness", "effectiveness_checked_on", "status"),
      message: later
        ? `This is closed, and whether the action worked is still open ("${text}").`
        : "This is closed, and nothing says whether the action worked.",
      help: "Done is not the same as works. Look after a while whether it came back, and write what was seen, by whom and when.",
      fixes: addFields(facts, data, "effectiveness", "effectiveness_checked_on", "effectiveness_checked_by"),
    };
  },
});
