import type { Span } from "../../text/span.ts";

/** A span of a record as a span of its document. */
export const absolute = (span: Span, base: number): Span => ({ start: span.start + base, end: span.end + base });
