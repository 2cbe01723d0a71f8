import { holds, listOf, mapsOf, realText } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { addFields } from "../shared/add-fields.ts";
import { isClosed } from "./shared/standing.ts";

/** Risks whose consequences are written down for the organisation alone. */
export const riskToPeopleMissing = rule({
  id: "risk-to-people-missing",
  group: "risk",
  severity: "info",
  summary: "Finds risks whose consequences are named for the organisation only, and not for people or society.",
  kinds: ["risk"],
  *record({ facts, data }) {
    if (facts.template || isClosed(facts)) return;
    const consequences = mapsOf(facts, "consequences", "what");
    const whom = consequences.map((item) => realText({ plain: item }, "for")?.toLowerCase());
    if (whom.length === 0 || whom.some((word) => word !== "organisation")) return;
    if (listOf(facts, "systems").length === 0 || holds(facts, "affected")) return;
    yield {
      at: data.fields.get("consequences")?.keySpan ?? data.head,
      message: `${facts.id ?? "This risk"} names what would follow for the organisation and for nobody else.`,
      help: "A risk of an AI system is judged by what it does to individuals, groups and society, too; what is bad for them need not cost the organisation anything at first. Add a consequence for them, or say who is affected.",
      fixes: addFields(facts, data, "affected"),
    };
  },
});
