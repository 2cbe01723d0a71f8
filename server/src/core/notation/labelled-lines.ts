import type { MarkdownBlock, MarkdownParagraph, MarkdownTable } from "../syntax/markdown-blocks.ts";
import { cellsOf } from "../syntax/markdown-table.ts";
import type { Span } from "../text/span.ts";
import { visibleText } from "./visible-text.ts";

/** A label with what is said under it: `**Owner:** Ana`, or a row of a two-column table. Offsets are absolute. */
export interface LabelledValue {
  readonly label: string;
  readonly labelSpan: Span;
  /** The value as written; empty where it would go. */
  readonly value: Span;
}

const LABEL = /(\*\*|__)([^*_\n:][^*\n:]{0,60}?)[ \u00a0]*(?::[ \u00a0]*\1|\1[ \u00a0]*:)/g;
/** What may stand between two labelled values on one line. */
const SEPARATOR = /(?:[|·•‖¦,;][ \t]*|(?<![ \t])[ \t]{2,}|\s[–—/]\s[ \t]*)$/;
const TRAILING = " \t\\|·•‖¦;,";
/** What may stand before a line's first label. */
const BOX = /^\[[ xX]\] $/;
const BREAK_AT_END = /<br ?\/?>$/i;

/** A document's header is asked for several times in a reading. */
const known = new WeakMap<MarkdownParagraph, LabelledValue[]>();

/** The labelled values of a paragraph of a text; undefined when it does not begin with one. */
export function labelledLines(text: string, paragraph: MarkdownParagraph): LabelledValue[] | undefined {
  if (!mayBegin(text, paragraph.start)) return undefined;
  let found = known.get(paragraph);
  if (!found) {
    found = readLabelledLines(text, paragraph);
    if (found) known.set(paragraph, found);
  }
  return found;
}

function readLabelledLines(text: string, paragraph: MarkdownParagraph): LabelledValue[] | undefined {
  const found: LabelledValue[] = [];
  for (const line of paragraph.lines) {
    addLabelled(text, line, found);
    if (found.length === 0) return undefined;
  }
  return found;
}

const STAR = 42;
const OPEN = 91;
const LOW_LINE = 95;

/** How much before a label is looked at for what separates it from the value before. */
const LOOK_BACK = 8;
/** More labels than this on one line are no header. */
const MOST_LABELS = 40;

/** Whether a label can begin at an offset. */
function mayBegin(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return c === OPEN || ((c === STAR || c === LOW_LINE) && text.charCodeAt(at + 1) === c);
}

/** Adds the values of a line that begins with a label to those found before. */
function addLabelled(text: string, line: Span, found: LabelledValue[]): void {
  if (!mayBegin(text, line.start)) return;
  const source = text.slice(line.start, line.end);
  const before = found.length;
  let last: RegExpExecArray | undefined;
  let labels = 0;
  LABEL.lastIndex = 0;
  for (let match = LABEL.exec(source); match; match = LABEL.exec(source)) {
    const { index } = match;
    labels++;
    if (labels === 1 && index > 0 && !BOX.test(source.slice(0, index))) return;
    if (last) {
      if (!SEPARATOR.test(source.slice(Math.max(0, index - LOOK_BACK), index))) continue;
      found.push(labelled(source, line.start, last, index));
    }
    last = match;
  }
  if (labels > MOST_LABELS) found.length = before;
  else if (last) found.push(labelled(source, line.start, last, source.length));
}

function labelled(source: string, base: number, match: RegExpExecArray, to: number): LabelledValue {
  const label = match[2] as string;
  const labelAt = base + match.index + (match[1] as string).length;
  const from = match.index + match[0].length;
  const raw = source.slice(from, to);
  const lead = raw.length - raw.trimStart().length;
  const kept = lengthWithoutTail(raw);
  const start = from + (kept <= lead ? Math.min(raw.length, 1) : lead);
  const end = Math.max(start, from + kept);
  return {
    label: label.trim(),
    labelSpan: { start: labelAt, end: labelAt + label.length },
    value: { start: base + start, end: base + end },
  };
}

/** How much stands before a separator or a hard line break. */
function lengthWithoutTail(raw: string): number {
  let last = raw.length;
  if (raw.endsWith(">")) last -= BREAK_AT_END.exec(raw.slice(-6))?.[0].length ?? 0;
  while (last > 0 && TRAILING.includes(raw[last - 1] as string)) last--;
  return last;
}

const PLAIN_LINE = /^(\p{Lu}[\p{L}\p{N} /().'’-]{0,40}?)[ \u00a0]?:(?:[ \t\u00a0]|$)/u;

/** Lines that all are `Label: value` without bold; undefined for any other paragraph. To be believed only at a document's top. */
export function plainLines(text: string, paragraph: MarkdownParagraph): LabelledValue[] | undefined {
  const found: LabelledValue[] = [];
  for (const line of paragraph.lines) {
    const source = text.slice(line.start, line.end);
    const match = PLAIN_LINE.exec(source);
    if (!match) return undefined;
    const label = match[1] as string;
    const raw = source.slice(match[0].length);
    const start = line.start + match[0].length + raw.length - raw.trimStart().length;
    const end = Math.max(start, line.start + match[0].length + lengthWithoutTail(raw));
    found.push({ label, labelSpan: { start: line.start, end: line.start + label.length }, value: { start, end } });
  }
  return found;
}

const HEADER_LABEL =
  /^(?:field|item|attribute|property|parameter|element|detail|details|description|information|value|entry|response|content|key|metadata|data|)s?$/i;

/** The rows of a table that is a form: labels on the left, values on the right (two columns, or twice two). Undefined for any other table. */
export function fieldTable(text: string, table: MarkdownTable): LabelledValue[] | undefined {
  const header = cellsOf(text, table.header);
  if (header.length !== 2 && header.length !== 4) return undefined;
  const rows = table.rows.map((row) => cellsOf(text, row));
  const headed = HEADER_LABEL.test(visibleText(sliceOf(text, header[0])).text);
  const all = headed ? rows : [header, ...rows];
  return all.flatMap((cells) => pairsOf(text, cells, header.length));
}

const sliceOf = (text: string, span: Span | undefined) => (span ? text.slice(span.start, span.end) : "");

function pairsOf(text: string, cells: readonly Span[], columns: number): LabelledValue[] {
  const pairs: LabelledValue[] = [];
  for (let i = 0; i + 1 < columns; i += 2) {
    const cell = cells[i];
    const value = cells[i + 1];
    if (!cell || !value) continue;
    const { text: label, span } = visibleText(text.slice(cell.start, cell.end));
    if (label === "") continue;
    pairs.push({
      label: label.replace(/(?<!\s)\s*:$/, ""),
      labelSpan: { start: cell.start + span.start, end: cell.start + span.end },
      value,
    });
  }
  return pairs;
}

/** The rows of each form with a header that says so, registers of two columns not taken for one. */
export function formsIn(text: string, blocks: readonly MarkdownBlock[]): LabelledValue[][] {
  const found: LabelledValue[][] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as MarkdownBlock;
    if (block.type !== "table") continue;
    const header = cellsOf(text, block.header);
    if (header.length !== 2) continue;
    const label = visibleText(sliceOf(text, header[0])).text;
    if (label !== "" && HEADER_LABEL.test(label)) found.push(fieldTable(text, block) ?? []);
  }
  return found;
}

/** The labelled values of a block, if it consists of them. */
export function labelledValues(text: string, block: MarkdownBlock): LabelledValue[] | undefined {
  if (block.type === "paragraph") return labelledLines(text, block);
  return block.type === "table" ? fieldTable(text, block) : undefined;
}
