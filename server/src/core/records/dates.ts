export type ReadDate =
  | { readonly iso: string; readonly precision: "day" | "month" | "quarter" | "year" }
  | { readonly ambiguous: readonly [string, string] };

/** Reads a date as people write it. `iso` is the first day of the month, quarter or year where no day is given. */
export function readDate(_text: string): ReadDate | undefined {
  return undefined;
}

/** The ISO date one interval after `iso` (`12 months`, `annual`, `quarterly`, `P1Y`); undefined when either cannot be read. */
export function addInterval(_iso: string, _interval: string): string | undefined {
  return undefined;
}

/** Negative, zero or positive as `a` is before, on or after `b`; both ISO dates. */
export function compareDates(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
