import type { RecordFacts, ScalarValue } from "../../../records/model.ts";
import type { RecordUnit, RuleContext } from "../../rule.ts";

type Named = readonly (readonly RecordFacts[])[];

let last: { readonly unit: RecordUnit; readonly named: Named } | undefined;

/** The records that each of a record's references names by its id; the index is asked once in one check of the record. */
export function namedRecords(
  unit: RecordUnit,
  references: readonly { readonly scalar: ScalarValue }[],
  { index }: RuleContext,
): Named {
  if (last?.unit !== unit) last = { unit, named: references.map(({ scalar }) => index.byId(scalar.text.trim())) };
  return last.named;
}
