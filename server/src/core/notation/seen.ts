import type { Document } from "../syntax/document.ts";
import { readFrontMatter } from "../syntax/front-matter.ts";
import { type MarkdownBlock, scanMarkdown } from "../syntax/markdown-blocks.ts";
import { cellsOf } from "../syntax/markdown-table.ts";
import { addAll } from "../text/many.ts";
import type { Span } from "../text/span.ts";
import { visibleText } from "./visible-text.ts";

/** Text as a reader sees it, with its place in the document. */
export interface Seen {
  readonly text: string;
  readonly span: Span;
}

/** A table with its cells taken apart. */
export interface SeenTable {
  readonly header: readonly Seen[];
  readonly rows: readonly { readonly span: Span; readonly cells: readonly Seen[] }[];
}

/** A part of a Markdown text from a heading that begins a line to the next: nothing that was open before goes on after such a heading. */
interface Part extends Span {
  blocks: readonly MarkdownBlock[] | undefined;
}

const known = new WeakMap<Document, readonly Part[]>();

/** The parts of a Markdown document, of which those only are scanned that somebody asks for; none of another one. */
function partsOf(document: Document): readonly Part[] {
  let parts = known.get(document);
  if (!parts) {
    parts = document.language === "markdown" ? parted(document) : [];
    known.set(document, parts);
  }
  return parts;
}

function parted({ text, headings }: Document): Part[] {
  const parts: Part[] = [];
  let start = readFrontMatter(text)?.body ?? 0;
  for (const { extent } of headings) {
    const end = extent.start;
    if (end <= start || !text.startsWith("#", end) || text[end - 1] !== "\n") continue;
    parts.push({ start, end, blocks: undefined });
    start = end;
  }
  parts.push({ start, end: text.length, blocks: undefined });
  return parts;
}

/** The blocks of some parts of a document. */
function scanned({ text }: Document, parts: readonly Part[]): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  for (const part of parts) {
    part.blocks ??= scanMarkdown(text.slice(0, part.end), part.start);
    addAll(blocks, part.blocks);
  }
  return blocks;
}

/** The blocks of a Markdown document; none of another one. */
export const blocksOf = (document: Document): readonly MarkdownBlock[] => scanned(document, partsOf(document));

/** The same of a stretch of it. */
function blocksIn(document: Document, extent: Span): MarkdownBlock[] {
  const parts = partsOf(document).filter(({ start, end }) => start < extent.end && end > extent.start);
  return scanned(document, parts).filter((block) => inside(block, extent));
}

const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** What stands at `span`, marks of emphasis, code and links taken off. */
export function seen(document: Document, span: Span): Seen {
  const { text, span: at } = visibleText(document.text.slice(span.start, span.end));
  return { text, span: { start: span.start + at.start, end: span.start + at.end } };
}

/** The tables of a stretch of a document. */
export const tablesIn = (document: Document, extent: Span): SeenTable[] =>
  seenTables(document, blocksIn(document, extent));

/** All tables of a document. */
export function allTables(document: Document): SeenTable[] {
  const { text } = document;
  const parts = partsOf(document).filter(({ start, end }) => text.slice(start, end).includes("|"));
  return seenTables(document, scanned(document, parts));
}

function seenTables(document: Document, blocks: readonly MarkdownBlock[]): SeenTable[] {
  const cells = (row: Span): Seen[] => cellsOf(document.text, row).map((cell) => seen(document, cell));
  const tables: SeenTable[] = [];
  for (const block of blocks) {
    if (block.type !== "table") continue;
    tables.push({ header: cells(block.header), rows: block.rows.map((span) => ({ span, cells: cells(span) })) });
  }
  return tables;
}

/** The items of the lists of a stretch of a document, each as the first line that holds it. */
export function itemsIn(document: Document, extent: Span): Seen[] {
  return blocksIn(document, extent).flatMap((block) => {
    if (block.type !== "paragraph" || !block.item) return [];
    const [first, last] = [block.lines[0], block.lines[block.lines.length - 1]];
    return first && last ? [seen(document, { start: first.start, end: last.end })] : [];
  });
}

/** The paragraphs of a stretch of a document that are in no list. */
export function paragraphsIn(document: Document, extent: Span): Seen[] {
  return blocksIn(document, extent).flatMap((block) => {
    if (block.type !== "paragraph" || block.depth > 0) return [];
    const [first, last] = [block.lines[0], block.lines[block.lines.length - 1]];
    return first && last
      ? [{ text: document.text.slice(first.start, last.end), span: { start: first.start, end: last.end } }]
      : [];
  });
}
