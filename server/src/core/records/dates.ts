/** A date as read. `iso` is the first day of what is meant. */
export type ReadDate =
  | { readonly iso: string; readonly precision: "day" | "month" | "quarter" | "year" }
  | { readonly ambiguous: readonly [string, string] };

/** Names of months in English, French and German, by their first letters; the month's number is the place in the list. */
const MONTHS: readonly RegExp[] = [
  /^jan(?:\.|uary|vier|uar)?$/,
  /^feb(?:\.|ruary|ruar)?$|^fevr(?:\.|ier)?$/,
  /^mar(?:\.|ch|s)?$|^marz$|^mrz$/,
  /^apr(?:\.|il)?$|^avr(?:\.|il)?$/,
  /^may$|^mai$/,
  /^jun(?:\.|e|i)?$|^juin$/,
  /^jul(?:\.|y|i)?$|^juil(?:\.|let)?$/,
  /^aug(?:\.|ust)?$|^aout$/,
  /^sep(?:\.|t\.?|tember|tembre)?$/,
  /^o[ck]t(?:\.|ober|obre)?$/,
  /^nov(?:\.|ember|embre)?$/,
  /^de[cz](?:\.|ember|embre)?$/,
];

const LONGEST = 60;

/** The text in plain characters: hyphens and spaces of all kinds, marks, weekday and closing remark taken off. */
function clean(text: string): string {
  return text
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u00a0\u2000-\u200b\u202f]/g, " ")
    .replace(/[*_`]/g, "")
    .replace(/\([^()]*\)\s*$/, "")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? /, "")
    .trim();
}

const pad = (n: number, width = 2): string => String(n).padStart(width, "0");

/** How many days the month (1 to 12) has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) && year >= 1000;

function isoDate(year: number, month: number, day: number): string | undefined {
  if (!isDay(year, month, day)) return undefined;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

function day(year: number, month: number, dayOfMonth: number): ReadDate | undefined {
  const iso = isoDate(year, month, dayOfMonth);
  return iso === undefined ? undefined : { iso, precision: "day" };
}

function month(year: number, monthOfYear: number): ReadDate | undefined {
  const iso = isoDate(year, monthOfYear, 1);
  return iso === undefined ? undefined : { iso, precision: "month" };
}

function monthNamed(word: string): number {
  return MONTHS.findIndex((m) => m.test(word)) + 1;
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

/** `14/03/2026`: the order is certain only where one of the two cannot be a month. */
function slashed(a: number, b: number, year: number): ReadDate | undefined {
  const dayFirst = isoDate(year, b, a);
  const monthFirst = isoDate(year, a, b);
  if (dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst) {
    return { ambiguous: [dayFirst, monthFirst] };
  }
  const iso = dayFirst ?? monthFirst;
  return iso === undefined ? undefined : { iso, precision: "day" };
}

type Form = readonly [RegExp, (m: readonly string[]) => ReadDate | undefined];

const FORMS: readonly Form[] = [
  [
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{2}:\d{2}[\d:.]*(?: ?z| ?utc| ?[-+]\d{2}:?\d{2})?)?$/,
    ([, y, m, d]) => day(Number(y), Number(m), Number(d)),
  ],
  [/^(\d{4})[-/.](\d{1,2})$/, ([, y, m]) => month(Number(y), Number(m))],
  [/^(\d{1,2})\/(\d{4})$/, ([, m, y]) => month(Number(y), Number(m))],
  [
    /^(\d{1,2})(?:st|nd|rd|th|er|\.)?[ -](?:of )?([a-z]+\.?),?[ -]'?(\d{4}|\d{2})$/,
    ([, d, m, y]) => day(fullYear(y as string), monthNamed(m as string), Number(d)),
  ],
  [
    /^([a-z]+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/,
    ([, m, d, y]) => day(Number(y), monthNamed(m as string), Number(d)),
  ],
  [/^([a-z]+\.?),?[ -](\d{4})$/, ([, m, y]) => month(Number(y), monthNamed(m as string))],
  [/^q([1-4])[ /-]?(\d{4})$/, ([, q, y]) => quarter(Number(y), Number(q))],
  [/^(\d{4})[ /-]?q([1-4])$/, ([, y, q]) => quarter(Number(y), Number(q))],
  [/^((?:19|20|21)\d{2})$/, ([, y]) => ({ iso: `${y}-01-01`, precision: "year" })],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, ([, d, m, y]) => day(Number(y), Number(m), Number(d))],
  [/^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/, ([, a, b, y]) => slashed(Number(a), Number(b), Number(y))],
];

function quarter(year: number, q: number): ReadDate | undefined {
  const iso = isoDate(year, q * 3 - 2, 1);
  return iso === undefined ? undefined : { iso, precision: "quarter" };
}

function readOne(plain: string): ReadDate | undefined {
  for (const [form, read] of FORMS) {
    const m = form.exec(plain);
    if (m !== null) return read(m);
  }
  return undefined;
}

/** A day in ISO form that its month has in every year. */
const SURE_DAY = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `12-14 January 2026`, `January 12-14, 2026`: the days before the last one. */
const DAY_RANGE = /^\d{1,2}(?:st|nd|rd|th)? ?(?:-|to|and|&) ?(?=\d{1,2}(?:st|nd|rd|th)? [a-z])/;
const RANGE_OF_DAYS = /^([a-z]+\.?) \d{1,2}(?:st|nd|rd|th)? ?(?:-|to|and|&) ?(?=\d{1,2}(?:st|nd|rd|th)?,? \d{4}$)/;

/** The last day of a stretch of days. */
function readRange(plain: string): ReadDate | undefined {
  const short = plain.replace(DAY_RANGE, "").replace(RANGE_OF_DAYS, "$1 ");
  if (short !== plain) return readOne(short);
  const cut = / (?:-|to|until) /.exec(plain);
  if (cut === null) return undefined;
  const first = readOne(plain.slice(0, cut.index)) ?? readOne(`${plain.slice(0, cut.index)} ${plain.slice(-4)}`);
  return first === undefined ? undefined : readOne(plain.slice(cut.index + cut[0].length));
}

/**
 * Reads a date as people write it: ISO, `14 March 2025`, `February 1, 2026`, `01-Mar-2025`, `14.03.2026`, `Q3 2025`,
 * `March 2026`; of a stretch of days (`12–14 January 2026`) the last. Days that no calendar has are not read. `03/04/2026`
 * may be two days and gives both, day first before month first.
 */
export function readDate(text: string): ReadDate | undefined {
  if (text.length > LONGEST) return undefined;
  if (SURE_DAY.test(text)) return { iso: text, precision: "day" };
  const iso = ISO_DAY.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const plain = clean(text);
  return readOne(plain) ?? readRange(plain);
}

const SPAN_MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The last day of what a date says: of `Q3 2025` the 30th of September. */
export function lastDay(date: {
  readonly iso: string;
  readonly precision: "day" | "month" | "quarter" | "year";
}): string {
  if (date.precision === "day") return date.iso;
  const [y, m] = date.iso.split("-").map(Number) as [number, number];
  const last = m + SPAN_MONTHS[date.precision] - 1;
  return `${pad(y, 4)}-${pad(last)}-${pad(daysInMonth(y, last))}`;
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  twelve: 12,
  eighteen: 18,
};

/** Intervals named by one word: months, or days where negative. */
const NAMED: readonly (readonly [RegExp, number])[] = [
  [/\bdaily\b/, -1],
  [/\bweekly\b/, -7],
  [/\bfortnightly\b/, -14],
  [/\b(?:semi|half)[- ]?(?:annual(?:ly)?|yearly)\b|\bbi-?annual(?:ly)?\b|\btwice (?:a|per) year\b/, 6],
  [/\bbiennial(?:ly)?\b/, 24],
  [/\btriennial(?:ly)?\b/, 36],
  [/\bmonthly\b|\b(?:each|every) month\b/, 1],
  [/\bquarterly\b|\b(?:each|every) quarter\b/, 3],
  [/\bannual(?:ly)?\b|\byearly\b|\b(?:each|every) year\b|\bonce (?:a|per) year\b|\bannuel(?:le)?\b|\bjahrlich\b/, 12],
];

const UNIT_MONTHS: Readonly<Record<string, number>> = { m: 1, q: 3, y: 12 };

/** An interval in months and days. */
function readInterval(text: string): { months: number; days: number } | undefined {
  const plain = clean(text.slice(0, 200));
  const iso = /^p(?:(\d{1,3})y)?(?:(\d{1,3})m)?(?:(\d{1,3})w)?(?:(\d{1,4})d)?$/.exec(plain);
  if (iso !== null && plain !== "p") {
    const [y = 0, m = 0, w = 0, d = 0] = iso.slice(1).map((n) => Number(n ?? 0));
    return { months: y * 12 + m, days: w * 7 + d };
  }
  const counted =
    /\b(\d{1,4}|an?|one|two|three|four|five|six|twelve|eighteen)[ -]?(d(?:ays?)?|w(?:eek(?:s|ly)?)?|m(?:onth(?:s|ly)?|os?)?|q(?:uarters?)?|y(?:ear(?:s|ly)?|rs?)?)\b/.exec(
      plain,
    );
  if (counted !== null && !/\b(?:twice|times|once)\b/.test(plain)) {
    const count = NUMBERS[counted[1] as string] ?? Number(counted[1]);
    const unit = (counted[2] as string)[0] as string;
    const months = UNIT_MONTHS[unit];
    return months === undefined
      ? { months: 0, days: count * (unit === "w" ? 7 : 1) }
      : { months: count * months, days: 0 };
  }
  const named = NAMED.find(([form]) => form.test(plain));
  if (named === undefined) return undefined;
  return named[1] < 0 ? { months: 0, days: -named[1] } : { months: named[1], days: 0 };
}

/** Days since 1970-01-01 of a day of the Gregorian calendar. */
function dayNumber(y: number, m: number, d: number): number {
  const year = m <= 2 ? y - 1 : y;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

function fromDayNumber(n: number): string {
  const z = n + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const m = mp < 10 ? mp + 3 : mp - 9;
  const y = yoe + era * 400 + (m <= 2 ? 1 : 0);
  return `${pad(y, 4)}-${pad(m)}-${pad(doy - Math.floor((153 * mp + 2) / 5) + 1)}`;
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;

function parts(iso: string): [number, number, number] | undefined {
  if (iso.length !== 10 || !ISO.test(iso)) return undefined;
  const [year, month, day] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8))];
  return isDay(year, month, day) ? [year, month, day] : undefined;
}

/**
 * The ISO date one interval after `iso`: `12 months`, `annual`, `every two years`, `quarterly`, `P1Y`. The day is kept, or the
 * month's last where the month is too short. Undefined when either cannot be read (`on change`).
 */
export function addInterval(iso: string, interval: string): string | undefined {
  const date = parts(iso);
  const step = readInterval(interval);
  if (date === undefined || step === undefined) return undefined;
  const [y, m, d] = date;
  const months = y * 12 + (m - 1) + step.months;
  const year = Math.floor(months / 12);
  const monthOfYear = (months % 12) + 1;
  const result = dayNumber(year, monthOfYear, Math.min(d, daysInMonth(year, monthOfYear))) + step.days;
  const out = fromDayNumber(result);
  return ISO.test(out) ? out : undefined;
}

/** Whether the text is a day of the calendar in the form `2026-03-14`. */
export const isIsoDate = (text: string): boolean => SURE_DAY.test(text) || parts(text) !== undefined;

/** Negative, zero or positive as `a` is before, on or after `b`; both ISO dates. */
export function compareDates(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
