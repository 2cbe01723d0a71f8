import { dateOf } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { actionsIn, isClosed } from "./shared/state.ts";

/** Something closed while what was to be done about it was not done yet. */
export const closedBeforeAction = rule({
  id: "closed-before-action",
  group: "cycle",
  severity: "error",
  summary: "Finds nonconformities, incidents and findings that were closed before their action was done.",
  kinds: ["finding", "nonconformity", "incident", "concern"],
  *record({ facts, data }) {
    const closed = dateOf(facts, "closed_on");
    const done = dateOf(facts, "completed_on") ?? dateOf(facts, "action_completed_on");
    const help =
      "What is closed is watched no longer. Open it again until the action is done and was seen to work, or correct the day that is wrong.";
    if (closed !== undefined && done !== undefined && closed < done) {
      yield {
        at: placeOf(data, "closed_on"),
        message: `This was closed on ${closed}, and its action was done on ${done}.`,
        help,
      };
      return;
    }
    const open = actionsIn(facts, "actions").find(
      (a) =>
        a.status === "open" ||
        a.status === "in-progress" ||
        (closed !== undefined && a.doneOn !== undefined && a.doneOn > closed),
    );
    if (isClosed(facts) && open) {
      yield {
        at: placeOf(data, "status", "closed_on"),
        message: `This is closed, and "${open.what}" is ${open.doneOn === undefined ? "not done" : `dated ${open.doneOn}, later`}.`,
        help,
      };
      return;
    }
    const due = dateOf(facts, "due");
    if (
      facts.kind === "finding" ||
      !isClosed(facts) ||
      closed === undefined ||
      done !== undefined ||
      due === undefined ||
      closed >= due
    )
      return;
    yield {
      at: placeOf(data, "closed_on"),
      message: `This was closed on ${closed}, before its action was due (${due}), and nothing says when the action was done.`,
      help: "Early may be right. Write when the action was done, so that a reader need not wonder.",
      severity: "info",
    };
  },
});
