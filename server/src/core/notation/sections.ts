import type { Section } from "../records/model.ts";
import { isOnlyPlaceholder, mayHavePlaceholder } from "../records/placeholders.ts";
import type { Heading } from "../syntax/document.ts";
import type { MarkdownBlock, MarkdownHeading, MarkdownParagraph, MarkdownTable } from "../syntax/markdown-blocks.ts";
import { cellsOf } from "../syntax/markdown-table.ts";
import { Slugger } from "../syntax/slug.ts";
import type { Span } from "../text/span.ts";
import { isInstruction } from "./instruction.ts";
import { labelledLines } from "./labelled-lines.ts";
import type { Memo } from "./memo.ts";
import { tickedChoice } from "./typed-text.ts";
import { visibleText } from "./visible-text.ts";

type Content = Section["content"];

/** The headings of a Markdown file with their anchors and extents. */
export function headingsOf(text: string, blocks: readonly MarkdownBlock[], end: number): Heading[] {
  const slugger = new Slugger();
  const found = blocks.filter((block): block is MarkdownHeading => block.type === "heading");
  const ends = extents(found, end);
  return found.map(({ level, title, start }, i) => {
    const visible = visibleText(text.slice(title.start, title.end)).text;
    return {
      level,
      title: visible,
      slug: slugger.slug(visible),
      span: title,
      extent: { start, end: ends[i] as number },
    };
  });
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
  const contents: Content[] = headings.map(() => "empty");
  const open: number[] = [];
  let h = -1;
  for (const block of blocks) {
    if (block.type === "heading") {
      h++;
      while (open.length > 0 && (headings[open.at(-1) as number] as Heading).level >= block.level) open.pop();
      open.push(h);
      continue;
    }
    // What is filled stays so, whatever else stands there.
    if (open.every((i) => contents[i] === "filled")) continue;
    const content = contentOf(text, block, memo);
    if (content !== "empty") for (const i of open) contents[i] = fuller(contents[i] as Content, content);
  }
  return headings.map(({ title, slug, level }, i) => ({ title, slug, level, content: contents[i] as Content }));
}

const RANK: Readonly<Record<Content, number>> = { empty: 0, placeholder: 1, filled: 2 };
const fuller = (a: Content, b: Content): Content => (RANK[a] >= RANK[b] ? a : b);

function contentOf(text: string, block: MarkdownBlock, memo: Memo): Content {
  if (block.type === "rule" || block.type === "heading") return "empty";
  if (block.type === "code") return "filled";
  if (block.type === "table") return tableContent(text, block);
  if (block.type === "html") return text.startsWith("<!--", block.start) ? "empty" : "filled";
  const space = memo.common(block.item ? "item content" : "content");
  return space.at(block.start, block.end, () => paragraphContent(text, block));
}

function paragraphContent(text: string, block: MarkdownParagraph): Content {
  const source = text.slice(block.start, block.end);
  if (block.item && /^\[ \]/.test(source)) return "placeholder";
  const labelled = labelledLines(text, block);
  if (labelled) {
    const values = labelled.map(({ value }) => textContent(text.slice(value.start, value.end)));
    return values.includes("filled") ? "filled" : "placeholder";
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
