import MarkdownIt from "markdown-it";
import { scanMarkdown } from "../../server/src/core/syntax/markdown-blocks.ts";
import { cellsOf } from "../../server/src/core/syntax/markdown-table.ts";

/** What both readers must agree on, in order: headings, tables with their cells, code. */
type Outline = (string | readonly string[])[];

const squeeze = (text: string) =>
  text
    .replace(/\\\|/g, "|")
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();

/** The outline by this project's scanner. */
export function ours(text: string): Outline {
  const out: Outline = [];
  for (const block of scanMarkdown(text)) {
    if (block.type === "heading") {
      const title = text.slice(block.title.start, block.title.end);
      out.push(`h${block.level} ${plainTitle(title)}`);
    } else if (block.type === "code") out.push(`code ${block.fenced}`);
    else if (block.type === "table") {
      const width = cellsOf(text, block.header).length;
      for (const row of [block.header, ...block.rows]) {
        const cells = cellsOf(text, row).map((c) => squeeze(text.slice(c.start, c.end)));
        out.push(Array.from({ length: width }, (_, i) => cells[i] ?? ""));
      }
    }
  }
  return out;
}

const plainTitle = (title: string) =>
  title
    .split("\n")
    .map((line) => line.replace(/^[ >]*/, "").trim())
    .join(" ")
    .trim();

/** The outline by markdown-it. */
export function theirs(text: string): Outline {
  const out: Outline = [];
  let row: string[] | undefined;
  let heading = "";
  for (const token of new MarkdownIt({ html: true }).parse(text, {})) {
    if (token.type === "heading_open") heading = token.tag;
    else if (token.type === "heading_close") heading = "";
    else if (token.type === "tr_open") row = [];
    else if (token.type === "tr_close") {
      out.push(row ?? []);
      row = undefined;
    } else if (token.type === "inline" && row) row.push(squeeze(token.content));
    else if (token.type === "inline" && heading) out.push(`${heading} ${plainTitle(token.content)}`);
    else if (token.type === "fence" || token.type === "code_block") out.push(`code ${token.type === "fence"}`);
  }
  return out;
}
