import { beginnings, beginsElse } from "../text/begins.ts";

/** A placeholder; offsets into the text given. */
export interface FoundPlaceholder {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const SOURCES: readonly string[] = [
  // {{name}}, {% if %}
  "\\{\\{[^{}\\n]{0,200}\\}\\}",
  "\\{%[^{}%\\n]{0,200}%\\}",
  // <Insert name>, <Name of owner>, <your company>
  "<(?:[Ii]nsert|[Ee]nter|[Yy]our|[Nn]ame|[Dd]ate|[Tt]itle|[Rr]ole|[Cc]ompany|[Oo]rgani[sz]ation|[Oo]wner|[Vv]ersion|INSERT|TBD|YYYY)\\b[^<>@\\n]{0,120}>",
  // a line to write on
  "_{3,}(?:[ /]{1,3}_{2,})*",
  // a date's own letters
  "\\b(?:YYYY|yyyy)[-/.](?:MM|mm)[-/.](?:DD|dd)\\b",
  "\\b(?:DD|dd|MM|mm)[-/.](?:MM|mm|DD|dd)[-/.](?:YYYY|yyyy|YY)\\b",
  "\\b[Xx]{2}[-/.][Xx]{2}[-/.][Xx]{2,4}\\b",
  "\\b[Xx]{4}-[Xx]{2}-[Xx]{2}\\b",
  // words
  "\\b(?:TBD|TBC|TBA|TODO|FIXME|XXX)\\b",
  // "to be decided" is a placeholder only where nothing else stands beside it
  "(?<=(?:^|[|:(])[ \\t*]{0,4})[Tt]o [Bb]e (?:[Dd]etermined|[Cc]onfirmed|[Aa]nnounced|[Cc]ompleted|[Dd]efined|[Dd]ecided|[Ff]illed in|[Aa]ssigned)(?=[ \\t*.]{0,4}(?:$|[|)]))",
  "\\[\\.{3}\\]|\\[…\\]",
];

/** What stands in square brackets; whether it is a placeholder is judged by its content and its neighbours. */
const BRACKET = "\\[[^[\\]\\n]{2,120}\\]";

const ALL = new RegExp(`${SOURCES.join("|")}|${BRACKET}`, "gm");

/** Words with which an instruction or a blank in brackets begins, and those that name what is to be put there. */
const ASKING =
  /^(?:insert|enter|add|describe|list|specify|provide|name|your|e\.g\.|eg|fill|select|choose|complete|state|define|explain|replace|include|link|describe|document|identify|indicate|date|day|month|year|time|title|role|owner|company|organi[sz]ation|client|customer|system|version|reference|number|amount|value|target|department|team|location|address|email|phone|signature|approver|author|reviewer|risk|model|product|vendor|supplier|ceo|board|person|job|position|subgroup|group|placeholder|template|more information needed|todo|tbd|tbc|x{2,}|n{2,}|yyyy|dd|mm)\b/i;
const TITLE_CASE =
  /^[A-Z][\p{L}\p{N}'’.&/-]*(?: (?:of|the|and|or|for|to|in|on|a|an|\/|[A-Z][\p{L}\p{N}'’.&/-]*)){0,7}$/u;
const NOT_BLANK =
  /^(?:x|X|!|[ivx]+|\^.*|@.*|\d+.*|[A-Z]{2,8}-\d.*|[A-Za-z]{1,4}\.?\d+(?:[.-]\d+)*[a-z]?|source|sic|citation needed|note|NOTE|IMPORTANT|WARNING|TIP|CAUTION|[A-Z]|[A-Z][A-Za-z]* et al\..*|[A-Z]\.\d.*|.*\b(?:19|20)\d{2}[a-z]?)$/;

/** `[CLS]`, `[PAD]`: marks of tokenisers and logs. */
const TOKEN = /^[A-Z]{2,6}\d*$/;

/** Whether `[content]` at this place is something to be filled in, and not a link, footnote, check box, citation or alert. */
function isBlank(text: string, start: number, end: number): boolean {
  const after = text[end];
  if (after === "(" || after === "[" || (after === ":" && atLineStart(text, start))) return false;
  const before = text[start - 1];
  if (before === "]" || before === "!" || before === "\\" || (before !== undefined && /[\w)]/.test(before)))
    return false;
  const content = text.slice(start + 1, end - 1).trim();
  if (content.length < 2 || NOT_BLANK.test(content)) return false;
  return ASKING.test(content) || (TITLE_CASE.test(content) && !TOKEN.test(content));
}

function atLineStart(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && text[from - 1] !== "\n" && /\s/.test(text[from - 1] as string)) from--;
  return from === 0 || text[from - 1] === "\n";
}

/** Whether underscores at this place are part of a name or emphasis rather than a line to write on. */
function isLine(text: string, start: number, end: number): boolean {
  const glued = (c: string | undefined) => c !== undefined && /[\p{L}\p{N}]/u.test(c);
  return !glued(text[start - 1]) && !glued(text[end]);
}

/** Before an answer that can be chosen. */
const CHECK_BOX = /[☐☑☒□]\s{0,2}$/;
const DOTS: ReadonlySet<string> = new Set(["[...]", "[…]"]);

function counts(text: string, start: number, end: number): boolean {
  const first = text[start];
  if (first === "[" && !DOTS.has(text.slice(start, end))) return isBlank(text, start, end);
  if (CHECK_BOX.test(text.slice(Math.max(0, start - 3), start))) return false;
  if (first === "_") return isLine(text, start, end) && !isRule(text, start, end);
  return true;
}

/** Whether underscores are a line of their own, which Markdown draws as a rule. */
function isRule(text: string, start: number, end: number): boolean {
  if (!atLineStart(text, start)) return false;
  const next = text.indexOf("\n", end);
  const rest = text.slice(end, next < 0 ? undefined : next);
  return rest.trim() === "" && text.includes("\n");
}

const QUOTED = /"[^"\n]*"|“[^“”\n]*”|„[^„“”\n]*[“”]|«[^«»\n]*»/g;
/** So much beside words in quotation marks tells whether they stand in a sentence. */
const BESIDE = 40;

/** Words in quotation marks within the sentences of a text, asked for from its start to its end. */
class Quotations {
  readonly #text: string;
  readonly #all = new RegExp(QUOTED);
  #last: RegExpExecArray | null = null;
  #isDone = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether a place stands in quotation marks and a sentence around them: it tells of words, as in `do not write "TBD"`. */
  cover(start: number, end: number): boolean {
    while (!this.#isDone && (this.#last === null || this.#last.index + this.#last[0].length < end)) {
      this.#last = this.#all.exec(this.#text);
      this.#isDone = this.#last === null;
    }
    return this.#last !== null && this.#last.index < start && this.#isInSentence(this.#last);
  }

  #isInSentence({ index, 0: { length } }: RegExpExecArray): boolean {
    const end = index + length;
    const [lineBefore = ""] = this.#text
      .slice(Math.max(0, index - BESIDE), index)
      .split("\n")
      .slice(-1);
    const [lineAfter = ""] = this.#text.slice(end, end + BESIDE).split("\n", 1);
    return !/[:|=][\s*_]*$/.test(lineBefore) && /\p{L}/u.test(lineBefore + lineAfter);
  }
}

/** Something of every placeholder but those in brackets; most texts have none of it, and this is told sooner. */
const HINTS = "\\{[{%]|<[A-Za-z]|___|[YyDdMmXx]{2}[-/.]|TB[DCA]|TODO|FIXME|XXX|[Tt]o\\s+[Bb]e\\s";
const UNBRACKETED = new RegExp(HINTS);
/** Ids and numbers in brackets are none. */
const HINT = new RegExp(`${HINTS}|\\[(?!(?:[A-Z]{2,8}-|[A-Z]\\.)?\\d[\\w.,\\- ]*\\])`);

/** A quick look: whether `findPlaceholders` may find anything in the text, or in a part of it. */
export const mayHavePlaceholder = (text: string): boolean => HINT.test(text);

/** The same where what stands in brackets is left aside. */
export const mayHaveUnbracketed = (text: string): boolean => UNBRACKETED.test(text);

const NONE: readonly never[] = [];

/**
 * Things that only hold the place of a value: `{{X}}`, `[Name]`, `TBD`, `____`, `<Insert …>`, `YYYY-MM-DD`. Links, footnotes,
 * check boxes, citations, words quoted in a sentence and `N/A` are none.
 */
export function findPlaceholders(text: string): readonly FoundPlaceholder[] {
  if (!HINT.test(text)) return NONE;
  const found: FoundPlaceholder[] = [];
  const quotations = new Quotations(text);
  ALL.lastIndex = 0;
  for (let m = ALL.exec(text); m !== null; m = ALL.exec(text)) {
    const end = m.index + m[0].length;
    if (counts(text, m.index, end) && !quotations.cover(m.index, end)) found.push({ start: m.index, end, text: m[0] });
  }
  return found;
}

/** How placeholders begin that begin with a letter. */
export const PLACEHOLDER_BEGINNINGS = ["dd", "mm", "yy", "xx", "tb", "to", "fi"];
const BEGINNINGS = beginnings(PLACEHOLDER_BEGINNINGS);

/** Whether nothing but placeholders, spaces and punctuation stands in the text, and at least one placeholder. */
export function isOnlyPlaceholder(text: string): boolean {
  if (beginsElse(text, BEGINNINGS)) return false;
  const found = findPlaceholders(text);
  if (found.length === 0) return false;
  let at = 0;
  for (const { start, end } of found) {
    if (/[\p{L}\p{N}]/u.test(text.slice(at, start))) return false;
    at = end;
  }
  return !/[\p{L}\p{N}]/u.test(text.slice(at));
}
