import { bodies, heads } from "../generated/catalog.ts";
import type { CatalogRef, CitationGrammar, Confidence, ContentItem, Provision, Standard } from "./model.ts";
import { deriveNumber, normalizeNumber, type ProvisionNumber } from "./number.ts";
import { formsOf, inRange, isNumbered, upwards } from "./number-forms.ts";

export type * from "./model.ts";

interface RawHead extends Omit<Standard, "id" | "recheckBy" | "complete"> {
  standard: string;
  recheck_by: string;
  complete?: boolean;
  citation: CitationGrammar;
  derived_ids?: { pattern: string; to: string }[];
  numbers?: { complete: boolean; ids: string[] };
}

interface RawProvision {
  id: string;
  parent: string | null;
  kind: Provision["kind"];
  title: string;
  asks: string;
  documented: Provision["documented"];
  artefacts?: string[];
  evidence?: string[];
  related?: string[];
  assessable: boolean;
  confidence: Confidence;
  note?: string;
  sources?: string[];
}

interface RawBody extends Record<string, unknown> {
  provisions?: RawProvision[];
  contents?: ContentItem[];
}

interface Body {
  readonly provisions: readonly Provision[];
  readonly byId: ReadonlyMap<string, Provision>;
  readonly children: ReadonlyMap<string, readonly Provision[]>;
  readonly byTitle: ReadonlyMap<string, readonly Provision[]>;
  /** First words of the keys of `byTitle`. */
  readonly firstWords: ReadonlySet<string>;
  readonly raw: RawBody;
}

interface Registry {
  readonly standards: readonly Standard[];
  readonly byName: ReadonlyMap<string, Standard>;
  readonly raw: ReadonlyMap<string, RawHead>;
}

let registry: Registry | undefined;
const loaded = new Map<string, Body>();
const numbersOf = new Map<string, ReadonlySet<string>>();

const aliasKey = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_/]+/g, "-");

function toStandard(raw: RawHead): Standard {
  const { standard, recheck_by, derived_ids: _derived, numbers: _numbers, ...rest } = raw;
  return { ...rest, id: standard, recheckBy: recheck_by, complete: raw.complete === true };
}

function registryOf(): Registry {
  if (registry !== undefined) return registry;
  const raws = JSON.parse(heads) as RawHead[];
  const standards = raws.map(toStandard);
  const byName = new Map<string, Standard>();
  for (const s of standards) {
    for (const name of [s.id, s.short, s.designation, ...s.aliases, ...(s.citation.names ?? [])]) {
      byName.set(aliasKey(name), s);
    }
  }
  registry = { standards, byName, raw: new Map(raws.map((r) => [r.standard, r])) };
  return registry;
}

function toRef(text: string): CatalogRef {
  const colon = text.indexOf(":");
  return { standard: text.slice(0, colon), provision: text.slice(colon + 1) };
}

function toProvision(standard: string, raw: RawProvision, order: number): Provision {
  const { id, parent, kind, title, asks, documented, artefacts, evidence, related, assessable, ...rest } = raw;
  const { confidence, note, sources: _sources, ...more } = rest;
  return {
    standard,
    id,
    parent: parent ?? undefined,
    kind,
    title,
    asks: asks ?? "",
    documented,
    artefacts: artefacts ?? [],
    evidence: evidence ?? [],
    related: (related ?? []).map(toRef),
    assessable,
    confidence,
    note,
    order,
    more,
  };
}

function groupBy(list: readonly Provision[], key: (p: Provision) => string | undefined): Map<string, Provision[]> {
  const groups = new Map<string, Provision[]>();
  for (const p of list) {
    const k = key(p);
    if (k === undefined) continue;
    const group = groups.get(k);
    if (group === undefined) groups.set(k, [p]);
    else group.push(p);
  }
  return groups;
}

function bodyOf(id: string): Body | undefined {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const text = Object.hasOwn(bodies, id) ? bodies[id]?.() : undefined;
  if (text === undefined) return undefined;
  const raw = JSON.parse(text) as RawBody;
  const provisions = (raw.provisions ?? []).map((p, i) => toProvision(id, p, i));
  const numbered = provisions.flatMap((p) => (typeof p.more.number === "string" ? [[p.more.number, p] as const] : []));
  const byTitle = groupBy(provisions, (p) => (p.kind === "objective" ? undefined : titleKey(p.title)));
  const body: Body = {
    provisions,
    byId: new Map([...numbered, ...provisions.map((p) => [p.id, p] as const)]),
    children: groupBy(provisions, (p) => p.parent),
    byTitle,
    firstWords: new Set([...byTitle.keys()].map((key) => key.split(" ", 1)[0] as string)),
    raw,
  };
  loaded.set(id, body);
  return body;
}

/** All standards the catalogue knows, with or without their provisions. */
export function standards(): readonly Standard[] {
  return registryOf().standards;
}

/** The standard of this id, alias or name (`iso-42001`, `42001`, `ISO/IEC 42001:2023`), letter case aside. */
export function standard(idOrAlias: string): Standard | undefined {
  const { byName } = registryOf();
  return byName.get(idOrAlias) ?? byName.get(aliasKey(idOrAlias));
}

/** All provisions of a standard in its own order; empty where they are not catalogued. */
export function provisions(standardId: string): readonly Provision[] {
  return bodyOf(standardId)?.provisions ?? [];
}

/** A number as people write it, in the catalogue's form: `a-6-2-4`, `B.6.2.4` and `Annex A.6.2.4` all give `A.6.2.4`. */
export function canonicalNumber(standardId: string, number: string): ProvisionNumber | undefined {
  const grammar = registryOf().raw.get(standardId)?.citation;
  const form = grammar && formsOf(grammar, number);
  if (form !== undefined) return { id: form, item: undefined };
  const normal = normalizeNumber(number);
  const body = bodyOf(standardId);
  if (normal === undefined) return undefined;
  const item = normal.item === undefined ? undefined : `${normal.id}(${normal.item})`;
  if (item !== undefined && body?.byId.has(item)) return { id: item, item: undefined };
  if (body?.byId.has(normal.id)) return normal;
  const id = deriveNumber(normal.id, registryOf().raw.get(standardId)?.derived_ids ?? []);
  return id === undefined ? normal : { ...normal, id };
}

/**
 * The provision a number names, however it is written. A list item (`6.1.3 f)`), and a paragraph or point of an article or
 * annex that has no entry of its own (`9(2)(a)`), names the provision it stands in.
 * @param standardId catalogue id or alias
 */
export function provision(standardId: string, number: string): Provision | undefined {
  const body = bodyOf(standardId);
  if (body === undefined) {
    const other = standard(standardId);
    return other === undefined || other.id === standardId ? undefined : provision(other.id, number);
  }
  const exact = body.byId.get(number);
  if (exact !== undefined) return exact;
  const normal = canonicalNumber(standardId, number);
  if (normal === undefined) return undefined;
  return body.byId.get(normal.id) ?? above(standardId, body, normal.id);
}

/** The nearest provision over a number of a law; undefined where all that stands under one is known and this is not among it. */
function above(standardId: string, body: Body, number: string): Provision | undefined {
  const grammar = registryOf().raw.get(standardId)?.citation;
  if (grammar === undefined || !isNumbered(grammar)) return undefined;
  const closed = (id: string): boolean => grammar.closed?.includes(id) === true;
  for (const id of upwards(number)) {
    const found = body.byId.get(id);
    const listed = found === undefined || body.children.has(id);
    if (listed && (closed(id) || upwards(id).some(closed))) return undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The reference a written number means, by catalogue ids; undefined for a standard nobody knows and for a number its catalogue lacks.
 * @param standardName catalogue id, alias or name
 */
export function normalizeProvision(standardName: string, number: string): CatalogRef | undefined {
  const named = standard(standardName);
  if (named === undefined) return undefined;
  const found = provision(named.id, number);
  if (found !== undefined) return { standard: named.id, provision: found.id };
  if (named.complete || hasNumber(named.id, number) === false) return undefined;
  const id = canonicalNumber(named.id, number)?.id ?? "";
  return id === "" ? undefined : { standard: named.id, provision: id };
}

/** Whether the standard has such a number; undefined where the catalogue cannot tell. */
export function hasNumber(standardId: string, number: string): boolean | undefined {
  const raw = registryOf().raw.get(standardId);
  if (raw === undefined) return undefined;
  if (provision(standardId, number) !== undefined) return true;
  if (raw.complete === true) return false;
  const id = canonicalNumber(standardId, number)?.id;
  if (id === undefined) return undefined;
  if (raw.numbers !== undefined)
    return numbersIn(raw.standard, raw.numbers.ids).has(id) ? true : raw.numbers.complete ? false : undefined;
  if (!isNumbered(raw.citation)) return undefined;
  if (upwards(id).some((upper) => raw.citation.closed?.includes(upper))) return false;
  return inRange(raw.citation, id);
}

function numbersIn(standardId: string, ids: readonly string[]): ReadonlySet<string> {
  let set = numbersOf.get(standardId);
  if (set === undefined) {
    set = new Set(ids);
    numbersOf.set(standardId, set);
  }
  return set;
}

/** Standards other than `except` known to have such a number: what an unknown number may have been meant for. */
export function standardsWith(number: string, except: string): readonly Standard[] {
  return standards().filter((s) => s.id !== except && hasNumber(s.id, number) === true);
}

/** Provisions directly under one. */
export function children(standardId: string, id: string): readonly Provision[] {
  return bodyOf(standardId)?.children.get(id) ?? [];
}

/** Provisions for which coverage is worked out, in the standard's order. */
export function assessable(standardId: string): readonly Provision[] {
  return provisions(standardId).filter((p) => p.assessable);
}

/** The controls of a standard (ISO/IEC 42001: the 38 of Annex A), in its order. */
export function controls(standardId: string): readonly Provision[] {
  return provisions(standardId).filter((p) => p.kind === "control");
}

/** Contents a written record is expected to have by this standard. */
export function contents(standardId: string): readonly ContentItem[] {
  return bodyOf(standardId)?.raw.contents ?? [];
}

/** A list of a standard's file beside its provisions (`timeline`, `changes`, `risk_tiers`, `sources`, `notes`), as it stands there; empty where there is none. */
export function listOf(standardId: string, name: string): readonly Readonly<Record<string, unknown>>[] {
  const list = bodyOf(standardId)?.raw[name];
  return Array.isArray(list) ? list : [];
}

const STOP = new Set(["the", "a", "an", "of", "for", "and", "to", "in", "on"]);

/** A title with letter case, punctuation, articles, plural endings and spelling variants taken off, for comparing. */
export function titleKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .split(" ")
    .filter((w) => w !== "" && !STOP.has(w))
    .map(wordKey)
    .join(" ");
}

/** A word of a title's key. */
const wordKey = (word: string): string =>
  (word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word).replace(
    "ization",
    "isation",
  );

/** Whether the title of a provision can begin at `start`: a quick look at the first word there that counts. */
export function mayBeginTitle(standardId: string, text: string, start: number): boolean {
  const words = bodyOf(standardId)?.firstWords;
  if (words === undefined) return false;
  for (let at = start; at < text.length; ) {
    while (at < text.length && !isWordCode(text.charCodeAt(at))) at++;
    const from = at;
    while (at < text.length && isWordCode(text.charCodeAt(at))) at++;
    const word = text.slice(from, at).toLowerCase();
    if (!STOP.has(word)) return words.has(wordKey(word));
  }
  return false;
}

/** Whether a character code is a digit's or a plain letter's. */
const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/** Provisions with this title (some titles stand more than once: `AI policy` is 5.2 and A.2.2). */
export function provisionsByTitle(standardId: string, title: string): readonly Provision[] {
  return bodyOf(standardId)?.byTitle.get(titleKey(title)) ?? [];
}

/** The only provision with this title; undefined when none or several have it. */
export function provisionByTitle(standardId: string, title: string): Provision | undefined {
  const found = provisionsByTitle(standardId, title);
  return found.length === 1 ? found[0] : undefined;
}

/** Whether a title written beside a provision's number may stand there: its own, that of a provision above it or below it. */
export function titleFits(p: Provision, title: string): boolean {
  const key = titleKey(title);
  if (titleKey(p.title) === key) return true;
  return provisionsByTitle(p.standard, title).some((q) => isAbove(q, p) || isAbove(p, q));
}

function isAbove(upper: Provision, lower: Provision): boolean {
  for (let at: Provision | undefined = lower; at?.parent !== undefined; at = provision(at.standard, at.parent)) {
    if (at.parent === upper.id) return true;
  }
  return false;
}
