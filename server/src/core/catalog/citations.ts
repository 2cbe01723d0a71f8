import type { Span } from "../text/span.ts";
import { hasNumber, type Provision, provision, type Standard, standard, titleKey } from "./catalog.ts";
import type { Citation } from "./citation.ts";
import { patterns } from "./citation-patterns.ts";
import { type FamilyNumber, familyNumbers } from "./citation-families.ts";
import { type LawNumber, annexAt, articlesAt, speaksOfAnotherLaw } from "./citation-laws.ts";
import { isMeasure, joinedMember, type Member, memberAt } from "./citation-members.ts";
import { titleBeside } from "./citation-title.ts";

export type { Citation };

/** Where the text to be scanned stands. */
export interface CitationSetting {
  /** Catalogue ids of the standards in use; the first is meant where none is named. */
  readonly standards: readonly string[];
  readonly place: Citation["place"];
  /** A standard named by the surroundings: a column's header, a YAML key. Catalogue id. */
  readonly standard?: string;
}

/** A standard named in a text. */
export interface StandardName {
  readonly span: Span;
  /** Catalogue id; undefined for a standard the catalogue does not know. */
  readonly standard: string | undefined;
  readonly edition: string | undefined;
  /** Where the edition's year stands. */
  readonly editionSpan: Span | undefined;
  /** An amendment named beside it, `Amd 1:2024`. */
  readonly amendment: { readonly span: Span; readonly text: string } | undefined;
}

interface Named extends StandardName {
  /** Whether a number has been taken for it already. */
  used: boolean;
}

interface Scan {
  readonly text: string;
  readonly setting: CitationSetting;
  readonly out: Citation[];
  named: Named | undefined;
  /** Up to where the text has been read. */
  at: number;
  /** The law that articles mean beside which none is named; worked out once. */
  law?: { readonly found: { readonly standard: Standard; readonly sure: boolean } | undefined };
}

const AMENDMENT = /\s?\/?\s?(Amd\.?|Amendment)\s?\d{1,2}(?::\d{4})?/iy;
const YEAR_AFTER = /\s?\((\d{4})\)/y;
const AFTER_NAME =
  /[\s,:;|([*`_–—-]{0,6}(?:(?:(?:sub-?)?clauses?|cl\.|annex(?:es)?(?: A(?![.\w-]))?|controls?|requirements?|references?|sections?|paragraphs?|§{1,2})[\s:*`_([]{0,3}){0,4}/iy;
const AFTER_WORD =
  /[\s:*`_]{0,4}(?:A(?![.\w-])[\s:*`_]{0,3})?(?:(?:clauses?|controls?|annex|§{1,2})[\s:*`_]{0,3}){0,2}/iy;
const BEFORE_NAME = /[\s*`_]{0,3}(?:,\s?)?(of|in|from|under|per|\()\s?(?:the\s)?[*`_]{0,3}/iy;
const OWN_TEXT =
  /\s(?:of|in|under)\s(?:this|the|our|your|their|that|each|any|such|a|an)\s(?:[a-z-]{1,20}\s){0,3}(?:polic|contract|agreement|document|procedure|manual|dpa|msa|sla|terms|plan|guide|charter|licen[cs]e|appendix|report|annex|schedule|addendum)/iy;
const NOT_A_PROVISION =
  /(?:figure|fig\.?|table|appendix|exhibit|schedule|attachment|step|task|question|option|version|item|chapter|part|level|phase|room|building|unit|class|type|grade|example|eq\.?|equation|listing|slide|page)[\s:]{0,2}$/i;
const GROUP_WORD = /(?:annex|controls?|domains?|groups?|areas?|objectives?)[\s:*`_(]{0,4}$/i;
const BREAK = /\n|[.!?][)"'*_]{0,2}\s+[^a-z]/;

/** Sticky match of `re` at `at`. */
function match(re: RegExp, text: string, at: number): RegExpExecArray | null {
  re.lastIndex = at;
  return re.exec(text);
}

function nameFrom(text: string, m: RegExpExecArray): Named {
  const { byName, byNumber } = patterns();
  const g = m.groups as Record<string, string | undefined>;
  const words = g.words?.toLowerCase().replace(/[\u00a0-]/g, " ");
  const ofPart = g.part === undefined ? undefined : byNumber.get(`${g.num}-${g.part}`);
  const found =
    words === undefined
      ? (ofPart ?? byNumber.get(g.num ?? ""))
      : (byName.get(words) ?? byName.get(g.words?.toLowerCase() ?? ""));
  const partYear = g.part !== undefined && /^(?:19|20)\d\d$/.test(g.part) ? g.part : undefined;
  let end = m.index + m[0].length;
  let edition = g.year ?? partYear;
  let editionEnd = end;
  const year = edition === undefined && words === undefined ? match(YEAR_AFTER, text, end) : null;
  if (year !== null) {
    edition = year[1] as string;
    end += year[0].length;
    editionEnd = end - 1;
  }
  const amd = match(AMENDMENT, text, end);
  const amendment =
    amd === null
      ? undefined
      : { span: { start: end + amd[0].indexOf(amd[1] as string), end: end + amd[0].length }, text: amd[0].trim() };
  return {
    span: { start: m.index, end: amendment?.span.end ?? end },
    standard: found?.id,
    edition,
    editionSpan: edition === undefined ? undefined : { start: editionEnd - 4, end: editionEnd },
    amendment,
    used: false,
  };
}

/** All standards named in a text, known to the catalogue or not, in order. */
export function scanStandardNames(text: string): readonly StandardName[] {
  if (!/\d{3}|[A-Z]{2}/i.test(text)) return [];
  const { opener } = patterns();
  const names: StandardName[] = [];
  opener.lastIndex = 0;
  for (let m = opener.exec(text); m !== null; m = opener.exec(text)) {
    if (m.groups?.name !== undefined) names.push(nameFrom(text, m));
  }
  return names;
}

/** Forgets the named standard where the line or sentence ended, or a table cell after its number was taken. */
function expireName(scan: Scan, next: number): void {
  if (scan.named === undefined) return;
  const gap = scan.text.slice(scan.at, next + 1);
  if (BREAK.test(gap) || (scan.named.used && gap.includes("|"))) scan.named = undefined;
}

/** The standard meant by a number of clauses or annexes beside which none is named. */
const mainOf = (setting: CitationSetting): string | undefined => setting.standard ?? mainStandard(setting.standards);

/** The standard whose grammar a number is read by. */
function grammarOf(setting: CitationSetting, named: Named | undefined): Standard | undefined {
  const id = named === undefined ? mainOf(setting) : named.standard;
  return id === undefined ? undefined : standard(id);
}

/** `A.5.2 of ISO/IEC 27001`: the standard named after a list of numbers. */
function nameAfter(text: string, at: number, bare: boolean): Named | undefined {
  const connector = match(BEFORE_NAME, text, at);
  const gap = connector?.[0] ?? (bare ? /^\s?/.exec(text.slice(at, at + 1))?.[0] : undefined);
  if (gap === undefined) return undefined;
  const m = match(patterns().name, text, at + gap.length);
  if (m === null) return undefined;
  const name = nameFrom(text, m);
  if (connector?.[1] === "(" && !/^[*`_]{0,3}\)/.test(text.slice(name.span.end, name.span.end + 4))) return undefined;
  return name;
}

interface Found {
  readonly number: Span;
  readonly start: number;
  readonly end: number;
}

function push(
  scan: Scan,
  found: Found,
  named: Named | undefined,
  title: Citation["title"],
  law?: { readonly standard: string; readonly sure: boolean },
): void {
  const { number } = found;
  const text = scan.text.slice(found.start, found.end);
  const bare = number.start === found.start && number.end === found.end;
  const written = bare ? text : scan.text.slice(number.start, number.end);
  const id = law?.standard ?? (named === undefined ? scan.setting.standard : named.standard);
  const provision = provisionMeant(written, id, scan.setting.standards);
  scan.out.push({
    span: bare ? number : { start: found.start, end: found.end },
    text,
    numberSpan: number,
    number: written,
    standard: id,
    implied: law?.sure === false ? true : undefined,
    edition: named?.edition,
    title,
    place: scan.setting.place,
    meant: provision?.standard ?? standardMeant(id, scan.setting.standards),
    provision,
  });
  if (named !== undefined) named.used = true;
}

const numberOf = (text: string, m: Member): string => text.slice(m.number.start, m.number.end);

/** Whether the standard's grammar allows the number, so that it is worth checking. */
function plausible(scan: Scan, member: Member, named: Named | undefined, marked: boolean): boolean {
  const s = grammarOf(scan.setting, named);
  if (s === undefined || member.wildcard) return false;
  const number = numberOf(scan.text, member);
  const { annexes, bare, clauses } = s.citation;
  if (member.form === "dotted") {
    const top = Number.parseInt(number, 10);
    return clauses !== undefined && top >= clauses[0] && top <= clauses[1];
  }
  const letter = (number[0] as string).toUpperCase();
  if (!annexes?.includes(letter)) return false;
  const said = named !== undefined || scan.setting.standard !== undefined || marked;
  const sure = !member.dashed && (said || bare?.includes(letter));
  return sure || (bareLetter(s, letter) && hasNumber(s.id, number) === true);
}

const bareLetter = (s: Standard, letter: string): boolean =>
  (s.citation.bare?.includes(letter) || s.citation.bare_known?.includes(letter)) === true;

/** How a list of numbers was opened. */
interface Opening {
  /** Where the first citation begins. */
  readonly start: number;
  readonly number: number;
  /** `clause`: a word for clauses; `weak`: a word that documents use for their own sections too; `group`: annex, control; `name`: a standard's name; `none`: nothing. */
  readonly by: "clause" | "weak" | "group" | "name" | "none";
  readonly plural: boolean;
  /** Between the name and the number stand only spaces and light marks. */
  readonly close?: boolean;
}

/** Whether a lettered number that stands in this way is a citation at all. */
function letteredAllowed(scan: Scan, from: Opening, m: Member): boolean {
  const named = scan.named !== undefined || scan.setting.standard !== undefined;
  if (from.by === "weak" && !named) return false;
  const before = scan.text.slice(Math.max(0, m.number.start - 16), m.number.start);
  if (from.by === "none" && NOT_A_PROVISION.test(before)) return false;
  if (m.dashed) return m.parts > 2;
  if (m.parts > 2 || named || from.by === "group" || GROUP_WORD.test(before)) return true;
  const s = grammarOf(scan.setting, scan.named);
  const p = provision(s?.id ?? "", numberOf(scan.text, m));
  const title = p === undefined ? undefined : titleBeside(scan.text, m, p.standard);
  return title !== undefined && p !== undefined && titleKey(title.text) === titleKey(p.title);
}

function isKnown(scan: Scan, m: Member): boolean {
  const s = grammarOf(scan.setting, scan.named);
  return s !== undefined && hasNumber(s.id, numberOf(scan.text, m)) === true;
}

/** Whether a plain dotted number that stands in this way is a citation: never without a word or a name before it. */
function dottedAllowed(scan: Scan, from: Opening, m: Member): boolean {
  if (isMeasure(scan.text, m)) return false;
  if (from.by === "clause") return true;
  if (from.by === "weak" && (scan.named !== undefined || scan.setting.standard !== undefined)) return true;
  if (from.by === "weak") return scan.text[from.start] === "§" && m.parts > 2 && isKnown(scan, m);
  if (from.by !== "name" || m.parts < 2) return false;
  if (isKnown(scan, m)) return true;
  return from.close === true && Number.parseInt(numberOf(scan.text, m), 10) >= 4;
}

/** The standard named before, unless it has had its number and only the one worked to has these: `27001 A.5.4, and clause 6.1.4`. */
function carried({ named, setting, text }: Scan, members: readonly Member[]): Named | undefined {
  const main = mainOf(setting);
  if (!named?.used || named.standard === undefined || main === undefined) return named;
  const has = (id: string): boolean => members.some((m) => hasNumber(id, numberOf(text, m)) === true);
  return has(named.standard) || !has(main) ? named : undefined;
}

/** Reads one number or an enumeration of numbers and moves behind it; false when what stands there is no citation. */
function readList(scan: Scan, from: Opening): boolean {
  const { text } = scan;
  const first = memberAt(text, from.number);
  if (first === undefined) return false;
  if (!(first.form === "lettered" ? letteredAllowed : dottedAllowed)(scan, from, first)) return false;
  const grammar = grammarOf(scan.setting, scan.named);
  const known = (n: string): boolean => grammar !== undefined && hasNumber(grammar.id, n) === true;
  const members = [first];
  let last = first;
  for (let next = joinedMember(text, last, from.plural, known); next !== undefined; ) {
    members.push(next);
    last = next;
    next = joinedMember(text, last, from.plural, known);
  }
  const named = (from.by === "name" ? undefined : nameAfter(text, last.end, false)) ?? carried(scan, members);
  scan.at = last.end;
  if (named === undefined && from.by !== "none" && match(OWN_TEXT, text, last.end) !== null) return true;
  const short = from.by === "name" && text.slice(scan.named?.span.end, first.number.start) === ":";
  for (const m of members) {
    const own = named === scan.named && (short || m.form !== first.form) ? carried(scan, [m]) : named;
    if (!plausible(scan, m, own, from.by === "group")) continue;
    const start = m === first ? from.start : m.number.start;
    const id = own === undefined ? mainOf(scan.setting) : own.standard;
    push(scan, { number: m.number, start, end: m.end }, own, titleBeside(text, m, id));
  }
  return true;
}

function readAfterName(scan: Scan, name: Named, bare = false): void {
  scan.named = name;
  scan.at = name.span.end;
  const gap = match(AFTER_NAME, scan.text, scan.at)?.[0] ?? "";
  if (gap === "") return;
  const word = /[a-z§]/i.test(gap);
  const by = /annex|control/i.test(gap) ? "group" : word ? "clause" : "name";
  const close = /^[ :,(]+$/.test(gap) && !(bare && gap === " ");
  const plural = /clauses|controls|sections|§§/i.test(gap);
  readList(scan, { start: name.span.start, number: scan.at + gap.length, by, plural, close });
}

function readAfterWord(scan: Scan, m: RegExpExecArray, word: string): void {
  scan.at = m.index + m[0].length;
  const gap = match(AFTER_WORD, scan.text, scan.at)?.[0] ?? "";
  const by = /^(?:annex|control)/i.test(word) ? "group" : /^(?:section|§)/i.test(word) ? "weak" : "clause";
  const plural = /(?:clauses|sections|controls|annexes|§§)$/i.test(word);
  const at = scan.at;
  if (readList(scan, { start: m.index, number: at + gap.length, by, plural })) return;
  scan.at = at;
  const annex = /^annex/i.test(word) ? annexAt(scan.text, at) : undefined;
  if (annex !== undefined) {
    scan.at = annex.end;
    pushLaw(scan, [annex], m.index);
  }
}

/** `Article 9(2)(a)`, `Articles 9, 10 and 15`: a citation only where it is clear which law is meant. */
function readArticles(scan: Scan, m: RegExpExecArray): void {
  const found = articlesAt(scan.text, m.index + m[0].length, /s$|s\.$/i.test(m[0]));
  scan.at = found.at(-1)?.end ?? m.index + m[0].length;
  pushLaw(scan, found, m.index);
}

/** Takes numbers of a law for citations, if one is named or can be the only one meant. */
function pushLaw(scan: Scan, found: readonly LawNumber[], start: number): void {
  if (found.length === 0) return;
  const named = nameAfter(scan.text, scan.at, true) ?? scan.named;
  const law = named === undefined && scan.setting.standard === undefined ? impliedLaw(scan) : undefined;
  const grammar = law?.standard ?? grammarOf(scan.setting, named);
  if (grammar === undefined || (law === undefined && named === undefined && scan.setting.standard === undefined))
    return;
  found.forEach((number, i) => {
    if (number.annex ? grammar.citation.roman_annexes === undefined : grammar.citation.articles === undefined) return;
    const at = { number: number.span, start: i === 0 ? start : number.span.start, end: number.end };
    push(scan, at, named, undefined, law && { standard: grammar.id, sure: law.sure });
  });
}

/** The law meant where none stands beside the number: the only one the text names, else the only one worked to. */
function impliedLaw(scan: Scan): { readonly standard: Standard; readonly sure: boolean } | undefined {
  scan.law ??= { found: findLaw(scan.text, scan.setting.standards) };
  return scan.law.found;
}

function findLaw(text: string, inUse: readonly string[]): { standard: Standard; sure: boolean } | undefined {
  const isLaw = (s: Standard | undefined): s is Standard => s?.citation.articles !== undefined;
  const named = [...new Set(scanStandardNames(text).map((n) => standard(n.standard ?? "")))].filter(isLaw);
  const worked = inUse.map(standard).filter(isLaw);
  const [law] = named.length > 0 ? named : worked;
  if (law === undefined || (named.length > 0 ? named : worked).length > 1) return undefined;
  return speaksOfAnotherLaw(text, law, true) ? undefined : { standard: law, sure: named.length > 0 };
}

/** `GOVERN 1.1, 1.2`: the word tells the standard. In other letter case, shortened, or without a second number only where the standard is named or worked to. */
function readFamily(scan: Scan, m: RegExpExecArray, family: string): void {
  const s = patterns().byFamily.get(family.toUpperCase());
  const found = s === undefined ? [] : familyNumbers(scan.text, m.index, family, s);
  scan.at = found.at(-1)?.end ?? m.index + family.length;
  if (s === undefined) return;
  const named = scan.named?.standard === s.id || scan.setting.standard === s.id;
  for (const number of found) {
    if (!familyAllowed(number, s, named, named || scan.setting.standards.includes(s.id))) continue;
    const span = { start: number.start, end: number.end };
    scan.out.push({
      span,
      text: scan.text.slice(span.start, span.end),
      numberSpan: span,
      number: number.id,
      standard: s.id,
      implied: undefined,
      edition: undefined,
      title: undefined,
      place: scan.setting.place,
      meant: s.id,
      provision: provision(s.id, number.id),
    });
  }
}

function familyAllowed(number: FamilyNumber, s: Standard, named: boolean, inUse: boolean): boolean {
  const known = hasNumber(s.id, number.id) === true;
  if (!known) return named && number.sub;
  if (named) return true;
  return inUse ? number.capital : number.plain && number.sub && number.upper;
}

function read(scan: Scan, m: RegExpExecArray): void {
  const g = m.groups as Record<string, string | undefined>;
  expireName(scan, m.index);
  if (g.name !== undefined) readAfterName(scan, nameFrom(scan.text, m));
  else if (g.bare !== undefined) readAfterName(scan, bareName(m, g.bare), true);
  else if (g.word !== undefined) readAfterWord(scan, m, g.word);
  else if (g.article !== undefined) readArticles(scan, m);
  else if (g.family !== undefined) readFamily(scan, m, g.family);
  else readList(scan, { start: m.index, number: m.index, by: "none", plural: false });
  scan.at = Math.max(scan.at, m.index + 1);
}

function bareName(m: RegExpExecArray, number: string): Named {
  const span = { start: m.index, end: m.index + number.length };
  const known = patterns().byNumber.get(number)?.id;
  return { span, standard: known, edition: undefined, editionSpan: undefined, amendment: undefined, used: false };
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

const LEADING_NUMBER = /^[\s#>|*`_-]{0,12}(?=\d{1,2}\.\d)/;

/** `6.1.4 AI system impact assessment` at the text's beginning: the standard's own title says what the number is. */
function readTitledNumber(scan: Scan): void {
  if (isLetter(scan.text.charCodeAt(0))) return;
  const lead = LEADING_NUMBER.exec(scan.text);
  const s = lead === null ? undefined : grammarOf(scan.setting, undefined);
  const m = lead === null || s === undefined ? undefined : memberAt(scan.text, lead[0].length);
  if (s === undefined || m === undefined) return;
  const p = provision(s.id, numberOf(scan.text, m));
  const title = p === undefined ? undefined : titleBeside(scan.text, m, s.id);
  if (p === undefined || title === undefined || !titleKey(p.title).includes(" ")) return;
  if (titleKey(title.text) !== titleKey(p.title)) return;
  push(scan, { number: m.number, start: m.number.start, end: m.end }, undefined, title);
  scan.at = m.end;
}

/**
 * Every citation of a provision in a text, in order; spans are offsets of `text`. A number counts only where something
 * says that it is one: a letter with three segments, a clause word, a standard's name, an article of a named law.
 * Never throws; linear in the text's length.
 */
export function scanCitations(text: string, setting: CitationSetting): Citation[] {
  if (!/\d|annex\s[IVX]/i.test(text)) return [];
  const { opener } = patterns();
  const out: Citation[] = [];
  const scan: Scan = { text, setting, out, named: undefined, at: 0 };
  readTitledNumber(scan);
  opener.lastIndex = scan.at;
  for (let m = opener.exec(text); m !== null; m = opener.exec(text)) {
    read(scan, m);
    opener.lastIndex = scan.at;
  }
  return out;
}

const clausal = new WeakMap<readonly string[], readonly string[]>();

/** Those of some standards that a number of clauses or annexes without a name can mean: laws and frameworks are cited in other ways. */
function clauseStandards(ids: readonly string[]): readonly string[] {
  let found = clausal.get(ids);
  if (found === undefined) {
    found = ids.filter((id) => {
      const s = standard(id);
      return s !== undefined && s.kind !== "regulation" && s.kind !== "framework" && s.citation.clauses !== undefined;
    });
    clausal.set(ids, found);
  }
  return found;
}

/** The standard meant where a number of clauses or annexes stands alone: the first in use that is cited in that way. */
export const mainStandard = (ids: readonly string[]): string | undefined => clauseStandards(ids)[0];

/** The provision meant by a number beside which a standard is named or none: of the standards in use the first that has it. */
export function provisionMeant(
  number: string,
  named: string | undefined,
  inUse: readonly string[],
): Provision | undefined {
  if (named !== undefined) return provision(named, number);
  for (const id of clauseStandards(inUse)) {
    const found = provision(id, number);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The standard meant by a number that none has that can be meant: the one named, else the first in use. Catalogue id. */
export function standardMeant(named: string | undefined, inUse: readonly string[]): string | undefined {
  const id = named ?? mainStandard(inUse);
  return id === undefined ? undefined : (standard(id)?.id ?? id);
}
