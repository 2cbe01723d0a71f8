import type { Citation } from "../catalog/citation.ts";
import type { Span } from "../text/span.ts";
import type { PlacedRecord, Placeholder, ProvisionRef } from "../records/model.ts";

export type { Citation };

export type Language = "yaml" | "markdown" | "csv";

/** A mistake seen while reading. `code` is the id of the rule (group *form*) that reports it. Span relative to its block, or absolute for a document's own problems. */
export interface Problem {
  readonly code: string;
  readonly span: Span;
  /** What is wrong, one sentence. */
  readonly message: string;
  /** What to do, one sentence. */
  readonly help?: string;
  /** An edit of this document that mends it; spans in the same frame as `span`. */
  readonly fix?: {
    readonly title: string;
    readonly edits: readonly { readonly span: Span; readonly newText: string }[];
  };
}

/** A link to a file or an anchor: Markdown links and images, path fields, `[[id]]`. */
export interface Link {
  /** The target as written. */
  readonly span: Span;
  readonly target: string;
  readonly kind: "markdown" | "image" | "field" | "code";
  /** Of a path field, its name. */
  readonly field?: string;
}

/** A mention of a record id in prose or a table cell that is not a typed reference. */
export interface Mention {
  readonly span: Span;
  readonly id: string;
}

/**
 * A stretch of text read by itself. Equal text (in an equal setting) gives the same object, wherever it stands in a file that is worked on.
 * Spans relative to the block's base.
 */
export interface BlockData {
  readonly text: string;
  /** It is a heading's title. */
  readonly heading?: true | undefined;
  readonly citations: readonly Citation[];
  readonly links: readonly Link[];
  readonly mentions: readonly Mention[];
  readonly placeholders: readonly Placeholder[];
  readonly problems: readonly Problem[];
}

export interface Block {
  readonly base: number;
  readonly data: BlockData;
}

/** `<!-- aims-ignore rule-id: reason -->`, `# aims-ignore rule-id: reason`. Spans absolute. */
export interface Suppression {
  /** The whole comment. */
  readonly span: Span;
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  /** Empty when no reason is given. */
  readonly reason: string;
  /** What it covers: the line it ends or the next line with content (`aims-ignore`), or the whole file (`aims-ignore-file`). */
  readonly covers: Span | "file";
}

/** A heading of a Markdown document; spans absolute. */
export interface Heading {
  readonly level: number;
  readonly title: string;
  readonly slug: string;
  /** The title's text. */
  readonly span: Span;
  /** The heading and all under it. */
  readonly extent: Span;
}

/** One file as read. A value: never changed after it was made. */
export interface Document {
  readonly path: string;
  readonly language: Language;
  readonly text: string;
  /** What its reading depended on besides the text: whether it lies in a folder that has an `aims.yaml`, and the standards in use. */
  readonly setting: { readonly inAims: boolean; readonly standards: readonly string[] };
  /** Whether this is a governance document; nothing is ever reported in one that is not. */
  readonly governed: boolean;
  /** Whether `aims.yaml` names it as read by outsiders. One that is not governed besides has blocks and nothing else. */
  readonly published?: boolean | undefined;
  /** The whole file is a template to be filled. */
  readonly template: boolean;
  /** The document's own record, if it has one (YAML single record, front matter, control header, model card): its place in `records`. */
  readonly ownRecord?: number | undefined;
  /** In document order. */
  readonly records: readonly PlacedRecord[];
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  readonly suppressions: readonly Suppression[];
  /** Problems of the document as a whole; spans absolute. */
  readonly problems: readonly Problem[];
  /** Provisions cited in the control header, title or subtitle: what the document says it is about. */
  readonly about: readonly ProvisionRef[];
  /** Memo of the parse, for the next parse of the same file; opaque to all but `notation/read.ts`. */
  readonly memo: unknown;
}
