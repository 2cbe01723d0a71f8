import { nearest } from "../../records/nearest.ts";
import type { MapValue, RecordData, Value } from "../../records/model.ts";
import { isOnlyPlaceholder } from "../../records/placeholders.ts";
import { type Fix, NONE, type RawFinding, type RecordUnit, rule } from "../rule.ts";
import type { SchemaError } from "../../records/validate.ts";
import { fieldAt, keyAt, replaceScalar, schemaErrors, valueAt } from "../shared/values.ts";
import { quoted } from "../shared/words.ts";

/** What other rules report: absent and unknown fields. */
const ELSEWHERE = new Set<SchemaError["keyword"]>(["required", "additional"]);

/** Notations in which labels are people's own words, so that a field may have been meant otherwise. */
const LABELLED = new Set<RecordData["notation"]>(["table-row", "csv-row", "control-header", "heading"]);

function fixOf({ facts, data }: RecordUnit, error: SchemaError): Fix[] {
  const value = valueAt(data, error.path);
  if (value?.type !== "scalar" || !error.allowed) return [];
  const near = nearest(value.text.trim().replace(/\s+/g, "-"), error.allowed);
  const change = near === undefined ? undefined : replaceScalar(facts, error.path, value, near);
  return change ? [{ title: `Replace ${quoted(value.text)} with "${near}"`, changes: [change], preferred: true }] : [];
}

function findingOf(unit: RecordUnit, error: SchemaError): RawFinding | undefined {
  if (ELSEWHERE.has(error.keyword)) return undefined;
  const field = fieldAt(unit.facts, error.path);
  const value = valueAt(unit.data, error.path);
  if (value?.type === "empty" || (value?.type === "map" && isBlank(value))) return undefined;
  if (value?.type === "scalar" && (field?.type === "date" || isOnlyPlaceholder(value.text))) return undefined;
  const fixes = fixOf(unit, error);
  return {
    ...(LABELLED.has(unit.data.notation)
      ? { severity: fixes.length === 0 && isOwnWords(value) ? ("info" as const) : ("warning" as const) }
      : undefined),
    at: value?.span ?? keyAt(unit.data, error.path) ?? unit.data.head,
    message: error.message,
    ...(field?.description ? { help: field.description } : undefined),
    fixes,
  };
}

/** Several words, with which somebody says more than one of the allowed values would: `Explainability tools deployed`. */
const isOwnWords = (value: Value | undefined): boolean =>
  value?.type === "scalar" && typeof value.plain === "string" && value.text.trim().split(/\s+/).length >= OWN_WORDS;

const OWN_WORDS = 3;

/** `{language}`: the blank of a template, which YAML takes for a mapping. */
const isBlank = (value: MapValue): boolean =>
  value.entries.length > 0 && value.entries.every((entry) => entry.value.type === "empty");

/** Which list an item stands in that is a mapping or list where it must not be; undefined for any other error. */
function listOfShape({ data }: RecordUnit, { path, message }: SchemaError): string | undefined {
  if (typeof path.at(-1) !== "number") return undefined;
  const type = valueAt(data, path)?.type;
  return type === "map" || type === "list" ? JSON.stringify([path.slice(0, -1), message]) : undefined;
}

/** Of items of one list that are of the same wrong shape the first is told, and how many others there are. */
function findingsOf(unit: RecordUnit, errors: readonly SchemaError[]): readonly RawFinding[] {
  const told: RawFinding[] = [];
  const lists = new Map<string, { readonly at: number; others: number }>();
  for (const error of errors) {
    const found = findingOf(unit, error);
    if (!found) continue;
    const list = listOfShape(unit, error);
    const known = list === undefined ? undefined : lists.get(list);
    if (known) {
      known.others++;
      continue;
    }
    if (list !== undefined) lists.set(list, { at: told.length, others: 0 });
    told.push(found);
  }
  for (const { at, others } of lists.values()) {
    const first = told[at] as RawFinding;
    const more = others === 1 ? "So is another item here." : `So are ${others} other items here.`;
    if (others > 0) told[at] = { ...first, message: `${first.message} ${more}` };
  }
  return told;
}

/** Values the schema does not allow, each at its own place. Dates and placeholders have rules of their own, and a model card's metadata has another's schema. */
export const invalidValue = rule({
  id: "invalid-value",
  group: "form",
  severity: "error",
  summary: "Finds values that a field cannot have.",
  recordsWith: ["errors"],
  record(unit) {
    const errors = unit.data.notation === "model-card" ? [] : schemaErrors(unit.facts);
    return errors.length === 0 ? NONE : findingsOf(unit, errors);
  },
});
