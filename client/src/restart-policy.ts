/** Times of the last stops, and how many in how long are too many. */
export interface RestartPolicy {
  /** Notes a stop at `now` (milliseconds) and says whether to start again. */
  again(now: number): boolean;
}

/** Starts again up to `limit` times within `window` milliseconds, and no more until that time has passed. */
export function restartPolicy(limit: number, window: number): RestartPolicy {
  let stops: number[] = [];
  return {
    again(now) {
      stops = [...stops.filter((at) => now - at < window), now];
      return stops.length <= limit;
    },
  };
}
