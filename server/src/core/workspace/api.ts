import type { KindId } from "../generated/kinds.ts";
import type { Plain, ProvisionRef, RecordFacts, Section } from "../records/model.ts";
import type { Citation } from "../syntax/document.ts";
import type { Fingerprint } from "./fingerprint.ts";
import type { Version } from "./history.ts";
import type { Hands } from "./hands.ts";
import type { Matrices } from "./matrix.ts";
import type { Parting } from "./parts.ts";
import type { SourceContent } from "./sources.ts";

/** What the index knows of one file. */
export interface FileFacts {
  readonly path: string;
  readonly governed: boolean;
  readonly template: boolean;
  readonly records: readonly RecordFacts[];
  /** Own record of the document, if any. */
  readonly own: RecordFacts | undefined;
  readonly sections: readonly Section[];
  /** Of its headings, each once. */
  readonly anchors: readonly string[];
  /** Provisions cited anywhere in the file (resolved ones only), each once. */
  readonly cites: readonly ProvisionRef[];
  /** Ids named in prose, cells and links outside of typed references, each once, in small letters, sorted. */
  readonly mentions: readonly string[];
  /** The risk matrices it gives, where it gives any. */
  readonly matrices?: Matrices | undefined;
  /** Who does, answers for and signs what, where tables or its header say so. */
  readonly hands?: Hands | undefined;
}

/** One typed reference from a record to an id. */
export interface Reference {
  readonly from: RecordFacts;
  /** The field that holds it; where it is nested, the top-level one. */
  readonly field: string;
  /** The id as written. */
  readonly id: string;
}

export type Severity = "error" | "warning" | "info" | "hint";

/** The AIMS a file belongs to, as its `aims.yaml` describes it. Where there is none, `record` is undefined and the rest holds defaults. */
export interface AimsConfig {
  /** Folder of the `aims.yaml`, or the workspace folder. Ends without a slash. */
  readonly root: string;
  /** The `management-system` record. */
  readonly record: RecordFacts | undefined;
  /** Catalogue ids of the standards worked to; without `aims.yaml`, `iso-42001`. */
  readonly standards: readonly string[];
  /** Severity (or off) by rule id, from `aims.yaml`. */
  readonly rules: ReadonlyMap<string, Severity | "off">;
  /** The whole of `aims.yaml`'s fields. */
  readonly plain: { readonly [field: string]: Plain };
}

/**
 * The index over all records of one AIMS. Every call is written down as a read of the computation that makes it;
 * a computation is made again only when something it read has changed. Lists are in path order, then document order.
 */
export interface AimsIndex {
  readonly root: string;
  /** The workspace folder that holds `root`, or `root` itself; what lies above it is not ours. */
  readonly folder: string;
  config(): AimsConfig;
  /** All records with this id (letter case matters not). */
  byId(id: string): readonly RecordFacts[];
  /** All ids in use, as written. Reading it depends on every id: use for "did you mean" only. */
  ids(): readonly string[];
  /** Ids in use, as written, that have this among their `slipKeys`: what a mistyped id may have been meant to be. */
  alike(slipKey: string): readonly string[];
  /** All records of a kind, templates included. */
  ofKind(kind: KindId): readonly RecordFacts[];
  /** References to an id from typed reference fields. */
  referencesTo(id: string): readonly Reference[];
  /** Records that say they address the provision (see `RecordFacts.addresses`). */
  addressing(standard: string, provision: string): readonly RecordFacts[];
  /** Paths of (governed) files that cite the provision anywhere. */
  citing(standard: string, provision: string): readonly string[];
  /** Paths of (governed) files that name the id outside of typed references. */
  mentioning(id: string): readonly string[];
  /**
   * One part of what a computation over much of the index gives: whoever asks for a part is looked at again only when that part has other
   * items. Computations of one name must be the same and read nothing but the index; what is read to place an item is read for it alone.
   */
  part<T extends object>(name: string, key: string, parting: Parting<T>): readonly T[];
  /** Governed files that give a risk matrix. */
  withMatrix(): readonly FileFacts[];
  /** Governed files that say who does, answers for or signs what. */
  withHands(): readonly FileFacts[];
  file(path: string): FileFacts | undefined;
  /** The file's own record; depends on that record alone. */
  own(path: string): RecordFacts | undefined;
  /** Governed files. */
  files(): readonly FileFacts[];
  /** Whether a file or folder of this name is in the workspace. */
  exists(path: string): boolean;
  /** Paths of files in the workspace whose name (last segment) equals this one, letter case aside. For "did you mean". */
  named(name: string): readonly string[];
  /**
   * The text of a results file (JSON, CSV) that a record names, or why it was not read. Undefined while it has not been brought: asking
   * has it read.
   */
  source(path: string): SourceContent | undefined;
  /** Earlier versions of a file, newest first; empty while they have not been brought, and where there are none. */
  history(path: string): readonly Version[];
  /** The fingerprint of a record's content; depends on every word of it. */
  fingerprint(record: RecordFacts): Fingerprint | undefined;
}

export type { Citation };
