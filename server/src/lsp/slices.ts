/** Work goes on for this long before the messages that wait are read, in milliseconds. */
const SLICE = 10;

/**
 * Does `work` in slices between which messages are read. Stops when `cancelled` answers true, and then answers undefined.
 * @param work does one step each time it is advanced
 */
export async function inSlices<T>(
  work: Iterator<unknown, T>,
  cancelled: () => boolean = () => false,
): Promise<T | undefined> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      if (cancelled()) return undefined;
      const next = work.next();
      if (next.done) return next.value;
    } while (performance.now() < until);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
