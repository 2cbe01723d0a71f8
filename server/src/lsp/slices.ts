/** Work goes on for this long before the messages that wait are read, in milliseconds. */
const SLICE = 10;

/**
 * Does `work` in slices between which messages are read. Stops when `cancelled` answers true.
 * @param work does one step each time it is advanced
 */
export async function inSlices(work: Iterator<unknown>, cancelled: () => boolean = () => false): Promise<void> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      if (cancelled() || work.next().done) return;
    } while (performance.now() < until);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
