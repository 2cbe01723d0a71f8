import type { RecordFacts } from "../../records/model.ts";

/** States in which a record is kept as history and holds no longer. */
const OVER = new Set(["retired", "withdrawn", "ended", "superseded"]);

/** Whether a record is kept as history only: retired, withdrawn, ended. */
export const isRetired = ({ plain }: RecordFacts): boolean =>
  (typeof plain.status === "string" && OVER.has(plain.status)) || plain.stage === "retirement";

const NAMES = ["title", "name", "description", "control", "metric", "text"] as const;

/** What a record is called in its own words; undefined where it says nothing of the kind. */
export function nameOf({ plain }: RecordFacts): string | undefined {
  for (const field of NAMES) {
    const value = plain[field];
    if (typeof value === "string" && value.trim() !== "") return value;
  }
  return undefined;
}
