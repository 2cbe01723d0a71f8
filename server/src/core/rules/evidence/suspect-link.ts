import type { Entry, Plain } from "../../records/model.ts";
import { compareFingerprint, writeFingerprint } from "../../workspace/fingerprint.ts";
import { type RecordUnit, rule } from "../rule.ts";
import { quoted } from "../shared/words.ts";

/** What a record says it was reviewed against, entry by entry. */
function entriesOf({ data }: RecordUnit): readonly Entry[] {
  const value = data.fields.get("reviewed_against")?.value;
  return value?.type === "map" ? value.entries : [];
}

/** A record reviewed against another that has changed since. */
export const suspectLink = rule({
  id: "suspect-link",
  group: "evidence",
  severity: "warning",
  summary: "Finds records that were reviewed against another record whose content has changed since.",
  fields: ["reviewed_against"],
  *record(unit, { index }) {
    const { facts } = unit;
    const all = facts.plain.reviewed_against;
    if (!all || typeof all !== "object" || Array.isArray(all)) return;
    for (const { key, keySpan, value } of entriesOf(unit)) {
      const [other, ...more] = index.byId(key);
      if (!other || more.length > 0 || value.type !== "scalar") continue;
      const print = index.fingerprint(other);
      const difference = print && compareFingerprint(print, value.text);
      if (!print || !difference || difference.same) continue;
      const titles = (difference.changed ?? []).filter((title) => title !== "").slice(0, 3);
      yield {
        at: keySpan,
        message: `${key} has changed since this was reviewed against it${titles.length > 0 ? `: ${titles.map(quoted).join(", ")}` : ""}.`,
        help: "What was concluded from it may hold no longer. Read what changed, and mark this as reviewed when it still does.",
        related: [{ at: { record: other }, message: "It has changed." }],
        fixes: [
          {
            title: `Mark as reviewed against ${key} as it is now`,
            changes: [
              {
                op: "set-field",
                record: facts,
                field: "reviewed_against",
                value: { ...(all as { readonly [key: string]: Plain }), [key]: writeFingerprint(print) },
              },
            ],
          },
        ],
      };
    }
  },
});
