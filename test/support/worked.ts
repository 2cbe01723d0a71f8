/** Time this process has worked so far, in milliseconds: unlike the clock's it does not grow while others work. */
export const worked = (): number => process.cpuUsage().user / 1000;

/** For how long this process works on something, in milliseconds. */
export function costOf(work: () => void): number {
  const since = worked();
  work();
  return worked() - since;
}
