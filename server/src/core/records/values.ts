import { lastDay, readDate } from "./dates.ts";
import { looksLikeId } from "./ids.ts";
import type { Plain } from "./model.ts";
import type { FieldInfo } from "./registry.ts";
import { truthOfPhrase, valuesOfPhrase } from "./vocabulary.ts";
import { normalizePhrase } from "./words.ts";
import { remembering } from "../text/remember.ts";

const LONGEST_WORD = 120;

/** A text and shorter readings of it, the likeliest first: without a closing remark, its first part, its remark. */
function readings(text: string): string[] {
  if (text.length > LONGEST_WORD) return [];
  const bracket = text.indexOf("(");
  const outside = bracket > 0 ? text.slice(0, bracket) : text;
  const first = /^[^,;:\n–—]+?(?=\s-\s|[,;:\n–—]|$)/.exec(outside)?.[0] ?? outside;
  const inside = bracket >= 0 && text.trim().endsWith(")") ? text.slice(bracket + 1, text.lastIndexOf(")")) : "";
  const withoutNumber = outside.replace(/^\s*\d+(?:\.\d+)?\s*[-–—:.]?\s+|(?<!\s)\s+\d+(?:\.\d+)?\s*$/g, "");
  return [...new Set([text, outside, first, withoutNumber, inside].map(normalizePhrase))].filter((p) => p !== "");
}

/** A field's values by themselves in the form of phrases, once asked for. */
const ownPhrases = new WeakMap<FieldInfo, ReadonlyMap<string, string>>();

function ownPhrasesOf(field: FieldInfo): ReadonlyMap<string, string> {
  const known = ownPhrases.get(field);
  if (known !== undefined) return known;
  const phrases = new Map((field.values ?? []).map(({ value }) => [normalizePhrase(value), value]));
  ownPhrases.set(field, phrases);
  return phrases;
}

/** The allowed value a phrase (normalised) is or is a word for; where it is a word for several, the vocabulary's first. */
const valueOfPhrase = (field: FieldInfo, phrase: string): string | undefined =>
  ownPhrasesOf(field).get(phrase) ??
  valuesOfPhrase(phrase).find((meaning) => field.values?.some(({ value }) => value === meaning));

/** Words after which a phrase's beginning no longer says what the whole does: `approved pending budget`. */
const TURNING = /\b(?:not|no|never|without|pending|until|unless|awaiting|subject|but|except)\b/;
const LONGEST_BEGINNING = 6;

/** The value with which a phrase begins: `planned Q2 2027`, `accepted by the board`. */
function valueOfBeginning(field: FieldInfo, phrase: string): string | undefined {
  const words = phrase.split(/\s+|\/|\+/).filter((w) => w !== "");
  for (let n = Math.min(words.length - 1, LONGEST_BEGINNING); n > 0; n--) {
    if (TURNING.test(words.slice(n).join(" "))) continue;
    const value = valueOfPhrase(field, words.slice(0, n).join(" "));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The allowed value a text means: the value itself or one of its words in the vocabulary, or text that begins so. */
function allowedValue(field: FieldInfo, text: string): string | undefined {
  let known = allowedValues.get(field);
  if (known === undefined) {
    known = remembering((said) => readAllowed(field, said), MOST_PHRASES);
    allowedValues.set(field, known);
  }
  return known(text);
}

const MOST_PHRASES = 256;
/** What texts mean, of each field: records repeat few of them many times. */
const allowedValues = new WeakMap<FieldInfo, (text: string) => string | undefined>();

function readAllowed(field: FieldInfo, text: string): string | undefined {
  const phrases = readings(text);
  for (const phrase of phrases) {
    const value = valueOfPhrase(field, phrase);
    if (value !== undefined) return value;
  }
  return field.open || phrases[0] === undefined ? undefined : valueOfBeginning(field, phrases[0]);
}

function readBoolean(text: string): boolean | undefined {
  for (const phrase of readings(text)) {
    const truth = truthOfPhrase(phrase);
    if (truth !== undefined) return truth;
  }
  return undefined;
}

const NUMBER = "[-+]?\\d{1,15}(?:[.,]\\d{1,15})?";
const NUMBER_FIRST = new RegExp(
  `^(?:[^\\d=]{0,20}\\d[^=]{0,40}=\\s*)?(${NUMBER})\\s*%?(?:\\s*(?:[-–—:/(]|of|out of)(?!\\d)\\s*\\D.*|\\s*/\\s*\\d{1,4}|\\s+of\\s+\\d{1,4}|\\s+\\D.*)?$`,
);
const DIGITS = /^\d{1,15}$/;
const NUMBER_LAST = new RegExp(`^\\D{1,60}[(:=]\\s*(${NUMBER})\\s*\\)?$`);

/** A number, alone, before its word (`3 - Possible`) or in its remark (`High (12)`); `4 × 3 = 12` is 12. */
function readNumber(text: string): number | undefined {
  if (DIGITS.test(text)) return Number(text);
  const plain = text.slice(0, LONGEST_WORD).replace(/[*_`]/g, "").trim();
  const digits = (NUMBER_FIRST.exec(plain) ?? NUMBER_LAST.exec(plain))?.[1];
  if (digits === undefined) return undefined;
  const comma = /^[-+]?\d{1,3},\d{3}$/.test(digits) ? digits.replace(",", "") : digits.replace(",", ".");
  return Number(comma);
}

function coerceNumber(field: FieldInfo, text: string): Plain {
  const n = readNumber(text);
  if (n !== undefined && (field.type !== "integer" || Number.isInteger(n))) return n;
  return field.scale
    ? text
        .replace(/[*_`]/g, "")
        .replace(/^[^\p{L}\p{N}]+/u, "")
        .trim()
    : text;
}

function coerceDate(field: FieldInfo, text: string): Plain {
  const date = readDate(text);
  if (date === undefined || "ambiguous" in date) return text;
  return field.until ? lastDay(date) : date.iso;
}

/** A single word, which is taken as it is. */
const WORD = /^[\w-]+$/;
const ID_FIRST = /^[[(]?([A-Za-z][A-Za-z0-9]{0,15}(?:-[A-Za-z0-9]{1,16}){1,5})[\])]?(?=$|\s|[:,(–—])/;

/** The id of `AI-001 Credit scorer` or `[[AI-001]]`; the text itself where it does not begin with an id. */
function coerceId(text: string): string {
  if (text.length > 300 || WORD.test(text)) return text;
  const plain = text
    .replace(/[`*]/g, "")
    .replace(/^\[\[|\]\]$/g, "")
    .trim();
  const first = ID_FIRST.exec(plain)?.[1];
  return first !== undefined && looksLikeId(first) ? first : plain;
}

const PROVISION_FIRST =
  /^(?:(?:annex|control|clause|section|§)\s*)?((?:[a-z][a-z0-9-]{0,20}:|\d{4,5}:)?(?:[A-D]\.\d{1,2}(?:\.\d{1,2}){0,3}|\d{1,2}(?:\.\d{1,2}){0,3}))(?=$|\s+[-–—:(]|\s+[\p{L}]|[:–—])/iu;

const PROVISION_ALONE = /^(?:[A-D]\.)?\d{1,2}(?:\.\d{1,2}){0,3}$/;

/** The number of `A.6.2.4 Verification` or `Annex A.6.2.4`; any other text as it is. */
function coerceProvision(text: string): string {
  if (PROVISION_ALONE.test(text)) return text;
  const plain = text.slice(0, 300).replace(/[`*]/g, "").trim();
  const number = PROVISION_FIRST.exec(plain)?.[1];
  if (number === undefined) return text.trim();
  return /^\d/.test(number) && /^\d{1,2}(?:\.\d+)*\s+\p{Ll}/u.test(plain) ? text.trim() : number;
}

const coerceVersion = (text: string): string => text.trim().replace(/^(?:version|ver\.?|v\.?)\s*(?=\d)/i, "");

/**
 * The schema's own value for scalar text as written; of list types, for one item. Text that cannot be read as the field's
 * type stays text, so that validation reports it.
 */
export function coerce(field: FieldInfo, text: string): Plain {
  switch (field.type) {
    case "enum":
    case "enum-list":
      return allowedValue(field, text) ?? text;
    case "boolean":
      return readBoolean(text) ?? text;
    case "number":
    case "integer":
      return coerceNumber(field, text);
    case "date":
      return coerceDate(field, text);
    case "id":
    case "ref":
    case "refs":
      return coerceId(text);
    case "provision":
    case "provisions":
      return coerceProvision(text);
    case "version":
      return coerceVersion(text);
    default:
      return text;
  }
}

/** The level a word of a scale or matrix means (`Moderate` → `medium`), or the word in lower case. */
export function canonicalLevel(text: string): string {
  const levels = ["very-low", "low", "medium", "high", "very-high", "critical"];
  for (const phrase of readings(text)) {
    const level =
      levels.find((l) => normalizePhrase(l) === phrase) ?? levels.find((l) => valuesOfPhrase(phrase).includes(l));
    if (level !== undefined) return level;
  }
  return normalizePhrase(text);
}

const NO_VALUE =
  /^(?:n\/?a|n\.a\.|none|nil|null|not applicable|not assessed|not yet|never|no|unknown|keine?|aucune?|[-–—.?/\s]*)$/i;

/** Whether the text says that there is no value: `N/A`, `none`, `—`. */
export const isNoValue = (text: string): boolean =>
  text.length < 40 && NO_VALUE.test(text.replace(/[*_`()]/g, "").trim());

/** One item of a list written in one cell or line; offsets into the text given. */
export interface ListItem {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly strong: boolean;
}

const SEPARATOR = /<br\s{0,4}\/?>|[\n;,•`()[\]{}]/gi;
const DEPTH: Readonly<Record<string, number>> = { "(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1 };

/** Where the text may be cut; undefined when brackets or code marks do not close and `nested` was asked for. */
function findCuts(text: string, nested: boolean): Cut[] | undefined {
  const cuts: Cut[] = [];
  let depth = 0;
  let code = false;
  for (const m of text.matchAll(SEPARATOR)) {
    const mark = m[0];
    if (mark === "`") code = !code;
    else if (DEPTH[mark] !== undefined) depth = Math.max(0, depth + (code ? 0 : (DEPTH[mark] as number)));
    else if (!nested || (depth === 0 && !code))
      cuts.push({ start: m.index, end: m.index + mark.length, strong: mark !== "," });
  }
  return nested && (depth > 0 || code) ? undefined : cuts;
}

function pieces(text: string, cuts: readonly Cut[]): ListItem[] {
  const items: ListItem[] = [];
  let at = 0;
  for (const cut of [...cuts, { start: text.length, end: text.length }]) {
    const raw = text.slice(at, cut.start);
    const trimmed = raw.replace(/^[-*]\s+/, "").trim();
    if (trimmed !== "") {
      const start = at + raw.indexOf(trimmed);
      items.push({ text: trimmed, start, end: start + trimmed.length });
    }
    at = cut.end;
  }
  return items;
}

const SHORT_REFERENCE = /^[\w.§:()/-]{1,24}$/;

/**
 * Items of a list written in one cell or line, separated by commas, semicolons, line breaks or `<br>`; separators inside
 * brackets, parentheses or code marks do not count. Where stronger separators than commas are used commas do not separate
 * (`Jane Doe, CTO; Ali Khan, CEO`), unless all items are short references.
 */
export function splitList(text: string): ListItem[] {
  const cuts = findCuts(text, true) ?? findCuts(text, false) ?? [];
  const all = pieces(text, cuts);
  const strong = cuts.filter((c) => c.strong);
  if (strong.length === 0 || strong.length === cuts.length) return all;
  return all.every((p) => SHORT_REFERENCE.test(p.text) && /\d/.test(p.text)) ? all : pieces(text, strong);
}
