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

/** One line, and how far into it its containers reach. A tab that is taken in part is taken whole. */
export class Cursor {
  readonly start: number;
  readonly end: number;
  /** First character that is not blank, from `pos` on. */
  at: number;
  /** Columns of blanks before `at`. */
  indent = 0;
  readonly text: string;
  #pos: number;
  #column = 0;

  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.#pos = start;
    this.at = start;
    this.#measure();
  }

  get blank(): boolean {
    return this.at >= this.end;
  }

  /** The line's content from its first character that is not blank. */
  get rest(): string {
    return this.text.slice(this.at, this.end);
  }

  #measure(): void {
    let column = this.#column;
    let at = this.#pos;
    for (; at < this.end; at++) {
      const c = this.text.charCodeAt(at);
      if (c === SPACE) column++;
      else if (c === TAB) column += 4 - (column % 4);
      else break;
    }
    this.at = at;
    this.indent = column - this.#column;
  }

  /** Takes `columns` of the blanks before the content. */
  takeColumns(columns: number): void {
    this.#column += columns;
    this.indent -= columns;
  }

  /** Takes a `>` with the blank after it. */
  takeQuote(): boolean {
    if (this.blank || this.indent >= 4 || this.text[this.at] !== ">") return false;
    this.enter(1);
    if (this.indent > 0) this.takeColumns(1);
    return true;
  }

  /** Takes the blanks before the content and `width` characters of it. */
  enter(width: number): void {
    this.#column += this.indent + width;
    this.#pos = this.at + width;
    this.#measure();
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
  const { text, at, end } = cursor;
  const c = text[at] as string;
  let width = 0;
  let number: number | undefined;
  if (c === "-" || c === "+" || c === "*") width = 1;
  else if (c >= "0" && c <= "9") {
    let i = at;
    while (i < end && i - at < 10 && isDigit(text.charCodeAt(i))) i++;
    const closes = text[i] === "." || text[i] === ")";
    if (i - at > 9 || i >= end || !closes) return undefined;
    number = Number(text.slice(at, i));
    width = i + 1 - at;
  } else return undefined;
  return afterMarker(cursor, width, number);
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
