/** What work that is done in steps gives at its end, all steps at once. */
export function toEnd<T>(work: Iterator<unknown, T>): T {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
