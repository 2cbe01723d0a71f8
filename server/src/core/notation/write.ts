import type { KindId } from "../generated/kinds.ts";
import type { Plain } from "../records/model.ts";
import type { Document } from "../syntax/document.ts";
import type { TextEdit } from "../text/edit.ts";

export function setField(_doc: Document, _record: number, _field: string, _value: Plain): TextEdit[] | undefined {
  return undefined;
}
export function removeField(_doc: Document, _record: number, _field: string): TextEdit[] | undefined {
  return undefined;
}
export function addFields(
  _doc: Document,
  _record: number,
  _fields: Readonly<Record<string, Plain>>,
): TextEdit[] | undefined {
  return undefined;
}
export function addRecords(
  _doc: Document,
  _beside: number | undefined,
  _kind: KindId,
  _records: readonly Readonly<Record<string, Plain>>[],
): TextEdit[] | undefined {
  return undefined;
}
export function headerToFrontMatter(_doc: Document): TextEdit[] | undefined {
  return undefined;
}
export function newDocument(
  _kind: KindId,
  _fields: Readonly<Record<string, Plain>>,
  _notation: "yaml" | "front-matter",
): string {
  return "";
}
