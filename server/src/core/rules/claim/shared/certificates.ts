import { certificateCycle } from "../../../catalog/claims.ts";
import { dateOf, mapsOf, realText } from "../../../coverage/values.ts";
import { addInterval } from "../../../records/dates.ts";
import type { RecordFacts } from "../../../records/model.ts";
import type { AimsIndex } from "../../../workspace/api.ts";
import type { Today } from "../../../workspace/today.ts";

/** Why a certificate does not hold on a day. */
export interface Lapse {
  /** Goes on after the certificate's name: `ran out on 2026-03-01`. */
  readonly text: string;
  readonly field: string;
}

/** Certificates to the management-system standard, templates and applications left out. */
export const certificatesOf = (index: AimsIndex): RecordFacts[] =>
  index
    .ofKind("certificate")
    .filter((r) => !r.template && r.plain.status !== "applied" && /42001/.test(realText(r, "standard") ?? "42001"));

/** Days on which a certificate was looked at: granted, and each surveillance that was held. */
export function looksOf(record: RecordFacts): string[] {
  const granted = dateOf(record, "granted_on") ?? dateOf(record, "valid_from");
  const held = mapsOf(record, "surveillance", "result").flatMap((s) => dateOf({ plain: s }, "held_on") ?? []);
  return [...(granted === undefined ? [] : [granted]), ...held].sort();
}

/** The day by which the next surveillance was due, when it has passed without one. */
export function missedSurveillance(record: RecordFacts, today: Today): string | undefined {
  const looks = looksOf(record);
  const [first] = looks;
  const last = looks.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const due =
    looks.length === 1
      ? addInterval(first, certificateCycle().surveillance_within)
      : `${Number(last.slice(0, 4)) + 1}-12-31`;
  const end = dateOf(record, "expires_on");
  return due !== undefined && today.past(due) && (end === undefined || due < end) ? due : undefined;
}

/** Why a certificate does not hold today; undefined while it does, as far as its record says. */
export function lapseOf(record: RecordFacts, today: Today): Lapse | undefined {
  const { status } = record.plain;
  if (status === "suspended") return { text: "is suspended", field: "status" };
  if (status === "withdrawn") return { text: "was withdrawn", field: "status" };
  const end = dateOf(record, "expires_on");
  if (end !== undefined && today.past(end)) return { text: `ran out on ${end}`, field: "expires_on" };
  if (status === "expired") return { text: "has run out", field: "status" };
  const from = dateOf(record, "valid_from") ?? dateOf(record, "granted_on");
  if (from !== undefined && !today.reached(from)) return { text: `holds only from ${from}`, field: "valid_from" };
  return undefined;
}

/** The certificate that holds today and says who issued it; of several the one that runs longest. */
export function certificateInForce(index: AimsIndex, today: Today): RecordFacts | undefined {
  const end = (r: RecordFacts): string => dateOf(r, "expires_on") ?? "";
  return certificatesOf(index)
    .filter((r) => lapseOf(r, today) === undefined && realText(r, "certification_body") !== undefined)
    .sort((a, b) => (end(a) < end(b) ? 1 : -1))[0];
}

/** What a certificate's record allows to be said, in one sentence; undefined where it does not say enough. */
export function certifiedSentence(record: RecordFacts): string | undefined {
  const [body, standard] = [realText(record, "certification_body"), realText(record, "standard")];
  const scope = realText(record, "scope_statement")?.replace(/\s+/g, " ").replace(/\.$/, "");
  if (body === undefined || standard === undefined || scope === undefined) return undefined;
  const number = realText(record, "certificate_number");
  const end = dateOf(record, "expires_on");
  const details = [number && `certificate ${number}`, end && `valid until ${end}`].filter(Boolean).join(", ");
  return `Our AI management system is certified to ${standard} by ${body}${details ? ` (${details})` : ""}; scope: ${scope}.`;
}
