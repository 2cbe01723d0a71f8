import { standard as findStandard, standards } from "../catalog/catalog.ts";
import { scanStandardNames } from "../catalog/citations.ts";
import type { Span } from "../text/span.ts";

/** Which of a standard's numbers the words before a number ask for. */
export type Asked =
  | { readonly by: "number" | "control" | "article" }
  /** An annex, or what stands under it. */
  | { readonly by: "annex" }
  /** A point of an annex of a law. */
  | { readonly by: "point"; readonly annex: string }
  /** A part of a framework, `MAP`. */
  | { readonly by: "family"; readonly family: string };

/** Something begun in prose that can be completed. */
export type ProseSpot =
  /** A provision's number, of the standard named before it; of the first worked to where none is. */
  | {
      readonly what: "provision";
      readonly standard: string | undefined;
      readonly asked: Asked;
      readonly span: Span;
    }
  | { readonly what: "record"; readonly prefix: string; readonly span: Span }
  /** The target of a Markdown link. */
  | { readonly what: "link"; readonly span: Span };

const LONGEST = 300;
const NUMBER = "(?<number>(?:[A-Za-z]\\.?)?[\\d.]{0,14})";
/** What may stand between a standard's name and the number begun, but for a law's. */
const AFTER_NAME =
  /^[ ,:]{1,2}(?:(?<word>(?:sub-?)?clauses?|cl\.|§|annex|controls?) ?)?(?<number>(?:[A-Z]\.?)?[\d.()a-z]{0,14})$/i;
const BARE_NAME = /(?<![\w.])(?<name>\d{5}|\d{4,5}-\d)(?=[ :])/g;
/** The number of an article or annex begun, the words before it, and how much of it is there. */
const ARTICLE =
  /(?:articles?|arts?\.?) ?(?:\d[\d()a-z]{0,10}(?:,|;| and| or| to) ?){0,8}(?<number>\d[\d()a-z]{0,10}|)$/i;
const ANNEX = /annex (?<number>[IVX]{0,5})$/i;
const POINT =
  /annex (?<annex>[IVX]{1,5})(?:[ ,]{1,2}section (?<section>[A-C]))?(?:\.|\(|[ ,]{1,2}(?:points?|no\.?|paragraph) ?)(?<number>\d{0,2}(?:\([a-z]{0,2}\)?)?)$/i;
const FAMILY = /(?<![\w-])(?<number>(?<family>[A-Z]{2,10}) (?:\d\.?\d{0,2})?)$/;
const WORDED = new RegExp(`(?<![\\w-])(?:(?:sub-?)?clauses?|annex|controls?|cl\\.|§) ?${NUMBER}$`, "i");
const BARE = /(?<![\w./-])(?<number>A\.[\d.]{0,12})$/;
const ID = /(?<![\w/.-])(?<id>[A-Z][A-Z0-9]{0,9}(?:-[A-Z0-9]{0,10}){1,4})$/i;
const LINK = /\]\((?<target>[^()\s]{0,200})$/;

/** What is being written in the prose before an offset. @param inUse standards worked to, catalogue ids */
export function proseSpotAt(text: string, offset: number, inUse: readonly string[]): ProseSpot | undefined {
  const newline = offset === 0 ? -1 : text.lastIndexOf("\n", offset - 1);
  const lineStart = Math.max(newline + 1, offset - LONGEST);
  const before = text.slice(lineStart, offset);
  const link = LINK.exec(before);
  if (link) return { what: "link", span: spanOf(text, offset, link.groups?.target ?? "", /[^()\s]/) };
  const begun = begunAt(before, inUse);
  if (!begun) return idSpot(text, offset, before);
  const { standard, asked, number } = begun;
  const opened = number.split("(").length - number.split(")").length;
  const span = spanOf(text, offset, number, /[\w.]/);
  // The bracket that an editor closed of its own accord.
  const closed = opened > 0 && text[span.end] === ")" ? 1 : 0;
  return { what: "provision", standard, asked, span: { start: span.start, end: span.end + closed } };
}

/** A citation begun. */
interface Begun {
  readonly standard: string | undefined;
  readonly asked: Asked;
  /** What of the number is there. */
  readonly number: string;
}

function begunAt(before: string, inUse: readonly string[]): Begun | undefined {
  const family = FAMILY.exec(before)?.groups;
  const framework = family && standards().find((s) => s.citation.families?.includes(family.family ?? ""));
  if (family && framework)
    return {
      standard: framework.id,
      asked: { by: "family", family: family.family ?? "" },
      number: family.number ?? "",
    };
  const named = begunAfterName(before);
  if (named) return named === "other" ? undefined : named;
  const laws = inUse.filter((id) => isLaw(id) && findStandard(id)?.catalogued === true);
  const law = laws.length === 1 ? begunInLaw(before, laws[0] as string) : undefined;
  if (law) return law;
  const found = WORDED.exec(before) ?? BARE.exec(before);
  const number = found?.groups?.number;
  return found && number !== undefined
    ? { standard: undefined, asked: askedBy(/^(?:annex|controls?)/i.exec(found[0])?.[0], number, undefined), number }
    : undefined;
}

const isLaw = (id: string): boolean => findStandard(id)?.citation.articles !== undefined;

/** An article, annex or point of a law begun at the end of a text. */
function begunInLaw(before: string, standard: string): Begun | undefined {
  for (const [pattern, by] of [
    [POINT, "point"],
    [ARTICLE, "article"],
    [ANNEX, "annex"],
  ] as const) {
    const m = pattern.exec(before);
    if (!m || /[\w-]/.test(before[m.index - 1] ?? "")) continue;
    const { number = "", annex = "", section } = m.groups ?? {};
    const under = [annex.toUpperCase(), section?.toUpperCase()].filter(Boolean).join(".");
    return { standard, asked: by === "point" ? { by, annex: under } : { by }, number };
  }
  return undefined;
}

/** By the word before a number, and the letter it begins with. */
function askedBy(word: string | undefined, number: string, standard: string | undefined): Asked {
  const hasControls = standard === undefined || findStandard(standard)?.certifiable === true;
  const letter = /^[A-Za-z](?:\.|$)/.exec(number)?.[0].charAt(0).toUpperCase();
  if (/^control/i.test(word ?? "") || (hasControls && letter === "A")) return { by: "control" };
  if (letter !== undefined) return { by: "annex" };
  if (/^annex/i.test(word ?? "")) return { by: hasControls ? "control" : "annex" };
  return { by: "number" };
}

/** The number begun after the last standard named; `other` where that is a law, and it is not a number that is begun. */
function begunAfterName(before: string): Begun | "other" | undefined {
  const name = scanStandardNames(before).at(-1);
  const bare = [...before.matchAll(BARE_NAME)].at(-1);
  const ends = [
    ...(name?.standard === undefined ? [] : [{ end: name.span.end, standard: name.standard }]),
    ...(bare === undefined ? [] : [{ end: bare.index + bare[0].length, standard: findStandard(bare[0])?.id }]),
  ].sort((a, b) => b.end - a.end);
  for (const { end, standard } of ends) {
    if (standard === undefined) continue;
    const rest = before.slice(end);
    const law = isLaw(standard) ? begunInLaw(rest, standard) : undefined;
    if (law) return law;
    const after = AFTER_NAME.exec(rest)?.groups;
    const number = after?.number;
    if (number === undefined || (/^[a-z.]{2,}$/i.test(number) && !/^[A-Z]\.?$/.test(number))) continue;
    if (isLaw(standard)) return "other";
    return { standard, asked: askedBy(after?.word, number, standard), number };
  }
  return undefined;
}

function idSpot(text: string, offset: number, before: string): ProseSpot | undefined {
  const id = ID.exec(before)?.groups?.id;
  if (id === undefined) return undefined;
  return { what: "record", prefix: id.slice(0, id.indexOf("-")), span: spanOf(text, offset, id, /[\w-]/) };
}

/** The word that `typed` begins, to its end after the offset. */
function spanOf(text: string, offset: number, typed: string, letter: RegExp): Span {
  let end = offset;
  while (end < text.length && end - offset < LONGEST && letter.test(text[end] as string)) end++;
  while (end > offset && text[end - 1] === ".") end--;
  return { start: offset - typed.length, end };
}
