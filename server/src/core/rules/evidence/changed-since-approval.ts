import { dateOf, realText } from "../../coverage/values.ts";
import type { Difference } from "../../workspace/fingerprint.ts";
import { compareFingerprint } from "../../workspace/fingerprint.ts";
import { relativePath } from "../../workspace/names.ts";
import type { Fix, RecordUnit, RuleContext } from "../rule.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { quoted } from "../shared/words.ts";

const MOST_NAMED = 4;

function what(difference: Difference): string {
  if (difference.same || !difference.changed) return "";
  const names = difference.changed.map((title) =>
    title === "" ? "what stands before the first heading" : quoted(title),
  );
  const gone = difference.gone ? [`${difference.gone} section${difference.gone === 1 ? "" : "s"} taken out`] : [];
  const more = names.length > MOST_NAMED ? [`${names.length - MOST_NAMED} more`] : [];
  const all = [...names.slice(0, MOST_NAMED), ...more, ...gone];
  return all.length > 0 ? `: ${all.join(", ")}` : "";
}

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
  *record(unit, ctx) {
    const { facts, data } = unit;
    const written = realText(facts, "approved_digest");
    if (written === undefined || facts.plain.status === "draft" || facts.plain.status === "retired") return;
    const print = ctx.index.fingerprint(facts);
    const difference = print && compareFingerprint(print, written);
    if (!difference || difference.same) return;
    const [by, on] = [realText(facts, "approved_by"), dateOf(facts, "approved_on")];
    yield {
      at: placeOf(data, "approved_digest"),
      message: `The content has changed since ${by ?? "it"} ${by ? "approved it" : "was approved"}${on ? ` on ${on}` : ""}${what(difference)}.`,
      help: "The approval holds for the text that was read. Have the change approved, or set the document back to draft.",
      fixes: fixesOf(unit, ctx),
    };
  },
});
