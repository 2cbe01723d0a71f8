import { type FieldInfo, type KindInfo, kindInfo } from "../../records/kinds.ts";
import type { RecordData, RecordFacts, ScalarValue, Value } from "../../records/model.ts";
import { type SchemaError, validate } from "../../records/validate.ts";
import type { Span } from "../../text/span.ts";
import { lately } from "../../text/lately.ts";
import { once } from "../../text/once.ts";
import type { Change } from "../rule.ts";

type Path = readonly (string | number)[];

/** What the schema of its kind says of a record. */
export const schemaErrors = lately(({ kind, plain }: RecordFacts): readonly SchemaError[] =>
  kind === undefined ? [] : validate(kind, plain),
);

/** The value a schema path leads to; where the record writes a single value for a list, that value. */
export function valueAt(data: RecordData, path: Path): Value | undefined {
  let value = data.fields.get(String(path[0]))?.value;
  for (const step of path.slice(1)) {
    if (!value) return undefined;
    if (value.type === "list" && typeof step === "number") value = filled(value.items)[step];
    else if (value.type === "map") value = value.entries.find((entry) => entry.key === step)?.value;
    else if (typeof step !== "number") return undefined;
  }
  return value;
}

/** Items that stand in the record's JSON: empty ones are left out there. Asked once for each error in a list of thousands. */
const filled = once((items: readonly Value[]): readonly Value[] => items.filter((item) => item.type !== "empty"));

/** Where the key a schema path ends in is written. */
export function keyAt(data: RecordData, path: Path): Span | undefined {
  const last = path[path.length - 1];
  if (path.length < 2) return data.fields.get(String(last))?.keySpan;
  const parent = valueAt(data, path.slice(0, -1));
  return parent?.type === "map" ? parent.entries.find((entry) => entry.key === last)?.keySpan : undefined;
}

/** What the schema declares at a path. */
export function fieldAt(record: RecordFacts, path: Path): FieldInfo | undefined {
  if (record.kind === undefined) return undefined;
  const names = path.filter((step) => typeof step === "string");
  let field = kindInfo(record.kind).field(names[0] ?? "");
  for (const name of names.slice(1)) field = field?.nested?.find((f) => f.name === name);
  return field;
}

/** A scalar of a record with its field and the path to it. */
export interface TypedScalar {
  readonly path: Path;
  readonly field: FieldInfo;
  readonly scalar: ScalarValue;
}

/** The scalars of a record that rules look at one by one, by what they are; each list in the order in which they are written. */
interface TypedScalars {
  readonly dates: readonly TypedScalar[];
  /** Ids of other records. */
  readonly references: readonly TypedScalar[];
  /** Values of fields that can name a file, such as those of evidence, which are references too. */
  readonly files: readonly TypedScalar[];
}

type Sort = keyof TypedScalars;
/** What was found so far: nothing, as in most records of most sorts, takes no list. */
type Collected = { [S in Sort]: TypedScalar[] | undefined };

/** A field in which such scalars may stand. */
interface Looked {
  readonly field: FieldInfo;
  /** Which of the lists its own values belong to. */
  readonly sorts: readonly Sort[];
  readonly nested: LookedAt;
}

type LookedAt = ReadonlyMap<string, Looked>;

function sortsOf({ name, type }: FieldInfo): readonly Sort[] {
  if (type === "date") return ["dates"];
  const reference = type === "ref" || type === "refs";
  const file = type === "path" || type === "paths" || name === "source" || name === "path" || /evidence$/.test(name);
  return [...(reference ? (["references"] as const) : []), ...(file ? (["files"] as const) : [])];
}

/** By name, those of some fields in which such scalars may stand. */
function lookedAmong(fields: readonly FieldInfo[]): LookedAt {
  const found = new Map<string, Looked>();
  for (const field of fields) {
    const looked = { field, sorts: sortsOf(field), nested: lookedAmong(field.nested ?? []) };
    if (looked.sorts.length > 0 || looked.nested.size > 0) found.set(field.name, looked);
  }
  return found;
}

/** The same of a kind's fields. */
const lookedAt = once(({ fields }: KindInfo): LookedAt => lookedAmong(fields));

const NONE: readonly never[] = [];
const UNTYPED: TypedScalars = { dates: NONE, references: NONE, files: NONE };

/** The scalars of a record that its schema makes dates, references and files, each with its field. */
export const typedScalars = lately(({ kind, fields }: RecordData): TypedScalars => {
  if (kind === undefined) return UNTYPED;
  const found: Collected = { dates: undefined, references: undefined, files: undefined };
  const known = lookedAt(kindInfo(kind));
  for (const { name, value } of fields.list) {
    const looked = value.type === "empty" ? undefined : known.get(name);
    if (looked) collectScalars([name], looked, value, found);
  }
  const { dates = NONE, references = NONE, files = NONE } = found;
  return { dates, references, files };
});

function collectScalars(path: Path, looked: Looked, value: Value, out: Collected): void {
  if (value.type === "scalar") {
    const { field, sorts } = looked;
    for (const sort of sorts) {
      out[sort] ??= [];
      out[sort].push({ path, field, scalar: value });
    }
  } else if (value.type === "list") {
    const { items } = value;
    for (let i = 0; i < items.length; i++) collectScalars([...path, i], looked, items[i] as Value, out);
  } else if (value.type === "map") {
    for (const { key, value: inner } of value.entries) {
      const nested = looked.nested.get(key);
      if (nested) collectScalars([...path, key], nested, inner, out);
    }
  }
}

/** Whether a scalar stands as it is read but for quotes around it: no emphasis or escapes, so that one word can take its place. */
export const isVerbatim = ({ span, text }: ScalarValue): boolean =>
  span.end - span.start === text.length || span.end - span.start === text.length + 2;

/** The change that puts another word in the place of a scalar; undefined where only a person can. */
export function replaceScalar(
  record: RecordFacts,
  path: Path,
  scalar: ScalarValue,
  newText: string,
): Change | undefined {
  if (isVerbatim(scalar)) return { op: "replace", span: scalar.span, newText };
  const field = path[0];
  return path.length === 1 && typeof field === "string"
    ? { op: "set-field", record, field, value: newText }
    : undefined;
}
