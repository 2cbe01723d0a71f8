import { addInterval } from "../records/dates.ts";
import type { Plain, RecordFacts } from "../records/model.ts";
import { defaultInterval, happeningOf } from "./nature.ts";
import { dateOf, realText } from "./values.ts";
import type { Today } from "../workspace/today.ts";

/** A day on which something was done, and the record that says so. */
export interface Happened {
  readonly day: string;
  readonly by: RecordFacts;
}

/** The latest day on which the record says that something was done; for a row without a date the day of its register. */
export function happening(record: RecordFacts, register: RecordFacts | undefined): Happened | undefined {
  const { on, register: byRegister } = happeningOf(record.kind);
  let own: string | undefined;
  for (const field of on) {
    const day = dateOf(record, field);
    if (day !== undefined && (own === undefined || day > own)) own = day;
  }
  if (own !== undefined) return { day: own, by: record };
  if (!byRegister || register === undefined) return undefined;
  const day = latest([dateOf(register, "reviewed_on"), dateOf(register, "approved_on")]);
  return day === undefined ? undefined : { day, by: register };
}

export function latest(dates: readonly (string | undefined)[]): string | undefined {
  let best: string | undefined;
  for (const date of dates) if (date !== undefined && (best === undefined || date > best)) best = date;
  return best;
}

/** Intervals by kind, as `review_intervals` of `aims.yaml` holds them. */
export type Intervals = Plain | undefined;

/** What `aims.yaml` says of how long a record of this kind holds. */
function configured(record: RecordFacts, intervals: Intervals): string | undefined {
  if (!intervals || typeof intervals !== "object" || Array.isArray(intervals) || record.kind === undefined)
    return undefined;
  const found = (intervals as { readonly [kind: string]: unknown })[record.kind];
  return typeof found === "string" ? found : undefined;
}

/** How long what a record of this kind tells stays current: the interval of `aims.yaml`, else the record's own, else the default. */
const intervalOf = (record: RecordFacts, intervals: Intervals): string =>
  configured(record, intervals) ?? realText(record, "review_cycle") ?? defaultInterval(record.kind);

/** The day up to which something done on `day` holds: the one the record gives, else one interval later. */
export function holdsUntil(record: RecordFacts, day: string, intervals: Intervals): string | undefined {
  const { until } = happeningOf(record.kind);
  const given = until === undefined ? undefined : dateOf(record, until);
  return given ?? addInterval(day, intervalOf(record, intervals)) ?? addInterval(day, defaultInterval(record.kind));
}

/** Whether something done on `day` still holds. */
export function isCurrent(record: RecordFacts, day: string, intervals: Intervals, today: Today): boolean {
  if (!today.reached(day)) return false;
  const end = holdsUntil(record, day, intervals);
  return end === undefined || !today.past(end);
}

/**
 * The day by which a document was to be reviewed, when it has passed: the one it gives, else one interval (that of `aims.yaml` for its kind,
 * else its own) after its last review or approval. Without a day and an interval nothing was due.
 */
export function lapsedOn(record: RecordFacts, today: Today, intervals?: Intervals): string | undefined {
  const due = dateOf(record, "next_review") ?? dueBy(record, intervals);
  return due !== undefined && today.past(due) ? due : undefined;
}

function dueBy(record: RecordFacts, intervals: Intervals): string | undefined {
  const last = latest([dateOf(record, "reviewed_on"), dateOf(record, "approved_on")]);
  const interval = configured(record, intervals) ?? realText(record, "review_cycle");
  return last === undefined || interval === undefined ? undefined : addInterval(last, interval);
}
