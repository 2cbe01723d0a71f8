import { Recurring } from "./recurring.ts";

const REMEMBERED = 4096;

/**
 * `compute` with its answers for short texts remembered: documents repeat few labels, titles and phrases many times.
 * @param most so many answers are remembered at once
 */
export function remembering<T>(compute: (text: string) => T, most = REMEMBERED): (text: string) => T {
  const known = new Recurring<T>(most);
  return (text) => known.get(text, compute);
}
