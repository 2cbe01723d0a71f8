import type { Quality, Subject } from "../../../coverage/tally.ts";

/** A figure somebody states of the records: how many, of how many, or which share. */
export interface Figure {
  readonly subject: Subject;
  /** What is counted: all of these must hold. */
  readonly counted: readonly Quality[];
  /** Out of those for which these hold; of a plain count the same as `counted`. */
  readonly among: readonly Quality[];
  /** How many; undefined where only a share is given. */
  readonly count?: number;
  /** Out of how many, where that is said. */
  readonly of?: number;
  /** Share in percent. */
  readonly percent?: number;
}

/** What a number is and where it stands in the text. */
interface Quantity {
  readonly count?: number;
  readonly of?: number;
  readonly percent?: number;
  readonly start: number;
  readonly end: number;
}

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const NUMBER = `\\d{1,4}|zero|none|${WORDS.join("|")}`;
const OF = new RegExp(
  `(?<![\\w.,/-])(${NUMBER})\\s?(?:of|out of|/)\\s?(?:the |all |our )?(${NUMBER})(?![\\w.,/%-])`,
  "i",
);
const PERCENT = /(?<![\w.,/-])(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|percent\b|per cent\b)(?:\s?of\b)?/i;
const COUNT = new RegExp(`(?<![\\w.,/#-])(${NUMBER})(?![\\w.,/%-])`, "i");
const ALL = /\b(?:all|every|each)\b/i;

const numberOf = (word: string): number => {
  const at = WORDS.indexOf(word.toLowerCase());
  return at >= 0 ? at : /^(?:zero|none)$/i.test(word) ? 0 : Number(word);
};

function quantityIn(text: string): Quantity | undefined {
  const at = (m: RegExpExecArray) => ({ start: m.index, end: m.index + m[0].length });
  const of = OF.exec(text);
  if (of) return { count: numberOf(of[1] as string), of: numberOf(of[2] as string), ...at(of) };
  const percent = PERCENT.exec(text);
  if (percent) return { percent: Number((percent[1] as string).replace(",", ".")), ...at(percent) };
  const count = COUNT.exec(text);
  if (count) return { count: numberOf(count[1] as string), ...at(count) };
  const all = ALL.exec(text);
  return all ? { percent: 100, ...at(all) } : undefined;
}

const SUBJECTS: readonly (readonly [Subject, RegExp])[] = [
  ["system", /^(?:ai[ -])?systems?\b/],
  ["risk", /^(?:ai[ -])?risks?\b/],
  ["nonconformity", /^non-?\s?conformit(?:y|ies)\b|^ncs\b/],
  ["finding", /^(?:audit )?findings?\b/],
  ["incident", /^(?:ai[ -])?incidents?\b/],
  ["supplier", /^(?:ai[ -])?(?:suppliers?|vendors?)\b/],
  ["control", /^(?:annex a )?controls?\b/],
  ["objective", /^(?:aims |ai[ -])?objectives?\b/],
];

const QUALITIES: readonly (readonly [Quality, RegExp])[] = [
  ["open", /^(?:open|outstanding|unresolved)\b/],
  ["closed", /^(?:closed|resolved)\b/],
  ["treated", /^(?:treated|mitigated)\b/],
  ["accepted", /^accepted\b/],
  [
    "assessed",
    /^(?:impact[- ])?assessed\b|^(?:with |have |has )(?:an? )?(?:completed |current |approved )?(?:ai )?(?:system )?impact assessments?\b/,
  ],
  ["live", /^(?:live|operational|deployed|in (?:production|use|operation))\b/],
  ["in-scope", /^in[- ]scope\b/],
  ["high-risk", /^high[- ]risk(?= (?:ai[ -])?systems?\b)/],
  ["critical", /^critical\b/],
  ["high", /^high\b/],
  ["medium", /^medium\b/],
  ["low", /^low\b/],
  ["major", /^major\b/],
  ["minor", /^minor\b/],
  ["implemented", /^implemented\b/],
  ["applicable", /^applicable\b/],
  ["achieved", /^(?:achieved|met|reached)\b/],
  ["owned", /^(?:with |have |has )(?:an? )?(?:named |assigned )?owners?\b/],
  [
    "recorded",
    /^(?:in|on|of) (?:the |our )?(?:ai )?(?:systems? |risks? |suppliers? )?(?:inventory|register|registry)\b|^(?:inventory|register|registry|registered|recorded|listed|inventoried|identified|in total|total|number|count)\b/,
  ],
];

/** Words that change nothing in what is counted. */
const FILLER =
  /^(?:the|our|all|are|were|is|was|have|has|had|been|be|there|we|a|an|of|in|with|currently|now|still|remains?|remaining|stands?|stood|at|ai|aims|holds?|contains?|lists?|shows?|counts?|rated)\b/;

/** Qualities of a state things come into, which a share is a share of, also where they stand before what is counted. */
const STATES: ReadonlySet<Quality> = new Set([
  "closed",
  "treated",
  "accepted",
  "assessed",
  "implemented",
  "achieved",
  "owned",
]);

interface Words {
  readonly subject: Subject;
  readonly before: readonly Quality[];
  readonly behind: readonly Quality[];
}

/** Reads a phrase word by word; undefined as soon as one of them could narrow what is counted in an unknown way. */
function wordsIn(phrase: string): Words | undefined {
  let rest = phrase.toLowerCase().replace(/\s+/g, " ").trim();
  let subject: Subject | undefined;
  const before: Quality[] = [];
  const behind: Quality[] = [];
  while (rest !== "") {
    const quality = QUALITIES.find(([, pattern]) => pattern.test(rest));
    const noun = quality ? undefined : SUBJECTS.find(([, pattern]) => pattern.test(rest));
    const used = (quality ?? noun)?.[1].exec(rest) ?? FILLER.exec(rest);
    if (!used || (noun && subject !== undefined)) return undefined;
    if (noun) subject = noun[0];
    if (quality) (subject === undefined ? before : behind).push(quality[0]);
    rest = rest.slice(used[0].length).replace(/^[\s#]+/, "");
  }
  return subject === undefined ? undefined : { subject, before, behind };
}

/**
 * Kinds of which a bare number says too little: that of some period, or of the standard's controls. What has to be said of them besides.
 */
const TELLING: Partial<Record<Subject, readonly Quality[]>> = {
  nonconformity: ["open", "closed"],
  finding: ["open", "closed"],
  incident: ["open", "closed"],
  control: ["implemented", "applicable"],
};

function figureOf(quantity: Quantity, { subject, before, behind }: Words): Figure | undefined {
  const { count, of, percent } = quantity;
  const all = [...before, ...behind];
  const amounts = {
    ...(count === undefined ? undefined : { count }),
    ...(of === undefined ? undefined : { of }),
    ...(percent === undefined ? undefined : { percent }),
  };
  if (percent === undefined && of === undefined) {
    const says = all.some((q) => TELLING[subject]?.includes(q) ?? true);
    return says ? { subject, counted: all, among: all, ...amounts } : undefined;
  }
  const states = all.filter((q) => STATES.has(q) || (q === "open" && behind.includes(q)));
  if (states.length !== 1) return undefined;
  return { subject, counted: all, among: all.filter((q) => !states.includes(q)), ...amounts };
}

const EMPHASIS = /[*_`]/g;

/** What can be counted at all: something of each of `SUBJECTS`. */
const COUNTED = /system|risk|conformit|ncs|finding|incident|supplier|vendor|control|objective/i;

/** Whether a text names anything of which a figure could be stated. */
export const mayCount = (text: string): boolean => COUNTED.test(text) || COUNTED.test(text.replace(EMPHASIS, ""));

/** The figure a clause states; undefined where it has a word that is not surely understood. */
export function figureIn(clause: string): Figure | undefined {
  const text = clause.replace(EMPHASIS, "").slice(0, 200);
  if (!COUNTED.test(text)) return undefined;
  const quantity = quantityIn(text);
  const words = quantity && wordsIn(`${text.slice(0, quantity.start)} ${text.slice(quantity.end)}`);
  return words && figureOf(quantity, words);
}

const VALUE =
  /^\W{0,3}(\d{1,4}\s?(?:of|out of|\/)\s?\d{1,4}|\d{1,3}(?:[.,]\d{1,2})?\s?%?)(?:\s?\(\d{1,3}(?:[.,]\d{1,2})?\s?%\))?\W{0,3}$/;

/** The figure of an indicator with its value: `Open nonconformities` and `3`, `% of risks treated` and `95`. */
export function figureOfIndicator(label: string, value: string): Figure | undefined {
  const amount = VALUE.exec(value.slice(0, 40).replace(/[*_`✅🟢🟡🔴]/gu, ""))?.[1];
  if (amount === undefined) return undefined;
  const share = /%|\b(?:percentage|share|proportion|rate)\b/i.test(label);
  const name = label.replace(/\(?%\)?(?: of\b)?|\b(?:percentage|share|proportion)(?: of\b)?/gi, " ");
  return figureIn(`${amount}${share && /^[\d.,]+$/.test(amount.trim()) ? "%" : ""} ${name}`);
}

const BOUNDARY = /[,;:()!?|\n]|[.](?=\s|$)|\s[–—-]\s|\b(?:and|but|while|whereas)\b/gi;

/** Stretches of a sentence that can each state a figure, with their place. */
export function* clausesIn(text: string): Generator<{ readonly text: string; readonly start: number }> {
  let start = 0;
  for (const m of [...text.matchAll(BOUNDARY), undefined]) {
    const end = m?.index ?? text.length;
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim() !== "") yield { text: raw.trim(), start: start + lead };
    if (m) start = end + m[0].length;
  }
}
