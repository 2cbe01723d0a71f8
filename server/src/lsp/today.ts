/** Where the date comes from, checked this often, in milliseconds: a machine may sleep over midnight. */
const CHECK = 60_000;

/** The date here and now, `2026-11-23`. */
export function localDate(now: Date): string {
  const pad = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Calls `changed` whenever the day has changed; returns what ends it. */
export function followDate(today: () => string, changed: (today: string) => void): () => void {
  let last = today();
  const timer = setInterval(() => {
    const now = today();
    if (now !== last) changed(now);
    last = now;
  }, CHECK);
  timer.unref();
  return () => clearInterval(timer);
}
