import { holds } from "../../coverage/values.ts";
import { kindInfo } from "../../records/kinds.ts";
import type { RecordData, RecordFacts } from "../../records/model.ts";
import { type RawFinding, rule } from "../rule.ts";
import { isRetired } from "../shared/records.ts";

/** Facts a certificate's reader needs that its record lacks. An application is no certificate yet. */
export const certificateIncomplete = rule({
  id: "certificate-incomplete",
  group: "claim",
  severity: "warning",
  summary: "Finds certificates whose records lack a fact that a certificate states.",
  kinds: ["certificate"],
  *record({ facts, data }): Generator<RawFinding> {
    if (facts.plain.status === "applied" || isRetired(facts)) return;
    yield* lackingFacts(facts, data);
    if (holds(facts, "accreditation_body")) return;
    yield {
      at: data.head,
      message: "This certificate names no accreditation body, so it must not be called accredited.",
      help: "If the certification body is accredited for this standard, say by whom.",
      severity: "info",
    };
  },
});

function* lackingFacts(facts: RecordFacts, data: RecordData): Generator<RawFinding> {
  const info = kindInfo("certificate");
  const lacking = info.fields.filter((f) => f.recommended && f.name !== "id" && !holds(facts, f.name));
  if (lacking.length === 0) return;
  const absent = lacking.filter(({ name }) => !data.fields.has(name)).map(({ name }) => [name, null] as const);
  const change = { op: "add-fields" as const, record: facts, fields: Object.fromEntries(absent) };
  yield {
    at: data.head,
    message: `This certificate does not say: ${lacking.map(({ title }) => title.toLowerCase()).join(", ")}.`,
    help: "Without these nobody can check the certificate or tell what it covers and until when. Copy them from it.",
    fixes: absent.length === 0 ? [] : [{ title: "Add the missing fields", changes: [change], preferred: true }],
  };
}
