import type { KindId } from "../../generated/kinds.ts";
import type { Document } from "../../syntax/document.ts";
import type { Span } from "../../text/span.ts";
import type { DocumentUnit } from "../rule.ts";

/** The places in `document.records` of the records of a kind, templates among them. */
export function ordinalsOf({ document: { records } }: DocumentUnit, kind: KindId): number[] {
  const found: number[] = [];
  for (let i = 0; i < records.length; i++) if (records[i]?.data.kind === kind) found.push(i);
  return found;
}

/** The kinds of which a document has records. */
export function kindsIn({ records }: Document): ReadonlySet<KindId | undefined> {
  const kinds = new Set<KindId | undefined>();
  for (const { data } of records) kinds.add(data.kind);
  return kinds;
}

/** The answers of `eachRecord` or `eachBlock` that say something, each with its place. */
export function given<T>(answers: readonly (T | undefined)[]): (readonly [at: number, answer: T])[] {
  const found: (readonly [number, T])[] = [];
  for (let i = 0; i < answers.length; i++) {
    const answer = answers[i];
    if (answer !== undefined) found.push([i, answer]);
  }
  return found;
}

/** A span of a record as a span of its document. */
export const absolute = (span: Span, base: number): Span => ({ start: span.start + base, end: span.end + base });
