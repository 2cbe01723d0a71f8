import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Gives back the memory that reading a workspace needed and nothing needs any more. Node collects when it needs room, which after the reading it
 * does not for a long time; this takes a tenth of a second or so, so it is for a moment at which nobody waits.
 */
export function tidy(): void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  setFlagsFromString("--no-expose-gc");
  collect();
  // What only finalizers held is gone with the second round.
  collect();
}
