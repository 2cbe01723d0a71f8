/** Work goes on for this long before the messages that wait are read, in milliseconds. */
const SLICE = 10;

/** Does work in steps as far as it goes in so many milliseconds; whether that is to its end. */
export function isSoonDone(work: Iterator<unknown>, most: number): boolean {
  const until = performance.now() + most;
  do if (work.next().done) return true;
  while (performance.now() < until);
  return false;
}

/** Settled when messages that have come are read. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Does `work` in slices between which messages are read. Stops when `cancelled` answers true, and then answers undefined.
 * @param work does one step each time it is advanced
 * @param pause what is waited for between two slices
 */
export async function inSlices<T>(
  work: Iterator<unknown, T>,
  cancelled: () => boolean = () => false,
  pause = turn,
): Promise<T | undefined> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      if (cancelled()) return undefined;
      const next = work.next();
      if (next.done) return next.value;
    } while (performance.now() < until);
    await pause();
  }
}
