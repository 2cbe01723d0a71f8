import { standard as findStandard } from "../catalog/catalog.ts";
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
const NAMED = new RegExp(
  `(?<![\\w.])(?<name>(?:ISO/IEC|ISO|IEC|NIST|EU)[ -][A-Za-z0-9 -]{1,24}?|\\d{5})(?::(?:19|20)\\d\\d)?(?:[ ,:]{1,2})(?:(?:clauses?|annex|controls?|articles?|art\\.?) )?${NUMBER}$`,
  "i",
);
const WORDED = new RegExp(`(?<![\\w-])(?:(?:sub-?)?clauses?|annex|controls?|cl\\.|§) ?${NUMBER}$`, "i");
const BARE = /(?<![\w./-])(?<number>A\.[\d.]{0,12})$/;
const ID = /(?<![\w/.-])(?<id>[A-Z][A-Z0-9]{0,9}(?:-[A-Z0-9]{0,10}){1,4})$/i;
const LINK = /\]\((?<target>[^()\s]{0,200})$/;

/** What is being written in the prose before an offset. */
export function proseSpotAt(text: string, offset: number): ProseSpot | undefined {
  const newline = offset === 0 ? -1 : text.lastIndexOf("\n", offset - 1);
  const lineStart = Math.max(newline + 1, offset - LONGEST);
  const before = text.slice(lineStart, offset);
  const link = LINK.exec(before);
  if (link) return { what: "link", span: spanOf(text, offset, link.groups?.target ?? "", /[^()\s]/) };
  return citationSpot(text, offset, before) ?? idSpot(text, offset, before);
}

function citationSpot(text: string, offset: number, before: string): ProseSpot | undefined {
  const named = NAMED.exec(before);
  const standard = named ? findStandard((named.groups?.name ?? "").replace(/:[\s\S]*/, ""))?.id : undefined;
  const found = standard !== undefined ? named : (WORDED.exec(before) ?? BARE.exec(before));
  if (!found) return undefined;
  const number = found.groups?.number ?? "";
  const controls = /(?:annex|controls?) ?$/i.test(before.slice(0, before.length - number.length)) || /^A/i.test(number);
  return { what: "provision", standard, controls, span: spanOf(text, offset, number, /[\w.]/) };
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
