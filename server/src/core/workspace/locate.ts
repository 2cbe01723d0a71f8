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

/** A location without its path, for keeping: lines and characters of the whole and of what is selected. */
export type StoredPlace = readonly number[];

/** Where a record stood in the edition of its file in which it was last looked for; places that were taken over are kept as they were stored. */
interface Found {
  readonly edition: object;
  readonly location: Location | StoredPlace;
}

const found = new WeakMap<RecordFacts, Found>();

const isStored = (location: Location | StoredPlace): location is StoredPlace => Array.isArray(location);

const locationAt = ({ location }: Found, path: string): Location =>
  isStored(location) ? restorePlace(path, location) : location;

/** Where a record stands, its head selected; with `field`, the value of that field. */
export function locationOf(aims: AimsView, record: RecordFacts, field?: string): Location | undefined {
  const edition = aims.edition(record.path);
  const known = field === undefined ? found.get(record) : undefined;
  if (edition === undefined) return undefined;
  if (known?.edition === edition) return locationAt(known, record.path);
  const document = aims.document(record.path);
  if (!document) return undefined;
  const head = aims.place(record, field);
  const whole = aims.place(record, undefined, "whole");
  const location = head && whole && locationIn(aims, document, whole.span, head.span);
  if (location && field === undefined) found.set(record, { edition, location });
  return location;
}

/** Where a record stood in an edition, for keeping, if it was looked for. */
export function knownPlace(edition: object, record: RecordFacts): StoredPlace | undefined {
  const known = found.get(record);
  if (known?.edition !== edition) return undefined;
  return isStored(known.location) ? known.location : storePlace(known.location);
}

/** Takes over where a record stands in an edition. */
export function setKnownPlace(edition: object, record: RecordFacts, place: StoredPlace): void {
  found.set(record, { edition, location: place });
}

const storePlace = ({ range: { start, end }, selection }: Location): StoredPlace => [
  start.line,
  start.character,
  end.line,
  end.character,
  selection.start.line,
  selection.start.character,
  selection.end.line,
  selection.end.character,
];

function restorePlace(path: string, numbers: StoredPlace): Location {
  const range = (at: number): Range => ({
    start: { line: numbers[at] ?? 0, character: numbers[at + 1] ?? 0 },
    end: { line: numbers[at + 2] ?? 0, character: numbers[at + 3] ?? 0 },
  });
  return { path, range: range(0), selection: range(4) };
}

/** The start of a file: its first heading, or its first character. */
export function fileLocation(aims: AimsView, path: string): Location {
  const document = aims.document(path);
  const start = { line: 0, character: 0 };
  if (!document) return { path, range: { start, end: start }, selection: { start, end: start } };
  const title = document.headings[0]?.span ?? { start: 0, end: 0 };
  return locationIn(aims, document, title);
}
