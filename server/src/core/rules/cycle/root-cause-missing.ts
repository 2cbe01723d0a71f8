import { holds, realText } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { addFields } from "../shared/add-fields.ts";
import { placeOf } from "../shared/place.ts";

const DONE = new Set(["action-done", "verified", "closed"]);
const GRAVE = new Set(["high", "very-high", "critical"]);

/** Something declared done whose cause nobody wrote down. */
export const rootCauseMissing = rule({
  id: "root-cause-missing",
  group: "cycle",
  severity: "warning",
  summary: "Finds nonconformities and grave incidents that are done or closed without a root cause.",
  kinds: ["nonconformity", "incident"],
  *record({ facts, data }, { index }) {
    const grave = facts.kind === "incident" && GRAVE.has(realText(facts, "severity") ?? "");
    if ((facts.kind !== "nonconformity" && !grave) || !DONE.has(realText(facts, "status") ?? "")) return;
    if (holds(facts, "root_cause") || holds(facts, "nonconformity")) return;
    const told = [...data.fields.values()].some(
      ({ known, label, name }) => !known && /cause|why|ursache/i.test(label) && realText(facts, name) !== undefined,
    );
    const linked =
      facts.id !== undefined &&
      index.referencesTo(facts.id).some(({ from }) => from.kind === "nonconformity" && holds(from, "root_cause"));
    if (told || linked) return;
    yield {
      at: placeOf(data, "root_cause", "status"),
      message: `This ${facts.kind} is ${facts.plain.status === "action-done" ? "dealt with" : "closed"}, and no cause is named.`,
      help: "Without its cause it was mended once and can come back. Write why it happened, past the first answer.",
      fixes: addFields(facts, data, "root_cause"),
    };
  },
});
