import type { Document } from "../syntax/document.ts";
import { readFrontMatter } from "../syntax/front-matter.ts";
import { type MarkdownBlock, scanMarkdown } from "../syntax/markdown-blocks.ts";
import { cellsOf } from "../syntax/markdown-table.ts";
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

const scans = new WeakMap<Document, readonly MarkdownBlock[]>();

/** The blocks of a Markdown document; none of another one. */
export function blocksOf(document: Document): readonly MarkdownBlock[] {
  let blocks = scans.get(document);
  if (!blocks) {
    blocks =
      document.language === "markdown" ? scanMarkdown(document.text, readFrontMatter(document.text)?.body ?? 0) : [];
    scans.set(document, blocks);
  }
  return blocks;
}

const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** What stands at `span`, marks of emphasis, code and links taken off. */
export function seen(document: Document, span: Span): Seen {
  const { text, span: at } = visibleText(document.text.slice(span.start, span.end));
  return { text, span: { start: span.start + at.start, end: span.start + at.end } };
}

/** The tables of a stretch of a document. */
export function tablesIn(document: Document, extent: Span): SeenTable[] {
  return blocksOf(document).flatMap((block) => {
    if (block.type !== "table" || !inside(block, extent)) return [];
    const cells = (row: Span): Seen[] => cellsOf(document.text, row).map((cell) => seen(document, cell));
    return [{ header: cells(block.header), rows: block.rows.map((span) => ({ span, cells: cells(span) })) }];
  });
}

/** The items of the lists of a stretch of a document, each as the first line that holds it. */
export function itemsIn(document: Document, extent: Span): Seen[] {
  return blocksOf(document).flatMap((block) => {
    if (block.type !== "paragraph" || !block.item || !inside(block, extent)) return [];
    const [first, last] = [block.lines[0], block.lines[block.lines.length - 1]];
    return first && last ? [seen(document, { start: first.start, end: last.end })] : [];
  });
}

/** The paragraphs of a stretch of a document that are in no list. */
export function paragraphsIn(document: Document, extent: Span): Seen[] {
  return blocksOf(document).flatMap((block) => {
    if (block.type !== "paragraph" || block.depth > 0 || !inside(block, extent)) return [];
    const [first, last] = [block.lines[0], block.lines[block.lines.length - 1]];
    return first && last
      ? [{ text: document.text.slice(first.start, last.end), span: { start: first.start, end: last.end } }]
      : [];
  });
}
