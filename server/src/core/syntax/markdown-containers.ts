import { BEGINNINGS } from "./markdown-lines.ts";

/** A block quote or list item that is open while lines are read. */
export type Container =
  | { readonly type: "quote" }
  /** `indent`: columns its content is indented, counted from where its own container's content starts. */
  | { readonly type: "item"; readonly indent: number; empty: boolean };

/** A list mark at the start of a line's content. */
export interface Marker {
  /** Offsets the mark and the space after it take. */
  readonly width: number;
  readonly indent: number;
  /** Nothing follows the mark. */
  readonly empty: boolean;
  /** The number of an ordered item. */
  readonly number: number | undefined;
}

const TAB = 9;
const SPACE = 32;
const QUOTE = 62;

/** A line, and how far into it its containers reach. A tab that is taken in part is taken whole. */
export class Cursor {
  start = 0;
  end = 0;
  /** First character that is not blank, behind what was taken. */
  at = 0;
  /** Its code; -1 where nothing follows. */
  code = -1;
  /** What can begin with it. */
  begins = 0;
  /** Columns of blanks before `at`. */
  indent = 0;
  blank = true;
  readonly text: string;
  #column = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Moves to the start of a line. */
  to(start: number, end: number): this {
    this.start = start;
    this.end = end;
    this.#column = 0;
    this.#measure(start);
    return this;
  }

  /** The line's content from its first character that is not blank. */
  get rest(): string {
    return this.text.slice(this.at, this.end);
  }

  #measure(from: number): void {
    let column = this.#column;
    let code = -1;
    let at = from;
    for (; at < this.end; at++) {
      code = this.text.charCodeAt(at);
      if (code === SPACE) column++;
      else if (code === TAB) column += 4 - (column % 4);
      else break;
    }
    this.at = at;
    this.indent = column - this.#column;
    this.blank = at >= this.end;
    this.code = this.blank ? -1 : code;
    this.begins = this.blank || code > 127 ? 0 : (BEGINNINGS[code] as number);
  }

  /** Takes `columns` of the blanks before the content. */
  takeColumns(columns: number): void {
    this.#column += columns;
    this.indent -= columns;
  }

  /** Takes a `>` with the blank after it. */
  takeQuote(): boolean {
    if (this.blank || this.indent >= 4 || this.code !== QUOTE) return false;
    this.enter(1);
    if (this.indent > 0) this.takeColumns(1);
    return true;
  }

  /** Takes the blanks before the content and `width` characters of it. */
  enter(width: number): void {
    this.#column += this.indent + width;
    this.#measure(this.at + width);
  }
}

/** How many of the open containers go on on this line; `cursor` is moved past their marks. */
export function matchContainers(cursor: Cursor, containers: readonly Container[]): number {
  for (let i = 0; i < containers.length; i++) {
    const container = containers[i] as Container;
    if (container.type === "quote") {
      if (!cursor.takeQuote()) return i;
    } else if (!cursor.blank) {
      if (cursor.indent < container.indent) return i;
      cursor.takeColumns(container.indent);
    }
  }
  return containers.length;
}

/** The list mark at the cursor, if there is one. */
export function listMarker(cursor: Cursor): Marker | undefined {
  const { text, at, end, code } = cursor;
  if (code === 45 || code === 43 || code === 42) return afterMarker(cursor, 1, undefined);
  if (!isDigit(code)) return undefined;
  let i = at;
  while (i < end && i - at < 10 && isDigit(text.charCodeAt(i))) i++;
  const closes = text[i] === "." || text[i] === ")";
  if (i - at > 9 || i >= end || !closes) return undefined;
  return afterMarker(cursor, i + 1 - at, Number(text.slice(at, i)));
}

function afterMarker(cursor: Cursor, width: number, number: number | undefined): Marker | undefined {
  const { text, at, end, indent } = cursor;
  let i = at + width;
  let spaces = 0;
  for (; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === SPACE) spaces++;
    else if (c === TAB) spaces += 4 - ((indent + width + spaces) % 4);
    else break;
  }
  if (i >= end) return { width, indent: indent + width + 1, empty: true, number };
  if (spaces === 0) return undefined;
  const taken = spaces > 4 ? 1 : spaces;
  return { width: spaces > 4 ? width + 1 : i - at, indent: indent + width + taken, empty: false, number };
}

const isDigit = (code: number) => code >= 48 && code <= 57;
