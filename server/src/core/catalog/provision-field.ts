import { provision, standard } from "./catalog.ts";
import { once } from "../text/once.ts";
import { remembering } from "../text/remember.ts";
import type { Citation } from "./citation.ts";
import { isMeasure, type Member, memberAt } from "./citation-members.ts";
import { type CitationSetting, mainStandard, provisionMeant, scanCitations, standardMeant } from "./citations.ts";
import { titleBeside } from "./citation-title.ts";

const PLAIN = /^[\s"'`*_[(]*(?:(?:(?:sub-?)?clauses?|cl\.|annex|controls?|sections?|§{1,2}|articles?|arts?\.?)\s*)*$/i;
const NUMBER = /[A-Z][.\u2011-]\d|\d/gi;
const ARTICLE = /(?:articles?|arts?\.?)?\s{0,2}(\d{1,3}[a-z]?(?:\s?\((?:\d{1,2}|[a-z]{1,4})\)){0,4})/iy;

/** Parts of a list written in one value: `5.2, A.2.2; 7.3`. Offsets into `text`. */
function parts(text: string): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = [];
  let start = 0;
  for (const m of text.matchAll(
    /[,;\n&]|\s(?:and|or)\s|\s?[–—]\s?(?=[A-Z]?\.?\d)|\s-\s(?=[A-Z]?\.?\d)|(?<=\d)-(?=\d+\.\d|[A-Z]\.\d)|\s(?:to|through)\s(?=[A-Z]?\.?\d)|\/(?=[A-Z]\.)/gi,
  )) {
    out.push({ start, end: m.index });
    start = m.index + m[0].length;
  }
  out.push({ start, end: text.length });
  return out;
}

function cite(
  text: string,
  span: Citation["span"],
  number: Citation["span"],
  end: number,
  setting: CitationSetting,
): Citation {
  const member: Member = { form: "dotted", dashed: false, parts: 0, number, end, wildcard: false };
  const title = titleBeside(text, member, setting.standard ?? mainStandard(setting.standards));
  const written = text.slice(number.start, number.end);
  const provision = provisionMeant(written, setting.standard, setting.standards);
  return {
    span,
    text: text.slice(span.start, span.end),
    numberSpan: number,
    number: written,
    standard: setting.standard,
    implied: undefined,
    edition: undefined,
    title,
    place: setting.place,
    meant: provision?.standard ?? standardMeant(setting.standard, setting.standards),
    provision,
  };
}

/** The number a part of a list consists of, with nothing but a clause word before it. */
function plainNumber(text: string, from: number, to: number, setting: CitationSetting): Citation | undefined {
  NUMBER.lastIndex = from;
  const first = NUMBER.exec(text);
  if (first === null || first.index >= to || !PLAIN.test(text.slice(from, first.index))) return undefined;
  const s = standard(setting.standard ?? mainStandard(setting.standards) ?? "");
  if (s?.citation.articles !== undefined) {
    ARTICLE.lastIndex = first.index;
    const m = ARTICLE.exec(text);
    if (m === null) return undefined;
    const number = { start: first.index, end: first.index + m[0].length };
    return cite(text, number, number, number.end, setting);
  }
  const m = memberAt(text, first.index);
  if (m === undefined || m.wildcard || isMeasure(text, m)) return undefined;
  if (m.form === "dotted" && m.parts === 1 && /[\p{L}\p{N}]/u.test(text.slice(m.end, to))) return undefined;
  return cite(text, { start: m.number.start, end: m.end }, m.number, m.end, setting);
}

/** A provision known by a word and no number (`accuracy`, `confabulation`), where the standard is named by the surroundings. */
function wordNumber(text: string, setting: CitationSetting): Citation | undefined {
  const bare = text.trim().replace(/^["'`]|["'`]$/g, "");
  if (setting.standard === undefined || !/^(?:[a-z][a-z_/-]*|[IVX]{1,5}[.(].{1,30})$/i.test(bare)) return undefined;
  if (provision(setting.standard, bare) === undefined) return undefined;
  const start = text.indexOf(bare);
  const span = { start, end: start + bare.length };
  return cite(text, span, span, span.end, setting);
}

/**
 * Citations in a value that holds nothing but provision numbers: an item of `satisfies`, a control's number, a cell under
 * `Clause`. Here a bare `5.2` is a citation. Spans are offsets of `text`.
 */
export function parseProvisionField(text: string, setting: CitationSetting): readonly Citation[] {
  if (text.length > 2000) return [];
  return rememberedIn(setting)(text);
}

type ReadField = (text: string) => readonly Citation[];

const MOST_REMEMBERED = 2048;
const remembered = once((_standards: readonly string[]) => new Map<string, ReadField>());

/** What short texts say in a setting: records name the same provisions again and again. */
function rememberedIn(setting: CitationSetting): ReadField {
  const { standards, standard, place } = setting;
  const known = remembered(standards);
  const key = standard === undefined ? place : `${place} ${standard}`;
  let read = known.get(key);
  if (!read) {
    const kept = { ...setting };
    read = remembering((text) => readField(text, kept), MOST_REMEMBERED);
    known.set(key, read);
  }
  return read;
}

function readField(text: string, setting: CitationSetting): readonly Citation[] {
  const named = wordNumber(text, setting);
  if (named !== undefined) return [named];
  if (!/\d/.test(text)) return [];
  const scanned = scanCitations(text, setting);
  const found: Citation[] = [...scanned];
  const covered = (at: number, to: number): boolean =>
    scanned.some((c) => c.numberSpan.start < to && at < c.numberSpan.end);
  for (const part of parts(text)) {
    if (covered(part.start, part.end)) continue;
    const c = plainNumber(text, part.start, part.end, setting);
    if (c !== undefined && !covered(c.span.start, c.span.end)) found.push(c);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
