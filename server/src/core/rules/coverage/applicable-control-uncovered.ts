import { realText } from "../../coverage/values.ts";
import { type RuleContext, rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { scaffoldFix } from "../shared/scaffold.ts";
import { controlLabel, eachOrAll, hasEvidence, type SoaEntry } from "./shared/soa.ts";

const HELP =
  "Point to the document or record that carries the control out, or give the day by which there will be one.";

/** Taken in, not said to be implemented (that is another rule's matter) and not planned for a day. */
const isOpen = ({ record, applicable, provision }: SoaEntry): boolean =>
  applicable === true &&
  provision?.kind === "control" &&
  record.plain.status !== "implemented" &&
  realText(record, "due") === undefined &&
  record.plain.gap === undefined;

const isUncovered =
  ({ coverage }: RuleContext) =>
  (entry: SoaEntry): boolean => {
    const { provision } = entry;
    if (!provision || hasEvidence(entry) || realText(entry.record, "implementation") !== undefined) return false;
    return coverage.lacking({ standard: provision.standard, provision: provision.id }) !== undefined;
  };

const isPlanned = ({ record }: SoaEntry): boolean =>
  record.plain.status === "planned" || record.plain.status === "not-started";

/** A control taken in that nothing in the AIMS carries out. */
export const applicableControlUncovered = rule({
  id: "applicable-control-uncovered",
  group: "coverage",
  severity: "warning",
  summary: "Finds controls taken in that no document or record addresses and that are not planned for a day.",
  kinds: ["control"],
  *record({ facts, data }, ctx) {
    const at = placeOf(data, "status", "applicable");
    yield* eachOrAll(ctx.index, facts, isOpen, isUncovered(ctx), {
      one: (entry) => {
        const found =
          entry.provision &&
          ctx.coverage.lacking({ standard: entry.provision.standard, provision: entry.provision.id });
        const fix = found && scaffoldFix(found, ["document"]);
        return {
          at,
          message: isPlanned(entry)
            ? `${controlLabel(entry)} is taken in and still to be done, with no day by which.`
            : `${controlLabel(entry)} is taken in, and no document or record here addresses it.`,
          help: HELP,
          ...(isPlanned(entry) ? { severity: "info" } : undefined),
          ...(fix ? { fixes: [fix] } : undefined),
        };
      },
      all: (entries) => ({
        at,
        message: entries.every(isPlanned)
          ? `All ${entries.length} controls taken in here are still to be done, with no day by which.`
          : `Nothing in this management system addresses any of the ${entries.length} controls taken in here.`,
        help: HELP,
        ...(entries.every(isPlanned) ? { severity: "info" } : undefined),
      }),
    });
  },
});
