import { type Fielded, holds, realText } from "../../../coverage/values.ts";
import { kindInfo } from "../../../records/kinds.ts";
import type { RecordData, RecordFacts } from "../../../records/model.ts";
import { canonicalLevel } from "../../../records/values.ts";
import { bandWord } from "../../../workspace/bands.ts";

const ORDER: Readonly<Record<string, number>> = {
  "very-low": 0,
  low: 1,
  medium: 2,
  high: 3,
  "very-high": 4,
  critical: 4,
};

/** How grave a field's band is, from 0 (very low) to 4 (critical); undefined where it is no word of the usual ones. */
export function gravity(record: Fielded, field: "rating" | "residual"): number | undefined {
  const text = realText(record, field);
  if (text === undefined) return undefined;
  const word = bandWord(text) ?? bandWord(text.replace(/[\d.x×*=/]+/gi, " "));
  return word === undefined ? undefined : ORDER[canonicalLevel(word)];
}

/** A number a field holds. */
export const numberOf = (record: Fielded, field: string): number | undefined =>
  typeof record.plain[field] === "number" ? record.plain[field] : undefined;

/** Whether nothing is left to do about a risk. */
export const isClosed = ({ plain }: Fielded): boolean => plain.status === "closed";

const OPTIONS =
  /^(?:mitigat\w*|reduc\w*|treat\w*|modif\w*|control\w*|accept\w*|toler\w*|retain\w*|transfer\w*|shar\w*|avoid\w*|terminat\w*|tbd|none|-|–|—)$/i;
/** The ways of treatment that the schema offers. */
const OFFERED: ReadonlySet<string> = new Set(
  kindInfo("risk")
    .field("treatment")
    ?.values?.map(({ value }) => value),
);
const MEASURE_LABEL = /mitigat|control|measure|treat|action|safeguard|response|maßnahme|mesure/i;

/** Whether a record says anything of what is done against the risk, beyond the option chosen. */
export function namesMeasure(record: RecordFacts, data: RecordData): boolean {
  if (["treatment_plan", "controls", "measures", "existing_controls", "evidence"].some((f) => holds(record, f)))
    return true;
  const treatment = realText(record, "treatment")?.trim();
  const isOption = treatment === undefined || OPTIONS.test(treatment) || OFFERED.has(treatment);
  if (!isOption) return true;
  return [...data.fields.values()].some(
    ({ known, label, name }) => !known && MEASURE_LABEL.test(label) && realText(record, name) !== undefined,
  );
}

/** Whether the risk is borne as it is: so by its status, or by the way chosen where the status says nothing else. */
export function isAccepted({ plain }: RecordFacts): boolean {
  if (plain.status === "accepted") return true;
  const chosen =
    typeof plain.treatment === "string" && /^\W{0,4}(?:accept|toler|retain)\w*\W{0,4}$/i.test(plain.treatment);
  return chosen && (plain.status === undefined || plain.status === "monitored");
}
