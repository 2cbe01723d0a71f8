import type { Section } from "../records/model.ts";
import { isOnlyPlaceholder, mayHavePlaceholder } from "../records/placeholders.ts";
import type { Heading } from "../syntax/document.ts";
import type { MarkdownBlock, MarkdownHeading, MarkdownParagraph, MarkdownTable } from "../syntax/markdown-blocks.ts";
import { cellsOf } from "../syntax/markdown-table.ts";
import { Slugger } from "../syntax/slug.ts";
import type { Span } from "../text/span.ts";
import { isInstruction } from "./instruction.ts";
import { labelledLines } from "./labelled-lines.ts";
import type { Memo, Space } from "./memo.ts";
import { tickedChoice } from "./typed-text.ts";
import { visibleText } from "./visible-text.ts";

type Content = Section["content"];

/** The headings of a Markdown file with their anchors and extents. */
export function headingsOf(text: string, blocks: readonly MarkdownBlock[], end: number): Heading[] {
  const slugger = new Slugger();
  const found: MarkdownHeading[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as MarkdownBlock;
    if (block.type === "heading") found.push(block);
  }
  const ends = extents(found, end);
  const headings: Heading[] = [];
  for (const { level, title: span, start } of found) {
    const title = visibleText(text.slice(span.start, span.end)).text;
    const extent = { start, end: ends[headings.length] as number };
    headings.push({ level, title, slug: slugger.slug(title), span, extent });
  }
  return headings;
}

/** Where each heading's extent ends: at the next heading of its level or above. One pass from behind. */
function extents(headings: readonly MarkdownHeading[], end: number): number[] {
  const ends: number[] = [];
  const next: number[] = [end, end, end, end, end, end, end];
  for (let i = headings.length - 1; i >= 0; i--) {
    const { level, start } = headings[i] as MarkdownHeading;
    ends[i] = next[level] as number;
    for (let deeper = level; deeper <= 6; deeper++) next[deeper] = start;
  }
  return ends;
}

/** What stands under each heading, subsections counted for their parent. */
export function sectionsOf(
  text: string,
  blocks: readonly MarkdownBlock[],
  headings: readonly Heading[],
  memo: Memo,
): Section[] {
  const sections: Filling[] = [];
  const open: Filling[] = [];
  const spaces = { item: memo.common("item content"), prose: memo.common("content") };
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as MarkdownBlock;
    if (block.type === "heading") {
      const { title, slug, level } = headings[sections.length] as Heading;
      const section: Filling = { title, slug, level, content: "empty" };
      while (open.length > 0 && (open[open.length - 1] as Filling).level >= level) open.pop();
      open.push(section);
      sections.push(section);
      continue;
    }
    // What is filled stays so, whatever else stands there, and what it is part of is so, too.
    const last = open[open.length - 1];
    if (last === undefined || last.content === "filled") continue;
    const content = contentOf(text, block, spaces);
    if (content === "empty") continue;
    for (const section of open) if (content === "filled" || section.content === "empty") section.content = content;
  }
  return sections;
}

/** A section whose content is looked for. */
type Filling = { -readonly [K in keyof Section]: Section[K] };

function contentOf(text: string, block: MarkdownBlock, spaces: Readonly<Record<"item" | "prose", Space>>): Content {
  if (block.type === "rule" || block.type === "heading") return "empty";
  if (block.type === "code") return "filled";
  if (block.type === "table") return tableContent(text, block);
  if (block.type === "html") return text.startsWith("<!--", block.start) ? "empty" : "filled";
  return spaces[block.item ? "item" : "prose"].at(block.start, block.end, () => paragraphContent(text, block));
}

function paragraphContent(text: string, block: MarkdownParagraph): Content {
  const source = text.slice(block.start, block.end);
  if (block.item && /^\[ \]/.test(source)) return "placeholder";
  const labelled = labelledLines(text, block);
  if (labelled) {
    for (const { value } of labelled) if (textContent(text.slice(value.start, value.end)) === "filled") return "filled";
    return "placeholder";
  }
  return textContent(source);
}

/** Text that begins with a letter and has nothing in it that is a box to tick or would be seen as something else than it is. */
const PLAIN = /^[a-z][^[`&\\\u00a0\u2610-\u2612]*$/i;

/** Prose, or only gaps and instructions in brackets. */
function textContent(source: string): Content {
  if (PLAIN.test(source) && !mayHavePlaceholder(source)) return "filled";
  const chosen = tickedChoice(source);
  if (!chosen) return "placeholder";
  const { text } = visibleText(source);
  if (text === "" || /^[-–—.…]+$/.test(text)) return "empty";
  if (isOnlyPlaceholder(text) || isInstruction(text)) return "placeholder";
  return "filled";
}

/** A table says something when a cell beside its first column does. */
function tableContent(text: string, table: MarkdownTable): Content {
  if (table.rows.length === 0) return "empty";
  const filled = (cell: Span) => textContent(text.slice(cell.start, cell.end)) === "filled";
  const says = table.rows.some((row) => {
    const cells = cellsOf(text, row);
    return cells.slice(cells.length > 1 ? 1 : 0).some(filled);
  });
  return says ? "filled" : "placeholder";
}
