import { remembering } from "../text/remember.ts";

/** Emoji, arrows, dingbats and what joins them. */
const SYMBOLS =
  /[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff]|[\ud83c-\ud83e][\udc00-\udfff]|\ufe0e|\ufe0f|\u200b|\u200c|\u200d|\u2060/g;

/** Letters without their accents, in lower case, other letters as they are. */
const plainLetters = (text: string): string =>
  (isAscii(text) ? text : text.normalize("NFD").replace(/[\u0300-\u036f]/g, "")).toLowerCase();

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

/** Emphasis and code marks, which never matter for what a word means. */
const unmarked = (text: string): string => text.replace(/[*`~]|\\(?=[*_#|])/g, "");

/**
 * A label as labels are compared: lower case, no emphasis, accents, symbols or punctuation, `#` as `no`, words without
 * a plural s, one space between words.
 */
export const normalizeLabel = remembering((text) => {
  if (text.length <= LONGEST && PLAIN_WORDS.test(text) && !/\b(?:number|nr)\b/i.test(text))
    return singular(text.toLowerCase());
  const words = plainLetters(unmarked(text.slice(0, LONGEST)))
    .replace(SYMBOLS, " ")
    .replace(/#|№|\bnumber\b|\bnr\b/g, " no ")
    .replace(/['’]s\b/g, "")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return singular(words);
});

const LONGEST = 200;

/** Words of letters with a space between, as most labels are. */
const PLAIN_WORDS = /^[a-z]+(?: [a-z]+)*$/i;

/** Words without a plural s. */
const singular = (words: string): string => (/s(?: |$)/.test(words) ? withoutPlurals(words) : words);

const withoutPlurals = (words: string): string =>
  words
    .split(" ")
    .map((w) => (w.length > 2 && w.endsWith("s") && !w.endsWith("ss") ? w.slice(0, -1) : w))
    .join(" ");

/** The label without remarks in parentheses or brackets: `Likelihood (1-5)` → `Likelihood`. */
export function withoutRemark(text: string): string {
  return text
    .slice(0, 200)
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, " ")
    .trim();
}

/**
 * A value's phrase as phrases are compared: lower case, no emphasis, accents or closing punctuation; hyphens and
 * underscores are spaces. A text of nothing but symbols stays its symbols.
 */
export const normalizePhrase = remembering((text) => {
  const marks = unmarked(text.slice(0, 200))
    .replace(/[\ufe0e\ufe0f\u200d]/g, "")
    .trim();
  const words = plainLetters(marks)
    .replace(SYMBOLS, " ")
    .replace(/[-_\u2010-\u2015\s]+/g, " ")
    .replace(/^[\s:;,.!]+|(?<![\s:;,.!])[\s:;,.!]+$/g, "");
  return words === "" ? marks : words;
});
