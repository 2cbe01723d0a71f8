/** What stands for an answer that is `undefined`. */
const NOTHING = Symbol("nothing");

/** A function of an object that never changes, computed once for each. */
export function once<K extends object, T>(compute: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, T | typeof NOTHING>();
  return (of) => {
    const kept = known.get(of);
    if (kept !== undefined) return kept === NOTHING ? (undefined as T) : kept;
    const value = compute(of);
    known.set(of, value === undefined ? NOTHING : value);
    return value;
  };
}
