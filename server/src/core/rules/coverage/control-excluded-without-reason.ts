import { justificationOf, saysNothing, textOf } from "../../coverage/values.ts";
import type { RecordData, RecordFacts } from "../../records/model.ts";
import { type Fix, type RawFinding, rule } from "../rule.ts";
import { placeOf } from "../shared/place.ts";
import { isStockReason } from "../shared/stock.ts";
import { quoted } from "../shared/words.ts";
import { controlLabel, entryOf } from "./shared/soa.ts";

const HELP =
  "The standard asks for the reason why a control is left out. Say what it is about this organisation that makes the control pointless, with the risk assessment or the law it rests on.";

/** Fewer words than this hardly hold a reason; only said as advice, since a language may need few. */
const FEW_WORDS = 4;

/** The empty column for reasons of exclusion, where inclusions have one of their own. */
const emptyColumn = (data: RecordData): string | undefined =>
  [...data.fields.values()].find((field) => !field.known && /exclu/i.test(field.label))?.name;

const addReason = (record: RecordFacts): Fix => ({
  title: "Add a justification",
  changes: [{ op: "add-fields", record, fields: { justification: "" } }],
  preferred: true,
});

function weakness(reason: string): (Pick<RawFinding, "severity"> & { readonly says: string }) | undefined {
  if (isStockReason(reason)) return { severity: "warning", says: `${quoted(reason)} says only that it is, not why` };
  const isLatin = /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]+$/u.test(reason);
  if (isLatin && reason.split(/\s+/).length < FEW_WORDS)
    return { severity: "info", says: `${quoted(reason)} is short for a reason` };
  return undefined;
}

/** A control left out of the statement of applicability for no stated reason. */
export const controlExcludedWithoutReason = rule({
  id: "control-excluded-without-reason",
  group: "coverage",
  severity: "error",
  summary: "Finds controls left out of the statement of applicability without a justification.",
  kinds: ["control"],
  *record({ facts, data }, { index }) {
    const entry = entryOf(index, facts);
    if (entry.applicable !== false) return;
    const given = justificationOf(facts);
    const reason = given?.text;
    const at = placeOf(data, given?.field ?? emptyColumn(data) ?? "justification", "applicable", "status");
    if (reason === undefined || (saysNothing(reason) && !isStockReason(reason))) {
      const told = ["implementation", "notes", "description"].some((f) => (textOf(facts, f) ?? "").length > 20);
      yield {
        at,
        message: `${controlLabel(entry)} is left out, and no reason is given.`,
        help: HELP,
        ...(told ? { severity: "info" } : undefined),
        ...(data.fields.has("justification") ? undefined : { fixes: [addReason(facts)] }),
      };
      return;
    }
    const weak = weakness(reason);
    if (weak?.severity) {
      yield {
        at,
        message: `${controlLabel(entry)} is left out, and ${weak.says}.`,
        help: HELP,
        severity: weak.severity,
      };
    }
  },
});
