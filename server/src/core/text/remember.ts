const REMEMBERED = 4096;
const LONGEST = 120;

/** `compute` with its answers for short texts remembered: documents repeat few labels, titles and phrases many times. */
export function remembering<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    let entry = known.get(text);
    if (!entry) {
      if (known.size >= REMEMBERED) known.clear();
      entry = { answer: compute(text) };
      known.set(text, entry);
    }
    return entry.answer;
  };
}
