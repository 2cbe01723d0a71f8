import type { KindId } from "../generated/kinds.ts";
import { validators } from "../generated/validators.ts";
import { isIsoDate } from "./dates.ts";
import { fieldForLabel } from "./labels.ts";
import type { Plain } from "./model.ts";
import { nearest } from "./nearest.ts";
import { isOnlyPlaceholder } from "./placeholders.ts";
import { type FieldInfo, type KindInfo, kindInfo } from "./registry.ts";
import { isNoValue } from "./values.ts";
import { once } from "../text/once.ts";
import { remembering } from "../text/remember.ts";

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

/** What ajv says of one place. */
interface RawError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
interface Validator {
  (data: unknown): boolean;
  errors?: readonly RawError[] | null;
}

type Path = readonly (string | number)[];
type PlainMap = { readonly [key: string]: Plain };

const isMap = (value: Plain | undefined): value is PlainMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function quote(value: Plain | undefined): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  const text = String(value).replace(/\s+/g, " ");
  return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
}

const SHOWN = 12;

function oneOf(values: readonly string[]): string {
  const shown = values.slice(0, SHOWN).join(", ");
  return values.length > SHOWN ? `one of ${shown} and ${values.length - SHOWN} more` : `one of ${shown}`;
}

const EXPECTED: Readonly<Record<string, string>> = {
  boolean: "yes or no",
  number: "a number",
  integer: "a whole number",
  object: "a mapping of fields",
  array: "a list",
  string: "text",
};

function expected(params: RawError["params"], field: FieldInfo | undefined): string {
  if (field?.type === "date") return "a date such as 2026-03-14";
  const types = (Array.isArray(params.type) ? params.type : String(params.type).split(",")) as string[];
  if (types.includes("object") && types.includes("string")) return "text or a mapping of fields";
  return (
    EXPECTED[types.includes("string") && !types.includes("array") ? "string" : (types[0] as string)] ?? "another value"
  );
}

/** The value at a path within a field's value. */
function at(value: Plain | undefined, path: Path): Plain | undefined {
  let here: Plain | undefined = value;
  for (const key of path) here = (here as Record<string | number, Plain> | null | undefined)?.[key];
  return here;
}

/** The field a path within a field's value leads to, as far as schemas tell. */
function fieldAt(field: FieldInfo, path: Path): FieldInfo | undefined {
  let here: FieldInfo | undefined = field;
  for (const key of path) if (typeof key === "string") here = here?.nested?.find((f) => f.name === key);
  return here;
}

function pathOf(instancePath: string, value: Plain): (string | number)[] {
  const path: (string | number)[] = [];
  let here: Plain | undefined = value;
  for (const part of instancePath.split("/").slice(1)) {
    const key = part.replace(/~1/g, "/").replace(/~0/g, "~");
    path.push(Array.isArray(here) ? Number(key) : key);
    here = at(here, [path[path.length - 1] as string | number]);
  }
  return path;
}

function nameOf(field: FieldInfo, path: Path): string {
  const inner = path.filter((p) => typeof p === "string");
  return `"${[field.name, ...inner].join(".")}"`;
}

/** An error of ajv in plain words; undefined where the value only says that there is none. */
function explain(field: FieldInfo, value: Plain, raw: RawError): SchemaError | undefined {
  const path = pathOf(raw.instancePath, value);
  const found = at(value, path);
  const info = fieldAt(field, path);
  const whole = (rest: Path) => [field.name, ...rest];
  if (raw.keyword === "required") {
    const missing = String(raw.params.missingProperty);
    const message = `${nameOf(field, path)} has no "${missing}".`;
    return { path: whole([...path, missing]), keyword: "required", message, field: field.name };
  }
  if (raw.keyword === "additionalProperties")
    return unknownKey(field, path, info, String(raw.params.additionalProperty));
  if (typeof found === "string" && (isNoValue(found) || isOnlyPlaceholder(found))) return undefined;
  const name = nameOf(field, path);
  if (raw.keyword === "enum") {
    const allowed = (raw.params.allowedValues as readonly unknown[]).map(String);
    const message = `${name} is ${quote(found)}; it has to be ${oneOf(allowed)}.`;
    return { path: whole(path), keyword: "enum", message, allowed, field: field.name };
  }
  if (raw.keyword === "type") {
    const message = `${name} is ${quote(found)}; it has to be ${expected(raw.params, info)}.`;
    return { path: whole(path), keyword: "type", message, field: field.name };
  }
  if (raw.keyword === "minLength") {
    return { path: whole(path), keyword: "minimum", message: `${name} is empty.`, field: field.name };
  }
  return {
    path: whole(path),
    keyword: "other",
    message: `${name} is ${quote(found)}, which is not allowed here.`,
    field: field.name,
  };
}

function unknownKey(field: FieldInfo, path: Path, info: FieldInfo | undefined, key: string): SchemaError {
  const known = (info?.nested ?? []).map((f) => f.name);
  const near = nearest(key, known);
  const hint = near === undefined ? `It has ${known.join(", ")}.` : `Did you mean "${near}"?`;
  const message = `${nameOf(field, path)} has no field "${key}". ${hint}`;
  return {
    path: [field.name, ...path, key],
    keyword: "additional",
    message,
    ...(near !== undefined && { allowed: [near] }),
    field: field.name,
  };
}

/** Puts dates that are text but no day of the calendar, in the field and all below it, into `out`. */
function badDates(field: FieldInfo, value: Plain | undefined, path: Path, out: SchemaError[]): void {
  if (field.type === "date" && typeof value === "string" && !isIsoDate(value)) {
    if (isNoValue(value) || isOnlyPlaceholder(value)) return;
    const name = `"${path.filter((p) => typeof p === "string").join(".")}"`;
    const message = `${name} is ${quote(value)}, which is not a date; write it as 2026-03-14.`;
    out.push({ path, keyword: "format", message, field: String(path[0]) });
  } else if (field.nested !== undefined) {
    if (Array.isArray(value)) for (const [i, item] of value.entries()) badDatesIn(field, item, [...path, i], out);
    else badDatesIn(field, value, path, out);
  }
}

function badDatesIn(field: FieldInfo, value: Plain | undefined, path: Path, out: SchemaError[]): void {
  if (!isMap(value)) return;
  for (const inner of field.nested ?? []) {
    const found = value[inner.name];
    if (found !== undefined) badDates(inner, found, [...path, inner.name], out);
  }
}

/** Puts the errors of one field's value into `out`. */
function fieldErrors(field: FieldInfo, value: Plain, out: SchemaError[]): void {
  const isText = typeof value === "string";
  if (!isText || !field.anyText) shapeErrors(field, value, out);
  if (field.type === "date" ? !isText || !isIsoDate(value) : field.nested !== undefined)
    badDates(field, value, [field.name], out);
}

/** A single value where the schema has a list is read as a list of one. */
function shapeErrors(field: FieldInfo, value: Plain, out: SchemaError[]): void {
  const single = !Array.isArray(value) && (field.element !== undefined || (field.type === "maps" && isMap(value)));
  const read: Plain = single ? [value] : value;
  const validator = validators[field.shape ?? -1] as Validator | undefined;
  if (validator !== undefined && !validator(read)) {
    for (const raw of validator.errors ?? []) {
      const error = explain(field, read, raw);
      if (error === undefined) continue;
      out.push(single && error.path[1] === 0 ? { ...error, path: [field.name, ...error.path.slice(2)] } : error);
    }
  }
}

/** Columns of registers stand in every row. */
const unknownFields = once((kind: KindInfo) => remembering((name) => unknownField(kind, name)));

function unknownField(kind: KindInfo, name: string): SchemaError {
  const near =
    fieldForLabel(kind.id, name) ??
    nearest(
      name,
      kind.fields.map((f) => f.name),
    );
  const what = `${article(kind.title)} has no field "${name}".`;
  return {
    path: [name],
    keyword: "additional",
    message: near === undefined ? what : `${what} Did you mean "${near}"?`,
    ...(near !== undefined && { allowed: [near] }),
    field: name,
  };
}

/** `An AI system`, `A risk`: the kind's title with its article. */
function article(title: string): string {
  const word = /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
  return `${/^[aeiouAEIOU]/.test(word) ? "An" : "A"} ${word}`;
}

function missingFields(kind: KindInfo, plain: PlainMap, out: SchemaError[]): void {
  const absent = (name: string) => plain[name] === undefined || plain[name] === null || plain[name] === "";
  const missing = (name: string, message: string): SchemaError => ({
    path: [name],
    keyword: "required",
    message,
    field: name,
  });
  for (const name of kind.required) {
    if (absent(name)) out.push(missing(name, `${article(kind.title)} needs "${name}", and this one has none.`));
  }
  const first = kind.oneOf?.[0];
  if (first !== undefined && kind.oneOf?.every(absent)) {
    const names = kind.oneOf.map((n) => `"${n}"`).join(" or ");
    out.push(missing(first, `${article(kind.title)} needs ${names}, and this one has neither.`));
  }
}

function recordErrors(kind: KindInfo, plain: PlainMap): SchemaError[] {
  const out: SchemaError[] = [];
  const names = Object.keys(plain);
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    const value = plain[name];
    if (name === "aims" || value === null || value === undefined) continue;
    const field = kind.byName.get(name);
    if (field !== undefined) fieldErrors(field, value, out);
    else if (!kind.open) out.push(unknownFields(kind)(name));
  }
  missingFields(kind, plain, out);
  return out;
}

/** Checks a record's fields against the schema of its kind; at most one error a place. */
export function validate(kind: KindId, plain: { readonly [field: string]: Plain }): SchemaError[] {
  const errors = recordErrors(kindInfo(kind), plain);
  if (errors.length < 2) return errors;
  const byPlace = new Map<string, SchemaError>();
  for (const error of errors) {
    const place = JSON.stringify(error.path);
    if (!byPlace.has(place)) byPlace.set(place, error);
  }
  return [...byPlace.values()];
}
