import type { Span } from "../text/span.ts";
import type { Standard } from "./model.ts";

/** The number of an article or annex as it stands in a text. */
export interface LawNumber {
  readonly span: Span;
  readonly end: number;
  readonly annex: boolean;
}

const ARTICLE =
  /\d{1,3}[a-z]?(?:\s?\((?:\d{1,2}[a-z]?|[a-z]{1,4})\)){0,4}(?:,?\s(?:first |second |third )?(?:paragraph|point)\s\(?(?:\d{1,2}|[a-z])\)?(?![\w])){0,2}(?![\w.]\d)/y;
const ARTICLE_JOIN = /\s?(?:,|;|and|or|to|–|-|&)\s?(?:and\s)?(?:art(?:icles?|s?\.|s)?\s{0,2})?/iy;
const ANNEX =
  /\s?([IVX]{1,5})(?![\w])(?:[\s,]{0,2}(?:section|part)\s[A-C\d](?!\w))?(?:[\s,]{0,2}(?:points?|no\.?|paragraph)\s?\(?\d{1,2}\)?(?!\w|\.\d)|\s?\(\d{1,2}\)|[\s,]{1,2}\d{1,2}(?=\s?\([a-z])|\.\d{1,2}(?!\d))?(?:\s?\([a-z]{1,2}\))?/y;

/** Words that name a law other than by a name of the catalogue. */
const OTHER_LAW =
  /\b(?:directive|charter|treaty|convention|constitution|TFEU|ECHR|statute|(?:civil|penal|labour|criminal|commercial) code)\b|\bregulation\s(?:\((?:EU|EC)\)|no\.?)\s?(?!2024\/1689)|\b(?:data|digital services|digital markets|cyber resilience|data governance) act\b/i;

/** Words for other texts that have articles and annexes of their own. */
const OTHER_TEXT = /\b(?:contract|agreement|terms of (?:use|service)|bylaws?|by-laws?|articles of association)\b/i;

function match(re: RegExp, text: string, at: number): RegExpExecArray | null {
  re.lastIndex = at;
  return re.exec(text);
}

/** The numbers after the word for articles, `9(2)(a)`, or an enumeration where the word stands in the plural. */
export function articlesAt(text: string, from: number, plural: boolean): LawNumber[] {
  const found: LawNumber[] = [];
  let at = from + (/^\s{0,2}/.exec(text.slice(from, from + 2))?.[0].length ?? 0);
  for (let n = match(ARTICLE, text, at); n !== null; n = match(ARTICLE, text, at)) {
    const end = at + n[0].length;
    found.push({ span: { start: at, end }, end, annex: false });
    const join = match(ARTICLE_JOIN, text, end);
    if (join === null || !plural) break;
    at = end + join[0].length;
  }
  return found;
}

/** The Roman number, with point and letter, after the word for an annex: `III point 5(b)`. */
export function annexAt(text: string, from: number): LawNumber | undefined {
  const m = match(ANNEX, text, from);
  if (m === null) return undefined;
  const start = from + m[0].indexOf(m[1] as string);
  const end = from + m[0].length;
  return { span: { start, end }, end, annex: true };
}

/**
 * Whether a text that may mean `law` speaks of another law too, which its articles may belong to.
 * @param near the text is a short one, in which a contract or agreement may be meant as well
 */
export function speaksOfAnotherLaw(text: string, law: Standard, near: boolean): boolean {
  let rest = text;
  for (const name of [...(law.citation.names ?? []), law.designation, law.title]) rest = rest.replaceAll(name, "");
  return OTHER_LAW.test(rest) || (near && OTHER_TEXT.test(rest));
}
