import type { FileEdit, TextEdit } from "./text/edit.ts";
import type { Position, Range } from "./text/span.ts";
import type { SharedFile, StoredFound, StoredHead, StoredPart, StoredShown } from "./analysis/stored.ts";
import type { ProvisionCoverage } from "./coverage/api.ts";
import type { Severity } from "./workspace/api.ts";
import type { Version } from "./workspace/history.ts";

/** A change to the world as the shells see it. Paths are absolute with forward slashes and are opaque beyond that. */
export type WorldChange =
  /** A text file's content (YAML, Markdown, CSV): new or changed. */
  | { readonly type: "set"; readonly path: string; readonly text: string }
  /** A file is gone. */
  | { readonly type: "delete"; readonly path: string }
  /** A file that was worked on is so no more: it is kept at hand only as long as others that are looked at. */
  | { readonly type: "closed"; readonly path: string }
  /** A file of another kind exists (link targets). */
  | { readonly type: "exists"; readonly path: string }
  /** The text of a results file that `takeWanted` asked for, or why it was not read. */
  | { readonly type: "source"; readonly path: string; readonly text: string }
  | { readonly type: "source"; readonly path: string; readonly problem: string }
  /** Earlier versions of a file that `takeWantedHistory` asked for, newest first: one for each commit that touched it. */
  | { readonly type: "history"; readonly path: string; readonly versions: readonly Version[] }
  /** There are new commits, or another branch: what was brought as `history` is asked for again. */
  | { readonly type: "commits" }
  /** The workspace folders. */
  | { readonly type: "roots"; readonly roots: readonly string[] }
  /** ISO date. */
  | { readonly type: "today"; readonly today: string }
  /** Rule severities from the user's settings; `aims.yaml` goes before them. */
  | { readonly type: "severities"; readonly rules: Readonly<Record<string, Severity | "off">> }
  | Unreadable;

/** A file that could not be read or is over the size limit, or a folder that could not be listed: shown as a finding, never as a clean bill. */
export interface Unreadable {
  readonly type: "unreadable";
  readonly path: string;
  /** In words that finish "it was not checked: …". */
  readonly reason: string;
  /** Whether it is a folder: what it holds is not known, so that nothing in it is taken for missing. */
  readonly folder?: true;
}

/** A finding at its place, positions resolved. */
export interface Finding {
  readonly path: string;
  readonly range: Range;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly fixes: readonly FindingFix[];
  readonly related: readonly { readonly path: string; readonly range: Range; readonly message: string }[];
  readonly unnecessary: boolean;
  /** How many findings it stands for, where these are so many that they are not told one by one. */
  readonly others?: number;
}
export interface FindingFix {
  readonly title: string;
  readonly safe: boolean;
  readonly preferred: boolean;
  /** The edits, worked out when asked for; undefined when they can no longer be made. */
  edits(): readonly FileEdit[] | undefined;
}

export interface HoverResult {
  /** Markdown, already escaped where it quotes documents. */
  readonly markdown: string;
  readonly range: Range;
}
/** A remark shown within a line. */
export interface InlayHint {
  readonly position: Position;
  readonly label: string;
  /** Markdown, already escaped where it quotes documents. */
  readonly tooltip: string;
}
export interface CompletionEntry {
  readonly label: string;
  readonly kind: "kind" | "field" | "value" | "provision" | "record" | "person" | "file" | "scaffold";
  readonly detail?: string;
  readonly filterText?: string;
  readonly sortText?: string;
  /** What is replaced and with what, in this document. */
  readonly edit: { readonly range: Range; readonly newText: string };
  /** `newText` holds `${1:…}` stops. */
  readonly snippet?: boolean;
  /** Key for `resolveCompletion`. */
  readonly data: string;
}
/** What can be written at a place. */
export interface Completions {
  readonly entries: readonly CompletionEntry[];
  /** More can be written than is given: to be asked for again as the word grows. */
  readonly incomplete: boolean;
}
export interface Location {
  readonly path: string;
  readonly range: Range;
  /** What to select within it. */
  readonly selection: Range;
}
/** A place alone. */
export interface Place {
  readonly path: string;
  readonly range: Range;
}
/** A place in a document at which something is named. */
export interface Highlight {
  readonly range: Range;
  /** Whether it is where the record is declared. */
  readonly declares: boolean;
}
/** A record or document found by name. */
export interface WorkspaceSymbol {
  readonly path: string;
  /** The record's number in its file; see `Snapshot.rangeOf`. */
  readonly ordinal: number;
  readonly name: string;
  /** What it is: the title of its kind. */
  readonly detail: string;
  readonly kind: "document" | "record";
}
export interface SymbolNode {
  readonly name: string;
  readonly detail: string;
  readonly kind: "document" | "record" | "section" | "field";
  readonly range: Range;
  readonly selection: Range;
  readonly children: readonly SymbolNode[];
}
/** A code action that is no finding's fix. */
export interface Action {
  readonly title: string;
  readonly kind: "quickfix" | "refactor.rewrite" | "source" | "source.fixAll.aims";
  readonly edits: () => readonly FileEdit[] | undefined;
  /** The finding it belongs to, when it is a fix (rule id and range identify it). */
  readonly finding?: Finding;
  readonly preferred?: boolean;
}

/** One AI system as the systems view shows it. */
export interface SystemRow {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly tier: string;
  /** Its class under the EU AI Act by the facts declared, with the reasoning line by line; both empty where no fact bears on it. */
  readonly derived: { readonly verdict: string; readonly reasons: readonly string[] };
  readonly stage: string;
  /** `in`, `out`, or `unstated`. */
  readonly scope: "in" | "out" | "unstated";
  /** `draft`: an assessment exists but is a template, draft or unapproved. */
  readonly assessed: "assessed" | "stale" | "draft" | "unassessed" | "not-needed";
  readonly why: string;
  readonly location: Location;
  readonly assessments: readonly { readonly label: string; readonly location: Location }[];
}

/** All that is known of one record, taken together from every place that describes it. */
export interface RecordAccount {
  readonly what: "record";
  /** Empty for a record without an id. */
  readonly id: string;
  readonly title: string;
  /** The kind's id in the schemas, and its name; the first is empty where it is not known. */
  readonly kind: string;
  readonly kindTitle: string;
  readonly template: boolean;
  /** Where it is described most fully. */
  readonly location: Location;
  /** Where else it is. */
  readonly others: readonly Location[];
  /** What is filled in, in the schema's order, as plain text. */
  readonly fields: readonly { readonly name: string; readonly title: string; readonly text: string }[];
  /** For an AI system: where it stands, and the duties of its class under the EU AI Act by date, a sentence each. */
  readonly system?: SystemRow;
  readonly duties?: readonly string[];
  /** Records it names, and records that name it, in fields made for that. */
  readonly names: readonly RecordLink[];
  readonly namedBy: readonly RecordLink[];
  /** Documents that name it in their text. */
  readonly mentionedIn: readonly string[];
  readonly serves: readonly ServedProvision[];
  readonly findings: readonly Finding[];
}
export interface RecordLink {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  /** The field that holds the reference. */
  readonly field: string;
  /** Undefined where the id leads nowhere. */
  readonly location: Location | undefined;
}
/** A provision a record bears on. */
export interface ServedProvision {
  readonly standard: string;
  readonly provision: string;
  readonly title: string;
  /** How far the provision is covered, by all its evidence; undefined where that is not counted. */
  readonly level: ProvisionCoverage["level"] | undefined;
  /** What the record is to it; `says`: it says that it answers the provision, and does not count. */
  readonly role: ProvisionCoverage["evidence"][number]["role"] | "says";
  /** What it shows, a few words. */
  readonly note: string;
}
/** Records asked for by name, or else what may have been meant, best first. */
export interface RecordsNamed {
  readonly found: readonly RecordAccount[];
  readonly nearest: readonly string[];
}

/** Coverage of one AIMS by one standard, ready to be shown. */
export interface CoverageReport {
  readonly root: string;
  readonly organization: string;
  readonly standard: string;
  readonly standardTitle: string;
  /** How many assessable provisions reach each bar or stand below the first. */
  readonly counts: Readonly<
    Record<
      "total" | "missing" | "placeholder" | "excluded" | "documented" | "operated" | "effective" | "checked",
      number
    >
  >;
  readonly groups: readonly CoverageGroup[];
  /** What to bear in mind with these figures, sentences; empty for most standards. */
  readonly notes: readonly string[];
}
export interface CoverageGroup {
  readonly id: string;
  /** The title alone, without the id. */
  readonly title: string;
  readonly provisions: readonly CoverageRow[];
}
export interface CoverageRow extends Omit<ProvisionCoverage, "evidence" | "raise" | "reuse"> {
  readonly asks: string;
  /** The heading right over it, where that is not the group's own: a category of a framework, a subclause. */
  readonly under?: { readonly id: string; readonly title: string };
  /** Documents kept for another standard that can serve here; they do not count. */
  readonly reuse: readonly { readonly note: string; readonly location: Location }[];
  readonly evidence: readonly {
    readonly label: string;
    readonly role: string;
    readonly note: string;
    readonly location: Location;
  }[];
  readonly raise: readonly {
    readonly text: string;
    readonly scaffold?: { readonly name: string; readonly args: Readonly<Record<string, string>> };
    readonly location?: Location;
  }[];
}

/** A scaffold a person can start from a command. */
export interface ScaffoldInfo {
  readonly name: string;
  readonly title: string;
  /** Choices to ask for, in order; `options` may be empty (free text). */
  readonly args: readonly {
    readonly name: string;
    readonly prompt: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }[];
}

/**
 * How far findings have to be worked out. `settled` (the default): wholly. `now`: what rules on a whole AIMS find (coverage and the
 * like, which a keystroke hardly changes) may still be as it was before the last changes; all else is of now. `alone`: only what hangs on
 * nothing but the file itself and the AIMS's configuration, which holds even before the rest is read.
 */
export type Freshness = "settled" | "now" | "alone";

/** The world at one moment. Everything is worked out when asked for and remembered. */
export interface Snapshot {
  /** Increases with every `apply` that changed anything. */
  readonly revision: number;
  /** Governed files, sorted. */
  files(): readonly string[];
  text(path: string): string | undefined;
  /** Sorted by place, then rule. Empty for files that are not governed. */
  findings(path: string, freshness?: Freshness): readonly Finding[];
  allFindings(): readonly Finding[];
  /** Identity of `findings(path)`: equal strings, equal findings. */
  findingsId(path: string, freshness?: Freshness): string;
  /** Roots of the AIMSs (folders with an `aims.yaml`), sorted. */
  aimsRoots(): readonly string[];
  /** Ids of the standards an AIMS works to, those first that it names first. */
  standards(root: string): readonly string[];
  /** Ids of all standards whose coverage can be counted. */
  knownStandards(): readonly string[];
  /** Those standards with their names, the ones some AIMS works to first. */
  standardChoices(): readonly {
    readonly id: string;
    readonly designation: string;
    readonly title: string;
    readonly worked: boolean;
  }[];
  /** Undefined when the standard has no catalogue of provisions. `standard` may be an alias. */
  coverage(root: string, standard: string): CoverageReport | undefined;
  systems(root: string): readonly SystemRow[];
  /** The records of this id, or else of this title, in every AIMS. */
  records(named: string): RecordsNamed;
  hover(path: string, at: Position): HoverResult | undefined;
  /** What results files say, beside the numbers of the measurements within `range`. */
  inlayHints(path: string, range: Range): readonly InlayHint[];
  completion(path: string, at: Position): Completions;
  /** Markdown documentation of an entry. */
  resolveCompletion(path: string, data: string): string | undefined;
  definition(path: string, at: Position): readonly Location[];
  /** Every place at which what stands at `at` is named, file by file, so that a shell can answer in between; see `features/references.ts`. */
  references(path: string, at: Position, declaration: boolean): Generator<readonly Place[]>;
  /** The places in this document at which what stands at `at` is named. */
  highlights(path: string, at: Position): readonly Highlight[];
  symbols(path: string): readonly SymbolNode[];
  /** Does in steps of less than a millisecond what `workspaceSymbols` needs of files that were not asked for their names before. */
  gatheringSymbols(): Iterator<undefined>;
  /** Records and documents by id and title, best match first, a hundred at most. */
  workspaceSymbols(query: string): readonly WorkspaceSymbol[];
  /** Where the head of a file's record stands, by its number; undefined when there is none (any more). */
  rangeOf(path: string, ordinal: number): Range | undefined;
  actions(path: string, range: Range): readonly Action[];
  /** All safe fixes of a file, to a fixpoint. */
  fixAll(path: string): readonly TextEdit[];
  scaffolds(root: string): readonly ScaffoldInfo[];
  /** The edits of a scaffold, or what is wrong in one sentence. */
  scaffold(root: string, name: string, args: Readonly<Record<string, string>>): readonly FileEdit[] | string;
}

/** The world and all that is known of it. */
export interface Host {
  /** Takes changes in, as one step. Reads the changed files; everything else is worked out when asked for. */
  apply(changes: readonly WorldChange[]): Snapshot;
  /**
   * Reads a text that is to be applied next as `set`, a little at each step, so that to apply it then costs little; nothing to do for one
   * that is not long. Changes in between do no harm.
   */
  preparing(path: string, text: string): Generator<undefined>;
  /** The state after the last `apply`. It is live: what it answers is always of now. */
  readonly snapshot: Snapshot;
  /** Files whose findings may have changed since this was last asked (removed files included), sorted. Ask `findingsId` to know. */
  takeChanged(freshness?: Freshness): readonly string[];
  /** Whether to work out a document's findings takes so long that it would be felt, unless `checking` has done it. */
  takesLong(path: string): boolean;
  /** Works out the findings of a document, a little at each step, so that a shell can answer in between. Changes in between do no harm. */
  checking(path: string): Generator<undefined>;
  /** The `alone` findings of a document, a little at each step; undefined where its text has changed meanwhile. */
  findingAlone(path: string): Generator<undefined, readonly Finding[] | undefined>;
  /** Works out what `settled` findings need, a little at each step, so that a shell can answer in between. Changes in between do no harm. */
  settling(): Generator<undefined>;
  /** Paths of results files that findings hang on and that have not been brought, or have changed since; asks once. Bring them as `source`. */
  takeWanted(): readonly string[];
  /** Paths of files whose earlier versions findings hang on and that have not been brought; asks once. Bring them as `history`. */
  takeWantedHistory(): readonly string[];
  /** Paths of files that were found to say something else by now than what was read; asks once. Bring them as `set`. */
  takeStrayed(): readonly string[];
  /**
   * All that is known, in parts that survive JSON, for `restore` in a later run of the same version of the tool. Answers true at its end when
   * the parts are whole: it gives up where findings are not all worked out, or something changes in between.
   * @param share the files whose findings this host works out, where others work out the rest (see `facts`): parts of no other file
   *   are given, and no `file` parts
   */
  save(share?: ReadonlySet<string>): Generator<StoredPart, boolean>;
  /**
   * Takes over what was saved, in place of all that is known but documents taken in by `set` and today, severities and folders, which go
   * before what was saved. What changed on disk since has to be told as changes.
   * @param shown the first parts, up to what was shown of the last file: with them alone it can be shown again. Findings are asked for when
   * they are
   * @param rest the other parts; taken in when something is first asked that needs them. Undefined for a step at which there is none. Where
   * they do not fit, all files are strayed
   */
  restore(shown: Iterable<StoredHead | StoredShown>, rest: Iterable<StoredPart | undefined>): void;
  /** Whether this is what a file is known to say. */
  says(path: string, text: string): boolean;
  /**
   * Whether changes have been applied that say other than what was saved and wait until the rest of that is taken in: until `completing` is
   * done, or something needs them, findings of all other files are those that were saved.
   */
  readonly behind: boolean;
  /** Takes in the rest of what was saved, and the changes that waited for it, before it is needed, a little at each step. */
  completing(): Generator<undefined>;
  /**
   * What these files say to others, for hosts that share the reading of a workspace: each is told of all files by name, reads its share and
   * every `aims.yaml`, gives the facts of the one and takes in those of the others before anything is worked out.
   */
  facts(paths: Iterable<string>): Generator<SharedFile>;
  /** Takes in files that another host has read. Of the findings in them nothing is worked out here unless somebody asks. */
  takeFacts(files: Iterable<SharedFile>): void;
  /** What rules on whole AIMSs found, once all is settled. */
  found(): readonly StoredFound[];
  /** Takes that over from a host that knows the same files, so that those rules need not run here. */
  takeFound(found: Iterable<StoredFound>): void;
  /** What went wrong inside the tool since this was last asked, for a log. */
  takeFailures(): readonly string[];
}
