import { KINDS_JSON, type KindId } from "../generated/kinds.ts";

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
  readonly values: readonly ValueInfo[] | undefined;
  /** `values` are only the usual ones; others are allowed too. */
  readonly open: boolean | undefined;
  /** A point on a scale of `aims.yaml`: its number, or its word. */
  readonly scale: boolean | undefined;
  /** A date by which something is due or up to which it holds: where only a month or year is given, its last day is meant. */
  readonly until: boolean | undefined;
  /** Kinds a `ref` or `refs` may name; absent means any kind. */
  readonly refKinds: readonly KindId[] | undefined;
  /** Kind of the records that may be written inside the field's value; they are taken out of it and are records of their own. */
  readonly holds: KindId | undefined;
  /** Text that may be written as a list of points. */
  readonly points: boolean | undefined;
  readonly required: boolean;
  readonly recommended: boolean;
  /** Fields of a `map`, or of each item of `maps`; absent where keys are free. */
  readonly nested: readonly FieldInfo[] | undefined;
  /** Number of the validator of the value; of top-level fields only. */
  readonly shape: number | undefined;
  /** Whether any text is a value of it, so that none has to be validated; of top-level fields only. */
  readonly anyText: boolean | undefined;
  /** The field as each item of its list is; undefined for a field that is no list of scalars. */
  readonly element: FieldInfo | undefined;
}

/** Fields that may be written together in a mapping of their own: `residual: { likelihood: 2, impact: 3 }`. */
export interface GroupInfo {
  readonly name: string;
  /** The mapping as a field of its own, its parts nested under the names they have in it. */
  readonly field: FieldInfo;
  /** The record's field that each part is. */
  readonly means: ReadonlyMap<string, FieldInfo>;
}

/** A record kind, as its schema declares it. */
export interface KindInfo {
  readonly id: KindId;
  readonly title: string;
  readonly summary: string;
  readonly fields: readonly FieldInfo[];
  readonly groups: readonly GroupInfo[];
  /** The fields by their schema names. */
  readonly byName: ReadonlyMap<string, FieldInfo>;
  /** The field of this schema name. */
  field(name: string): FieldInfo | undefined;
  readonly required: readonly string[];
  /** At least one of these fields has to be there. */
  readonly oneOf: readonly string[] | undefined;
  /** Fields the schema does not know are allowed (model cards). */
  readonly open: boolean;
  /** Default id prefixes without the hyphen and number: `["RISK"]`. */
  readonly idPrefixes: readonly string[];
  /** Key of a YAML register of this kind: `risks`. */
  readonly registerKey: string;
  /** Usually a whole document rather than a row or an item. */
  readonly document: boolean;
  /** Provisions a record of the kind addresses by nature: `iso-42001:5.2`. */
  readonly demonstrates: readonly string[];
}

type RawField = Pick<FieldInfo, "name" | "title" | "description" | "type"> &
  Partial<
    Pick<FieldInfo, "values" | "open" | "scale" | "until" | "refKinds" | "holds" | "points" | "shape" | "anyText">
  > & {
    readonly required?: boolean;
    readonly nested?: readonly RawField[];
  };
interface RawGroup {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly parts: readonly (readonly [part: string, field: string])[];
}
type RawKind = Omit<KindInfo, "fields" | "byName" | "field" | "groups" | "open" | "oneOf"> & {
  readonly groups: readonly RawGroup[];
  readonly oneOf?: readonly string[];
  readonly open?: boolean;
  readonly recommended: readonly string[];
  readonly fields: readonly number[];
};

/** What each item of a list of scalars is. */
const ELEMENT: Partial<Record<FieldType, FieldType>> = {
  refs: "ref",
  people: "person",
  provisions: "provision",
  paths: "path",
  list: "text",
  "enum-list": "enum",
};

function readField(raw: RawField, required: boolean, recommended: boolean): FieldInfo {
  const nested = raw.nested?.map((n) => readField(n, n.required === true, false));
  // All properties in one order: what is read of every field of every record is read fastest from objects that are alike.
  const field: FieldInfo = {
    name: raw.name,
    title: raw.title,
    description: raw.description,
    type: raw.type,
    values: raw.values,
    open: raw.open,
    scale: raw.scale,
    until: raw.until,
    refKinds: raw.refKinds,
    holds: raw.holds,
    points: raw.points,
    required,
    recommended,
    nested,
    shape: raw.shape,
    anyText: raw.anyText,
    element: undefined,
  };
  const element = ELEMENT[raw.type];
  return element ? { ...field, element: { ...field, type: element } } : field;
}

function readGroup({ name, title, description, parts }: RawGroup, fields: ReadonlyMap<string, FieldInfo>): GroupInfo {
  const means = new Map(parts.map(([part, field]) => [part, fields.get(field) as FieldInfo]));
  const nested = [...means].map(([part, field]) => ({ ...field, name: part }));
  const field = readField({ name, title, description, type: "map" }, false, false);
  return { name, field: { ...field, nested }, means };
}

function readKind(raw: RawKind, pool: readonly RawField[]): KindInfo {
  const fields = raw.fields.map((n) => {
    const field = pool[n] as RawField;
    return readField(field, raw.required.includes(field.name), raw.recommended.includes(field.name));
  });
  const byName = new Map(fields.map((f) => [f.name, f]));
  return {
    id: raw.id,
    title: raw.title,
    summary: raw.summary,
    fields,
    groups: raw.groups.map((group) => readGroup(group, byName)),
    byName,
    field: (name) => byName.get(name),
    required: raw.required,
    oneOf: raw.oneOf,
    open: raw.open === true,
    idPrefixes: raw.idPrefixes,
    registerKey: raw.registerKey,
    document: raw.document,
    demonstrates: raw.demonstrates,
  };
}

function readKinds(): readonly KindInfo[] {
  const { fields, kinds } = JSON.parse(KINDS_JSON) as { fields: RawField[]; kinds: RawKind[] };
  return kinds.map((k) => readKind(k, fields));
}

/** All kinds, in the order in which they are shown. */
export const KINDS: readonly KindInfo[] = readKinds();

const BY_ID = new Map(KINDS.map((k) => [k.id, k]));

/** The kind of this id. */
export function kindInfo(kind: KindId): KindInfo {
  return BY_ID.get(kind) as KindInfo;
}

/** Whether a field is one that records of every kind have: those of a controlled document. */
export const everyKindHas = (field: string): boolean =>
  kindInfo("procedure").field(field) !== undefined && kindInfo("risk").field(field) !== undefined;
