import type { CoverageApi } from "../coverage/api.ts";
import type { RecordFacts } from "../records/model.ts";
import type { Document } from "../syntax/document.ts";
import type { LineIndex } from "../text/line-index.ts";
import type { Span } from "../text/span.ts";
import type { AimsConfig, AimsIndex, FileFacts } from "./api.ts";
import type { Today } from "./today.ts";

/** A place in a file, absolute. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}

/** One AIMS as features, scaffolds and reports see it. */
export interface AimsView {
  readonly root: string;
  readonly index: AimsIndex;
  readonly coverage: CoverageApi;
  config(): AimsConfig;
  today(): Today;
  document(path: string): Document | undefined;
  /** Brings a file's document at hand, a long one in steps of some milliseconds, so that `document` need not wait for it. */
  reading(path: string): Generator<undefined>;
  /** Identity of the text of a file as it is now: the same as long as its text is. */
  edition(path: string): object | undefined;
  /** Every file below the AIMS that is known to exist, governed or not. */
  exists(path: string): boolean;
  /** Paths of all files known to exist in the AIMS's folder, in no order. */
  names(): readonly string[];
  lines(document: Document): LineIndex;
  /** Whether a text would be without errors where it stands in the body of a document at `path`. */
  isSound(text: string, path: string): boolean;
  /** Where a record or one of its fields stands; without `field` the record's head, with `part: "whole"` all of it. */
  place(record: RecordFacts, field?: string, part?: "value" | "key" | "whole"): Place | undefined;
  /** The number of a record in `document.records`. */
  ordinal(record: RecordFacts): number | undefined;
}

/** One file within its AIMS. */
export interface FileView {
  readonly aims: AimsView;
  readonly document: Document;
  readonly facts: FileFacts;
  readonly lines: LineIndex;
}
