import type { Standard } from "./model.ts";

/** A number behind a word that tells its standard. */
export interface FamilyNumber {
  /** As the catalogue has it, `GOVERN 1.1`. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** The word stands in capitals. */
  readonly upper: boolean;
  /** The word begins with a capital. */
  readonly capital: boolean;
  /** The word itself and no short form of it. */
  readonly plain: boolean;
  /** Whether the number has a second part. */
  readonly sub: boolean;
}

const NUMBER = /[ -](\d(?:\.\d{1,2})?)(?![\w]|\.\d|%)/y;
const NEXT = /\s?(?:,|;|\/|&|and|or)\s?(?:and\s|or\s)?(\d\.\d{1,2})(?![\w]|\.\d|%)/y;

/** The number behind the family at `at`, and those that follow it in an enumeration (`GOVERN 1.1, 1.2 and 1.4`). */
export function familyNumbers(text: string, at: number, written: string, s: Standard): FamilyNumber[] {
  const word = written.toUpperCase();
  const plain = s.citation.families?.includes(word) === true;
  const family = plain ? word : (s.citation.family_aliases?.[word] ?? word);
  const found: FamilyNumber[] = [];
  const add = (number: string, start: number, end: number): void => {
    const sub = number.includes(".");
    found.push({
      id: `${family} ${number}`,
      start,
      end,
      upper: written === word,
      capital: written[0] === word[0],
      plain,
      sub,
    });
  };
  NUMBER.lastIndex = at + written.length;
  const first = NUMBER.exec(text);
  if (first === null) return found;
  let end = at + written.length + first[0].length;
  add(first[1] as string, at, end);
  if (found[0]?.sub !== true) return found;
  for (;;) {
    NEXT.lastIndex = end;
    const next = NEXT.exec(text);
    if (next === null) return found;
    end += next[0].length;
    add(next[1] as string, end - (next[1] as string).length, end);
  }
}
