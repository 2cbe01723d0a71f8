import { dateOf, holds, realText } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { addFields } from "../shared/add-fields.ts";
import { mayWait } from "../shared/time-to-decide.ts";
import { isEnded, isShortcoming } from "./shared/state.ts";

/** A shortcoming nobody does anything about. */
export const findingWithoutAction = rule({
  id: "finding-without-action",
  group: "cycle",
  severity: "warning",
  summary: "Finds major and minor findings and nonconformities with no action against them.",
  kinds: ["finding", "nonconformity"],
  *record({ facts, data }, { index, today }) {
    if (facts.kind === "finding" && !isShortcoming(facts)) return;
    if (isEnded(facts) && facts.plain.status === "rejected") return;
    if (["action", "actions", "nonconformity", "correction", "due", "closed_on"].some((f) => holds(facts, f))) return;
    if (["action-done", "closed", "verified"].includes(realText(facts, "status") ?? "")) return;
    if (mayWait(dateOf(facts, "found_on"), today())) return;
    const told = [...data.fields.values()].some(
      ({ known, label, name }) =>
        !known && /action|capa|remed|plan|treat|fix|response/i.test(label) && realText(facts, name) !== undefined,
    );
    const id = facts.id;
    if (told || id === undefined || index.referencesTo(id).some(({ from }) => from.kind === "nonconformity")) return;
    if (index.ofKind("nonconformity").some((nc) => nc !== facts && (realText(nc, "source") ?? "").includes(id))) return;
    yield {
      at: data.head,
      message: `Nothing is said to be done about this ${facts.kind}${facts.plain.grade === undefined ? "" : ` (${facts.plain.grade})`}.`,
      help: "What was found goes on until somebody acts. Name the action, who does it and by when.",
      fixes: addFields(facts, data, "action", "due"),
    };
  },
});
