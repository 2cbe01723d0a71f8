import { dateOf, realText } from "../../coverage/values.ts";
import type { KindId } from "../../generated/kinds.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { actionsIn } from "./shared/state.ts";

/** Statuses by which what was due is not done, for each kind. */
const UNDONE: Partial<Record<KindId, readonly string[]>> = {
  finding: ["open", "in-progress"],
  nonconformity: ["open", "in-progress"],
  incident: ["open", "in-progress"],
  control: ["not-started", "planned", "partial"],
  competence: ["planned", "in-progress", "overdue"],
};
const LISTS: Partial<Record<KindId, string>> = { nonconformity: "actions", "management-review": "decisions" };

/** An action whose day has passed and which, by the record's own status, is not done. */
export const actionOverdue = rule({
  id: "action-overdue",
  group: "cycle",
  severity: "warning",
  summary: "Finds actions that were due and are not done by the record's own status.",
  kinds: Object.keys({ ...UNDONE, ...LISTS }) as KindId[],
  *record({ facts, data }, { today }) {
    const undone = facts.kind === undefined ? undefined : UNDONE[facts.kind];
    const due = dateOf(facts, "due");
    const status = realText(facts, "status");
    const done = ["completed_on", "action_completed_on", "closed_on", "implemented_on"].some(
      (f) => dateOf(facts, f) !== undefined,
    );
    if (undone && due !== undefined && status !== undefined && undone.includes(status) && !done && today().past(due)) {
      yield {
        at: placeOf(data, "due"),
        message: `This was due on ${due}, and is still ${status.replace("-", " ")}.`,
        help: "Finish it and set the status, or agree on a new day and say why.",
      };
      return;
    }
    const list = facts.kind === undefined ? undefined : LISTS[facts.kind];
    if (list === undefined) return;
    const late = actionsIn(facts, list).filter(
      (a) =>
        a.due !== undefined &&
        a.doneOn === undefined &&
        (a.status === "open" || a.status === "in-progress" || a.status === "overdue") &&
        today().past(a.due),
    );
    const [first] = late;
    if (!first) return;
    yield {
      at: placeOf(data, list),
      message: `"${first.what}" was due on ${first.due} and is not done${late.length > 1 ? `, nor are ${late.length - 1} more of these` : ""}.`,
      help: "Finish it and set the status, or agree on a new day and say why.",
    };
  },
});
