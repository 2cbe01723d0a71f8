import type { Plain, RecordFacts } from "../records/model.ts";
import { latest } from "./dated.ts";
import type { State } from "./state.ts";
import { dateOf } from "./values.ts";

/** The day by which a record says that its own gap will be closed. */
function gapOf(record: RecordFacts): string | undefined {
  const gap = record.plain.gap;
  if (!gap || typeof gap !== "object" || Array.isArray(gap)) return undefined;
  return dateOf({ plain: gap as { readonly [field: string]: Plain } }, "planned_by");
}

/** The last day by which the gaps of a provision are planned to be closed; undefined where nothing is planned. */
export function plannedOn({
  documents,
  placeholders,
  soa,
  effect,
  open,
}: Pick<State, "documents" | "placeholders" | "soa" | "effect" | "open">): string | undefined {
  const records = [
    ...documents.map((e) => e.record),
    ...placeholders.map((e) => e.record),
    ...soa.map((entry) => entry.record),
    ...effect.failed,
    ...effect.disagreeing,
    ...effect.stale,
    ...open.major,
  ];
  const gaps = records.map(gapOf);
  const due = soa
    .filter(({ record }) => ["planned", "partial", "not-started"].includes(String(record.plain.status)))
    .map(({ record }) => dateOf(record, "due"));
  return latest([...gaps, ...due]);
}
