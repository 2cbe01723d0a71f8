import { addInterval } from "../../records/dates.ts";
import type { Today } from "../../workspace/today.ts";

/** Time within which something that was found should have got a decision. */
const TIME_TO_DECIDE = "30 days";

/** Whether something found on a day may still wait for a decision; what has no day has waited long enough. */
export function mayWait(found: string | undefined, today: Today): boolean {
  const decideBy = found === undefined ? undefined : addInterval(found, TIME_TO_DECIDE);
  return decideBy !== undefined && !today.reached(decideBy);
}
