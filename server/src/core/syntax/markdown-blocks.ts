import { type Span, shift } from "../text/span.ts";
import { splice } from "../text/stretch.ts";
import { firstWhere } from "../text/many.ts";
import { type Steps, toEnd } from "../text/to-end.ts";
import { htmlBlockEnd, type HtmlEnd } from "./markdown-html.ts";
import { type Lines, linesOf } from "./lines.ts";
import { type Container, Cursor, listMarker, matchContainers, type Marker } from "./markdown-containers.ts";
import {
  atxLevel,
  type Fence,
  isBlank,
  isSetextUnderline,
  isThematicBreak,
  openFence,
  trimEnd,
} from "./markdown-lines.ts";
import { columnsOf, isDelimiterRow } from "./markdown-table.ts";

/** What every block of a Markdown text has. Offsets are absolute. */
interface MarkdownBlockBase extends Span {
  /** How many block quotes and list items it stands in. */
  readonly depth: number;
}
export interface MarkdownHeading extends MarkdownBlockBase {
  readonly type: "heading";
  readonly level: number;
  /** The title, marks of the heading not included; empty for `##` alone. */
  readonly title: Span;
}
export interface MarkdownParagraph extends MarkdownBlockBase {
  readonly type: "paragraph";
  /** Its lines, quote and list marks and surrounding spaces not included. */
  readonly lines: readonly Span[];
  /** It is the first thing in a list item. */
  readonly item: boolean;
}
export interface MarkdownTable extends MarkdownBlockBase {
  readonly type: "table";
  readonly header: Span;
  readonly delimiter: Span;
  readonly rows: readonly Span[];
}
export interface MarkdownCode extends MarkdownBlockBase {
  readonly type: "code";
  readonly fenced: boolean;
  /** The word after the fence. */
  readonly info: string;
}
export interface MarkdownHtml extends MarkdownBlockBase {
  readonly type: "html";
}
export interface MarkdownRule extends MarkdownBlockBase {
  readonly type: "rule";
}
export type MarkdownBlock =
  | MarkdownHeading
  | MarkdownParagraph
  | MarkdownTable
  | MarkdownCode
  | MarkdownHtml
  | MarkdownRule;

/** The blocks of a Markdown text (CommonMark with GFM tables) from offset `from` on, in order, block quotes and lists taken apart. */
export const scanMarkdown = (text: string, from = 0): MarkdownBlock[] => toEnd(scanningMarkdown(text, from));

/** The same in steps of some milliseconds. */
export const scanningMarkdown = (text: string, from = 0): Steps<MarkdownBlock[]> =>
  new BlockScanner(text).scanning(linesOf(text, from));

/** The one stretch in which a text differs from one before it. */
export interface Difference {
  /** Up to where the texts agree. */
  readonly prefix: number;
  /** From where on in the text they agree again. */
  readonly suffix: number;
  /** How much further back everything from there on stands. */
  readonly delta: number;
}

/**
 * The same for a text that differs from one before it from some row of a table on: what stands before that row is not read again, and where
 * only rows are others nothing behind them either. Undefined where the whole has to be scanned.
 * @param before the blocks of the text before, scanned from the same offset
 */
export function rescanTable(
  text: string,
  before: readonly MarkdownBlock[],
  { prefix, suffix, delta }: Difference,
): MarkdownBlock[] | undefined {
  const at = before.findIndex((block) => block.end >= prefix);
  const table = before[at];
  if (table?.type !== "table" || table.depth > 0) return undefined;
  const { header, delimiter, rows } = table;
  // A row's line is unchanged where the next row begins in what is unchanged, too. A table's rows hang on nothing but that it is open.
  const first = firstWhere(rows, ({ end }) => end >= prefix) - 1;
  const last = firstWhere(rows, ({ start }) => start + delta >= suffix) + 1;
  if (first < 0) return undefined;
  const from = lineStart(text, (rows[first] as Span).start);
  const open: OpenTable = { kind: "table", header, delimiter, rows: [] };
  if (last >= rows.length) {
    const [end, ...behind] = new BlockScanner(text, open).scan(linesOf(text, from)) as [
      MarkdownTable,
      ...MarkdownBlock[],
    ];
    const longer = { ...table, rows: rows.slice(0, first).concat(end.rows), end: end.end };
    return [...before.slice(0, at), longer, ...behind];
  }
  const to = lineStart(text, (rows[last] as Span).start + delta);
  if (!new BlockScanner(text, open).staysOpen(linesOf(text, from, to))) return undefined;
  const renewed = rows.slice();
  splice(renewed, { start: first, before: last }, open.rows);
  if (delta !== 0)
    for (let i = first + open.rows.length; i < renewed.length; i++) renewed[i] = shift(renewed[i] as Span, delta);
  const moved = before.slice(at + 1).map((block) => shiftBlock(block, delta));
  return [...before.slice(0, at), { ...table, rows: renewed, end: table.end + delta }, ...moved];
}

const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;

function shiftBlock(block: MarkdownBlock, by: number): MarkdownBlock {
  if (by === 0) return block;
  const moved = { ...block, start: block.start + by, end: block.end + by };
  const all = (spans: readonly Span[]): Span[] => spans.map((span) => shift(span, by));
  switch (moved.type) {
    case "heading":
      return { ...moved, title: shift(moved.title, by) };
    case "paragraph":
      return { ...moved, lines: all(moved.lines) };
    case "table":
      return {
        ...moved,
        header: shift(moved.header, by),
        delimiter: shift(moved.delimiter, by),
        rows: all(moved.rows),
      };
    default:
      return moved;
  }
}

interface OpenParagraph {
  readonly kind: "paragraph";
  readonly lines: Span[];
  readonly item: boolean;
}
interface OpenTable {
  readonly kind: "table";
  readonly header: Span;
  readonly delimiter: Span;
  readonly rows: Span[];
}
interface OpenCode {
  readonly kind: "code";
  /** Undefined for indented code. */
  readonly fence: Fence | undefined;
  readonly start: number;
  end: number;
}
interface OpenHtml {
  readonly kind: "html";
  readonly ends: HtmlEnd;
  readonly start: number;
  end: number;
}
type OpenLeaf = OpenParagraph | OpenTable | OpenCode | OpenHtml;

/** How many block quotes and list items may stand in each other; marks beyond that are text. */
const DEEPEST = 200;

/** So many lines are taken in at a step. */
const AT_A_TIME = 4096;

const NO_LINES: Lines = { count: 0, start: [], end: [] };

class BlockScanner {
  readonly #text: string;
  #lines: Lines = NO_LINES;
  readonly #blocks: MarkdownBlock[] = [];
  #containers: Container[] = [];
  #leaf: OpenLeaf | undefined;

  /** @param leaf what is open where scanning starts */
  constructor(text: string, leaf?: OpenLeaf) {
    this.#text = text;
    this.#leaf = leaf;
  }

  scan(lines: Lines): MarkdownBlock[] {
    return toEnd(this.scanning(lines));
  }

  *scanning(lines: Lines): Steps<MarkdownBlock[]> {
    this.#lines = lines;
    for (let next = 0; next < lines.count; ) {
      next = this.#take(next, Math.min(lines.count, next + AT_A_TIME));
      if (next < lines.count) yield;
    }
    this.#close();
    return this.#blocks;
  }

  /** Scans some lines; whether the leaf that was open at their start is open at their end and they are all in it. */
  staysOpen(lines: Lines): boolean {
    const leaf = this.#leaf;
    this.#lines = lines;
    this.#take(0, lines.count);
    return this.#leaf === leaf;
  }

  /** Takes lines in up to the one before `end`, or a few more where these belong together; gives the one that comes next. */
  #take(start: number, end: number): number {
    let i = start;
    while (i < end) i = this.#line(i) + 1;
    return i;
  }

  /** Takes line `i` in; gives the last line it used up. */
  #line(i: number): number {
    if (this.#isGap(i)) {
      this.#close();
      return i;
    }
    const cursor = this.#cursor(i);
    const matched = matchContainers(cursor, this.#containers);
    const all = matched === this.#containers.length;
    if (all && this.#continueRaw(cursor)) return i;
    if (cursor.blank) {
      this.#blank(matched, all);
      return i;
    }
    const opened = this.#openContainers(cursor, matched);
    return this.#content(i, cursor, matched, opened);
  }

  /** Whether a line is empty and ends whatever is open, as most between blocks are. */
  #isGap(i: number): boolean {
    const kind = this.#leaf?.kind;
    const isTaken = kind === "code" || kind === "html" || this.#containers.length > 0;
    return !isTaken && this.#lines.start[i] === this.#lines.end[i];
  }

  #cursor(i: number): Cursor {
    return new Cursor(this.#text, this.#lines.start[i] as number, this.#lines.end[i] as number);
  }

  /** Code and HTML take their lines as they are. */
  #continueRaw(cursor: Cursor): boolean {
    const leaf = this.#leaf;
    if (leaf?.kind === "code") {
      if (leaf.fence) this.#continueFence(leaf, cursor);
      else if (!cursor.blank && cursor.indent < 4) return false;
      else if (!cursor.blank) leaf.end = cursor.end;
      return true;
    }
    if (leaf?.kind !== "html") return false;
    if (leaf.ends === "blank" && cursor.blank) return false;
    leaf.end = cursor.end;
    if (leaf.ends !== "blank" && leaf.ends.test(cursor.rest)) this.#close();
    return true;
  }

  #continueFence(leaf: OpenCode, cursor: Cursor): void {
    leaf.end = cursor.end;
    if (cursor.blank || cursor.indent >= 4) return;
    const { char, length } = leaf.fence as NonNullable<OpenCode["fence"]>;
    const rest = cursor.rest;
    let run = 0;
    while (rest[run] === char) run++;
    if (run >= length && rest.slice(run).trim() === "") this.#close();
  }

  /** A blank line ends every leaf but code, and the block quotes it does not stand in; list items go on over it. */
  #blank(matched: number, all: boolean): void {
    if (!all || this.#leaf?.kind !== "code") this.#close();
    if (this.#containers.length === 0) return;
    const last = matched > 0 ? this.#containers[matched - 1] : undefined;
    this.#containers.length = last?.type === "item" && last.empty ? matched - 1 : matched;
  }

  /** Opens the quotes and list items that start on this line; gives how many there are, counted from `matched`. */
  #openContainers(cursor: Cursor, matched: number): number {
    const before = this.#containers.length;
    let opened = 0;
    while (!cursor.blank && cursor.indent < 4 && matched + opened < DEEPEST) {
      const interrupts = this.#leaf?.kind === "paragraph" && opened === 0 && matched === before;
      const container = openQuote(cursor) ?? this.#openItem(cursor, interrupts);
      if (!container) break;
      if (opened === 0) {
        this.#close();
        this.#containers.length = matched;
      }
      this.#containers.push(container);
      opened++;
    }
    return opened;
  }

  #openItem(cursor: Cursor, interrupts: boolean): Container | undefined {
    if (isThematicBreak(cursor.rest)) return undefined;
    const marker = listMarker(cursor);
    if (!marker || (interrupts && !mayInterrupt(marker))) return undefined;
    cursor.enter(marker.width);
    return { type: "item", indent: marker.indent, empty: marker.empty };
  }

  #content(i: number, cursor: Cursor, matched: number, opened: number): number {
    const inParagraph = this.#leaf?.kind === "paragraph";
    if (opened === 0 && !inParagraph) this.#leaveForeign(matched);
    const lazy = opened === 0 && matched < this.#containers.length;
    if (cursor.blank) return i;
    for (const container of this.#containers) if (container.type === "item") container.empty = false;
    if (cursor.indent >= 4 && !inParagraph) return this.#indentedCode(i, cursor, matched, opened);
    if (cursor.indent < 4 && this.#special(cursor, matched, opened, lazy)) return i;
    if (!lazy) {
      const table = this.#table(i, cursor);
      if (table !== undefined) return table;
    }
    this.#paragraphLine(cursor, matched, lazy, opened);
    return i;
  }

  #indentedCode(i: number, cursor: Cursor, matched: number, opened: number): number {
    this.#leave(matched, opened);
    this.#leaf = { kind: "code", fence: undefined, start: cursor.start, end: cursor.end };
    return i;
  }

  /** Headings, fences, HTML, rules and setext underlines. */
  #special(cursor: Cursor, matched: number, opened: number, lazy: boolean): boolean {
    const rest = cursor.rest;
    const block = this.#startOfBlock(cursor, rest, lazy || opened > 0);
    if (!block) return false;
    if (block === "setext") {
      this.#setext(cursor, rest);
      return true;
    }
    this.#leave(matched, opened);
    if (typeof block === "function") block();
    return true;
  }

  #startOfBlock(cursor: Cursor, rest: string, foreign: boolean): "setext" | (() => void) | undefined {
    const paragraph = this.#leaf?.kind === "paragraph";
    switch (rest.charCodeAt(0)) {
      case 35:
        return atxLevel(rest) > 0 ? () => this.#atx(cursor, rest) : undefined;
      case 96:
      case 126: {
        const fence = openFence(rest);
        if (!fence) return undefined;
        return () => {
          this.#leaf = { kind: "code", fence, start: cursor.start, end: cursor.end };
        };
      }
      case 60: {
        const ends = htmlBlockEnd(rest, paragraph);
        return ends ? () => this.#html(cursor, rest, ends) : undefined;
      }
      case 61:
      case 45:
        if (paragraph && !foreign && isSetextUnderline(rest)) return "setext";
    }
    if (!isThematicBreak(rest)) return undefined;
    return () => this.#push({ type: "rule", start: cursor.at, end: cursor.end, depth: this.#containers.length });
  }

  #html(cursor: Cursor, rest: string, ends: HtmlEnd): void {
    this.#leaf = { kind: "html", ends, start: cursor.at, end: cursor.end };
    if (ends !== "blank" && ends.test(rest)) this.#close();
  }

  #atx(cursor: Cursor, rest: string): void {
    const level = atxLevel(rest);
    let start = cursor.at + level;
    let end = cursor.end;
    while (end > start && isBlank(this.#text.charCodeAt(end - 1))) end--;
    let closing = end;
    while (closing > start && this.#text[closing - 1] === "#") closing--;
    if (closing < end && (closing === start || isBlank(this.#text.charCodeAt(closing - 1)))) end = closing;
    while (start < end && isBlank(this.#text.charCodeAt(start))) start++;
    while (end > start && isBlank(this.#text.charCodeAt(end - 1))) end--;
    this.#push({
      type: "heading",
      level,
      title: { start, end },
      start: cursor.at,
      end: cursor.end,
      depth: this.#containers.length,
    });
  }

  #setext(cursor: Cursor, rest: string): void {
    const { lines } = this.#leaf as OpenParagraph;
    this.#leaf = undefined;
    const start = (lines[0] as Span).start;
    const title = { start, end: (lines.at(-1) as Span).end };
    const level = rest[0] === "=" ? 1 : 2;
    this.#push({ type: "heading", level, title, start, end: cursor.end, depth: this.#containers.length });
  }

  /** Starts a table, or goes on with one; gives the last line used, undefined where the line is none of a table. */
  #table(i: number, cursor: Cursor): number | undefined {
    const line = { start: cursor.at, end: trimEnd(this.#text, cursor.at, cursor.end) };
    if (this.#leaf?.kind === "table") {
      if (cursor.indent >= 4) return undefined;
      this.#leaf.rows.push(line);
      return i;
    }
    if (cursor.indent >= 4 || i + 1 >= this.#lines.count) return undefined;
    const delimiter = this.#delimiterAfter(i, line);
    if (!delimiter) return undefined;
    this.#close();
    const rows: Span[] = [];
    this.#leaf = { kind: "table", header: line, delimiter, rows };
    return i + 1;
  }

  #delimiterAfter(i: number, header: Span): Span | undefined {
    const next = this.#cursor(i + 1);
    if (matchContainers(next, this.#containers) < this.#containers.length || next.blank || next.indent >= 4)
      return undefined;
    const c = this.#text.charCodeAt(next.at);
    if (c !== 124 && c !== 45 && c !== 58) return undefined;
    const delimiter = { start: next.at, end: trimEnd(this.#text, next.at, next.end) };
    if (!isDelimiterRow(this.#text, delimiter)) return undefined;
    const source = this.#text.slice(header.start, header.end);
    if (!source.includes("|")) return undefined;
    return columnsOf(this.#text, header) === columnsOf(this.#text, delimiter) ? delimiter : undefined;
  }

  #paragraphLine(cursor: Cursor, matched: number, lazy: boolean, opened: number): void {
    const line = { start: cursor.at, end: trimEnd(this.#text, cursor.at, cursor.end) };
    if (this.#leaf?.kind === "paragraph" && (lazy || opened === 0)) {
      this.#leaf.lines.push(line);
      return;
    }
    this.#leave(matched, opened);
    const last = this.#containers.at(-1);
    this.#leaf = { kind: "paragraph", lines: [line], item: opened > 0 && last?.type === "item" };
  }

  /** Closes the containers this line does not stand in, with the leaf in them. */
  #leaveForeign(matched: number): void {
    if (matched === this.#containers.length) return;
    this.#close();
    this.#containers.length = matched;
  }

  /** Closes the open leaf and the containers this line does not stand in. */
  #leave(matched: number, opened: number): void {
    this.#close();
    if (this.#containers.length > matched + opened) this.#containers.length = matched + opened;
  }

  #push(block: MarkdownBlock): void {
    this.#blocks.push(block);
  }

  #close(): void {
    const leaf = this.#leaf;
    if (!leaf) return;
    this.#leaf = undefined;
    const depth = this.#containers.length;
    if (leaf.kind === "paragraph") {
      const { lines, item } = leaf;
      this.#push({
        type: "paragraph",
        lines,
        item,
        start: (lines[0] as Span).start,
        end: (lines.at(-1) as Span).end,
        depth,
      });
    } else if (leaf.kind === "table") {
      const { header, delimiter, rows } = leaf;
      const end = (rows.at(-1) ?? delimiter).end;
      this.#push({ type: "table", header, delimiter, rows, start: header.start, end, depth });
    } else if (leaf.kind === "code") {
      const { start, end, fence } = leaf;
      this.#push({ type: "code", fenced: fence !== undefined, info: fence?.info ?? "", start, end, depth });
    } else {
      this.#push({ type: "html", start: leaf.start, end: leaf.end, depth });
    }
  }
}

function openQuote(cursor: Cursor): Container | undefined {
  if (!cursor.takeQuote()) return undefined;
  return { type: "quote" };
}

/** A numbered list interrupts a paragraph only at 1, and no empty item does. */
const mayInterrupt = (marker: Marker) => !marker.empty && (marker.number === undefined || marker.number === 1);
