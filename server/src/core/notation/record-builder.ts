import type { KindId } from "../generated/kinds.ts";
import { type FieldInfo, fieldForLabel, kindInfo } from "../records/kinds.ts";
import { FEW, Fields } from "../records/fields.ts";
import type { Field, Notation, Placeholder, Plain, RecordData, ScalarValue, Section, Value } from "../records/model.ts";
import {
  findPlaceholders,
  isOnlyPlaceholder,
  mayHavePlaceholder,
  mayHaveUnbracketed,
} from "../records/placeholders.ts";
import { eachScalar } from "../syntax/values.ts";
import { exact } from "../text/exact.ts";
import type { Span } from "../text/span.ts";

/** A field with what its kind's schema says of it. */
export interface ReadField {
  readonly field: Field;
  readonly info: FieldInfo | undefined;
  /** For a mapping that may be a group of fields: what it is as each of the groups that it may be, the likeliest first. */
  readonly groups?: readonly ReadGroup[];
}

/** The fields in a mapping, as those of one group. */
export interface ReadGroup {
  /** How early the mapping's key stands among the labels of the group. */
  readonly rank: number;
  readonly fields: readonly ReadField[];
}

/** What a record is made of. Spans relative to the record's base. */
export interface RecordParts {
  readonly kind: KindId | undefined;
  readonly kindText?: string | undefined;
  readonly kindSpan?: Span | undefined;
  readonly notation: Notation;
  readonly fields: readonly ReadField[];
  /** Where the fields were read from, from the record's base on. */
  readonly source: string;
  readonly span: Span;
  /** Of a row in how many columns it could have a cell. */
  readonly columns?: number;
  /** Shown for the record as a whole where it has neither id nor title. */
  readonly head?: Span | undefined;
  readonly template?: boolean;
  readonly sections?: readonly Section[];
  /** False where it is known that no placeholder stands in it (`mayHaveGaps`). */
  readonly gaps?: boolean | undefined;
}

/** The schema's field for a label, and its name; a label nobody knows keeps its own. */
export function fieldFor(kind: KindId | undefined, label: string): { name: string; info: FieldInfo | undefined } {
  if (!kind) return { name: label, info: undefined };
  const { byName } = kindInfo(kind);
  const known = byName.get(label);
  if (known) return { name: known.name, info: known };
  const name = fieldForLabel(kind, label);
  return name === undefined ? { name: label, info: undefined } : { name, info: byName.get(name) };
}

/** A record from its fields. */
export function buildRecord(parts: RecordParts): RecordData {
  const { fields, duplicates } = byName(parts.fields);
  const idField = fields.get("id");
  const id = idField ? scalarText(idField.value) : undefined;
  const gaps = parts.gaps !== false;
  const plain = plainFields(fields, gaps);
  return {
    kind: parts.kind,
    kindText: parts.kindText,
    kindSpan: parts.kindSpan,
    notation: parts.notation,
    id,
    idSpan: id === undefined ? undefined : idField?.value.span,
    fields,
    duplicates,
    span: parts.span,
    head: headOf(fields, id !== undefined) ?? parts.head ?? firstKey(parts),
    plain,
    template: parts.template === true || isUnfilledRow(parts, plain),
    placeholders: gaps ? placeholdersIn(parts) : NONE,
    sections: parts.sections,
  };
}

/** The first field of each name, and those whose name an earlier one has. */
export function byName(all: readonly ReadField[]): { readonly fields: Fields; readonly duplicates: readonly Field[] } {
  const first: Field[] = [];
  const duplicates: Field[] = [];
  const names: string[] = [];
  const many = all.length > FEW ? new Set<string>() : undefined;
  for (let i = 0; i < all.length; i++) {
    const { field } = all[i] as ReadField;
    const { name } = field;
    if (many ? many.has(name) : names.includes(name)) duplicates.push(field);
    else {
      first.push(field);
      if (many) many.add(name);
      else names.push(name);
    }
  }
  return { fields: new Fields(exact(first)), duplicates: exact(duplicates) };
}

const NONE: readonly never[] = [];

const scalarText = (value: Value): string | undefined =>
  value.type === "scalar" && value.text !== "" ? value.text : undefined;

function headOf(fields: Fields, hasId: boolean): Span | undefined {
  if (hasId) return fields.get("id")?.value.span;
  for (const name of ["control", "title", "name"]) {
    const value = fields.get(name)?.value;
    if (value && value.type !== "empty") return value.span;
  }
  return undefined;
}

function firstKey({ fields, span }: RecordParts): Span {
  const first = fields[0]?.field.keySpan;
  return first ?? { start: span.start, end: Math.min(span.end, span.start + 80) };
}

function plainFields({ list }: Fields, gaps: boolean): { [field: string]: Plain } {
  const plain: { [field: string]: Plain } = {};
  for (let i = 0; i < list.length; i++) {
    const { name, value } = list[i] as Field;
    const means = plainOf(value, gaps);
    if (means !== undefined) define(plain, name, means);
  }
  return plain;
}

/** `__proto__` is a name like any other in somebody's document. */
function define(object: { [field: string]: Plain }, name: string, value: Plain): void {
  if (name !== "__proto__") object[name] = value;
  else Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}

/**
 * What a value means as JSON; undefined where it is empty or only holds a place.
 * @param gaps whether it may do that
 */
export function plainOf(value: Value, gaps = true): Plain | undefined {
  switch (value.type) {
    case "empty":
      return undefined;
    case "scalar":
      return gaps && isOnlyPlaceholder(value.text) ? undefined : value.plain;
    case "list": {
      const items: Plain[] = [];
      for (let i = 0; i < value.items.length; i++) {
        const plain = plainOf(value.items[i] as Value, gaps);
        if (plain !== undefined) items.push(plain);
      }
      return items.length === 0 && value.items.length > 0 ? undefined : exact(items);
    }
    case "map": {
      const object: { [field: string]: Plain } = {};
      for (const { key, value: inner } of value.entries) {
        const plain = plainOf(inner, gaps);
        if (plain !== undefined && !Object.hasOwn(object, key)) define(object, key, plain);
      }
      return object;
    }
  }
}

/** What is longer may be that of many records. */
const SHORT = 5_000;

function ownSource({ fields, source, span }: RecordParts): string {
  const values = fieldsSpan(fields, span);
  return source.slice(Math.min(values.start, span.start), Math.max(values.end, span.end));
}

/**
 * Whether a placeholder may stand in a value of YAML: a look at the text of the whole record, which clears most. The brackets of lists are
 * none; where a text may be read as another than stands there (escapes, aliases), every value is looked at.
 */
export function mayHaveGaps(fields: readonly ReadField[], source: string): boolean {
  if (source.length > SHORT || source.includes("\\") || source.includes("*")) return true;
  if (!mayHavePlaceholder(source)) return false;
  if (mayHaveUnbracketed(source)) return true;
  let lists = 0;
  for (let i = 0; i < fields.length; i++) {
    const { type, span } = (fields[i] as ReadField).field.value;
    if (type === "list" && source[span.start] === "[") lists++;
  }
  for (let at = source.indexOf("["); at >= 0; at = source.indexOf("[", at + 1)) lists--;
  return lists !== 0;
}

/** Placeholders in the values, at their places in the source. */
function placeholdersIn(parts: RecordParts): readonly Placeholder[] {
  const { fields, source } = parts;
  if (!mayHavePlaceholder(source.length > SHORT ? ownSource(parts) : source)) return exact([]);
  const found: Placeholder[] = [];
  const look = ({ span: { start, end }, of }: ScalarValue): void => {
    if (of) {
      eachScalar(of, look);
      return;
    }
    for (const p of findPlaceholders(source.slice(start, end))) {
      found.push({ span: { start: start + p.start, end: start + p.end }, text: p.text });
    }
  };
  for (const { field } of fields) eachScalar(field.value, look);
  return exact(found);
}

const ROWS: ReadonlySet<Notation> = new Set(["table-row", "csv-row", "yaml-item", "yaml-block", "heading"]);
const SMALL: ReadonlySet<string> = new Set(["enum", "boolean"]);

/** A row in which nobody has written anything but its id, and perhaps a state or a yes. */
function isUnfilledRow({ notation, fields, columns }: RecordParts, plain: RecordData["plain"]): boolean {
  if (!ROWS.has(notation)) return false;
  let blanks = Math.max(0, (columns ?? 0) - fields.length);
  for (const { field, info } of fields) {
    if (field.name === "id") continue;
    const value = Object.hasOwn(plain, field.name) ? plain[field.name] : undefined;
    if (value === undefined || (Array.isArray(value) && value.length === 0)) blanks++;
    else if (!SMALL.has(info?.type ?? "text")) return false;
  }
  return blanks > 0;
}

/** The span over all fields, keys and values. */
export function fieldsSpan(fields: readonly ReadField[], fallback: Span): Span {
  if (fields.length === 0) return fallback;
  let start = Number.MAX_SAFE_INTEGER;
  let end = 0;
  for (let i = 0; i < fields.length; i++) {
    const { keySpan, value } = (fields[i] as ReadField).field;
    if (keySpan.start < start) start = keySpan.start;
    if (value.span.start < start) start = value.span.start;
    if (keySpan.end > end) end = keySpan.end;
    if (value.span.end > end) end = value.span.end;
  }
  return { start, end };
}
