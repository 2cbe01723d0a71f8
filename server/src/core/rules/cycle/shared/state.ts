import { dateOf, realText } from "../../../coverage/values.ts";
import type { Plain, RecordFacts } from "../../../records/model.ts";

const ENDED = new Set(["closed", "verified", "rejected"]);

/** Whether dealing with a finding, nonconformity, incident or concern has come to its end. */
export const isEnded = (record: RecordFacts): boolean => ENDED.has(realText(record, "status") ?? "");

/** Whether it is said to be closed or found to have worked, rather than to have been no shortcoming at all. */
export const isClosed = (record: RecordFacts): boolean => isEnded(record) && record.plain.status !== "rejected";

/** Whether a finding is one that asks for something: major or minor. */
export const isShortcoming = ({ plain }: RecordFacts): boolean =>
  plain.grade === "major" || plain.grade === "minor" || plain.grade === "critical";

/** One of the actions a record lists. */
export interface Action {
  readonly what: string;
  readonly due: string | undefined;
  readonly doneOn: string | undefined;
  readonly status: string | undefined;
}

/** The actions or decisions listed in a field, as far as they are written as such. */
export function actionsIn(record: RecordFacts, field: string): Action[] {
  const value = record.plain[field];
  return (Array.isArray(value) ? (value as readonly Plain[]) : []).flatMap((item) => {
    if (!item || typeof item !== "object" || Array.isArray(item)) return [];
    const plain = item as { readonly [key: string]: Plain };
    return [
      {
        what: realText({ plain }, "what") ?? "an action",
        due: dateOf({ plain }, "due"),
        doneOn: dateOf({ plain }, "done_on"),
        status: realText({ plain }, "status"),
      },
    ];
  });
}
