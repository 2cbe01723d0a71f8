import { type Provision, provision as findProvision } from "../../catalog/catalog.ts";
import { kindInfo } from "../../records/kinds.ts";
import type { RecordFacts } from "../../records/model.ts";
import { type RuleContext, rule } from "../rule.ts";
import { oneOf } from "../shared/words.ts";

/** Provisions that ask for something written and have only a template or a draft, by that document. */
function heldPlaces(standards: readonly string[], { coverage }: RuleContext): Map<RecordFacts, Provision[]> {
  const byRecord = new Map<RecordFacts, Provision[]>();
  for (const standard of standards) {
    for (const found of coverage.all(standard)) {
      const provision = findProvision(standard, found.provision);
      if (found.level !== "placeholder" || found.planned !== undefined || provision?.documented !== "required")
        continue;
      const record = found.evidence.find((e) => e.role === "placeholder")?.record;
      if (!record || !isDocument(record)) continue;
      const list = byRecord.get(record);
      if (list) list.push(provision);
      else byRecord.set(record, [provision]);
    }
  }
  return byRecord;
}

/** Whether a record is a document that somebody fills and approves, and no entry of a register. */
const isDocument = (record: RecordFacts): boolean =>
  record.template ||
  record.plain.status === "draft" ||
  record.plain.status === "in-review" ||
  (record.kind !== undefined && kindInfo(record.kind).document);

function stateOf(record: RecordFacts): string {
  if (record.template) return "it is still a template";
  const { status } = record.plain;
  if (status === "draft" || status === "in-review") return `its status is "${status}"`;
  return record.hasPlaceholders ? "it is still unfilled" : "it is not approved";
}

/** A document the standard asks for, of which there is only a template or a draft. */
export const missingDocumentedInformation = rule({
  id: "missing-documented-information",
  group: "coverage",
  severity: "warning",
  summary: "Finds provisions that ask for something written and have only a template or a draft.",
  *aims({ standards }, ctx) {
    for (const [record, provisions] of heldPlaces(standards, ctx)) {
      const names = provisions.map((p) => `${p.id} (${p.title})`);
      yield {
        at: { record },
        message: `This is all there is on ${oneOf(names, "and")}, and ${stateOf(record)}.`,
        help: "The standard asks for documented information here. Fill it in and have it approved; until then it counts as missing.",
        ...(record.template ? undefined : { severity: "info" }),
      };
    }
  },
});
