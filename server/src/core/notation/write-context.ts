import type { KindId } from "../generated/kinds.ts";
import { type FieldInfo, kindInfo } from "../records/kinds.ts";
import type { Field, RecordData } from "../records/model.ts";
import type { Document } from "../syntax/document.ts";
import { shift, type Span } from "../text/span.ts";

/** A record to be written to, with its document. */
export interface Target {
  readonly doc: Document;
  readonly text: string;
  readonly base: number;
  readonly data: RecordData;
  /** The document's line break. */
  readonly newline: string;
}

/** The record at `index`; undefined where there is none. */
export function targetOf(doc: Document, index: number): Target | undefined {
  const placed = doc.records[index];
  return placed && { doc, text: doc.text, base: placed.base, data: placed.data, newline: newlineOf(doc.text) };
}

/** The line break a text uses. */
export const newlineOf = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

/** A span of the record, in offsets of the document. */
export const absolute = (target: Target, span: Span): Span => shift(span, target.base);

/** What the schema says of a field. */
export const infoOf = (kind: KindId | undefined, field: string): FieldInfo | undefined =>
  kind === undefined ? undefined : kindInfo(kind)?.field(field);

/** The label under which a field is added where labels are for people. */
export const labelOf = (kind: KindId | undefined, field: string): string => infoOf(kind, field)?.title ?? field;

/** All fields of a record, repeated ones too. */
export const allFields = (data: RecordData): Field[] => [...data.fields.values(), ...data.duplicates];

/** The end of a field, key and value. */
export const fieldEnd = (field: Field): number => Math.max(field.keySpan.end, field.value.span.end);

/** Where the line that holds `at` starts. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** Where the content of the line that holds `at` ends. */
export function lineEnd(text: string, at: number): number {
  const next = text.indexOf("\n", at);
  const end = next < 0 ? text.length : next;
  return end > at && text[end - 1] === "\r" ? end - 1 : end;
}

/** Where the line after the one that holds `at` starts. */
export function nextLineStart(text: string, at: number): number {
  const next = text.indexOf("\n", at);
  return next < 0 ? text.length : next + 1;
}
