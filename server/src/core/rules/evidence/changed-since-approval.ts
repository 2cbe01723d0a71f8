import { dateOf, realText } from "../../coverage/values.ts";
import { compareFingerprint, differenceText } from "../../workspace/fingerprint.ts";
import { relativePath } from "../../workspace/names.ts";
import type { Fix, RecordUnit, RuleContext } from "../rule.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";

function fixesOf({ facts, data }: RecordUnit, ctx: RuleContext): Fix[] {
  const by = realText(facts, "approved_by");
  const own = ctx.index.file(facts.path)?.own === facts;
  const anew: Fix[] =
    by === undefined || !own
      ? []
      : [
          {
            title: `Approve this document anew as ${by}, today`,
            changes: [
              { op: "scaffold", scaffold: "approve", args: { document: relativePath(ctx.index.root, facts.path), by } },
            ],
          },
        ];
  return data.fields.has("status")
    ? [
        ...anew,
        {
          title: "Set the status back to draft",
          changes: [{ op: "set-field", record: facts, field: "status", value: "draft" }],
        },
      ]
    : anew;
}

/** A content that is not the one that was approved. */
export const changedSinceApproval = rule({
  id: "changed-since-approval",
  group: "evidence",
  severity: "warning",
  summary: "Finds documents whose content is no longer the one whose fingerprint stands in the approval.",
  fields: ["approved_digest"],
  *record(unit, ctx) {
    const { facts, data } = unit;
    const written = realText(facts, "approved_digest");
    if (written === undefined || facts.plain.status === "draft" || facts.plain.status === "retired") return;
    const print = ctx.index.fingerprint(facts);
    const difference = print && compareFingerprint(print, written);
    if (!difference || difference.same) return;
    const [by, on] = [realText(facts, "approved_by"), dateOf(facts, "approved_on")];
    const what = differenceText(difference);
    yield {
      at: placeOf(data, "approved_digest"),
      message: `The content has changed since ${by ?? "it"} ${by ? "approved it" : "was approved"}${on ? ` on ${on}` : ""}${what === "" ? "" : `: ${what}`}.`,
      help: "The approval holds for the text that was read. Have the change approved, or set the document back to draft.",
      fixes: fixesOf(unit, ctx),
    };
  },
});
