import { dateOf, realText } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import { addInterval } from "../../records/dates.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";

/** So long after the planned day an audit may still be at work. */
const GRACE = "31 days";

const isMade = (audit: RecordFacts): boolean =>
  !audit.template &&
  audit.plain.status !== "planned" &&
  audit.plain.status !== "cancelled" &&
  (dateOf(audit, "finished_on") !== undefined ||
    dateOf(audit, "reported_on") !== undefined ||
    audit.plain.status === "completed");

/** An internal audit that was planned and did not happen; a certificate without any internal audit. */
export const auditMissing = rule({
  id: "audit-missing",
  group: "cycle",
  severity: "warning",
  summary: "Finds planned audits that did not happen, and certificates in an AIMS without any internal audit.",
  kinds: ["audit", "certificate"],
  *record({ facts, data }, { index, today }) {
    if (facts.kind === "audit") {
      const planned = dateOf(facts, "planned_on");
      if (planned === undefined || isMade(facts) || dateOf(facts, "started_on") !== undefined) return;
      const end = addInterval(planned, GRACE);
      if (realText(facts, "status") !== "planned" || end === undefined || !today().past(end)) return;
      yield {
        at: placeOf(data, "planned_on"),
        message: `This audit was planned for ${planned}, and nothing says that it was made.`,
        help: "A programme that slips unseen is none. Make the audit, or plan it anew and say why.",
      };
    }
    if (facts.kind !== "certificate" || facts.plain.status === "applied") return;
    const audits = index.ofKind("audit").filter((a) => !a.template && a.plain.type !== "supplier");
    const internal = audits.filter((a) => a.plain.type !== "certification");
    if (realText(facts, "certification_body") === undefined || internal.some(isMade)) return;
    yield {
      at: data.head,
      message: "A certificate is recorded here, and no internal audit is.",
      help: "A certified management system audits itself at planned intervals. Record the internal audit, or ask how the certificate came about.",
    };
  },
});
