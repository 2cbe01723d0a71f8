import type { FieldsByKind } from "../generated/fields.ts";
import type { KindId } from "../generated/kinds.ts";
import type { RecordFacts } from "./model.ts";

/**
 * The fields of a record by schema type: only values that are what the schema says are there; a single value stands as a
 * list of one where the schema has a list. Empty when the record is of another kind.
 */
export function fieldsOf<K extends KindId>(_record: RecordFacts, _kind: K): Partial<FieldsByKind[K]> {
  return {} as Partial<FieldsByKind[K]>;
}
