import type { KindId } from "../../generated/kinds.ts";
import type { RecordData, RecordFacts } from "../../records/model.ts";
import type { Document } from "../../syntax/document.ts";
import type { Span } from "../../text/span.ts";
import type { AimsIndex } from "../../workspace/api.ts";

/** A record of a document with its place. */
export interface RecordInDocument {
  readonly facts: RecordFacts;
  readonly data: RecordData;
  readonly base: number;
}

/**
 * Records of the kinds asked for that are no templates, for rules on documents: what they need of the document around a record
 * costs one look for all of them.
 */
export function recordsIn(document: Document, index: AimsIndex, kinds: ReadonlySet<KindId>): RecordInDocument[] {
  const isAsked = ({ kind, template }: RecordData): boolean => kind !== undefined && kinds.has(kind) && !template;
  if (!document.records.some(({ data }) => isAsked(data))) return [];
  const all = index.file(document.path)?.records ?? [];
  return document.records.flatMap(({ base, data }, i) => {
    const facts = all[i];
    return facts && facts.id === data.id && isAsked(data) ? [{ facts, data, base }] : [];
  });
}

/** A span of a record as a span of its document. */
export const absolute = (span: Span, base: number): Span => ({ start: span.start + base, end: span.end + base });
