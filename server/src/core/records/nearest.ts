/**
 * The candidate nearest to `word` by Damerau-Levenshtein distance, letter case aside; undefined when none is within
 * `maxDistance` (default: about a third of the word's length, at most 3). Of equals the first.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  maxDistance = defaultDistance(word),
): string | undefined {
  const w = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = maxDistance + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - w.length) >= bestDistance) continue;
    const d = distance(w, candidate.toLowerCase(), bestDistance - 1);
    if (d < bestDistance) {
      bestDistance = d;
      best = candidate;
    }
  }
  return best;
}

function defaultDistance(word: string): number {
  return word.length <= 2 ? 0 : Math.min(3, Math.max(1, Math.floor(word.length / 3)));
}

/** Damerau-Levenshtein distance (adjacent transposition counts one); any number above `limit` may be given for one that is larger. */
export function distance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let d = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d = Math.min(d, (before[j - 2] as number) + 1);
      row.push(d);
      if (d < least) least = d;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] as number;
}
