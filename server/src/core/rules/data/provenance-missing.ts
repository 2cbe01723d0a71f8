import { holds } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { isDataset, severityFor } from "./shared/dataset.ts";

/** Any one of these says where data come from. */
const SAYS = ["origin", "provenance", "supplier"] as const;

/** Data of which nothing says where they come from; a data sheet is asked for it with its other parts. */
export const provenanceMissing = rule({
  id: "provenance-missing",
  group: "data",
  severity: "warning",
  summary: "Finds data sets of which nothing says where they come from.",
  kinds: ["dataset"],
  *record({ facts, data }, ctx) {
    if (!isDataset(facts) || data.notation === "model-card" || SAYS.some((field) => holds(facts, field))) return;
    const { severity, user } = severityFor(facts, ctx);
    const absent = ["origin", "provenance"].filter((field) => !data.fields.has(field));
    yield {
      at: data.head,
      message: `Nothing says where ${facts.id ?? "this data set"}${user === undefined ? "" : `, which ${user} uses,`} comes from.`,
      help: "Without their origin nobody can judge by what right data are used, whom they leave out, or what was changed on the way. Say where they come from, and the steps from there to here.",
      severity,
      fixes:
        absent.length === 0
          ? []
          : [
              {
                title: `Add ${absent.map((field) => `"${field}"`).join(" and ")}`,
                changes: [
                  { op: "add-fields", record: facts, fields: Object.fromEntries(absent.map((field) => [field, ""])) },
                ],
                preferred: true,
              },
            ],
    };
  },
});
