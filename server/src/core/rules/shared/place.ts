import type { Field, RecordData, Value } from "../../records/model.ts";
import { eachScalar } from "../../syntax/values.ts";
import type { Span } from "../../text/span.ts";

/** Where a field is shown: its value, or its key (in a table the cell) where there is no value. */
export const fieldSpan = (field: Field): Span => (field.value.type === "empty" ? field.keySpan : field.value.span);

/** Where the first of `names` that the record has is shown, else the record's head. */
export function placeOf(data: RecordData, ...names: readonly string[]): Span {
  for (const name of names) {
    const field = data.fields.get(name);
    if (field) return fieldSpan(field);
  }
  return data.head;
}

/** Where a stretch of a value's text stands; the whole value where its text is not written plainly (escapes, marks inside). */
export function within(value: Value, start: number, end: number): Span {
  if (value.type !== "scalar") return value.span;
  const around = value.span.end - value.span.start - value.text.length;
  if (around !== 0 && around !== 2) return value.span;
  const from = value.span.start + around / 2;
  return { start: from + start, end: from + end };
}

/** The scalars of a value one by one, with their text. */
export function scalarsOf(value: Value): { readonly text: string; readonly value: Value }[] {
  const found: { readonly text: string; readonly value: Value }[] = [];
  eachScalar(value, (scalar) => found.push({ text: scalar.text, value: scalar }));
  return found;
}

/** Where the item of a field whose text `matches` is written; undefined where there is none. */
export function itemSpan(data: RecordData, name: string, matches: (text: string) => boolean): Span | undefined {
  const field = data.fields.get(name);
  return field && scalarsOf(field.value).find(({ text }) => matches(text))?.value.span;
}

/** Where a phrase stands in a stretch of a document, line breaks and indentation within it aside; the whole stretch where it is not found. */
export function phraseIn(text: string, at: Span, phrase: string): Span {
  const words = phrase
    .slice(0, 400)
    .split(/\s+/)
    .filter((w) => w !== "");
  if (words.length === 0) return at;
  const pattern = words.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  const match = new RegExp(pattern, "i").exec(text.slice(at.start, at.end));
  return match ? { start: at.start + match.index, end: at.start + match.index + match[0].length } : at;
}
