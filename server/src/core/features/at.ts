import type { Citation } from "../catalog/citation.ts";
import { type FieldInfo, kindInfo } from "../records/kinds.ts";
import type { Entry, Field, PlacedRecord, RecordFacts, ScalarValue, Value } from "../records/model.ts";
import type { Link, Mention } from "../syntax/document.ts";
import { type Span, shift, touches } from "../text/span.ts";
import type { FileView } from "../workspace/view.ts";

/** A record that an offset lies in. */
export interface RecordAt {
  /** Its number in `document.records`. */
  readonly ordinal: number;
  readonly placed: PlacedRecord;
  readonly facts: RecordFacts | undefined;
}

/** A field that an offset lies in. Spans absolute. */
export interface FieldAt {
  readonly record: RecordAt;
  readonly field: Field;
  /** `key`: the offset is on `key`, the field's own, that of an entry in its value or of the group it stands in; `value`: on a value. */
  readonly part: "key" | "value";
  /** The schema's field of the innermost key around the offset, nested ones included. */
  readonly info: FieldInfo | undefined;
  /** The key under the offset, or the innermost around it. */
  readonly key: string;
  /** The scalar under the offset. */
  readonly scalar: ScalarValue | undefined;
  /** The key, the scalar, or the place of an empty value. */
  readonly span: Span;
}

/** Something in a block with its absolute span. */
export interface Placed<T> {
  readonly item: T;
  readonly span: Span;
}

/** The records an offset lies in, innermost first. */
export function recordsAt(view: FileView, offset: number): RecordAt[] {
  const found: RecordAt[] = [];
  view.document.records.forEach((placed, ordinal) => {
    if (touches(placed.data.span, offset - placed.base)) {
      found.push({ ordinal, placed, facts: view.facts.records[ordinal] });
    }
  });
  const size = ({ placed: { data } }: RecordAt): number => data.span.end - data.span.start;
  return found.sort((a, b) => size(a) - size(b));
}

/** The innermost field an offset lies in. */
export function fieldAt(view: FileView, offset: number): FieldAt | undefined {
  for (const record of recordsAt(view, offset)) {
    const found = fieldOf(record, offset);
    if (found) return found;
  }
  return undefined;
}

function fieldOf(record: RecordAt, offset: number): FieldAt | undefined {
  const { base, data } = record.placed;
  const at = offset - base;
  const kind = data.kind === undefined ? undefined : kindInfo(data.kind);
  for (const field of [...data.fields.values(), ...data.duplicates]) {
    const info = field.known ? kind?.field(field.name) : undefined;
    const inner = touches(field.value.span, at) ? valueAt(field.value, info, field.label, at) : undefined;
    if (inner) return { record, field, ...inner, span: shift(inner.span, base) };
    if (touches(field.keySpan, at)) {
      const own = { part: "key", info, key: field.label, scalar: undefined } as const;
      return { record, field, ...own, span: shift(field.keySpan, base) };
    }
    const { group } = field;
    if (group && touches(group.keySpan, at)) {
      const of = kind?.groups.find(({ name }) => name === group.name)?.field;
      return {
        record,
        field,
        part: "key",
        info: of,
        key: group.label,
        scalar: undefined,
        span: shift(group.keySpan, base),
      };
    }
  }
  return undefined;
}

type Inner = Pick<FieldAt, "part" | "info" | "key" | "scalar" | "span">;

function valueAt(value: Value, info: FieldInfo | undefined, key: string, at: number): Inner | undefined {
  switch (value.type) {
    case "scalar":
      return { part: "value", info, key, scalar: value, span: value.span };
    case "empty":
      return { part: "value", info, key, scalar: undefined, span: value.span };
    case "list": {
      const item = value.items.find((one) => touches(one.span, at));
      return item && valueAt(item, info, key, at);
    }
    case "map":
      return entryAt(value.entries, info, at);
  }
}

function entryAt(entries: readonly Entry[], info: FieldInfo | undefined, at: number): Inner | undefined {
  for (const entry of entries) {
    const nested = info?.nested?.find((f) => f.name === entry.key);
    const inherited = nested ?? (info?.type === "satisfies" ? info : undefined);
    if (touches(entry.keySpan, at)) {
      return { part: "key", info: nested, key: entry.key, scalar: undefined, span: entry.keySpan };
    }
    if (touches(entry.value.span, at)) return valueAt(entry.value, inherited, entry.key, at);
  }
  return undefined;
}

/** Looks for an item of the blocks around an offset. */
function inBlocks<T extends { readonly span: Span }>(
  view: FileView,
  offset: number,
  items: (block: FileView["document"]["blocks"][number]["data"]) => readonly T[],
): Placed<T> | undefined {
  for (const { base, data } of view.document.blocks) {
    if (offset < base || offset > base + data.text.length) continue;
    const item = items(data).find((one) => touches(one.span, offset - base));
    if (item) return { item, span: shift(item.span, base) };
  }
  return undefined;
}

/** The citation at an offset. */
export const citationAt = (view: FileView, offset: number): Placed<Citation> | undefined =>
  inBlocks(view, offset, (data) => data.citations);

/** The link whose target is at an offset. */
export const linkAt = (view: FileView, offset: number): Placed<Link> | undefined =>
  inBlocks(view, offset, (data) => data.links);

/** The mention of a record at an offset. */
export const mentionAt = (view: FileView, offset: number): Placed<Mention> | undefined =>
  inBlocks(view, offset, (data) => data.mentions);
