import { detached } from "./detached.ts";

const REMEMBERED = 4096;
const LONGEST = 120;

/**
 * `compute` with its answers for short texts remembered: documents repeat few labels, titles and phrases many times.
 * @param most so many answers are remembered at once
 */
export function remembering<T>(compute: (text: string) => T, most = REMEMBERED): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    let entry = known.get(text);
    if (!entry) {
      if (known.size >= most) known.clear();
      const kept = detached(text);
      entry = { answer: compute(kept) };
      known.set(kept, entry);
    }
    return entry.answer;
  };
}
