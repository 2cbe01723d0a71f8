import { type Span, shift } from "../text/span.ts";
import { splice } from "../text/stretch.ts";
import { firstWhere } from "../text/many.ts";
import type { Steps } from "../text/to-end.ts";
import { htmlBlockEnd, type HtmlEnd } from "./markdown-html.ts";
import { LineReader, nextOf } from "./lines.ts";
import { type Container, Cursor, listMarker, matchContainers, type Marker } from "./markdown-containers.ts";
import {
  atxLevel,
  CONTAINER,
  type Fence,
  isBlank,
  isSetextUnderline,
  isThematicBreak,
  LEAF,
  openFence,
  trimEnd,
  trimStart,
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
export const scanMarkdown = (text: string, from = 0): MarkdownBlock[] =>
  new BlockScanner(text, new LineReader(text, from)).scan();

/** The same in steps of some milliseconds. */
export const scanningMarkdown = (text: string, from = 0): Steps<MarkdownBlock[]> =>
  new BlockScanner(text, new LineReader(text, from)).scanning();

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
    const [end, ...behind] = new BlockScanner(text, new LineReader(text, from), open).scan() as [
      MarkdownTable,
      ...MarkdownBlock[],
    ];
    const longer = { ...table, rows: rows.slice(0, first).concat(end.rows), end: end.end };
    return [...before.slice(0, at), longer, ...behind];
  }
  const to = lineStart(text, (rows[last] as Span).start + delta);
  if (!new BlockScanner(text, new LineReader(text, from, to), open).staysOpen()) return undefined;
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

class BlockScanner {
  readonly #text: string;
  readonly #lines: LineReader;
  readonly #cursor: Cursor;
  readonly #blocks: MarkdownBlock[] = [];
  readonly #containers: Container[] = [];
  #leaf: OpenLeaf | undefined;
  /** A pipe before which there is none from some line read on. */
  #pipe = -1;

  /** @param leaf what is open where scanning starts */
  constructor(text: string, lines: LineReader, leaf?: OpenLeaf) {
    this.#text = text;
    this.#lines = lines;
    this.#cursor = new Cursor(text);
    this.#leaf = leaf;
  }

  scan(): MarkdownBlock[] {
    while (this.#lines.read()) this.#line();
    this.#close();
    return this.#blocks;
  }

  *scanning(): Steps<MarkdownBlock[]> {
    const lines = this.#lines;
    while (!lines.isDone) {
      for (let i = 0; i < AT_A_TIME && lines.read(); i++) this.#line();
      if (!lines.isDone) yield;
    }
    return this.scan();
  }

  /** Scans all lines; whether the leaf that was open at their start is open at their end and they are all in it. */
  staysOpen(): boolean {
    const leaf = this.#leaf;
    while (this.#lines.read()) this.#line();
    return this.#leaf === leaf;
  }

  /** Takes in the line that was read, with those behind it that it goes with. */
  #line(): void {
    const { start, end } = this.#lines;
    const leaf = this.#leaf;
    const open = this.#containers.length;
    const isRaw = leaf?.kind === "code" || leaf?.kind === "html";
    if (start === end && open === 0 && !isRaw) {
      if (leaf) this.#close();
      return;
    }
    const cursor = this.#cursor.to(start, end);
    const matched = open === 0 ? 0 : matchContainers(cursor, this.#containers);
    if (isRaw && matched === open && this.#continueRaw(leaf, cursor)) return;
    if (cursor.blank) {
      this.#blank(matched, matched === open);
      return;
    }
    const opened = (cursor.begins & CONTAINER) !== 0 ? this.#openContainers(cursor, matched) : 0;
    this.#content(cursor, matched, opened);
  }

  /** Code and HTML take their lines as they are. */
  #continueRaw(leaf: OpenCode | OpenHtml, cursor: Cursor): boolean {
    if (leaf.kind === "code") {
      if (leaf.fence) this.#continueFence(leaf, cursor);
      else if (!cursor.blank && cursor.indent < 4) return false;
      else if (!cursor.blank) leaf.end = cursor.end;
      return true;
    }
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
      const container = cursor.takeQuote() ? QUOTE : this.#openItem(cursor, interrupts);
      if (!container) break;
      if (opened === 0) {
        this.#close();
        if (before > matched) this.#containers.length = matched;
      }
      this.#containers.push(container);
      opened++;
    }
    return opened;
  }

  #openItem(cursor: Cursor, interrupts: boolean): Container | undefined {
    const marker = listMarker(cursor);
    if (!marker || (interrupts && !mayInterrupt(marker))) return undefined;
    if (marker.number === undefined && isThematicBreak(this.#text, cursor.at, cursor.end)) return undefined;
    cursor.enter(marker.width);
    return { type: "item", indent: marker.indent, empty: marker.empty };
  }

  #content(cursor: Cursor, matched: number, opened: number): void {
    const inParagraph = this.#leaf?.kind === "paragraph";
    const containers = this.#containers;
    if (opened === 0 && !inParagraph && matched < containers.length) this.#leaveForeign(matched);
    const lazy = opened === 0 && matched < containers.length;
    if (cursor.blank) return;
    for (let i = 0; i < containers.length; i++) {
      const container = containers[i] as Container;
      if (container.type === "item") container.empty = false;
    }
    if (cursor.indent >= 4 && !inParagraph) {
      this.#indentedCode(cursor, matched, opened);
      return;
    }
    if (cursor.indent < 4) {
      if ((cursor.begins & LEAF) !== 0 && this.#special(cursor, matched, opened, lazy)) return;
      if (!lazy && (this.#leaf?.kind === "table" || this.#hasPipe(cursor)) && this.#table(cursor)) return;
    }
    this.#paragraphLine(cursor, matched, lazy, opened);
  }

  #indentedCode(cursor: Cursor, matched: number, opened: number): void {
    this.#leave(matched, opened);
    this.#leaf = { kind: "code", fence: undefined, start: cursor.start, end: cursor.end };
  }

  /** Headings, fences, HTML, rules and setext underlines; whether the line is one of them. */
  #special(cursor: Cursor, matched: number, opened: number, lazy: boolean): boolean {
    const { at, end, code } = cursor;
    switch (code) {
      case 35: {
        const level = atxLevel(this.#text, at, end);
        if (level === 0) return false;
        this.#leave(matched, opened);
        this.#atx(cursor, level);
        return true;
      }
      case 96:
      case 126: {
        const fence = openFence(cursor.rest);
        if (!fence) return false;
        this.#leave(matched, opened);
        this.#leaf = { kind: "code", fence, start: cursor.start, end };
        return true;
      }
      case 60: {
        const rest = cursor.rest;
        const ends = htmlBlockEnd(rest, this.#leaf?.kind === "paragraph");
        if (!ends) return false;
        this.#leave(matched, opened);
        this.#html(cursor, rest, ends);
        return true;
      }
      case 61:
      case 45: {
        const underlines = this.#leaf?.kind === "paragraph" && opened === 0 && !lazy;
        if (underlines && isSetextUnderline(this.#text, at, end)) {
          this.#setext(cursor);
          return true;
        }
      }
    }
    if (!isThematicBreak(this.#text, at, end)) return false;
    this.#leave(matched, opened);
    this.#blocks.push({ type: "rule", start: at, end, depth: this.#containers.length });
    return true;
  }

  #html(cursor: Cursor, rest: string, ends: HtmlEnd): void {
    this.#leaf = { kind: "html", ends, start: cursor.at, end: cursor.end };
    if (ends !== "blank" && ends.test(rest)) this.#close();
  }

  #atx(cursor: Cursor, level: number): void {
    const text = this.#text;
    let end = trimEnd(text, cursor.at + level, cursor.end);
    const start = trimStart(text, cursor.at + level, end);
    let closing = end;
    while (closing > start && text.charCodeAt(closing - 1) === 35) closing--;
    if (closing < end && (closing === start || isBlank(text.charCodeAt(closing - 1))))
      end = trimEnd(text, start, closing);
    this.#blocks.push({
      type: "heading",
      level,
      title: { start, end },
      start: cursor.at,
      end: cursor.end,
      depth: this.#containers.length,
    });
  }

  #setext(cursor: Cursor): void {
    const { lines } = this.#leaf as OpenParagraph;
    this.#leaf = undefined;
    const start = (lines[0] as Span).start;
    const title = { start, end: (lines.at(-1) as Span).end };
    const level = cursor.code === 61 ? 1 : 2;
    this.#blocks.push({ type: "heading", level, title, start, end: cursor.end, depth: this.#containers.length });
  }

  /** Starts a table with the line and the one behind it, or goes on with one; whether the line is one of a table. */
  #table(cursor: Cursor): boolean {
    if (this.#leaf?.kind === "table") {
      this.#leaf.rows.push(this.#contentOf(cursor));
      return true;
    }
    const header = this.#contentOf(cursor);
    const delimiter = this.#delimiterOf(header);
    if (!delimiter) return false;
    this.#close();
    this.#leaf = { kind: "table", header, delimiter, rows: [] };
    return true;
  }

  /** The line without the blanks around it. */
  #contentOf({ at, end }: Cursor): Span {
    return { start: at, end: trimEnd(this.#text, at, end) };
  }

  #hasPipe({ at, end }: Cursor): boolean {
    if (this.#pipe < at) this.#pipe = nextOf(this.#text, "|", at);
    return this.#pipe < end;
  }

  /** The line behind a table's header, if it is what makes a table of it, which is read then. */
  #delimiterOf(header: Span): Span | undefined {
    const behind = this.#lines.ahead();
    if (!behind.read()) return undefined;
    const next = new Cursor(this.#text).to(behind.start, behind.end);
    if (matchContainers(next, this.#containers) < this.#containers.length || next.blank || next.indent >= 4)
      return undefined;
    if (next.code !== 124 && next.code !== 45 && next.code !== 58) return undefined;
    const delimiter = this.#contentOf(next);
    if (!isDelimiterRow(this.#text, delimiter)) return undefined;
    if (columnsOf(this.#text, header) !== columnsOf(this.#text, delimiter)) return undefined;
    this.#lines.read();
    return delimiter;
  }

  #paragraphLine(cursor: Cursor, matched: number, lazy: boolean, opened: number): void {
    const line = this.#contentOf(cursor);
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
    this.#close();
    this.#containers.length = matched;
  }

  /** Closes the open leaf and the containers this line does not stand in. */
  #leave(matched: number, opened: number): void {
    if (this.#leaf) this.#close();
    if (this.#containers.length > matched + opened) this.#containers.length = matched + opened;
  }

  #close(): void {
    const leaf = this.#leaf;
    if (!leaf) return;
    this.#leaf = undefined;
    const depth = this.#containers.length;
    if (leaf.kind === "paragraph") {
      const { lines, item } = leaf;
      this.#blocks.push({
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
      this.#blocks.push({ type: "table", header, delimiter, rows, start: header.start, end, depth });
    } else if (leaf.kind === "code") {
      const { start, end, fence } = leaf;
      this.#blocks.push({ type: "code", fenced: fence !== undefined, info: fence?.info ?? "", start, end, depth });
    } else {
      this.#blocks.push({ type: "html", start: leaf.start, end: leaf.end, depth });
    }
  }
}

const QUOTE: Container = { type: "quote" };

/** A numbered list interrupts a paragraph only at 1, and no empty item does. */
const mayInterrupt = (marker: Marker) => !marker.empty && (marker.number === undefined || marker.number === 1);
