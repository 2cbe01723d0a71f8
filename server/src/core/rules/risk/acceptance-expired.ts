import { dateOf } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { isClosed } from "./shared/standing.ts";

/** An acceptance whose last day has passed. */
export const acceptanceExpired = rule({
  id: "acceptance-expired",
  group: "risk",
  severity: "warning",
  summary: "Finds accepted risks whose acceptance has run out.",
  kinds: ["risk"],
  fields: ["acceptance_expires"],
  *record({ facts, data }, { today }) {
    if (isClosed(facts)) return;
    const ends = dateOf(facts, "acceptance_expires");
    if (ends === undefined || !today().past(ends)) return;
    yield {
      at: placeOf(data, "acceptance_expires"),
      message: `The acceptance of this risk ended on ${ends}.`,
      help: "Since then nobody has decided to bear it. Let whoever accepted it decide anew, or treat the risk.",
    };
  },
});
