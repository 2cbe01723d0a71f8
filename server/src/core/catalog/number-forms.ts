import type { CitationGrammar } from "./model.ts";

const ARTICLE_LEAD = /^(?:articles?|arts?\.?)\s*/i;
const ARTICLE = /^(\d{1,3}[a-z]?)((?:\([0-9a-z]{1,4}\)){0,5})$/i;
const ANNEX = /^(annex\s+)?([IVX]{1,5})(?![A-Za-z])(.{0,40})$/i;
const ANNEX_PART = /([A-Z])(?![a-z])|(\d{1,2})|\(?([a-z]{1,2})\)?(?![a-z])/g;
const WORDS = /\b(?:sections?|sec\.?|parts?|points?|paragraphs?|paras?\.?|no\.?|nos\.?|letters?|lit\.)(?![a-z])/gi;

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];

/** Whether a standard's numbers are articles and annexes of a law. */
export const isNumbered = (grammar: CitationGrammar): boolean =>
  grammar.articles !== undefined || grammar.roman_annexes !== undefined;

/**
 * A number in the form of a law (`9(2)(a)`, `III.5(b)`) or of a framework of families (`GOVERN 1.1`), however it is written:
 * `Art. 9 (2) point (a)`, `Annex III point 5(b)`, `Govern-1.1`. Undefined for what the grammar does not have.
 */
export function formsOf(grammar: CitationGrammar, text: string): string | undefined {
  if (text.length > 80) return undefined;
  const trimmed = text.trim();
  return (
    (grammar.roman_annexes && annexForm(trimmed)) ??
    (grammar.articles && articleForm(trimmed)) ??
    (grammar.families && familyForm(grammar, trimmed))
  );
}

function articleForm(text: string): string | undefined {
  const plain = text
    .replace(ARTICLE_LEAD, "")
    .replace(WORDS, "")
    .replace(/[\s,]+/g, "");
  const m = ARTICLE.exec(plain);
  return m === null ? undefined : `${m[1]}${m[2]}`.toLowerCase();
}

function annexForm(text: string): string | undefined {
  const m = ANNEX.exec(text);
  if (m === null) return undefined;
  const roman = (m[2] as string).toUpperCase();
  if (m[1] === undefined && m[2] !== roman) return undefined;
  if (!ROMAN.includes(roman)) return undefined;
  const rest = (m[3] as string).replace(WORDS, " ");
  let id = roman;
  for (const part of rest.matchAll(ANNEX_PART)) {
    id += part[3] === undefined ? `.${part[1] ?? part[2]}` : `(${part[3]})`;
  }
  return id;
}

function familyForm(grammar: CitationGrammar, text: string): string | undefined {
  const m = /^([A-Za-z]{2,12})(?:[\s.-]?(\d{1,2}(?:\.\d{1,2})?))?$/.exec(text);
  if (m === null) return undefined;
  const word = (m[1] as string).toUpperCase();
  const family = grammar.families?.includes(word) ? word : grammar.family_aliases?.[word];
  if (family === undefined) return undefined;
  return m[2] === undefined ? family : `${family} ${m[2]}`;
}

/** Whether the article or annex over a number can exist; undefined for an inserted one (`75a`), which only the list can tell. */
export function inRange(grammar: CitationGrammar, id: string): boolean | undefined {
  const roman = /^[IVX]+(?![a-z])/.exec(id)?.[0];
  const range = roman === undefined ? grammar.articles : grammar.roman_annexes;
  const top = roman === undefined ? Number.parseInt(id, 10) : ROMAN.indexOf(roman) + 1;
  if (range === undefined || Number.isNaN(top)) return undefined;
  if (top < range[0] || top > range[1]) return false;
  return /^\d+[a-z]/.test(id) ? undefined : true;
}

/** What stands over a number of a law, nearest first: `III.5`, `III` over `III.5(b)`. */
export function upwards(id: string): string[] {
  const out: string[] = [];
  for (let at = id; ; ) {
    const shorter = at.replace(/(?:\([^()]{1,4}\)|\.[^.()]{1,3})$/, "");
    if (shorter === at || shorter === "") return out;
    out.push(shorter);
    at = shorter;
  }
}
