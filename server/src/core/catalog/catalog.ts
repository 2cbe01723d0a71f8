import { bodies, heads } from "../generated/catalog.ts";
import { deriveNumber, normalizeNumber, type ProvisionNumber } from "./number.ts";

/** How far a number, a title and the `documented` flag can be relied on. */
export type Confidence = "high" | "medium" | "low";

/** A provision named from elsewhere in the catalogue. */
export interface CatalogRef {
  readonly standard: string;
  readonly provision: string;
}

/**
 * A citable unit of a standard. Number and title are the publisher's; `asks`, `artefacts` and `evidence` are this
 * project's own words and suggestions.
 */
export interface Provision {
  /** Catalogue id of its standard, `iso-42001`. */
  readonly standard: string;
  /** Its number, `A.6.2.4`. */
  readonly id: string;
  readonly parent: string | undefined;
  /**
   * `clause` and `control` can be cited; `group` (A.5, A.6.1) and `objective` (A.5.1) are headings over controls;
   * `annex`, `organizational-objective` and `risk-source` are reading matter.
   */
  readonly kind: "clause" | "control" | "group" | "objective" | "annex" | "organizational-objective" | "risk-source";
  readonly title: string;
  /** What it asks for, one or a few sentences. */
  readonly asks: string;
  /** `required`: its own text calls for something written (for a control, when the SoA includes it); `customary`: people usually keep the artefacts. */
  readonly documented: "required" | "customary" | "none";
  readonly artefacts: readonly string[];
  readonly evidence: readonly string[];
  readonly related: readonly CatalogRef[];
  /** Whether coverage is worked out for it. */
  readonly assessable: boolean;
  readonly confidence: Confidence;
  readonly note: string | undefined;
  /** Place in the standard's order, from 0. */
  readonly order: number;
}

/** How a document is cited; see `server/data/standards/README.md`. */
export interface CitationGrammar {
  /** The number by which a publisher's standard is named, `42001`. */
  readonly number?: string;
  /** Names in words, `EU AI Act`. */
  readonly names?: readonly string[];
  /** First and last top clause. */
  readonly clauses?: readonly [number, number];
  /** First and last article. */
  readonly articles?: readonly [number, number];
  /** Letters of the annexes with numbered parts. */
  readonly annexes?: readonly string[];
  /** Annexes whose numbers are taken as citations although no standard is named. */
  readonly bare?: readonly string[];
  /** Annexes whose numbers are so taken only when the standard has them. */
  readonly bare_known?: readonly string[];
  /** Words that stand before a number, `GOVERN 1.1`. */
  readonly families?: readonly string[];
}

/** One edition of a standard or law. */
export interface Standard {
  /** `iso-42001`. */
  readonly id: string;
  readonly edition: string;
  /** With its edition, `ISO/IEC 42001:2023`. */
  readonly designation: string;
  /** Without, `ISO/IEC 42001`. */
  readonly short: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly publisher: string;
  readonly certifiable: boolean;
  /** Years of all editions and adoptions ever published, where none is missing. */
  readonly editions?: readonly string[];
  /** All its amendments (`Amd 1:2024`), where none is missing; empty when it has none. */
  readonly amendments?: readonly string[];
  /** ISO date on which its status was looked up. */
  readonly checked: string;
  /** ISO date by which to look again. */
  readonly recheckBy: string;
  readonly citation: CitationGrammar;
  /** Whether its provisions are known one by one. */
  readonly catalogued: boolean;
}

/** What the written record of an activity is expected to hold (ISO/IEC 42005, clause 6); field names are this project's. */
export interface ContentItem {
  readonly provision: string;
  readonly field: string;
  readonly what: string;
}

interface RawHead {
  standard: string;
  edition: string;
  designation: string;
  short: string;
  aliases: string[];
  title: string;
  publisher: string;
  certifiable: boolean;
  editions?: string[];
  amendments?: string[];
  checked: string;
  recheck_by: string;
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
}

interface Body {
  readonly provisions: readonly Provision[];
  readonly byId: ReadonlyMap<string, Provision>;
  readonly children: ReadonlyMap<string, readonly Provision[]>;
  readonly byTitle: ReadonlyMap<string, readonly Provision[]>;
  readonly contents: readonly ContentItem[];
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
  return { ...rest, id: standard, recheckBy: recheck_by, catalogued: bodies[standard] !== undefined };
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
  return {
    standard,
    id: raw.id,
    parent: raw.parent ?? undefined,
    kind: raw.kind,
    title: raw.title,
    asks: raw.asks,
    documented: raw.documented,
    artefacts: raw.artefacts ?? [],
    evidence: raw.evidence ?? [],
    related: (raw.related ?? []).map(toRef),
    assessable: raw.assessable,
    confidence: raw.confidence,
    note: raw.note,
    order,
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
  const text = bodies[id];
  if (text === undefined) return undefined;
  const raw = JSON.parse(text) as { provisions: RawProvision[]; contents?: ContentItem[] };
  const provisions = raw.provisions.map((p, i) => toProvision(id, p, i));
  const body: Body = {
    provisions,
    byId: new Map(provisions.map((p) => [p.id, p])),
    children: groupBy(provisions, (p) => p.parent),
    byTitle: groupBy(provisions, (p) => (p.kind === "objective" ? undefined : titleKey(p.title))),
    contents: raw.contents ?? [],
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
  return registryOf().byName.get(aliasKey(idOrAlias));
}

/** All provisions of a standard in its own order; empty where they are not catalogued. */
export function provisions(standardId: string): readonly Provision[] {
  return bodyOf(standardId)?.provisions ?? [];
}

/** A number as people write it, in the catalogue's form: `a-6-2-4`, `B.6.2.4` and `Annex A.6.2.4` all give `A.6.2.4`. */
export function canonicalNumber(standardId: string, number: string): ProvisionNumber | undefined {
  const normal = normalizeNumber(number);
  if (normal === undefined || bodyOf(standardId)?.byId.has(normal.id)) return normal;
  const id = deriveNumber(normal.id, registryOf().raw.get(standardId)?.derived_ids ?? []);
  return id === undefined ? normal : { ...normal, id };
}

/**
 * The provision a number names, however it is written; an item (`6.1.3 f)`) names its provision.
 * @param standardId catalogue id or alias
 */
export function provision(standardId: string, number: string): Provision | undefined {
  const body = bodyOf(standardId);
  if (body === undefined) {
    const other = standard(standardId);
    return other === undefined || other.id === standardId || !other.catalogued
      ? undefined
      : provision(other.id, number);
  }
  const exact = body.byId.get(number);
  if (exact !== undefined) return exact;
  const normal = canonicalNumber(standardId, number);
  return normal === undefined ? undefined : body.byId.get(normal.id);
}

/**
 * The reference a written number means, by catalogue ids; undefined for a standard nobody knows and for a number its catalogue lacks.
 * @param standardName catalogue id, alias or name
 */
export function normalizeProvision(standardName: string, number: string): CatalogRef | undefined {
  const named = standard(standardName);
  if (named === undefined) return undefined;
  if (named.catalogued) {
    const found = provision(named.id, number);
    return found === undefined ? undefined : { standard: named.id, provision: found.id };
  }
  const id = normalizeNumber(number)?.id ?? number.trim().replace(/^(?:articles?|art)\.?\s*/i, "");
  return id === "" ? undefined : { standard: named.id, provision: id };
}

/** Whether the standard has such a number; undefined where the catalogue cannot tell. */
export function hasNumber(standardId: string, number: string): boolean | undefined {
  if (bodyOf(standardId) !== undefined) return provision(standardId, number) !== undefined;
  const numbers = registryOf().raw.get(standardId)?.numbers;
  const normal = normalizeNumber(number);
  if (numbers === undefined || normal === undefined) return undefined;
  let set = numbersOf.get(standardId);
  if (set === undefined) {
    set = new Set(numbers.ids);
    numbersOf.set(standardId, set);
  }
  return set.has(normal.id) ? true : numbers.complete ? false : undefined;
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
  return bodyOf(standardId)?.contents ?? [];
}

const STOP = new Set(["the", "a", "an", "of", "for", "and", "to", "in", "on"]);

/** A title with letter case, punctuation, articles, plural endings and spelling variants taken off, for comparing. */
export function titleKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .split(" ")
    .filter((w) => w !== "" && !STOP.has(w))
    .map((w) =>
      (w.length > 3 && w.endsWith("s") && !w.endsWith("ss") ? w.slice(0, -1) : w).replace("ization", "isation"),
    )
    .join(" ");
}

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
