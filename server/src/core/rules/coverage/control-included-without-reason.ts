import { hasOrigin, justificationOf, saysNothing } from "../../coverage/values.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { controlLabel, eachOrAll, type SoaEntry } from "./shared/soa.ts";

const HELP =
  "The standard asks why a control is taken in as well as why one is left out: name the risk it treats, the law or contract that asks for it, or the decision.";

const isIncluded = (entry: SoaEntry): boolean => entry.applicable === true;
const isUnexplained = ({ record }: SoaEntry): boolean =>
  saysNothing(justificationOf(record)?.text ?? "") && !hasOrigin(record);

/** A control taken into the statement of applicability for no stated reason. */
export const controlIncludedWithoutReason = rule({
  id: "control-included-without-reason",
  group: "coverage",
  severity: "warning",
  summary: "Finds controls taken into the statement of applicability without a justification.",
  kinds: ["control"],
  *record({ facts, data }, { index }) {
    const at = placeOf(data, "justification", "applicable");
    yield* eachOrAll(index, facts, isIncluded, isUnexplained, {
      one: (entry) => ({
        at,
        message: `${controlLabel(entry)} is taken in, and no reason is given.`,
        help: HELP,
        ...(data.fields.has("justification")
          ? undefined
          : {
              fixes: [
                {
                  title: "Add a justification",
                  changes: [{ op: "add-fields", record: facts, fields: { justification: "" } }],
                  preferred: true,
                },
              ],
            }),
      }),
      all: (entries) => ({
        at,
        message: `None of the ${entries.length} controls taken in here has a justification.`,
        help: HELP,
      }),
    });
  },
});
