import { addInterval } from "../records/dates.ts";
import type { RecordFacts } from "../records/model.ts";
import type { AimsIndex } from "../workspace/api.ts";
import { defaultInterval, happeningOf } from "./nature.ts";
import { dateOf, realText } from "./values.ts";

/** A day on which something was done, and the record that says so. */
export interface Happened {
  readonly day: string;
  readonly by: RecordFacts;
}

/** The latest day on which the record says that something was done; for a row without a date the day of its register. */
export function happening(index: AimsIndex, record: RecordFacts): Happened | undefined {
  const { on, register } = happeningOf(record.kind);
  const own = latest(on.map((field) => dateOf(record, field)));
  if (own !== undefined) return { day: own, by: record };
  const around = register ? index.file(record.path)?.own : undefined;
  if (around === undefined || around === record) return undefined;
  const day = latest([dateOf(around, "reviewed_on"), dateOf(around, "approved_on")]);
  return day === undefined ? undefined : { day, by: around };
}

/** The day of `happening`. */
export const happenedOn = (index: AimsIndex, record: RecordFacts): string | undefined => happening(index, record)?.day;

export function latest(dates: readonly (string | undefined)[]): string | undefined {
  let best: string | undefined;
  for (const date of dates) if (date !== undefined && (best === undefined || date > best)) best = date;
  return best;
}

/** How long what a record of this kind tells stays current: the interval of `aims.yaml`, else the default. */
export function intervalOf(index: AimsIndex, record: RecordFacts): string {
  const own = realText(record, "review_cycle");
  const set = index.config().plain.review_intervals;
  const configured =
    set && typeof set === "object" && !Array.isArray(set) && record.kind !== undefined
      ? (set as { readonly [kind: string]: unknown })[record.kind]
      : undefined;
  if (typeof configured === "string") return configured;
  return own ?? defaultInterval(record.kind);
}

/** The day up to which something done on `day` holds: the one the record gives, else one interval later. */
export function holdsUntil(index: AimsIndex, record: RecordFacts, day: string): string | undefined {
  const { until } = happeningOf(record.kind);
  const given = until === undefined ? undefined : dateOf(record, until);
  return given ?? addInterval(day, intervalOf(index, record)) ?? addInterval(day, defaultInterval(record.kind));
}

/** Whether something done on `day` still holds. */
export function isCurrent(index: AimsIndex, record: RecordFacts, day: string, today: string): boolean {
  if (day > today) return false;
  const end = holdsUntil(index, record, day);
  return end === undefined || end >= today;
}

/** The day by which a document was to be reviewed, when it has passed. */
export function lapsedOn(record: RecordFacts, today: string): string | undefined {
  const due = dateOf(record, "next_review");
  return due !== undefined && due < today ? due : undefined;
}
