import type { Span } from "../text/span.ts";
import type { KindId } from "../generated/kinds.ts";
import type { Fields } from "./fields.ts";

/** How a record is written down. */
export type Notation =
  | "yaml"
  | "yaml-item"
  /** A mapping inside another record. */
  | "yaml-block"
  | "csv-row"
  | "front-matter"
  | "control-header"
  | "table-row"
  | "heading"
  | "model-card";

/** A JSON value. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * One value as written. Every span is relative to the base of the record that holds it.
 * `text` is the value as a person reads it (quotes, emphasis and code marks taken off, escapes resolved);
 * `plain` is what it means: synonyms, dates and yes/no words are already turned into the schema's own values.
 */
export interface ScalarValue {
  readonly type: "scalar";
  readonly span: Span;
  readonly text: string;
  readonly plain: string | number | boolean | null;
  /** The mapping that this is the name or id of, where one stands in place of a word: `controls: [{ id: A.6.2.4, status: done }]`. */
  readonly of?: MapValue;
}
/** A list; in tables and headers a comma- or semicolon-separated cell, each item with its own span. */
export interface ListValue {
  readonly type: "list";
  readonly span: Span;
  readonly items: readonly Value[];
}
/** A mapping. */
export interface MapValue {
  readonly type: "map";
  readonly span: Span;
  readonly entries: readonly Entry[];
}
/** Nothing stands where a value could stand (`owner:`, an empty cell); `span` is where it would go. */
export interface EmptyValue {
  readonly type: "empty";
  readonly span: Span;
}
export type Value = ScalarValue | ListValue | MapValue | EmptyValue;

/** A key of a mapping with its value. */
export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Value;
}

/** The mapping in a record in which some of its fields stand together: `residual: { likelihood: 2, impact: 3 }`. */
export interface FieldGroup {
  /** Which of the kind's groups it is. */
  readonly name: string;
  /** Its key as written. */
  readonly label: string;
  readonly keySpan: Span;
  /** The whole mapping. */
  readonly span: Span;
}

/** One field of a record. */
export interface Field {
  /** The schema's field name; for a label no schema or vocabulary knows, the label itself. */
  readonly name: string;
  /** Whether the record's kind has a field of this name. */
  readonly known: boolean;
  /** The key, column header or label as written. */
  readonly label: string;
  /** Where the label stands. For a table row or CSV row this is the cell itself (the header is elsewhere). */
  readonly keySpan: Span;
  readonly value: Value;
  /** Where it stands, if that is a mapping inside the record's own. */
  readonly group?: FieldGroup;
}

/** Something that only holds the place of a value: `{{X}}`, `[Name]`, `TBD`, `____`, an unticked box. */
export interface Placeholder {
  readonly span: Span;
  readonly text: string;
}

/** A heading of a Markdown document and what stands under it. */
export interface Section {
  readonly title: string;
  /** GitHub-style anchor. */
  readonly slug: string;
  /** 1 to 6. */
  readonly level: number;
  /** `empty`: nothing at all; `placeholder`: only placeholders or instructions in brackets; `filled`: anything else. Subsections count for their parent. */
  readonly content: "empty" | "placeholder" | "filled";
}

/**
 * One record as read from one file. Spans are relative to the record's base, so that a record whose text did not
 * change is the same object after text before it was edited. Every one that is read has all properties.
 */
export interface RecordData {
  /** The kind, or undefined when the kind that is written names none (see `kindText`). */
  readonly kind: KindId | undefined;
  /** The kind as written (`aims: sytem`), where it is written. */
  readonly kindText?: string | undefined;
  readonly kindSpan?: Span | undefined;
  readonly notation: Notation;
  readonly id?: string | undefined;
  readonly idSpan?: Span | undefined;
  /** First field of each name, in document order. */
  readonly fields: Fields;
  /** Fields whose name an earlier field of the record has. */
  readonly duplicates: readonly Field[];
  /** The whole record. */
  readonly span: Span;
  /** Where a finding about the record as a whole is shown: its id, else its title, else its first key. */
  readonly head: Span;
  /** The fields as a JSON object by schema name (empty values left out), as the schema validates it. */
  readonly plain: { readonly [field: string]: Plain };
  /** The record is a template to be filled and is no evidence of anything. */
  readonly template: boolean;
  readonly placeholders: readonly Placeholder[];
  /** For a record that is a Markdown document (front matter, control header, model card): its headings. */
  readonly sections?: readonly Section[] | undefined;
}

/** A record at its place in a document. */
export interface PlacedRecord {
  /** Offset in the document's text to which all spans of `data` are relative. */
  readonly base: number;
  readonly data: RecordData;
}

/**
 * What the rest of the workspace may know of one record: no spans, no prose. Two parses that agree on it give the same object,
 * so it serves as the record's identity between edits.
 */
export interface RecordFacts {
  readonly path: string;
  readonly kind: KindId | undefined;
  readonly id: string | undefined;
  readonly notation: Notation;
  readonly plain: { readonly [field: string]: Plain };
  readonly template: boolean;
  readonly sections: readonly Section[];
  /** Provisions the record says it addresses: `satisfies`, a control's own number, citations of a control header or of the document's title. */
  readonly addresses: readonly ProvisionRef[];
  /** Whether any placeholder stands in the record. */
  readonly hasPlaceholders: boolean;
}

/** A provision of a standard by the catalogue's ids: `{ standard: "iso-42001", provision: "A.6.2.4" }`. */
export interface ProvisionRef {
  readonly standard: string;
  readonly provision: string;
}
