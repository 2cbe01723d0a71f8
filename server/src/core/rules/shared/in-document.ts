import type { KindId } from "../../generated/kinds.ts";
import type { RecordData } from "../../records/model.ts";
import type { Span } from "../../text/span.ts";
import type { DocumentUnit } from "../rule.ts";

const kindIn = ({ kind }: RecordData): KindId | undefined => kind;

/** The places in `document.records` of the records of a kind, templates among them. */
export function ordinalsOf({ eachRecord }: DocumentUnit, kind: KindId): number[] {
  const found: number[] = [];
  eachRecord(kindIn).forEach((one, i) => {
    if (one === kind) found.push(i);
  });
  return found;
}

/** The kinds of which a document has records. */
export const kindsIn = ({ eachRecord }: DocumentUnit): ReadonlySet<KindId | undefined> => new Set(eachRecord(kindIn));

/** The answers of `eachRecord` or `eachBlock` that say something, each with its place. */
export function given<T>(answers: readonly (T | undefined)[]): (readonly [at: number, answer: T])[] {
  const found: (readonly [number, T])[] = [];
  answers.forEach((answer, i) => {
    if (answer !== undefined) found.push([i, answer]);
  });
  return found;
}

/** A span of a record as a span of its document. */
export const absolute = (span: Span, base: number): Span => ({ start: span.start + base, end: span.end + base });
