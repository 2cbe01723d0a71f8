/**
 * A function of an object that never changes, with the answer given last kept: rules ask about one record or document after another,
 * each of them once.
 */
export function lately<K extends object, T>(compute: (of: K) => T): (of: K) => T {
  let last: { readonly of: K; readonly value: T } | undefined;
  return (of) => {
    if (last?.of !== of) last = { of, value: compute(of) };
    return last.value;
  };
}
