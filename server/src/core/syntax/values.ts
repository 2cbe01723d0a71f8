import type { Entry, MapValue, ScalarValue, Value } from "../records/model.ts";
import { shift, type Span } from "../text/span.ts";

/** `value` with every span in it moved by `by` offsets. */
export function shiftValue(value: Value, by: number): Value {
  if (by === 0) return value;
  const span = shift(value.span, by);
  switch (value.type) {
    case "scalar": {
      const moved: ScalarValue = { type: "scalar", span, text: value.text, plain: value.plain };
      return value.of ? { ...moved, of: shiftMap(value.of, by) } : moved;
    }
    case "empty":
      return { type: "empty", span };
    case "list":
      return { type: "list", span, items: value.items.map((item) => shiftValue(item, by)) };
    case "map":
      return shiftMap(value, by);
  }
}

function shiftMap({ span, entries }: MapValue, by: number): MapValue {
  return { type: "map", span: shift(span, by), entries: entries.map((entry) => shiftEntry(entry, by)) };
}

/** `entry` with every span in it moved by `by` offsets. */
export function shiftEntry(entry: Entry, by: number): Entry {
  if (by === 0) return entry;
  return { key: entry.key, keySpan: shift(entry.keySpan, by), value: shiftValue(entry.value, by) };
}

/** `text` without the line breaks at its end. */
export function withoutLastBreaks(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 10) end--;
  return text.slice(0, end);
}

/** The span of a list of spans that need not be in order; `fallback` for an empty list. */
export function hull(spans: readonly Span[], fallback: Span): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = -1;
  for (const s of spans) {
    if (s.start < start) start = s.start;
    if (s.end > end) end = s.end;
  }
  return end < 0 ? fallback : { start, end };
}

/** Visits every scalar in `value`, in order, the keys left out. */
export function eachScalar(value: Value, visit: (scalar: ScalarValue) => unknown): void {
  if (value.type === "scalar") visit(value);
  else if (value.type === "list") for (const item of value.items) eachScalar(item, visit);
  else if (value.type === "map") for (const entry of value.entries) eachScalar(entry.value, visit);
}
