import type { CoverageApi } from "../coverage/api.ts";
import type { KindId } from "../generated/kinds.ts";
import type { NewSection } from "../notation/write.ts";
import type { PlacedRecord, Plain, RecordData, RecordFacts } from "../records/model.ts";
import type { BlockData, Document } from "../syntax/document.ts";
import type { Span } from "../text/span.ts";
import type { AimsConfig, AimsIndex, Severity } from "../workspace/api.ts";
import type { Today } from "../workspace/today.ts";
import type { LISTS } from "./lists.ts";

export type { Severity };

export type RuleGroup =
  | "form"
  | "citation"
  | "link"
  | "scope"
  | "coverage"
  | "assessment"
  | "risk"
  | "evidence"
  | "independence"
  | "cycle"
  | "data"
  | "claim";

/** A place in some record, resolved when findings are shown: survives edits elsewhere in its file. */
export interface Anchor {
  readonly record: RecordFacts;
  /** The field; without it the record's head. */
  readonly field?: string;
  /** The field's value (default) or its key. */
  readonly part?: "value" | "key";
}

/** A file as a place: the heading with the anchor given, else its title, or its first line with content. */
export interface FileAnchor {
  readonly path: string;
  readonly section?: string;
}

/** Where a finding stands: a span relative to the unit's base (block, record) or absolute (document unit), or a place in another record or file. */
export type Where = Span | Anchor | FileAnchor;

/** One change of a fix, said in the records' own terms; the notation turns it into text when the fix is applied. */
export type Change =
  /** Replace text; span in the same frame as the finding's own. */
  | { readonly op: "replace"; readonly span: Span; readonly newText: string }
  /** Set a field (added where absent). */
  | { readonly op: "set-field"; readonly record: RecordFacts; readonly field: string; readonly value: Plain }
  /** Add fields that are absent, with an empty value or the one given. */
  | { readonly op: "add-fields"; readonly record: RecordFacts; readonly fields: Readonly<Record<string, Plain>> }
  /** Add entries to a list of mappings that the record has; the entries that stand there stay as they are. */
  | {
      readonly op: "add-entries";
      readonly record: RecordFacts;
      readonly field: string;
      readonly entries: readonly Readonly<Record<string, Plain>>[];
    }
  /** Remove a field. */
  | { readonly op: "remove-field"; readonly record: RecordFacts; readonly field: string }
  /** Add records of a kind to the register that holds `beside` (a row, an item). */
  | {
      readonly op: "add-records";
      readonly beside: RecordFacts;
      readonly kind: KindId;
      readonly records: readonly Readonly<Record<string, Plain>>[];
    }
  /** Add sections at the end of the finding's own Markdown document. */
  | { readonly op: "add-sections"; readonly sections: readonly NewSection[] }
  /** Run a scaffold (see `scaffold/`); creates files and links. */
  | { readonly op: "scaffold"; readonly scaffold: string; readonly args: Readonly<Record<string, string>> };

/** An edit that mends a finding. */
export interface Fix {
  /** Imperative, as a menu entry: `Replace "A.6.2.44" with "A.6.2.4"`. */
  readonly title: string;
  readonly changes: readonly Change[];
  /** Safe fixes are applied by fix-all and `--fix`: they need no answer from a person and cannot change a meaning. */
  readonly safe?: boolean;
  /** First choice of its finding. */
  readonly preferred?: boolean;
}

/** What a rule yields. */
export interface RawFinding {
  readonly at: Where;
  /** What is wrong with this document, one or two sentences, no full stop missing, no lecture. */
  readonly message: string;
  /** Why it matters and what to do, one or two sentences. */
  readonly help?: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly { readonly at: Anchor | FileAnchor; readonly message: string }[];
  /** Lower (never higher) than the rule's own severity, where a check needs a guess. */
  readonly severity?: Severity;
  /** Shown faded. */
  readonly unnecessary?: boolean;
  /** How many others it stands for, which are not told one by one. */
  readonly others?: number;
}

/** A record with its place, for rules on records. Spans of `data` are relative to `placed.base`, as `RawFinding.at` must be. */
export interface RecordUnit {
  readonly facts: RecordFacts;
  readonly data: RecordData;
  readonly path: string;
}
export interface BlockUnit {
  readonly path: string;
  readonly data: BlockData;
  readonly template: boolean;
}
/** What one record or block adds to a check over its whole document; undefined where that is nothing. It may hang on nothing else. */
export type PerUnit<D, T> = (data: D, config: AimsConfig) => T | undefined;

export interface DocumentUnit {
  readonly document: Document;
  readonly own: RecordFacts | undefined;
  /**
   * What `read` gives for each of the document's records, in order and as many. It is asked once for a record, not once for an edit: to
   * look along the answers is all that a long register costs. `read` must be the same function at each call.
   */
  readonly eachRecord: <T>(read: PerUnit<RecordData, T>) => readonly (T | undefined)[];
  /** The same for each of the document's blocks. */
  readonly eachBlock: <T>(read: PerUnit<BlockData, T>) => readonly (T | undefined)[];
  /** The lists (`listsIn`) in which any of its blocks holds something. */
  readonly lists: number;
}

/** What a rule may look at besides its unit. Everything read through it is noted, so that the finding is computed again when it changes. */
export interface RuleContext {
  today(): Today;
  config(): AimsConfig;
  readonly index: AimsIndex;
  readonly coverage: CoverageApi;
}

/**
 * What a record may hold that most do not, or that many rules ask for: fields that an earlier one has the name of, a kind that is none,
 * errors by its schema, and typed scalars (`typedScalars`).
 */
export type RecordPart = "duplicates" | "unknown-kind" | "errors" | "dates" | "references" | "files";

/**
 * What some block of a document may hold, words of a public claim among it, and the document itself: problems and suppressions; a template
 * is one placeholder.
 */
export type DocumentPart = (typeof LISTS)[number] | "suppressions" | "claims";

/** What a check gives that finds nothing and need not begin to look: most units have nothing in them for most rules. */
export const NONE: readonly RawFinding[] = [];

/**
 * A rule. It has one or more of the four checks; each is pure and looks at one unit: a generator, or where it is run over everything and
 * seldom finds anything a function that gives `NONE`. Checks are not run on files that are not governed. Rules import no rules.
 */
export interface Rule {
  /** Kebab-case; names the defect. */
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** One sentence: what it finds. */
  readonly summary: string;
  /** Off unless turned on in `aims.yaml` or settings. */
  readonly preview?: boolean;
  /** Runs on templates too (default: a template is left alone). */
  readonly onTemplates?: boolean;
  /** The kinds of records that `record` is about; it is run over no others. Left out, it is run over all, those of no kind too. */
  readonly kinds?: readonly KindId[];
  /** Fields of which a record has to have one for `record` to find something in it. Left out, none is needed. */
  readonly fields?: readonly string[];
  /** Of these a record has to hold something for `record` to find something in it. Left out, nothing is needed. */
  readonly recordsWith?: readonly RecordPart[];
  /**
   * What a document has to hold for `document` to find something there: a record of one of these kinds, or something of this part. Left
   * out, nothing is needed.
   */
  readonly documentsWith?: readonly KindId[] | DocumentPart;
  /**
   * What a block needs to have for `block` to find something there; it is run over no others. Left out, it is run over all. An expression
   * looks at nothing beside what it finds (no `^`, `$`, `\b`): where a document has nothing for it, none of its blocks is asked.
   */
  readonly blocksWith?: (typeof LISTS)[number] | RegExp;
  /** What `document` reads of the fields of each record: of a long document it is read beside the checks of the record, while these are at hand. */
  readonly readsRecords?: readonly PerUnit<RecordData, unknown>[];
  block?(unit: BlockUnit, ctx: RuleContext): Iterable<RawFinding>;
  record?(unit: RecordUnit, ctx: RuleContext): Iterable<RawFinding>;
  document?(unit: DocumentUnit, ctx: RuleContext): Iterable<RawFinding>;
  /** Once for each AIMS (a folder with `aims.yaml`; not run where there is none). */
  aims?(config: AimsConfig, ctx: RuleContext): Iterable<RawFinding>;
}

/** Declares a rule; only there to check its type. */
export const rule = (r: Rule): Rule => r;

export type { PlacedRecord };
