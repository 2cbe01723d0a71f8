import { certificateCycle } from "../../catalog/claims.ts";
import { dateOf } from "../../coverage/values.ts";
import { addInterval } from "../../records/dates.ts";
import { type RawFinding, rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { lapseOf, missedSurveillance } from "./shared/certificates.ts";

/** Certificates that do not hold today, run longer than a cycle, or missed a surveillance. One said to be withdrawn or expired is settled. */
export const certificateExpired = rule({
  id: "certificate-expired",
  group: "claim",
  severity: "error",
  summary: "Finds certificates that no longer hold, run too long, or missed a surveillance audit.",
  kinds: ["certificate"],
  *record({ facts, data }, { today }): Generator<RawFinding> {
    if (facts.plain.status === "applied") return;
    const settled = facts.plain.status === "withdrawn" || facts.plain.status === "expired";
    const lapse = lapseOf(facts, today());
    if (lapse && !settled && lapse.field !== "valid_from") {
      yield {
        at: placeOf(data, lapse.field),
        message: `This certificate ${lapse.text}; it must not be claimed.`,
        help: "References to a certification end with it. Record the new one, or set the status and take the claims back.",
        severity: lapse.field === "status" ? "warning" : "error",
      };
    }
    yield* datesOf(facts, data);
    const missed = settled || lapse ? undefined : missedSurveillance(facts, today());
    if (missed !== undefined) {
      yield {
        at: placeOf(data, "surveillance"),
        message: `No surveillance audit is recorded since one was due by ${missed}.`,
        help: "A certificate is kept only by surveillance in each year of its cycle. Record the audit that was held, or ask the body.",
        severity: "warning",
      };
    }
  },
});

type Unit = Parameters<NonNullable<typeof certificateExpired.record>>[0];

function* datesOf(facts: Unit["facts"], data: Unit["data"]): Generator<RawFinding> {
  const { runs } = certificateCycle();
  const [from, end] = [dateOf(facts, "valid_from") ?? dateOf(facts, "granted_on"), dateOf(facts, "expires_on")];
  const latest = from === undefined ? undefined : addInterval(from, runs);
  if (from === undefined || end === undefined || latest === undefined) return;
  if (end > latest || end < from) {
    yield {
      at: placeOf(data, "expires_on"),
      message:
        end < from
          ? `This certificate ends on ${end}, before it begins on ${from}.`
          : `This certificate runs from ${from} to ${end}, longer than a cycle of ${runs}.`,
      help: "One of the two dates is not the certificate's. Compare them with it.",
    };
  }
}
