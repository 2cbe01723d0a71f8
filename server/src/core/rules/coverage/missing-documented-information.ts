import { assessable, type Provision } from "../../catalog/catalog.ts";
import { kindInfo } from "../../records/kinds.ts";
import type { RecordFacts } from "../../records/model.ts";
import { type Anchor, type FileAnchor, type RuleContext, rule } from "../rule.ts";
import { provisionLabel } from "../shared/kinds.ts";
import { oneOf } from "../shared/words.ts";

/** Provisions that ask for something written and have only a template or a draft, by that document. */
function heldPlaces(standards: readonly string[], { coverage }: RuleContext): Map<RecordFacts, Provision[]> {
  const byRecord = new Map<RecordFacts, Provision[]>();
  for (const standard of standards) {
    for (const provision of assessable(standard)) {
      if (provision.documented !== "required") continue;
      if (coverage.written({ standard, provision: provision.id }) !== "placeholders") continue;
      const found = coverage.of(standard, provision.id);
      if (found?.level !== "placeholder" || found.planned !== undefined) continue;
      const record = found.evidence.find((e) => e.role === "placeholder")?.record;
      if (!record || !isDocument(record)) continue;
      const list = byRecord.get(record);
      if (list) list.push(provision);
      else byRecord.set(record, [provision]);
    }
  }
  return byRecord;
}

/** Whether a record is a document that somebody fills and approves, and no entry of a register or model card. */
function isDocument({ template, plain, kind }: RecordFacts): boolean {
  if (template || plain.status === "draft" || plain.status === "in-review") return true;
  return kind !== undefined && kindInfo(kind).document && kindInfo(kind).field("approved_by")?.recommended === true;
}

/** A row of a template stands for the template. */
function placeFor(record: RecordFacts, { index }: RuleContext): Anchor | FileAnchor {
  const file = index.file(record.path);
  return file?.template && file.own !== record ? { path: record.path } : { record };
}

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
      const names = provisions.map(provisionLabel);
      yield {
        at: placeFor(record, ctx),
        message: `This is all there is on ${oneOf(names, "and")}, and ${stateOf(record)}.`,
        help: "The standard asks for documented information here. Fill it in and have it approved; until then it counts as missing.",
        ...(record.template ? undefined : { severity: "info" }),
      };
    }
  },
});
