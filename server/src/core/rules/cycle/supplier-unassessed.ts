import { dateOf, holds, realText } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { addFields } from "../shared/add-fields.ts";
import { placeOf } from "../shared/place.ts";

const NOT_IN_USE = new Set(["proposed", "in-review", "rejected", "ended"]);

/** A supplier in use that nobody assessed, or whose next assessment has passed. */
export const supplierUnassessed = rule({
  id: "supplier-unassessed",
  group: "cycle",
  severity: "warning",
  summary: "Finds suppliers in use that were never assessed or whose next assessment is overdue.",
  kinds: ["supplier"],
  *record({ facts, data }, { today }) {
    if (NOT_IN_USE.has(realText(facts, "status") ?? "")) return;
    const [next, last] = [dateOf(facts, "next_assessment"), dateOf(facts, "assessed_on")];
    if (next !== undefined && today().past(next) && (last === undefined || last < next)) {
      yield {
        at: placeOf(data, "next_assessment"),
        message: `The next assessment of this supplier was due on ${next}.`,
        help: "What it supplies and how may have changed since. Assess it again, or stop relying on it.",
      };
      return;
    }
    if (["assessed_on", "assessment", "assessed_by", "certificates"].some((f) => holds(facts, f)) || next !== undefined)
      return;
    const told = [...data.fields.values()].some(
      ({ known, label, name }) =>
        !known && /assess|due diligence|review|evaluat|bewert/i.test(label) && realText(facts, name) !== undefined,
    );
    const used = facts.plain.status === "approved" || facts.plain.status === "conditional" || holds(facts, "systems");
    if (told || !used || (realText(facts, "name") ?? "") === "") return;
    yield {
      at: placeOf(data, "assessed_on", "name"),
      message: "This supplier is in use, and nothing says that it was ever assessed.",
      help: "What a supplier does wrong reaches people through you. Assess it, and write when and by whom.",
      fixes: addFields(facts, data, "assessed_on", "assessed_by"),
    };
  },
});
