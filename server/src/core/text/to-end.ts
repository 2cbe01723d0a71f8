/** Work in steps between which something else can be done, so that no long text stops all else. */
export type Steps<T> = Generator<undefined, T>;

/** The same work, given up after a step once `holds` answers false. */
export function* asLongAs<T>(holds: () => boolean, work: Steps<T>): Steps<T | undefined> {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    yield;
    if (!holds()) return undefined;
  }
}

/** What work that is done in steps gives at its end, all steps at once. */
export function toEnd<T>(work: Iterator<unknown, T>): T {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
