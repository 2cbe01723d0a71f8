import type { Plain, RecordData, RecordFacts } from "../../records/model.ts";
import type { Fix } from "../rule.ts";
import { oneOf } from "./words.ts";

/**
 * The fix that adds fields to be filled in, as a list to stand under `fixes`; empty where the record has the first of them
 * already, so that only a person can go on.
 */
export function addFields(facts: RecordFacts, data: RecordData, ...names: readonly [string, ...string[]]): Fix[] {
  if (data.fields.has(names[0])) return [];
  const absent = names.filter((name) => !data.fields.has(name));
  const fields: Record<string, Plain> = Object.fromEntries(absent.map((name) => [name, ""]));
  const title = `Add ${oneOf(
    absent.map((name) => `"${name}"`),
    "and",
  )}`;
  return [{ title, changes: [{ op: "add-fields", record: facts, fields }] }];
}
