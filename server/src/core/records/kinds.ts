import type { KindId } from "../generated/kinds.ts";

/** What a field's value is. */
export type FieldType =
  | "text"
  | "enum"
  | "date"
  | "boolean"
  | "number"
  | "integer"
  | "id"
  | "ref"
  | "refs"
  | "person"
  | "people"
  | "provision"
  | "provisions"
  | "path"
  | "paths"
  | "list"
  | "enum-list"
  | "map"
  | "maps"
  | "version"
  | "satisfies";

/** One allowed value with what it means. */
export interface ValueInfo {
  readonly value: string;
  readonly description: string;
}

/** A field of a kind, as its schema declares it. */
export interface FieldInfo {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: FieldType;
  /** Allowed values, for `enum` and `enum-list`. */
  readonly values?: readonly ValueInfo[];
  /** Kinds a `ref` or `refs` may name; absent means any kind. */
  readonly refKinds?: readonly KindId[];
  readonly required: boolean;
  readonly recommended: boolean;
  /** Fields of a `map`, or of each item of `maps`; absent where keys are free. */
  readonly nested?: readonly FieldInfo[];
}

/** A record kind, as its schema declares it. */
export interface KindInfo {
  readonly id: KindId;
  readonly title: string;
  readonly summary: string;
  readonly fields: readonly FieldInfo[];
  /** The field of this schema name. */
  field(name: string): FieldInfo | undefined;
  readonly required: readonly string[];
  /** Default id prefixes without the hyphen and number: `["RISK"]`. */
  readonly idPrefixes: readonly string[];
  /** Key of a YAML register of this kind: `risks`. */
  readonly registerKey: string;
  /** Usually a whole document rather than a row or an item. */
  readonly document: boolean;
  /** Provisions a record of the kind addresses by nature: `iso-42001:5.2`. */
  readonly demonstrates: readonly string[];
}

/** All kinds, in the order of the schemas' list. */
export const KINDS: readonly KindInfo[] = [];

/** The kind of this id. */
export function kindInfo(kind: KindId): KindInfo {
  return KINDS.find((k) => k.id === kind) as KindInfo;
}

/** The kind a word names, as written after `aims:` or in a "Document type" line; undefined when none does. */
export function kindForWord(_text: string): KindId | undefined {
  return undefined;
}

/** The kind whose word is nearest to a misspelt one. */
export function nearestKind(_text: string): KindId | undefined {
  return undefined;
}

/** The kind an id's prefix names (`RISK-001`, `AIMS-POL-001`). */
export function kindForId(_id: string): KindId | undefined {
  return undefined;
}

/** The kind of the items of a YAML register with this key (`risks`). */
export function kindForRegisterKey(_key: string): KindId | undefined {
  return undefined;
}

/** The kind a document's title names; conservative. */
export function kindForTitle(_title: string): KindId | undefined {
  return undefined;
}

/** What `kindForColumns` may know besides the header row. */
export interface ColumnsHint {
  /** Heading above the table. */
  readonly title?: string;
  /** Kind of the document the table stands in. */
  readonly docKind?: KindId;
}

/** A header row recognised as a register's: the schema field of each column, undefined for a column of no field. */
export interface ColumnsMatch {
  readonly kind: KindId;
  readonly columns: readonly (string | undefined)[];
}

/** Recognises a register table by its header row; undefined for any other table. */
export function kindForColumns(_labels: readonly string[], _hint?: ColumnsHint): ColumnsMatch | undefined {
  return undefined;
}

/** The schema field a label names in a record of `kind`, letter case, punctuation, emphasis and plural aside. */
export function fieldForLabel(_kind: KindId, _label: string): string | undefined {
  return undefined;
}
