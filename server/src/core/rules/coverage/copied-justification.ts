import { justificationOf, realText, saysNothing } from "../../coverage/values.ts";
import type { RecordFacts } from "../../records/model.ts";
import { rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { isStockReason } from "../shared/stock.ts";
import { quoted } from "../shared/words.ts";
import { controlLabel, entryOf } from "./shared/soa.ts";

/** As many entries with one text as show that it was copied; fewer can share a true reason. */
const COPIES = 5;

const key = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const reasonOf = (record: RecordFacts): string | undefined => {
  const text = justificationOf(record)?.text;
  return text === undefined || saysNothing(text) ? undefined : text;
};

const groups = new WeakMap<readonly RecordFacts[], ReadonlyMap<string, readonly RecordFacts[]>>();

function groupsOf(records: readonly RecordFacts[]): ReadonlyMap<string, readonly RecordFacts[]> {
  let found = groups.get(records);
  if (!found) {
    const made = new Map<string, RecordFacts[]>();
    for (const record of records) {
      const text = record.template ? undefined : reasonOf(record);
      if (text === undefined || isStockReason(text)) continue;
      const list = made.get(key(text));
      if (list) list.push(record);
      else made.set(key(text), [record]);
    }
    found = made;
    groups.set(records, found);
  }
  return found;
}

/** The same justification under many controls. */
export const copiedJustification = rule({
  id: "copied-justification",
  group: "coverage",
  severity: "warning",
  summary: "Finds one justification used for five or more controls.",
  kinds: ["control"],
  *record({ facts, data }, { index }) {
    const text = reasonOf(facts);
    if (text === undefined) return;
    const same = groupsOf(index.ofKind("control")).get(key(text)) ?? [];
    if (same[0] !== facts || same.length < COPIES) return;
    const labels = same.map((r) => entryOf(index, r).provision?.id ?? realText(r, "control") ?? "?");
    yield {
      at: placeOf(data, justificationOf(facts)?.field ?? "justification"),
      message: `${quoted(text)} is the justification of ${same.length} controls (${labels.join(", ")}).`,
      help: "A text that fits so many controls decides nothing about any of them. Say for each which risk it treats, which law asks for it, or why nothing here calls for it.",
      related: same.slice(1, 6).map((record) => ({
        at: { record, field: justificationOf(record)?.field ?? "justification" },
        message: `The same text for ${controlLabel(entryOf(index, record))}.`,
      })),
    };
  },
});
