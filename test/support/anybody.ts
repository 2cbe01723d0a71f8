/** Lets go of the rights that a superuser has, which open everything; returns what takes them back. Undefined where that cannot be done. */
export function asAnybody(): (() => void) | undefined {
  if (process.platform === "win32" || !process.geteuid || !process.seteuid) return undefined;
  const me = process.geteuid();
  if (me !== 0) return () => undefined;
  process.seteuid(65534);
  return () => process.seteuid?.(me);
}
