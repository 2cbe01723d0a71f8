import { KINDS, nearestKind } from "../../records/kinds.ts";
import { NONE, rule } from "../rule.ts";
import { isVerbatim } from "../shared/values.ts";
import { quoted } from "../shared/words.ts";

/** A kind that is written and names none: the whole record goes unread because of one word. */
export const unknownKind = rule({
  id: "unknown-kind",
  group: "form",
  severity: "error",
  summary: "Finds a record whose kind is none of those there are.",
  recordsWith: ["unknown-kind"],
  record({ data }) {
    const { kind, kindText, kindSpan } = data;
    if (kind !== undefined || kindText === undefined || kindSpan === undefined) return NONE;
    const near = nearestKind(kindText);
    const verbatim = isVerbatim({ type: "scalar", span: kindSpan, text: kindText, plain: kindText });
    return [
      {
        at: kindSpan,
        message: `There is no kind of record called ${quoted(kindText)}, so nothing in this record is checked or counted.`,
        help: near
          ? `Write "${near}" if that is what it is.`
          : `Write one of the kinds: ${KINDS.map((k) => k.id).join(", ")}.`,
        ...(near && verbatim
          ? {
              fixes: [
                {
                  title: `Replace ${quoted(kindText)} with "${near}"`,
                  changes: [{ op: "replace" as const, span: kindSpan, newText: near }],
                  preferred: true,
                },
              ],
            }
          : undefined),
      },
    ];
  },
});
