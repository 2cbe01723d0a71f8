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

/** A span of a record as a span of its document. */
export const absolute = (span: Span, base: number): Span => ({ start: span.start + base, end: span.end + base });
