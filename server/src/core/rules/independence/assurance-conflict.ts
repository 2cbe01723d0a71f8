import { listOf, nameKey, realText } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import type { AimsIndex } from "../../workspace/api.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";

const ADVICE =
  /\b(?:consult\w*|advis\w*|advice|gap (?:analys[ie]s|assessment)|implementation (?:support|partner|service)s?|readiness|internal audit\w*|coaching|beratung|conseil)\b/i;

const LEGAL_FORM = /\b(?:ltd|limited|llc|inc|gmbh|ag|sa|sas|bv|plc|corp|co|group|certification|services?)\b/g;
const key = (name: string): string => nameKey(name).replace(LEGAL_FORM, " ").replace(/\s+/g, " ").trim();

const sameBody = (a: string, b: string): boolean => {
  const [x, y] = [key(a), key(b)];
  return x.length > 2 && x === y;
};

/** A record by which a body gave advice or made the internal audit, and the field that says so. */
function adviser(index: AimsIndex, body: string): { record: RecordFacts; field: string; did: string } | undefined {
  for (const record of index.ofKind("supplier")) {
    const advice = ["supplies", "name", "responsibilities"]
      .map((f) => realText(record, f) ?? "")
      .find((t) => ADVICE.test(t));
    if (advice !== undefined && sameBody(realText(record, "name") ?? "", body))
      return { record, field: "supplies", did: `supplies "${realText(record, "supplies") ?? advice}"` };
  }
  for (const record of index.ofKind("audit")) {
    if (record.plain.type !== "internal") continue;
    const auditors = ["lead_auditor", "auditors"].flatMap((field) => listOf(record, field));
    const found = auditors.find((a) => a.split(/[(),]| - | of | from /).some((part) => sameBody(part, body)));
    if (found !== undefined)
      return { record, field: "lead_auditor", did: `made the internal audit ${record.id ?? ""}`.trim() };
  }
  return undefined;
}

/** A certificate from the body that also gave advice or audited internally. */
export const assuranceConflict = rule({
  id: "assurance-conflict",
  group: "independence",
  severity: "warning",
  summary: "Finds certificates whose certification body also advised the organisation or made its internal audits.",
  kinds: ["certificate"],
  *record({ facts, data }, { index }) {
    const body = realText(facts, "certification_body");
    const found = body === undefined ? undefined : adviser(index, body);
    if (!found) return;
    yield {
      at: placeOf(data, "certification_body"),
      message: `${body} certifies this management system and ${found.did}.`,
      help: "A body that certifies may not judge its own advice or audits. Ask it how the two are kept apart, and say so here, or change one of them.",
      related: [{ at: { record: found.record, field: found.field }, message: "The other service." }],
    };
  },
});
