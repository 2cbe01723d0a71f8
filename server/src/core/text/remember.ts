import { LONGEST, Recurring } from "./recurring.ts";

const REMEMBERED = 4096;

/**
 * `compute` with its answers for short texts remembered: documents repeat few labels, titles and phrases many times.
 * @param most so many answers are remembered at once
 */
export function remembering<T>(compute: (text: string) => T, most = REMEMBERED): (text: string) => T {
  const recurring = new Recurring<T>(most);
  const { known } = recurring;
  return (text) => {
    const entry = text.length > LONGEST ? undefined : known.get(text);
    return entry ? entry.made : recurring.get(text, compute);
  };
}
