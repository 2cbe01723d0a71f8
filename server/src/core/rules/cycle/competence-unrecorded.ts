import { holds, listOf, realText } from "../../coverage/values.ts";
import { namesSomebody } from "../../records/people.ts";
import { samePersonIn } from "../../workspace/people.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";

/** A role that asks for competence held by somebody of whom no competence is recorded, where such records are kept. */
export const competenceUnrecorded = rule({
  id: "competence-unrecorded",
  group: "cycle",
  severity: "warning",
  summary: "Finds roles that ask for competence whose holder has no competence record.",
  kinds: ["role"],
  *record({ facts, data }, { index }) {
    if (!holds(facts, "competence") || holds(facts, "evidence")) return;
    const kept = index.ofKind("competence").filter((c) => !c.template);
    if (kept.length === 0) return;
    const title = realText(facts, "title")?.toLowerCase();
    if (title !== undefined && kept.some((c) => realText(c, "role")?.toLowerCase() === title)) return;
    const people = kept.flatMap((c) => listOf(c, "person"));
    const without = listOf(facts, "holder").filter(
      (h) => namesSomebody(h) && !people.some((p) => samePersonIn(index, p, h)),
    );
    if (without.length === 0) return;
    yield {
      at: placeOf(data, "holder"),
      message: `This role asks for competence, and none is recorded of ${without.join(", ")}.`,
      help: "Nobody can tell whether the work is in able hands. Record what training, education or experience there is and where it is shown.",
    };
  },
});
