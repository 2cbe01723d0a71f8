import { realText } from "../../coverage/values.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { controlLabel, eachOrAll, hasEvidence, type SoaEntry } from "./shared/soa.ts";

const HELP =
  "A control that works leaves something behind: a record, a log, a result. Link it here, or say that the control is only partly in place.";

const isImplemented = ({ record, applicable }: SoaEntry): boolean =>
  record.plain.status === "implemented" && applicable !== false;

/** Whether neither the entry nor any other record shows the control at work. */
const isUnshown =
  (index: AimsIndex) =>
  (entry: SoaEntry): boolean => {
    if (hasEvidence(entry) || realText(entry.record, "verified_on") !== undefined) return false;
    const ref = entry.provision;
    const others = ref ? index.addressing(ref.standard, ref.id) : [];
    if (others.some((r) => r.kind !== "control" && !r.template)) return false;
    return (
      entry.record.id === undefined || !index.referencesTo(entry.record.id).some((r) => r.from.kind === "evidence")
    );
  };

/** A control said to be implemented with nothing to show for it. */
export const implementedWithoutEvidence = rule({
  id: "implemented-without-evidence",
  group: "coverage",
  severity: "warning",
  summary: "Finds controls said to be implemented for which neither the entry nor any other record shows anything.",
  kinds: ["control"],
  *record({ facts, data }, { index }) {
    const at = placeOf(data, "status");
    yield* eachOrAll(index, facts, isImplemented, isUnshown(index), {
      one: (entry) => ({
        at,
        message: `${controlLabel(entry)} is said to be implemented, and nothing is named that shows it.`,
        help: HELP,
        ...(data.fields.has("evidence")
          ? undefined
          : {
              fixes: [
                {
                  title: "Add evidence",
                  changes: [{ op: "add-fields", record: facts, fields: { evidence: "" } }],
                  preferred: true,
                },
              ],
            }),
      }),
      all: (entries) => ({
        at,
        message: `All ${entries.length} controls said here to be implemented have nothing named that shows it.`,
        help: HELP,
      }),
    });
  },
});
