import type { RecordFacts } from "../records/model.ts";
import type { Document } from "../syntax/document.ts";
import type { Range, Span } from "../text/span.ts";
import type { AimsView } from "./view.ts";

/** A place in a file as a person is shown it. */
export interface Location {
  readonly path: string;
  readonly range: Range;
  /** What to select within it. */
  readonly selection: Range;
}

/** A place of a document as a location: all of `whole`, with `selection` selected in it. */
export function locationIn(aims: AimsView, document: Document, whole: Span, selection: Span = whole): Location {
  const lines = aims.lines(document);
  return { path: document.path, range: lines.range(whole), selection: lines.range(selection) };
}

/** Where records stood in the edition of their file in which they were last looked for. */
const found = new WeakMap<RecordFacts, { readonly edition: object; readonly location: Location }>();

/** Where a record stands, its head selected; with `field`, the value of that field. */
export function locationOf(aims: AimsView, record: RecordFacts, field?: string): Location | undefined {
  const edition = aims.edition(record.path);
  const known = field === undefined ? found.get(record) : undefined;
  if (edition === undefined || known?.edition === edition) return edition && known?.location;
  const document = aims.document(record.path);
  if (!document) return undefined;
  const head = aims.place(record, field);
  const whole = aims.place(record, undefined, "whole");
  const location = head && whole && locationIn(aims, document, whole.span, head.span);
  if (location && field === undefined) found.set(record, { edition, location });
  return location;
}

/** Where a record stood in an edition, if it was looked for. */
export function knownLocation(edition: object, record: RecordFacts): Location | undefined {
  const known = found.get(record);
  return known?.edition === edition ? known.location : undefined;
}

/** Takes over where a record stands in an edition. */
export function setKnownLocation(edition: object, record: RecordFacts, location: Location): void {
  found.set(record, { edition, location });
}

/** The start of a file: its first heading, or its first character. */
export function fileLocation(aims: AimsView, path: string): Location {
  const document = aims.document(path);
  const start = { line: 0, character: 0 };
  if (!document) return { path, range: { start, end: start }, selection: { start, end: start } };
  const title = document.headings[0]?.span ?? { start: 0, end: 0 };
  return locationIn(aims, document, title);
}
