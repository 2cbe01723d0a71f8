/** How far a number, a title and the `documented` flag can be relied on; `own` is an entry of this project's working set, which is no part of the document. */
export type Confidence = "high" | "medium" | "low" | "own";

/** Kinds of provision. `group` (A.5, A.6.1) and `objective` (A.5.1) are headings over controls; `annex`, `organizational-objective` and `risk-source` are reading matter. */
export type ProvisionKind =
  | "clause"
  | "control"
  | "group"
  | "objective"
  | "annex"
  | "organizational-objective"
  | "risk-source"
  | (string & {});

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
  /** What it is in its document: `clause`, `control`, `article`, `term`, …; see `server/data/standards/README.md`. */
  readonly kind: ProvisionKind;
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
  /** Further fields of its entry, such as `number`, `contrast`, `example_measure`, `duty_holders`, `applies_from`. */
  readonly more: Readonly<Record<string, unknown>>;
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
  /** First and last of the annexes with Roman numbers, `[1, 14]`; `Annex III point 5(b)`. */
  readonly roman_annexes?: readonly [number, number];
  /** Provisions under which no number exists but those listed. */
  readonly closed?: readonly string[];
  /** Words that stand before a number, `GOVERN 1.1`. */
  readonly families?: readonly string[];
  /** Short forms of the families, `{ GV: GOVERN }`; citations only where the standard is named. */
  readonly family_aliases?: Readonly<Record<string, string>>;
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
  /** `management-system`, `guidance`, `vocabulary`, `framework`, `regulation`, `certification`. */
  readonly kind: string;
  readonly certifiable: boolean;
  /** `published`, `draft`, `in-force`, `current`, `own` (a working set of this project). */
  readonly status: string;
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
  /** Whether no number exists but those of its catalogue. */
  readonly complete: boolean;
  /** Kinds of provision that have no titles in the text itself: theirs are this project's. */
  readonly own_titles?: readonly string[];
}

/** What the written record of an activity is expected to hold (ISO/IEC 42005, clause 6); field names are this project's. */
export interface ContentItem {
  readonly provision: string;
  readonly field: string;
  readonly what: string;
}
