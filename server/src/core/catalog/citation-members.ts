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

function sticky(re: RegExp, text: string, at: number): RegExpExecArray | null {
  re.lastIndex = at;
  return re.exec(text);
}

/** The number that begins at `at`, or undefined when none does or what stands there is part of something else. */
export function memberAt(text: string, at: number): Member | undefined {
  const lettered = sticky(LETTERED, text, at);
  const m = lettered ?? sticky(DOTTED, text, at);
  if (m === null) return undefined;
  const wildcard = m[lettered === null ? 1 : 3] !== undefined;
  const numberEnd = at + m[0].length;
  if (sticky(RUNS_ON, text, numberEnd) !== null && sticky(ITEM, text, numberEnd) === null) return undefined;
  const item = sticky(ITEM, text, numberEnd);
  const end = numberEnd + (item === null ? 0 : item[0].length);
  if (item !== null && /\w/.test(text[end] ?? "")) return undefined;
  return {
    form: lettered === null ? "dotted" : "lettered",
    dashed: lettered !== null && lettered[2] !== ".",
    parts: m[0].split(/[.\u2011-]/).length - (wildcard ? 1 : 0),
    number: { start: at, end: numberEnd },
    end,
    wildcard,
  };
}

/** Whether a quantity and not a provision stands here: `9.1 %`, `2.5 million`. */
export const isMeasure = (text: string, m: Member): boolean =>
  m.form === "dotted" &&
  (sticky(MEASURE, text, m.end) !== null || /^0\d?\./.test(text.slice(m.number.start, m.number.end)));

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
  const join = sticky(JOIN, text, last.end);
  if (join === null || (join[1] === undefined && join[2] === undefined)) return undefined;
  if (join[0].includes("\n") && (isRange(join) || join[0].includes("\n\n"))) return undefined;
  const next = memberAt(text, last.end + join[0].length);
  return next !== undefined && joins(text, last, next, join, plural, known) ? next : undefined;
}
