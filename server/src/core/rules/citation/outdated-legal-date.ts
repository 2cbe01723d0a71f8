import { readDate } from "../../records/dates.ts";
import { remembering } from "../../text/remember.ts";
import type { BlockData } from "../../syntax/document.ts";
import { aiAct, type SupersededDate } from "../../tier/data.ts";
import { citedAct } from "./shared/act-named.ts";
import { type Fix, NONE, type RawFinding, rule } from "../rule.ts";
import { MONTHS } from "../shared/months.ts";
import { proseOf, sentenceAround } from "../shared/prose.ts";

const MONTH =
  "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";
/** German and French names beside the English ones that are other words. */
const ABROAD =
  "Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre";
const DATE = new RegExp(
  `(?<![\\w.-])(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{1,2}\\.? (?:${MONTH}|${ABROAD}) \\d{4}|(?:${ABROAD}) \\d{4}|\\d{1,2}(?:st|nd|rd|th)? (?:${MONTH})\\.?,? \\d{4}|(?:${MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|(?:${MONTH}),? \\d{4})\\b`,
  "gi",
);

/** Words by which a date is said to be that of a law's beginning, or of one's own readiness for it. */
const APPLIES =
  /\b(?:appl(?:y|ies|icable|ication)|come(?:s)? into|enter(?:s|ed)? into|in(?:to)? (?:force|effect)|effective|enforce(?:d|able|ment|s)?|deadline|compl(?:y|iance|iant)|bind(?:s|ing)?|obligations?|requirements?|duties|due|start(?:s|ing)?|begin(?:s|ning)?|mandatory|take(?:s)? effect|become(?:s)?|required|operational|set up|from|by)\b/i;
/** Words by which a sentence tells how it used to be, that it is no longer so, or that it is only asked. */
const TOLD =
  /\b(?:postpon\w*|delay\w*|defer\w*|moved|shifted|push(?:ed)?|extend(?:ed|s)|was|were|originally|original|initially|previous(?:ly)?|former(?:ly)?|earlier|instead|replac\w*|supersed\w*|amend\w*|omnibus|2026\/1744|no longer|not|never|until|changed|chang(?:es|ing)|would have|had been|used to|before the|outdated|old date|prior)\b|n't\b|\?/i;

/** The same in German and French. */
const APPLIES_ABROAD =
  /(?<!\p{L})(?:gelten|gilt|geltend\p{L}*|anwendbar\p{L}*|anzuwenden|anwendung|in kraft|wirksam|pflicht\p{L}*|verpflicht\p{L}*|anforderung\p{L}*|vorschrift\p{L}*|frist|appliqu\p{L}*|applicable\p{L}*|en vigueur|obligation\p{L}*|exigence\p{L}*|règles|échéance)(?!\p{L})/iu;
const TOLD_ABROAD =
  /(?<!\p{L})(?:verschob\p{L}*|verschieb\p{L}*|verschoben|aufgeschoben|verlängert|ursprünglich\p{L}*|war|waren|wurde|wurden|worden|bisher\p{L}*|bislang|früher\p{L}*|statt|anstelle|anstatt|ersetz\p{L}*|geändert\p{L}*|änder\p{L}*|nicht|kein\p{L}*|nie|noch|vormals|sollte\p{L}*|hätte\p{L}*|galt|galten|veraltet\p{L}*|vor dem|report\p{L}*|repouss\p{L}*|différ\p{L}*|initial\p{L}*|origine|était|étaient|devait|devaient|aurai\p{L}*|avant|ancien\p{L}*|remplac\p{L}*|modifi\p{L}*|ne|n['’]\p{L}*|pas|jamais|plutôt|auparavant)(?!\p{L})/iu;
/** A sentence in German or French has one of these; it is held against their words beside the English ones. */
const ABROAD_WORD =
  /(?<!\p{L})(?:der|die|das|den|dem|des|und|für|gelten|gilt|ab|le|la|les|du|aux?|pour|à|sont)(?!\p{L})/iu;

/** Whether a sentence states that something applies, and tells of no change. */
function states(sentence: string): boolean {
  if (!ABROAD_WORD.test(sentence)) return APPLIES.test(sentence) && !TOLD.test(sentence);
  const applies = APPLIES.test(sentence) || APPLIES_ABROAD.test(sentence);
  return applies && !TOLD.test(sentence) && !TOLD_ABROAD.test(sentence);
}

/** A sentence that speaks of the whole Act beside its high-risk rules. */
const WHOLE = /\bfully (?:into|appl|in force|enforce)|\bfull(?:y)? (?:application|effect)|\bwhole (?:act|regulation)/i;

/** The new date in the form of the old one: day, month and year stand where they stood. */
function inFormOf(written: string, iso: string): string {
  const [year = "", month = "1", day = "1"] = iso.split("-");
  if (/^\d{4}-/.test(written)) return iso;
  if (/^\d{1,2}\.\d/.test(written)) return `${day.padStart(2, "0")}.${month.padStart(2, "0")}.${year}`;
  const long = MONTHS[Number(month) - 1] ?? "";
  const short = /\b(?:May|[A-Za-z]{4,})\b/.test(written) ? long : long.slice(0, 3);
  const number = String(Number(day));
  if (/^\d/.test(written)) return `${number} ${short} ${year}`;
  return /\d{1,2}\D+\d{4}$/.test(written) ? `${short} ${number}, ${year}` : `${short} ${year}`;
}

/** Forms that `inFormOf` writes: with figures alone, or the names of months in English. */
const WRITTEN = new RegExp(
  `^(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{1,2}(?:st|nd|rd|th)? (?:${MONTH})\\b.*|(?:${MONTH})\\b.*)$`,
  "i",
);

const literal = (words: string): string => words.replace(/\*$/, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A phrase as a whole; with "*" at its end, as the beginning of words. */
function phrase(words: string): RegExp {
  const open = words.endsWith("*");
  const plain = literal(words);
  return new RegExp(`(?<![a-z0-9])${plain}${open ? "" : "(?![a-z0-9])"}`, "i");
}

const phraseOf = remembering(phrase);
const includesAny = (text: string, words: readonly string[]): boolean =>
  words.some((word) => phraseOf(word).test(text));

/** What a date as written can be the old date of, whatever is said beside it. */
const supersededOn = remembering((written): readonly SupersededDate[] => {
  const date = readDate(written);
  if (!date || "ambiguous" in date) return [];
  return aiAct().superseded.filter(({ was }) =>
    date.precision === "day" ? was === date.iso : was.slice(0, 7) === date.iso.slice(0, 7),
  );
});

function supersededBy(dates: readonly SupersededDate[], sentence: string): SupersededDate | undefined {
  const about = dates.filter(({ words, unless }) => includesAny(sentence, words) && !includesAny(sentence, unless));
  return about.length === 1 ? about[0] : undefined;
}

let subjects: RegExp | undefined;

/** Whether a stretch of text speaks of anything whose date was moved. */
function speaksOfMoved(text: string): boolean {
  subjects ??= new RegExp(
    aiAct()
      .superseded.flatMap(({ words }) => words.map(literal))
      .join("|"),
    "i",
  );
  return subjects.test(text);
}

/** A longer line is no row that anybody reads as one statement. */
const LONGEST_ROW = 1000;

/** The row of a table around an offset: what stands in one row is said together. */
function rowAround(text: string, at: number): { start: number; end: number } | undefined {
  const low = Math.max(0, at - LONGEST_ROW);
  const before = text.slice(low, at).lastIndexOf("\n");
  const after = text.slice(at, at + LONGEST_ROW);
  const stop = after.indexOf("\n");
  const [start, end] = [low + before + 1, at + (stop < 0 ? after.length : stop)];
  const whole = (before >= 0 || low === 0) && (stop >= 0 || after.length < LONGEST_ROW);
  return whole && /^\s{0,20}\|/.test(text.slice(start, start + 40)) ? { start, end } : undefined;
}

function* outdated(data: BlockData, text: string): Generator<RawFinding> {
  for (const m of text.matchAll(DATE)) {
    const dates = supersededOn(m[0]);
    if (dates.length === 0) continue;
    const span = { start: m.index, end: m.index + m[0].length };
    const around = rowAround(text, span.start) ?? sentenceAround(text, span);
    const sentence = text.slice(around.start, around.end);
    const old = supersededBy(dates, sentence);
    if (!old || !states(sentence) || !citedAct(data, sentence)) continue;
    const newText = inFormOf(m[0], old.now);
    // A second date may belong to it, and a sentence on the whole Act needs other words than a date: only a person can tell what to make of the two.
    const alone = [...sentence.matchAll(DATE)].length === 1 && !WHOLE.test(sentence);
    const fixes: Fix[] =
      alone && WRITTEN.test(m[0])
        ? [
            {
              title: `Replace "${m[0]}" with "${newText}"`,
              changes: [{ op: "replace", span, newText }],
              preferred: true,
            },
          ]
        : [];
    yield {
      at: span,
      message: `${m[0]} is given as the date of ${old.what}; ${aiAct().amendment} moved it to ${inFormOf("1 January", old.now)}.`,
      help: "Plans made for the old date are made for the wrong one. Correct the date, or say that it is history. Other parts of the AI Act kept their dates.",
      fixes,
    };
  }
}

/** Dates of the EU AI Act that an amendment has moved, stated as applying. Silent where the sentence tells that they were moved. */
export const outdatedLegalDate = rule({
  id: "outdated-legal-date",
  group: "citation",
  severity: "warning",
  summary: "Finds dates of the EU AI Act that stood before its amendment of 2026 and are stated as applying.",
  blocksWith: /20\d\d/,
  block({ data, path }, { index }) {
    const text = proseOf(data);
    const found = speaksOfMoved(text) ? [...outdated(data, text)] : NONE;
    if (found.length === 0) return NONE;
    const { kind, plain } = index.own(path) ?? {};
    // A record of what was said or decided on a day is history, however it reads today.
    return (kind !== undefined && HISTORY.has(kind)) || plain?.status === "retired" ? NONE : found;
  },
});

const HISTORY: ReadonlySet<string> = new Set([
  "management-review",
  "audit",
  "finding",
  "incident",
  "nonconformity",
  "change",
  "measurement",
  "evidence",
  "communication",
  "concern",
]);
