import type { ProvisionRef, RecordFacts } from "../records/model.ts";

/** Lowest first. `excluded` stands apart: a control the SoA leaves out. */
export type Level = "missing" | "placeholder" | "excluded" | "documented" | "operated" | "effective" | "checked";

/** A record that bears on a provision, and how. */
export interface CoverageEvidence {
  readonly record: RecordFacts;
  /** `against` pulls the level down. */
  readonly role: "documents" | "operates" | "measures" | "checks" | "against" | "excludes" | "placeholder";
  /** What the record shows, a few words: `approved 2026-03-14`, `last dated 2026-06-30`. */
  readonly note: string;
}

/** Something that would raise the level. */
export interface Raise {
  /** Imperative sentence. */
  readonly text: string;
  /** A scaffold that does it, if one can. */
  readonly scaffold?: { readonly name: string; readonly args: Readonly<Record<string, string>> };
  /** A place to go to. */
  readonly goTo?: RecordFacts;
}

/** A document kept for another standard that can serve for a provision too. */
export interface Reused {
  readonly record: RecordFacts;
  /** The provision it was kept for. */
  readonly from: ProvisionRef;
  /** What it is and how far it serves, one sentence. */
  readonly note: string;
}

/** The coverage of one assessable provision. */
export interface ProvisionCoverage {
  readonly standard: string;
  readonly provision: string;
  readonly title: string;
  readonly level: Level;
  /** The four bars, each reached or not, in order documented, operated, effective, checked. */
  readonly bars: readonly [boolean, boolean, boolean, boolean];
  /** Why the level is what it is, one sentence. */
  readonly why: string;
  readonly evidence: readonly CoverageEvidence[];
  readonly raise: readonly Raise[];
  /** Provisions of another standard whose coverage this was read off by a crosswalk, since nothing addresses it itself. */
  readonly derived?: readonly ProvisionRef[];
  /** Documents kept for another management system that can serve here; they do not count. */
  readonly reuse?: readonly Reused[];
  /** A gap somebody has planned to close, `2027-02-28`. */
  readonly planned?: string;
}

/** What there is in writing on a provision: something that documents it, else something that only holds the place of it, else nothing. */
export type Written = "documents" | "placeholders" | "nothing";

/** A provision that nothing addresses and that nobody has planned to address, with what would raise it, which is worked out when asked for. */
export type Lacking = Pick<ProvisionCoverage, "standard" | "provision" | "raise">;

/** Coverage as rules and features read it; reads are noted like the index's. */
export interface CoverageApi {
  /** Undefined for a provision that is not assessable or not in the catalogue. */
  of(standard: string, provision: string): ProvisionCoverage | undefined;
  /** All assessable provisions of a standard in the catalogue's order. */
  all(standard: string): readonly ProvisionCoverage[];
  /** What there is in writing on an assessable provision. Only one without documents can be missing or have but a placeholder, and this is known sooner than `of`. */
  written(ref: ProvisionRef): Written;
  /** What `of` gives of a provision that is missing and not planned; undefined for others. Known sooner than `of`. */
  lacking(ref: ProvisionRef): Lacking | undefined;
  /** Works out in steps of some milliseconds what many provisions of a standard need of all files, before `of` is asked for one of them. */
  readying(standard: string): Generator<undefined>;
}
