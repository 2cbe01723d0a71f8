import type { Span } from "../text/span.ts";

/** One number as it stands in a text. */
export interface Member {
  /** `A.6.2.4` or `6.1.3`. */
  readonly form: "lettered" | "dotted";
  /** Written with hyphens, `A-6-2-4`. */
  readonly dashed: boolean;
  /** How many segments, the letter included. */
  readonly parts: number;
  readonly number: Span;
  /** Where it ends, its list item included (`6.1.3 f)`). */
  readonly end: number;
  /** Ends in `.x` or `.*`: stands for several and is not reported. */
  readonly wildcard: boolean;
}

const LETTERED = /([A-Z])([.\u2011-])\d{1,3}(?:\2\d{1,3}){0,4}(\2[x*](?!\w))?/iy;
const DOTTED = /\d{1,3}(?:\.\d{1,3}){0,5}(\.[x*](?!\w))?/iy;
const ITEM = /\s?(?:\([a-z]\)|[a-z]\))/iy;
/** What may not follow a number: more of a word, a file's ending, a path. */
const RUNS_ON = /\w|[.@=\\]\w|[-\u2011](?:[a-z](?!\.)|\d{4})|\/[a-z](?!\.)/iy;
const MEASURE =
  /\s?(?:%|°|€|\$|£|percent|million|billion|thousand|hours?|days?|weeks?|months?|years?|minutes?|seconds?|ms|[kmgt]i?b|points?|times|x|usd|eur|gbp|out of)(?!\w)/iy;
const JOIN =
  /[*`_]{0,3}\s{0,2}(?:([,;/&+]|[–—‑-])\s{0,2})?(?:(and\/or|and|or|to|through|plus|as well as)\s{1,2})?((?:(?:sub-?)?clauses?|controls?|annex|§{1,2})\s{0,2})?[*`_(]{0,3}/iy;
/** What every join begins with: a quick look. */
const JOINED = /[*`_]{0,3}\s{0,2}(?:[,;/&+–—‑-]|and|or|to|through|plus|as\s)/iy;

function sticky(re: RegExp, text: string, at: number): RegExpExecArray | null {
  re.lastIndex = at;
  return re.exec(text);
}

/** The number that begins at `at`, or undefined when none does or what stands there is part of something else. */
export function memberAt(text: string, at: number): Member | undefined {
  const lettered = endOf(LETTERED, text, at);
  const numberEnd = lettered ?? endOf(DOTTED, text, at);
  if (numberEnd === undefined) return undefined;
  const wildcard = !isDigit(text.charCodeAt(numberEnd - 1));
  const item = endOf(ITEM, text, numberEnd);
  if (item === undefined && endOf(RUNS_ON, text, numberEnd) !== undefined) return undefined;
  const end = item ?? numberEnd;
  if (item !== undefined && /\w/.test(text[end] ?? "")) return undefined;
  return {
    form: lettered === undefined ? "dotted" : "lettered",
    dashed: lettered !== undefined && text[at + 1] !== ".",
    parts: partsOf(text, at, numberEnd) - (wildcard ? 1 : 0),
    number: { start: at, end: numberEnd },
    end,
    wildcard,
  };
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** How many parts a number has that are set apart by points or hyphens. */
function partsOf(text: string, start: number, end: number): number {
  let parts = 1;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 46 || c === 45 || c === 0x2011) parts++;
  }
  return parts;
}

/** Where a sticky match at `at` ends. */
function endOf(re: RegExp, text: string, at: number): number | undefined {
  re.lastIndex = at;
  return re.test(text) ? re.lastIndex : undefined;
}

/** Whether a quantity and not a provision stands here: `9.1 %`, `2.5 million`. */
export const isMeasure = (text: string, m: Member): boolean =>
  m.form === "dotted" &&
  (endOf(MEASURE, text, m.end) !== undefined || /^0\d?\./.test(text.slice(m.number.start, m.number.end)));

/** Why the next number belongs to the same enumeration, or undefined. */
function joins(
  text: string,
  last: Member,
  next: Member,
  join: RegExpExecArray,
  plural: boolean,
  known: (n: string) => boolean,
): boolean {
  if (isMeasure(text, next)) return false;
  if (next.form === "lettered") return next.parts > 2 || (last.form === "lettered" && last.parts === 2);
  const number = text.slice(next.number.start, next.number.end);
  if (join[3] !== undefined) return true;
  if (last.form === "lettered") return false;
  if (next.parts === 1) return last.parts === 1 && known(number) && (plural || isRange(join));
  return plural || known(number);
}

const isRange = (join: RegExpExecArray): boolean =>
  /^[–—‑-]$/.test(join[1] ?? "") || /^(?:to|through)$/i.test(join[2] ?? "");

/**
 * The number that follows `last` in an enumeration or range.
 * @param plural whether a word in the plural opened it (`clauses`)
 * @param known whether the standard in question has a number
 */
export function joinedMember(
  text: string,
  last: Member,
  plural: boolean,
  known: (number: string) => boolean,
): Member | undefined {
  if (endOf(JOINED, text, last.end) === undefined) return undefined;
  const join = sticky(JOIN, text, last.end);
  if (join === null || (join[1] === undefined && join[2] === undefined)) return undefined;
  if (join[0].includes("\n") && (isRange(join) || join[0].includes("\n\n"))) return undefined;
  const next = memberAt(text, last.end + join[0].length);
  return next !== undefined && joins(text, last, next, join, plural, known) ? next : undefined;
}
