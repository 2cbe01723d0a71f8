import { kindInfo } from "../../records/kinds.ts";
import type { RecordData } from "../../records/model.ts";
import type { SchemaError } from "../../records/validate.ts";
import { NONE, type RawFinding, type RecordUnit, type RuleContext, rule } from "../rule.ts";
import { fieldAt, schemaErrors, valueAt } from "../shared/values.ts";
import { kindNoun, oneOf } from "../shared/words.ts";

/** Notations with one header for all records: a missing column is said once. */
const COLUMNS = new Set<RecordData["notation"]>(["table-row", "csv-row"]);

const isMissing = (error: SchemaError): boolean => error.keyword === "required";

/** Whether an earlier row of the same register already says that the column is missing. */
function saidAbove({ facts, data }: RecordUnit, field: string, ctx: RuleContext): boolean {
  if (!COLUMNS.has(data.notation) || data.fields.has(field)) return false;
  const rows = ctx.index.file(facts.path)?.records ?? [];
  const first = rows.find((r) => r.kind === facts.kind && r.notation === facts.notation && !r.template);
  return first !== undefined && first !== facts && first.plain[field] === undefined;
}

const name = (field: string): string => `"${field}"`;

function* absent(unit: RecordUnit, fields: readonly string[], thing: string): Generator<RawFinding> {
  if (fields.length === 0) return;
  const what = oneOf(fields.map(name), "and");
  yield {
    at: unit.data.head,
    message: `This ${thing} has no ${oneOf(fields.map(name))}.`,
    help: fieldAt(unit.facts, fields.slice(0, 1))?.description ?? `Add ${what}.`,
    fixes: [
      {
        title: `Add ${what}`,
        changes: [{ op: "add-fields", record: unit.facts, fields: Object.fromEntries(fields.map((f) => [f, ""])) }],
        preferred: true,
      },
    ],
  };
}

function* within(unit: RecordUnit, error: SchemaError): Generator<RawFinding> {
  const field = error.path[error.path.length - 1];
  const holder = error.path.length > 1 ? valueAt(unit.data, error.path.slice(0, -1)) : undefined;
  const own = error.path.length > 1 ? undefined : unit.data.fields.get(String(field));
  const at = holder?.span ?? own?.keySpan;
  if (!at) return;
  yield {
    at,
    message: own ? `"${own.label}" is empty.` : error.message,
    ...(fieldAt(unit.facts, error.path)?.description
      ? { help: fieldAt(unit.facts, error.path)?.description as string }
      : undefined),
  };
}

function* missing(unit: RecordUnit, errors: readonly SchemaError[], ctx: RuleContext): Generator<RawFinding> {
  const { facts, data } = unit;
  if (facts.kind === undefined) return;
  const top = errors.filter((e) => e.path.length === 1 && !data.fields.has(e.field));
  const unsaid = top.map((e) => e.field).filter((field) => !saidAbove(unit, field, ctx));
  yield* absent(unit, unsaid, kindNoun(kindInfo(facts.kind).title));
  for (const error of errors) if (!top.includes(error)) yield* within(unit, error);
}

/** Fields a kind cannot do without. Those written but empty are shown where they stand. */
export const missingField = rule({
  id: "missing-field",
  group: "form",
  severity: "warning",
  summary: "Finds records without a field that their kind requires.",
  recordsWith: ["errors"],
  record(unit, ctx) {
    const errors = unit.data.notation === "model-card" ? [] : schemaErrors(unit.facts);
    return errors.some(isMissing) ? missing(unit, errors.filter(isMissing), ctx) : NONE;
  },
});
