/** A half-open range of UTF-16 offsets, `start` included and `end` not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in a text: both counted from 0, `character` in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two positions, the end not included. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The span from `start` to `end`. */
export const span = (start: number, end: number): Span => ({ start, end });

/** `s` moved by `by` offsets. */
export const shift = (s: Span, by: number): Span => (by === 0 ? s : { start: s.start + by, end: s.end + by });

/** Whether `offset` lies in `s` or at either of its ends (as a cursor does). */
export const touches = (s: Span, offset: number): boolean => s.start <= offset && offset <= s.end;

/** Whether the two spans share at least one offset. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
