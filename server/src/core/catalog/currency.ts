import type { Standard } from "./model.ts";

/** One sentence when what is known of a standard is due to be looked up again; undefined while it is not. @param today ISO date */
export function staleNote({ designation, checked, recheckBy }: Standard, today: string): string | undefined {
  return today <= recheckBy
    ? undefined
    : `What is known here of ${designation} was looked up on ${checked} and was due for another look by ${recheckBy}: it may have changed since.`;
}
