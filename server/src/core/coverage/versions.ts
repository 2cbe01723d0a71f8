/**
 * How the version something was done on stands to the version in use: `same` (one may be written less exactly than the other),
 * `patch` (older by the third number or further), `older`, `newer`, or `other` where the two cannot be put in order.
 */
export type VersionStand = "same" | "patch" | "older" | "newer" | "other";

const NUMBERS = /\d+(?:\.(?:\d+|[x*]))*/gi;
/** A date that serves as a version. */
const DATE = /\b(?:19|20)\d{2}-\d{1,2}(?:-\d{1,2})?\b/g;
const ANY = /^(?:all|any|every|alle|toutes?)(?: versions?)?$/i;

/** From here on the first number is a year, and the third no patch. */
const FIRST_YEAR = 1990;

const RANK: Readonly<Record<VersionStand, number>> = { same: 0, newer: 1, patch: 2, older: 3, other: 4 };

function numbersOf(text: string): readonly string[][] {
  const dotted = text.slice(0, 200).replace(DATE, (date) => date.replaceAll("-", "."));
  return [...dotted.matchAll(NUMBERS)].map(([version]) => version.toLowerCase().split("."));
}

function compareOne(done: readonly string[], used: readonly string[]): VersionStand {
  const length = Math.min(done.length, used.length);
  for (let i = 0; i < length; i++) {
    const [a, b] = [done[i] as string, used[i] as string];
    if (a === "x" || a === "*" || b === "x" || b === "*") return "same";
    const difference = Number(a) - Number(b);
    if (difference > 0) return "newer";
    if (difference < 0) return i >= 2 && Number(done[0]) < FIRST_YEAR ? "patch" : "older";
  }
  return "same";
}

/**
 * Compares the version something was done on with the version in use. Either may be loosely written (`v3.1`, `3.x`, `3.0 and 3.1`);
 * where several are named, the best counts.
 */
export function compareVersions(done: string, used: string): VersionStand {
  if (done.trim().toLowerCase() === used.trim().toLowerCase() || ANY.test(done.trim())) return "same";
  const [doneAll, usedAll] = [numbersOf(done), numbersOf(used)];
  if (doneAll.length === 0 || usedAll.length !== 1 || !sameWords(done, used)) return "other";
  const stands = doneAll.map((one) => compareOne(one, usedAll[0] as string[]));
  return stands.reduce((best, stand) => (RANK[stand] < RANK[best] ? stand : best), "other" as VersionStand);
}

/** Whether the words around the numbers do not tell two different things apart (`gpt-4` and `claude-3` do, `v3` and `3` do not). */
function sameWords(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  return x === "" || y === "" || x === y;
}

const wordsOf = (text: string): string =>
  text
    .slice(0, 200)
    .toLowerCase()
    .replace(NUMBERS, " ")
    .split(/[^\p{L}]+/u)
    .filter((w) => w !== "" && !/^(?:v|ver|version|release|rel|r|and|to|und|et|x|rc|beta|alpha|stable|final)$/.test(w))
    .join(" ");
