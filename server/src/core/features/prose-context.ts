import { standard as findStandard, standards } from "../catalog/catalog.ts";
import { scanStandardNames } from "../catalog/citations.ts";
import type { Span } from "../text/span.ts";

/** Something begun in prose that can be completed. */
export type ProseSpot =
  /** A provision's number, of the standard named before it. */
  | {
      readonly what: "provision";
      readonly standard: string | undefined;
      readonly controls: boolean;
      readonly span: Span;
    }
  | { readonly what: "record"; readonly prefix: string; readonly span: Span }
  /** The target of a Markdown link. */
  | { readonly what: "link"; readonly span: Span };

const LONGEST = 300;
const NUMBER = "(?<number>(?:[A-Za-z]\\.?)?[\\d.]{0,14})";
/** What may stand between a standard's name and the number begun: a word for it, by the kind of number that follows. */
const AFTER_NAME =
  /^(?:[ ,:]{1,2})(?:(?<law>articles?|arts?\.?|annex) ?|(?<word>clauses?|annex|controls?) )?(?<number>(?:[IVX]{1,5}[.(]?|[A-Z]\.?)?[\d.()a-z]{0,14})$/i;
const BARE_NAME = /(?<![\w.])(?<name>\d{5}|\d{4,5}-\d)(?=[ :])/g;
const LAW =
  /(?<![\w-])(?:(?:articles?|art\.?) ?(?<article>\d[\d()a-z]{0,10}|)|annex (?<annex>[IVX]{1,5}[\d.()a-z]{0,10}))$/i;
const FAMILY = /(?<![\w-])(?<number>[A-Z]{2,10} (?:\d\.?\d{0,2})?)$/;
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
  return citationSpot(text, offset, before, inUse) ?? idSpot(text, offset, before);
}

function citationSpot(text: string, offset: number, before: string, inUse: readonly string[]): ProseSpot | undefined {
  const spot = (standard: string | undefined, number: string, controls: boolean): ProseSpot => ({
    what: "provision",
    standard,
    controls,
    span: spanOf(text, offset, number, /[\w.]/),
  });
  const family = FAMILY.exec(before)?.groups?.number;
  const framework = family && standards().find((s) => s.citation.families?.includes(family.split(" ", 1)[0] ?? ""));
  if (family && framework) return spot(framework.id, family, false);
  const named = namedSpot(before);
  if (named) return spot(named.standard, named.number, named.controls);
  const law = LAW.exec(before)?.groups;
  const laws = inUse.filter((id) => findStandard(id)?.citation.articles !== undefined);
  if (law && laws.length === 1) return spot(laws[0], law.article ?? law.annex ?? "", false);
  const found = WORDED.exec(before) ?? BARE.exec(before);
  if (!found) return undefined;
  const number = found.groups?.number ?? "";
  return spot(undefined, number, isControl(before, number, undefined));
}

const isControl = (before: string, number: string, standard: string | undefined): boolean =>
  (findStandard(standard ?? "")?.citation.roman_annexes === undefined &&
    /(?:annex|controls?) ?$/i.test(before.slice(0, before.length - number.length))) ||
  /^A(?:\.|$)/i.test(number);

/** The number begun after the last standard named. */
function namedSpot(before: string): { standard: string; number: string; controls: boolean } | undefined {
  const name = scanStandardNames(before).at(-1);
  const bare = [...before.matchAll(BARE_NAME)].at(-1);
  const ends = [
    ...(name?.standard === undefined ? [] : [{ end: name.span.end, standard: name.standard }]),
    ...(bare === undefined ? [] : [{ end: bare.index + bare[0].length, standard: findStandard(bare[0])?.id }]),
  ].sort((a, b) => b.end - a.end);
  for (const { end, standard } of ends) {
    const rest = standard === undefined ? undefined : AFTER_NAME.exec(before.slice(end))?.groups;
    if (standard === undefined || rest?.number === undefined) continue;
    if (/^[a-z.]{2,}$/i.test(rest.number) && !/^(?:[IVX]+|[A-Z])\.?$/.test(rest.number)) continue;
    return { standard, number: rest.number, controls: isControl(before, rest.number, standard) };
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
